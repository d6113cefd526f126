import Testing

@testable import ArticleFormats

@Suite struct PublicationDateTests {
  @Test(arguments: [
    ("2024-09-03", "2024-09-03"), ("2024-09-03T23:59:00+02:00", "2024-09-03"),
    ("2024/9/3 10:00", "2024-09-03"),
    ("20240903", "2024-09-03"), ("2024-09", "2024-09"), ("2024", "2024"),
    ("Tue, 03 Sep 2024 10:00:00 GMT", "2024-09-03"), ("3 September 2024", "2024-09-03"),
    ("Published: September 3, 2024 at 5pm", "2024-09-03"), ("Sept 3rd, 2024", "2024-09-03"),
    ("September 2024", "2024-09"), ("Thu Feb 29 2024", "2024-02-29"),
  ])
  func datesAreRead(_ text: String, _ day: String) { #expect(PublicationDate.day(text) == day) }

  @Test(arguments: [
    "", "yesterday", "03/09/2024", "2024-13-01", "2023-02-29", "September", "in 3 days", "2024-09-03x",
    "99999999",
    "may 2 people",
  ])
  func whatIsNoDateIsNone(_ text: String) { #expect(PublicationDate.day(text) == nil) }

  @Test func momentsHaveTheirDay() {
    #expect(PublicationDate.day(epoch: 0) == "1970-01-01")
    #expect(PublicationDate.day(epoch: 1_709_164_800) == "2024-02-29")
    #expect(PublicationDate.day(epoch: 1_709_251_199_000) == "2024-02-29")
    #expect(PublicationDate.day(epoch: .infinity) == nil)
  }
}
