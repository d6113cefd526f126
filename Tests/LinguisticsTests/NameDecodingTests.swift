import Documents
import Testing

@testable import Linguistics

@Suite struct NameDecodingTests {
  private let classes = NameDecoding.labels.count

  private func scores(_ words: [[Int: Float]]) -> [Float] {
    words.flatMap { word in (0..<classes).map { word[$0] ?? -5 } }
  }

  @Test func insideNeedsABeginning() {
    // The second word looks most like the inside of an organisation; only a beginning before it allows that.
    let organization = NameDecoding.beginning(.organization)
    let list = scores([[0: 1, organization: 0.5], [organization + 1: 3], [0: 2]])
    #expect(
      NameDecoding.names(count: 3, scores: list, stride: classes) == [
        Name(tokens: 0..<2, kind: .organization)
      ])
  }

  @Test func aBeginningSeparatesNames() {
    let person = NameDecoding.beginning(.person)
    let list = scores([[person: 3], [person: 3], [person + 1: 3]])
    #expect(
      NameDecoding.names(count: 3, scores: list, stride: classes)
        == [Name(tokens: 0..<1, kind: .person), Name(tokens: 1..<3, kind: .person)])
  }

  @Test func nothingIsFoundInNothing() {
    #expect(NameDecoding.names(count: 0, scores: [0], stride: classes).isEmpty)
  }
}
