import AllianceGraphs
import Relations

/// The short articles of one phenomenon.
struct PhenomenonSection {
  var name: String
  /// How many of them may be misread.
  var allowance: Int
  /// Counted from 0.
  var line: Int
  var cases: [PhenomenonCase] = []
}

/// A short article with all that it says of actors and their relations.
struct PhenomenonCase {
  var title: String
  var text: String
  var isKnownMiss: Bool
  /// Counted from 0.
  var line: Int
  var expected: [ExpectedRelation] = []
}

/// A relation as the file writes it: `Russia --backs/material--> Mali [alleged]`.
struct ExpectedRelation: CustomStringConvertible {
  var source: String
  var type: RelationType
  var support: SupportKind?
  var target: String
  var status: Status
  var description: String
}

/// Reads the format that the head of `phenomena.txt` describes.
enum PhenomenaFile {
  struct Failure: Error, CustomStringConvertible {
    var line: Int
    var reason: String
    var description: String { "phenomena.txt:\(line + 1): \(reason)" }
  }

  static func sections(in text: String) throws -> [PhenomenonSection] {
    var sections: [PhenomenonSection] = []
    var isOpen = false
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      func failure(_ reason: String) -> Failure { Failure(line: number, reason: reason) }
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("== ") {
        let parts = line.dropFirst(3).split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let allowance = Int(parts[1].drop { $0 == " " }) else {
          throw failure("expected '== NAME: COUNT'")
        }
        sections.append(PhenomenonSection(name: String(parts[0]), allowance: allowance, line: number))
      } else if line.hasPrefix("    ") {
        guard var last = sections.last?.cases.last, isOpen else { throw failure("no article stands above") }
        let content = line.drop { $0 == " " }
        if content != "nothing" {
          guard let relation = relation(String(content)) else {
            throw failure("expected 'SOURCE --TYPE--> TARGET [STATUS]' or 'nothing', found '\(content)'")
          }
          last.expected.append(relation)
        } else if !last.expected.isEmpty {
          throw failure("'nothing' contradicts what stands above")
        }
        sections[sections.count - 1].cases[sections[sections.count - 1].cases.count - 1] = last
      } else {
        guard !sections.isEmpty else { throw failure("no section has begun") }
        let isKnownMiss = line.hasPrefix("~ ")
        let parts = line.dropFirst(isKnownMiss ? 2 : 0).components(separatedBy: " | ")
        sections[sections.count - 1].cases.append(
          PhenomenonCase(
            title: parts.count == 2 ? parts[0] : "What the day brought", text: parts[parts.count - 1],
            isKnownMiss: isKnownMiss, line: number))
        isOpen = true
      }
    }
    return sections
  }

  private static func relation(_ text: String) -> ExpectedRelation? {
    guard let match = text.wholeMatch(of: #/(.+?) --(\w+)(?:/(\w+))?--(>?) (.+?)(?: \[(\w+)\])?/#),
      let type = RelationType(rawValue: String(match.2)), type.isSymmetric == match.4.isEmpty,
      let status = match.6.map({ Status(rawValue: String($0)) }) ?? .asserted
    else { return nil }
    let support = match.3.flatMap { SupportKind(rawValue: String($0)) }
    guard (support == nil) == (match.3 == nil) else { return nil }
    return ExpectedRelation(
      source: String(match.1), type: type, support: support, target: String(match.5), status: status,
      description: text)
  }
}

extension PhenomenonCase {
  /// What a graph of the article has that should not be there, lacks or says otherwise; nil where it is right.
  func fault(in graph: AllianceGraph) -> String? {
    var left = graph.relations
    var faults: [String] = []
    for relation in expected {
      guard let index = left.firstIndex(where: { relation.isStated(by: $0, in: graph) }) else {
        faults.append("lacks \(relation)")
        continue
      }
      let edge = left.remove(at: index)
      if edge.status != relation.status { faults.append("\(edge.status): \(relation)") }
      if let support = relation.support, edge.support != support {
        faults.append("\(edge.support.map(\.rawValue) ?? "no support"): \(relation)")
      }
    }
    for edge in left {
      faults.append(
        "has \(edge.relation.source) \(edge.relation.type.rawValue) \(edge.relation.target) \(edge.status)")
    }
    return faults.isEmpty ? nil : faults.joined(separator: "; ")
  }
}

extension ExpectedRelation {
  fileprivate func isStated(by edge: Edge, in graph: AllianceGraph) -> Bool {
    let relation = edge.relation
    guard relation.type == type else { return false }
    func means(_ id: ActorID, _ name: String) -> Bool {
      graph.actors.contains { $0.id == id && $0.isCalled(name) }
    }
    return means(relation.source, source) && means(relation.target, target)
      || type.isSymmetric && means(relation.source, target) && means(relation.target, source)
  }
}

extension Actor {
  /// Whether one of its names is this one, or has it before or after its other words ("Tuareg rebels" for "rebels").
  fileprivate func isCalled(_ name: String) -> Bool {
    let name = name.lowercased()
    return (aliases + [self.name, id.replacing("-", with: " ")]).contains {
      let other = $0.lowercased()
      return other == name || other.hasPrefix(name + " ") || other.hasSuffix(" " + name)
        || other.hasSuffix("-" + name)
    }
  }
}
