import Documents
import Relations

/// One way to understand a name: a form of an entry.
public struct GazetteerReading: Hashable, Sendable {
  /// The index of the entry in `Gazetteer.entries`.
  public var entry: Int
  /// The index of the form in the entry's `forms`.
  public var form: Int
  /// Whether only the surname of the form was matched.
  public var isSurname: Bool
}

/// A name found in a sequence of words.
public struct GazetteerMatch: Hashable, Sendable {
  /// Indices of the words.
  public var words: Range<Int>
  /// What the name can mean, in the order of the files; never empty.
  public var readings: [GazetteerReading]
}

/// The actors known beforehand with the names that the press uses for them, and an index to find those names
/// in sequences of words.
///
/// Names match whatever their case, accents, hyphens, apostrophes and full stops ("Erdoğan", "al-Qa'ida",
/// "U.S."), but what is written with a capital must have one in the text, and acronyms keep their case, so that
/// "turkey" and "us" are not names.
public struct Gazetteer: Sendable {
  public let entries: [GazetteerEntry]
  private let positions: [ActorID: Int]
  private let index: NameIndex

  /// Reads files in the gazetteer's text format, each given with the name that errors are to show.
  public init(parsing files: [(file: String, text: String)]) throws(LocatedError) {
    var parser = GazetteerParser()
    for (file, text) in files { try parser.parse(text, file: file) }
    try parser.finish()
    self.init(entries: parser.entries)
  }

  /// - Parameter entries: with ids that differ.
  package init(entries: [GazetteerEntry]) {
    self.entries = entries
    var positions: [ActorID: Int] = [:]
    positions.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated() { positions[entry.id] = position }
    self.positions = positions
    index = Self.index(of: entries)
  }

  /// The index in `entries` of an entry, by its id.
  public func position(of id: ActorID) -> Int? { positions[id] }

  public subscript(id: ActorID) -> GazetteerEntry? { positions[id].map { entries[$0] } }

  public func entry(of reading: GazetteerReading) -> GazetteerEntry { entries[reading.entry] }

  public func form(of reading: GazetteerReading) -> GazetteerForm {
    entries[reading.entry].forms[reading.form]
  }

  /// The longest name that begins at a word, and everything that it can mean. Bare surnames are found only for
  /// leaders whose surname stands alone. Takes time linear in the length of the longest name.
  public func longestMatch<Words: RandomAccessCollection>(in words: Words, at start: Int) -> GazetteerMatch?
  where Words.Element: StringProtocol, Words.Index == Int {
    longestMatch(in: words, at: start, space: .folded)
  }

  /// The leaders who are called by the surname that begins at a word; it is for the caller to know that one of
  /// them has been introduced.
  public func surnameMatch<Words: RandomAccessCollection>(in words: Words, at start: Int) -> GazetteerMatch?
  where Words.Element: StringProtocol, Words.Index == Int {
    longestMatch(in: words, at: start, space: .surname)
  }

  /// All longest names from left to right, none overlapping another.
  public func matches<Words: RandomAccessCollection>(in words: Words) -> [GazetteerMatch]
  where Words.Element: StringProtocol, Words.Index == Int {
    var result: [GazetteerMatch] = []
    var start = words.startIndex
    while start < words.endIndex {
      if let match = longestMatch(in: words, at: start) {
        result.append(match)
        start = match.words.upperBound
      } else {
        start += 1
      }
    }
    return result
  }

  /// What a whole name can mean ("U.S.", "al Qaeda"); empty if it is unknown.
  public func readings(of name: String) -> [GazetteerReading] {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard let match = longestMatch(in: words, at: 0), match.words.upperBound == words.count else { return [] }
    return match.readings
  }

  /// A name that an entry lays claim to.
  package struct Claim: Sendable {
    package let entry: GazetteerEntry
    package let form: GazetteerForm
  }

  /// Names that more than one entry claims for the same time without either calling it ambiguous, with those who do.
  package var contested: [[Claim]] {
    index.shared.compactMap { references in
      let claims = references.filter { !$0.isSurname || form(of: $0).standsAloneAsSurname }
        .map { Claim(entry: entries[Int($0.entry)], form: form(of: $0)) }
        .filter { !$0.form.isAmbiguous }
      let isContested = claims.contains { claim in
        claims.contains { other in
          // A year in which one took over from the other is no conflict.
          claim.entry.id != other.entry.id && (claim.form.from ?? .min) < (other.form.until ?? .max)
            && (other.form.from ?? .min) < (claim.form.until ?? .max)
        }
      }
      return isContested ? claims : nil
    }
  }

