import AllianceGraphs
import Documents
import GraphSamples
import Relations
import Testing

@testable import GraphExport

/// A graph file with one thing wrong gives one located message.
@Suite struct JSONErrorTests {
  private static let valid = #"""
    {
     "format": "alliance-graph", "version": 1,
     "articles": [{"id": "r"}],
     "actors": [{"id": "a", "name": "A", "kind": "state"},
      {"id": "b", "name": "B", "kind": "state"}],
     "relations": [{"source": "a", "type": "backs", "target": "b",
      "status": "asserted", "confidence": 0.5, "evidence": [
       {"article": "r", "start": 0, "end": 9, "text": "a backs b", "trigger": {"start": 2, "end": 7}, "rule": "x"}
     ]}]
    }
    """#

  private func message(_ text: String) -> String? {
    do throws(LocatedError) {
      _ = try AllianceGraph(json: Array(text.utf8), file: "graph.json")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func theUnspoiltFileIsRead() {
    #expect(message(Self.valid) == nil)
  }

  @Test(arguments: [
    (#""version": 1"#, #""version": 3"#, "2: unknown version 3; this program reads version 1"),
    (#""alliance-graph""#, #""gexf""#, #"1: not an alliance graph: "format" is not "alliance-graph""#),
    (#""backs", "#, #""backd", "#, "6: unknown relation type 'backd'; did you mean 'backs'?"),
    (
      #""asserted""#, #""sure""#,
      "7: unknown status 'sure'; known are asserted, alleged, denied, possible, ended"
    ),
    (#""target": "b""#, #""target": "c""#, "6: the target 'c' is not among the actors"),
    (#""target": "b""#, #""target": "a""#, "6: a relation of 'a' with itself"),
    (#""article": "r""#, #""article": "q""#, "8: the article 'q' is not among the articles"),
    (#""start": 0"#, #""start": 10"#, "8: the evidence starts at 10 but ends at 9"),
    (#""start": 2"#, #""start": 8"#, "8: the trigger starts at 8 but ends at 7"),
    (#""start": 0"#, #""start": -1"#, #"8: "start" is not a whole number from 0"#),
    (#"0.5"#, #"1.5"#, #"7: "confidence" is 1.5; it lies between 0 and 1"#),
    (#""id": "b""#, #""id": "a""#, "5: the actor 'a' occurs twice"),
    (#""name": "B""#, #""name": 7"#, #"5: expected "name" as a string, found a number"#),
    (#", "rule": "x""#, "", #"8: "rule" is missing"#),
    (#""rule": "x""#, #""rule": "x", "held": 2015"#, #"8: expected "held" as an object, found a number"#),
    (
      #""rule": "x""#, #""rule": "x", "held": {"from": "May"}"#,
      "8: 'May' is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY"
    ),
    (
      #""rule": "x""#, #""rule": "x", "held": {"from": "2016-02", "until": "2015"}"#,
      #"8: "held" is from 2016-02 but until 2015"#
    ),
    (#""name": "B","#, #""name": "B","name": "C","#, #"5: the key "name" occurs twice in one object"#),
    ("]}]\n}", "]}]\n", "10: the file ends early: expected ',' or '}'"),
    ("]}]\n}", "]}]\n}}", "10: text after the end of the JSON value"),
    ("1,", "01,", "2: expected ',' or '}', found '1'"),
    (#""name": "A""#, #""name": "\ud800""#, "4: half of a surrogate pair in a string"),
    (#""name": "A""#, "\"name\": \"A\n\"", #"4: a control character in a string; write it as \u00XX"#),
  ]) func oneThingWrong(_ part: String, _ replacement: String, _ expected: String) throws {
    let range = try #require(Self.valid.firstRange(of: part))
    var text = Self.valid
    text.replaceSubrange(range, with: replacement)
    #expect(message(text) == "graph.json:" + expected)
  }

  /// Cut anywhere, a file is an error rather than half a graph; so is one with any byte of its strings broken.
  @Test func aFileCutAnywhereIsAnError() {
    let bytes = Array(Self.valid.utf8)
    for end in 0..<bytes.count {
      #expect(throws: LocatedError.self) { try AllianceGraph(json: Array(bytes[..<end]), file: "cut.json") }
    }
  }

  /// Whatever happens to a file's bytes, reading ends in an error with its place or in a graph that can be written.
  @Test func brokenBytesNeverCrash() throws {
    let bytes = AllianceGraph.story.json()
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "\"", "\\u", "{", "]", ",", "-", "1e999", "9223372036854775808", "null", "\u{FEFF}", "[[", "é",
    ]
    var errors = 0
    for _ in 0..<150 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let start = Int.random(in: 0..<broken.count, using: &generator)
        let end = min(broken.count, start + Int.random(in: 0...4, using: &generator))
        let noise = [UInt8.random(in: 0...255, using: &generator)]
        broken.replaceSubrange(
          start..<end, with: Bool.random(using: &generator) ? noise : Array(pieces.pick(&generator).utf8))
      }
      do throws(LocatedError) {
        let graph = try AllianceGraph(json: broken, file: "broken.json")
        #expect(try AllianceGraph(json: graph.json(), file: "again.json") == graph)
      } catch {
        errors += 1
        #expect(error.line >= 1 && error.line <= 1 + broken.count { $0 == UInt8(ascii: "\n") })
      }
    }
    #expect(errors > 75)
  }

  @Test func invalidUTF8AndDeepNestingAreErrors() {
    #expect(throws: LocatedError.self) {
      try AllianceGraph(json: Array("{\"format\": \"".utf8) + [0xFF, 0x22, 0x7D], file: "latin.json")
    }
    #expect(message(String(repeating: "[", count: 100_000)) == "graph.json:1: nested deeper than 100 levels")
  }
}
