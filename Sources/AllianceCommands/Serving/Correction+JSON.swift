import Corrections
import Documents
import GraphExport
import JSONReading
import LoopbackServer

extension Correction {
  /// Reads a correction with the keys that it has in a file.
  ///
  /// - Throws: `Problem` with what is wrong.
  init(json members: [String: JSONValue]) throws {
    // The file's own reader decides what is right; it gets what was sent as flow YAML, of which JSON is a part.
    var text = JSONText()
    var fault: String?
    text.object { text in
      text.key("corrections")
      text.array([0]) { text, _ in
        text.object { text in
          for key in members.keys.sorted() {
            switch members[key]!.content {
            case .null: continue
            case .string(let string): text.member(key, string)
            case .array(let values):
              text.key(key)
              text.array(values, inline: true) { text, value in
                if case .string(let string) = value.content { text.string(string) } else { fault = key }
              }
            default: fault = key
            }
          }
        }
      }
    }
    if let fault {
      throw Problem(422, "Unprocessable Content", "'\(fault)' must be a text or a list of texts")
    }
    do throws(LocatedError) {
      let file = try CorrectionFile(String(decoding: text.bytes, as: UTF8.self), name: "correction")
      self = file.corrections[0]
    } catch {
      throw Problem(422, "Unprocessable Content", error.reason)
    }
  }
}
