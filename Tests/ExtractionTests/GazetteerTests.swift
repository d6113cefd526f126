import CResources
import Documents
import Relations
import Testing

@testable import Extraction

/// The files that the program carries.
private let embedded: [(file: String, text: String)] = {
  var length = 0
  let states = alliance_states(&length)
  let statesText = String(decoding: UnsafeBufferPointer(start: states, count: length), as: UTF8.self)
  let groups = alliance_groups(&length)
  let groupsText = String(decoding: UnsafeBufferPointer(start: groups, count: length), as: UTF8.self)
  return [("states.txt", statesText), ("groups.txt", groupsText)]
}()

@Suite struct EmbeddedGazetteerTests {
  /// Parsed once for all tests of the suite.
  private static let parsed = Result { try Gazetteer(parsing: embedded) }

  private let gazetteer: Gazetteer

  init() throws {
    gazetteer = try Self.parsed.get()
  }

  private func ids(_ name: String) -> [ActorID] {
    gazetteer.readings(of: name).map { gazetteer.entry(of: $0).id }
  }

  @Test func noTwoEntriesClaimANameWithoutCallingItAmbiguous() {
    #expect(gazetteer.conflicts == [])
  }

  @Test(arguments: [
    ("Turkey", "turkey"), ("Ankara", "turkey"), ("Erdoğan", "turkey"), ("Turkish", "turkey"),
    ("U.S.", "united-states"), ("United States", "united-states"), ("White House", "united-states"),
    ("Bashar al-Assad", "syria"), ("Bashar Al Assad", "syria"), ("Assad", "syria"), ("Kremlin", "russia"),
    ("Zelenskyy", "ukraine"), ("Israel Defence Forces", "israel"), ("IDF", "israel"),
    ("UK", "united-kingdom"),
    ("Côte d’Ivoire", "ivory-coast"), ("Burkinabè", "burkina-faso"), ("Goma", "congo-democratic-republic"),
    ("N’Djamena", "chad"), ("Xi Jinping", "china"), ("Kim Jong-un", "north-korea"),
    ("Artsakh", "nagorno-karabakh"),
    ("Hargeisa", "somaliland"), ("People’s Liberation Army", "china"), ("Tatmadaw", "myanmar"),
    ("Soviet", "soviet-union"), ("Revolutionary Guards", "iran"), ("Türkiye", "turkey"),
    ("Guinea-Bissau", "guinea-bissau"),
    ("Papua New Guinea", "papua-new-guinea"), ("South Sudanese", "south-sudan"), ("Nigerien", "niger"),
  ])
  func namesMeanTheirState(name: String, id: ActorID) {
    #expect(ids(name).first == id, "\(name)")
  }

  /// The United Nations have 193 members; each has a capital or a leader that the press names.
  @Test func noStateIsMissingItsNames() {
    let states = gazetteer.entries.filter { $0.kind == .state }
    #expect(states.count >= 193)
    for state in states {
      #expect(state.forms.contains { $0.role == .leader || $0.role == .seat }, "\(state.id)")
    }
  }

  @Test(arguments: ["turkey", "us", "china", "jordan", "I ran", "chad"])
  func commonWordsAreNoNames(word: String) {
    #expect(ids(word) == [])
  }
}

@Suite struct GazetteerLookupTests {
  private let gazetteer: Gazetteer

  init() throws {
    gazetteer = try Gazetteer(parsing: [
      (
        "own.txt",
        """
        # A comment.
        iran: state
          name: Iran
          people: Iranian, Iranians
          leader: Ali [Khamenei]! (1989-2026), Susan Rice? (2009-2017, adviser)
          leader: [Xi] Jinping, Abdel Fattah [el-Sisi]
          organ: People's Guards
          acronym: US, M-23

        al-qaeda: armed_group
          name: al-Qaeda
          also: al-Qaida, Base of the Two Rivers
          home: iran, al-qaeda
        """
      )
    ])
  }

  private func match(_ text: String, at start: Int = 0) -> GazetteerMatch? {
    gazetteer.longestMatch(in: text.split(separator: " "), at: start)
  }

  @Test(arguments: [
    ("al-Qaeda", 1), ("al - Qaeda fighters", 3), ("Al Qaeda", 2), ("AL-QA'IDA", 1), ("al-Qa’ida 's", 1),
    ("People 's Guards", 3), ("Peoples Guards", 2), ("U.S. forces", 1), ("US", 1), ("Iran 's", 1),
    ("M23", 1), ("M-23 rebels", 1), ("Khamenei", 1), ("Ali Khamenei said", 2), ("Iranian", 1),
  ])
  func spellingsMeet(text: String, length: Int) throws {
    let found = try #require(match(text))
    #expect(found.words == 0..<length)
  }

