import CResources
import Documents
import Linguistics
import Testing

@testable import Extraction

/// A text read with the embedded model, with what each of its expressions was resolved to.
struct ResolvedText {
  private let resolved: ResolvedDocument

  init(_ text: String, date: String? = nil) throws {
    let tools = try #require(Self.tools)
    let article = Article(id: "example", title: "", date: date, text: text)
    resolved = tools.extractor.resolve(tools.reader.read(article))
  }

  /// The ids of the actors that the expression means where it last occurs; empty where it means none.
  func actors(_ text: String) -> [String] {
    var result: [String] = []
    for tree in resolved.trees {
      for case let mention? in resolved.mentions[tree.index]
      where tree.text(mention.tokens, in: resolved.article) == text {
        result = mention.actors.map { resolved.register[$0].id }
      }
    }
    return result
  }

  private static let tools: (reader: Reader, extractor: Extractor)? = {
    typealias Blob = (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
    func bytes(_ blob: Blob) -> UnsafeRawBufferPointer {
      var length = 0
      let start = blob(&length)
      return UnsafeRawBufferPointer(start: start, count: length)
    }
    func text(_ blob: Blob) -> String { String(decoding: bytes(blob), as: UTF8.self) }
    guard let model = try? LanguageModel(bytes: bytes(alliance_language_model)),
      let gazetteer = try? Gazetteer(parsing: [
        (file: "states.txt", text: text(alliance_states)), (file: "groups.txt", text: text(alliance_groups)),
      ]),
      let extractor = try? Extractor(
        gazetteer: gazetteer, words: text(alliance_words), frames: text(alliance_frames))
    else { return nil }
    return (Reader(model: model), extractor)
  }()
}
