import Documents
import Foundation

extension Corpora {
  /// The names among the entities that GUM annotates: those whose head is a proper noun, without titles, articles
  /// and what follows the name. Demonyms are names of kind `other`; capitalised common nouns are none.
  ///
  /// GUM marks whole phrases with the kind of what they refer to, in brackets that may nest
  /// (`Entity=(3-person-…(4-place-…)3)`); a name is cut out of a phrase by its dependency tree.
  public static func entityNames(_ file: URL, habits: WordHabits) throws -> [Example] {
    var examples: [Example] = []
    var sentence = EntitySentence()
    for line in try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.isEmpty {
        if !sentence.words.isEmpty {
          examples.append(Example(forms: sentence.words.map(\.form), names: sentence.names(habits: habits)))
        }
        sentence = EntitySentence()
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard !line.hasPrefix("#"), fields.count == 10, Int(fields[0]) != nil else { continue }
      sentence.add(fields.map(String.init))
    }
    return examples
  }
}

/// A sentence of GUM with its entities.
private struct EntitySentence {
  struct Word {
    var form: String
    var tag: String
    var isProper: Bool
    var head: Int
    var relation: String
  }

  struct Entity {
    var words: Range<Int>
    var kind: NameKind
  }

  var words: [Word] = []
  private var open: [(id: String, start: Int, kind: NameKind?)] = []
  private var entities: [Entity] = []

  mutating func add(_ fields: [String]) {
    let position = words.count
    words.append(
      Word(
        form: fields[1], tag: fields[4], isProper: fields[3] == "PROPN", head: (Int(fields[6]) ?? 0) - 1,
        relation: fields[7]))
    guard let entry = fields[9].split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else {
      return
    }
    var rest = entry.dropFirst("Entity=".count)
    while let first = rest.first {
      if first == "(" {
        let body = rest.dropFirst().prefix { $0 != "(" && $0 != ")" }
        rest = rest.dropFirst(1 + body.count)
        let parts = body.split(separator: "-")
        open.append(
          (parts.first.map(String.init) ?? "", position, parts.count > 1 ? Self.kind(parts[1]) : nil))
        if rest.first == ")" {
          rest = rest.dropFirst()
          close(open.count - 1, position)
        }
      } else if first == ")" {
        rest = rest.dropFirst()
      } else {
        let id = rest.prefix { $0 != "(" && $0 != ")" }
        rest = rest.dropFirst(id.count)
        if let index = open.lastIndex(where: { $0.id == String(id) }) { close(index, position) }
      }
    }
  }

  private mutating func close(_ index: Int, _ end: Int) {
    let (_, start, kind) = open.remove(at: index)
    if let kind { entities.append(Entity(words: start..<(end + 1), kind: kind)) }
  }

  private static func kind(_ name: Substring) -> NameKind? {
    switch name {
    case "person": .person
    case "organization": .organization
    case "place": .location
    case "object", "abstract", "event": .other
    default: nil
    }
  }

  func names(habits: WordHabits) -> [Name] {
    var names: [Name] = []
    func add(_ name: Name) {
      if !names.contains(where: { $0.tokens.overlaps(name.tokens) }) { names.append(name) }
    }
    let ordered = entities.sorted {
      ($0.words.lowerBound, -$0.words.upperBound) < ($1.words.lowerBound, -$1.words.upperBound)
    }
    for entity in ordered {
      guard let head = entity.words.first(where: { !entity.words.contains(words[$0].head) }),
        words[head].isProper
      else { continue }
      let span = span(of: entity, head: head)
      if span.count == 1 && habits.commonNouns.contains(words[head].form.lowercased()) { continue }
      let isPeople = entity.kind == .person && words[head].tag == "NNPS"
      add(Name(tokens: span, kind: isPeople ? .other : entity.kind))
    }
    for (position, word) in words.enumerated()
    where word.tag.hasPrefix("JJ") && word.form.first!.isUppercase
      && habits.demonyms.contains(word.form.lowercased())
    {
      add(Name(tokens: position..<(position + 1), kind: .other))
    }
    return names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func span(of entity: Entity, head: Int) -> Range<Int> {
    var start = head
    var end = head + 1
    let isPerson = entity.kind == .person
    while start > entity.words.lowerBound {
      let word = words[start - 1]
      let belongs =
        isPerson ? word.relation == "flat" : word.tag.hasPrefix("NNP") && !word.relation.hasPrefix("nmod:")
      guard belongs || word.tag == "HYPH" && start - 1 > entity.words.lowerBound && words[start - 2].isProper
      else { break }
      start -= 1
    }
    while words[start].tag == "HYPH" { start += 1 }
    // To the right, what joins two proper nouns is part of the name.
    var next = end
    while next < entity.words.upperBound {
      let word = words[next]
      if word.isProper && (!isPerson || word.relation == "flat") {
        end = next + 1
      } else if !Self.joints.contains(word.form.lowercased()) || isPerson && word.tag != "HYPH" {
        break
      }
      next += 1
    }
    return start..<end
  }

  private static let joints: Set<String> = ["of", "for", "the", "and", "&", "-", "de", "la", "on"]
}