  @Test(arguments: ["us", "Us", "iran", "I ran", "ali khamenei", "Xi", "Rice", "Base", "Iranian 's 's s"])
  func otherWordsAreLeftAlone(text: String) {
    #expect(match(text)?.words.count ?? 0 == (text.hasPrefix("Iranian") ? 1 : 0))
  }

  @Test func aPossessiveIsNotPartOfTheName() {
    let found = match("Iranian 's")
    #expect(found?.words == 0..<1)
    #expect(found?.readings.map { gazetteer.form(of: $0).text } == ["Iranian"])
  }

  @Test func theLongestNameWins() {
    let words = "the Base of the Two Rivers in Iran".split(separator: " ")
    #expect(gazetteer.matches(in: words).map(\.words) == [1..<6, 7..<8])
  }

  @Test(arguments: [
    ("Xi", "Xi Jinping"), ("Sisi", "Abdel Fattah el-Sisi"), ("el-Sisi", "Abdel Fattah el-Sisi"),
  ])
  func introducedLeadersAreFoundBySurname(surname: String, name: String) throws {
    let found = try #require(gazetteer.surnameMatch(in: [surname], at: 0))
    let form = gazetteer.form(of: found.readings[0])
    #expect(form.text == name)
    #expect(found.readings[0].isSurname)
  }

  @Test func formsKeepTheirYearsOfficesAndMarks() throws {
    let entry = try #require(gazetteer["iran"])
    let khamenei = try #require(entry.forms.first { $0.text == "Ali Khamenei" })
    #expect(khamenei.standsAloneAsSurname && khamenei.surname == "Khamenei")
    #expect(khamenei.holds(in: 1989) && khamenei.holds(in: 2026) && !khamenei.holds(in: 2027))
    let rice = try #require(entry.forms.first { $0.text == "Susan Rice" })
    #expect(rice.isAmbiguous && rice.office == "adviser" && rice.until == 2017)
    #expect(gazetteer["al-qaeda"]?.homes == ["iran", "al-qaeda"])
    #expect(gazetteer["al-qaeda"]?.home == "iran")
  }

  @Test func anotherFileAddsToAnEntry() throws {
    let extended = try Gazetteer(parsing: [
      ("a.txt", "iran: state\n  name: Iran\n"), ("b.txt", "iran:\n  also: Persia\n"),
    ])
    #expect(extended.entries.count == 1)
    #expect(extended.readings(of: "Persia").map(\.entry) == [0])
  }
}

@Suite struct GazetteerErrorTests {
  @Test(arguments: [
    ("iran: state\n  name: Iran\n  nmae: X\n", "x.txt:3: unknown field 'nmae'"),
    ("iran: country\n", "x.txt:1: unknown kind 'country'"),
    ("iran: state\n  name: Iran\n\niran: state\n", "x.txt:4: 'iran' is defined twice"),
    ("iran: state\n  also: Persia\n\n", "x.txt:3: 'iran' has no name"),
    ("  name: Iran\n", "x.txt:1: the field 'name' belongs to no entry"),
    ("iran: state\n  name: Iran\n  also: A,, B\n", "x.txt:3: an item of 'name' is empty"),
    ("iran: state\n  name: Iran\n  leader: A B (19-2, x)\n", "x.txt:3: '19-2' is not a span of years"),
    ("iran: state\n  name: Iran\n  leader: A B (2002-1999)\n", "x.txt:3: the years 2002-1999 run backwards"),
    ("iran: state\n  name: Iran\n  leader: A B (2002\n", "x.txt:3: a parenthesis is not closed"),
    ("iran: state\n  name: Iran\n  place: Qom!\n", "x.txt:3: '!' is for leaders"),
    ("iran: state\n  name: Iran\n  home: nowhere\n", "x.txt:3: unknown home 'nowhere'"),
    ("Iran: state\n", "x.txt:1: 'Iran' cannot be an id"),
    ("iran:\n", "x.txt:1: unknown entry 'iran'"),
    ("iran: state\n  name: Iran\n  nonsense\n", "x.txt:3: expected 'field: item, item'"),
  ])
  func errorsSayWhereAndWhatToDo(text: String, message: String) {
    let error = #expect(throws: LocatedError.self) {
      try Gazetteer(parsing: [("x.txt", text)])
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