  private func form(of reference: NameIndex.Reference) -> GazetteerForm {
    entries[Int(reference.entry)].forms[Int(reference.form)]
  }

  /// `contested` in words.
  package var conflicts: [String] {
    contested.map { claims in
      claims.map { "\($0.entry.id) (\($0.form.role.rawValue) '\($0.form.text)')" }.joined(separator: ", ")
    }
  }

  private static func index(of entries: [GazetteerEntry]) -> NameIndex {
    let folding = NameFolding.standard
    var index = NameIndex(capacity: entries.reduce(0) { $0 + $1.forms.count } * 2)
    for position in entries.indices {
      for number in entries[position].forms.indices {
        func insert(_ text: some StringProtocol, space: NameIndex.Space, isSurname: Bool) {
          var folded = NameIndex.start(space)
          var exact = folded
          let summary = folding.fold(text.utf8, &folded, &exact) { folded, exact in
            index.insertPrefix(space == .exact ? exact : folded)
          }
          guard summary.letters > 0 else { return }
          index.insert(
            space == .exact ? exact : folded,
            NameIndex.Reference(
              entry: Int32(position), form: Int32(number), isSurname: isSurname,
              joints: UInt8(clamping: summary.spaces + summary.dashes), hasCapital: summary.hasCapital))
        }
        let text = entries[position].forms[number].text
        let isAcronym = entries[position].forms[number].role == .acronym
        insert(text, space: isAcronym ? .exact : .folded, isSurname: false)
        guard let surname = entries[position].forms[number].surname else { continue }
        let standsAlone = entries[position].forms[number].standsAloneAsSurname
        let space = standsAlone ? NameIndex.Space.folded : .surname
        if surname != text { insert(surname, space: space, isSurname: true) }
        if let bare = withoutArticle(surname) { insert(bare, space: space, isSurname: true) }
      }
    }
    return index
  }

  /// "Assad" for "al-Assad": Arabic surnames are quoted with and without their article.
  private static func withoutArticle(_ surname: String) -> Substring? {
    guard let hyphen = surname.utf8.prefix(4).firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let article = surname[..<hyphen].lowercased()
    guard ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az"].contains(article) else { return nil }
    return surname[surname.utf8.index(after: hyphen)...]
  }

  private func longestMatch<Words: RandomAccessCollection>(
    in words: Words, at start: Int, space: NameIndex.Space
  ) -> GazetteerMatch? where Words.Element: StringProtocol, Words.Index == Int {
    let folding = NameFolding.standard
    var folded = NameIndex.start(space)
    var exact = NameIndex.start(.exact)
    var best: GazetteerMatch?
    var joints = 0
    var hasCapital = false
    var isAfterDash = false
    var end = start
    while end < words.endIndex {
      let word = folding.fold(words[end].utf8, &folded, &exact)
      end += 1
      guard word.strangers == 0 else { break }
      if word.letters == 0 {
        // Within a name may stand hyphens, apostrophes and full stops, but a name does not begin with them.
        guard end > start + 1 else { break }
        joints += word.dashes
        isAfterDash = word.dashes > 0
        continue
      }
      if end > start + 1, !isAfterDash, !word.startsWithApostrophe { joints += 1 }
      joints += word.dashes
      isAfterDash = false
      if word.hasCapital { hasCapital = true }
      let mayBeExact = space == .folded && index.mayContinue(exact)
      guard mayBeExact || index.mayContinue(folded) else { break }
      if word.startsWithApostrophe && word.letters <= 1 { continue }

      var readings: [GazetteerReading] = []
      func collect(_ hash: UInt64) {
        var next = index.first(hash)
        while let reference = next {
          next = index.reference(after: reference)
          guard joints <= Int(reference.joints), hasCapital || !reference.hasCapital else { continue }
          readings.append(
            GazetteerReading(
              entry: Int(reference.entry), form: Int(reference.form), isSurname: reference.isSurname))
        }
      }
      collect(folded)
      if mayBeExact { collect(exact) }
      if !readings.isEmpty { best = GazetteerMatch(words: start..<end, readings: readings) }
    }
    return best
  }
}
