import AllianceGraphs
import AllianceKit
import ArticleFormats
import Documents
import GraphExport
import Linguistics

/// What the inputs of a command hold.
struct Inputs {
  var articles: [Article] = []
  var graphs: [AllianceGraph] = []
  /// Whether something could not be read; the rest is here all the same.
  var hasFailed = false

  var isEmpty: Bool { articles.isEmpty && graphs.isEmpty }
}

/// Reads files of articles, folders of them and graphs, and tells them apart by content and ending.
///
/// What is wrong with one input is said, and does not keep the others from being read.
struct InputReader {
  let terminal: Terminal
  /// For all articles, whatever they say themselves.
  var date: String?
  var publisher: String?
  /// Whether to read what is not English, too.
  var anyLanguage: Bool

  private var inputs = Inputs()
  private var found: [(article: Article, path: String)] = []

  init(terminal: Terminal, date: String?, publisher: String?, anyLanguage: Bool) {
    self.terminal = terminal
    self.date = date
    self.publisher = publisher
    self.anyLanguage = anyLanguage
  }

  func read(_ paths: [String]) -> Inputs {
    var reader = self
    for path in paths { reader.attempt { reader throws(FileFault) in try reader.read(path) } }
    reader.inputs.articles = reader.markingCopies(reader.distinctlyNamed())
    return reader.inputs
  }

  private mutating func attempt(_ work: (inout InputReader) throws(FileFault) -> Void) {
    do throws(FileFault) {
      try work(&self)
    } catch {
      terminal.say("\(error)")
      inputs.hasFailed = true
    }
  }

  private mutating func read(_ path: String) throws(FileFault) {
    if path == "-" {
      let bytes: [UInt8]
      do { bytes = try terminal.readInput() } catch {
        throw FileFault(path: "standard input", message: "cannot be read")
      }
      try take(bytes, path: "standard input", id: "standard-input")
    } else if try Files.kind(of: path) == .folder {
      var isEmpty = true
      try readFolder(path, &isEmpty)
      if isEmpty {
        let endings = ArticleFormat.endings.map { "." + $0 }.joined(separator: ", ")
        throw FileFault(path: path, message: "no files in this folder that end in one of \(endings)")
      }
    } else {
      try readFile(path)
    }
  }

  private mutating func readFile(_ path: String, _ row: SideTable.Row = .init()) throws(FileFault) {
    let name = Files.name(of: path)
    let id = name.lastIndex(of: ".").map { name[..<$0] }.flatMap { $0.isEmpty ? nil : String($0) } ?? name
    try take(try Files.read(path), path: path, id: id, row)
  }

  private mutating func readFolder(_ folder: String, _ isEmpty: inout Bool) throws(FileFault) {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let names = try Files.names(in: folder)
    var table = SideTable()
    if names.contains(SideTable.name) {
      attempt { _ throws(FileFault) in
        table = try SideTable(Files.read(prefix + SideTable.name), path: prefix + SideTable.name)
      }
    }
    for name in names {
      let path = prefix + name
      var isEmptySoFar = isEmpty
      attempt { reader throws(FileFault) in
        if try Files.kind(of: path) == .folder {
          // A link to a folder may lead round in circles.
          if !Files.isLink(path) { try reader.readFolder(path, &isEmptySoFar) }
        } else if ArticleFormat.endings.contains(where: { name.lowercased().hasSuffix("." + $0) }) {
          isEmptySoFar = false
          try reader.readFile(path, table[name])
        }
      }
      isEmpty = isEmptySoFar
    }
  }

  private mutating func take(
    _ bytes: [UInt8], path: String, id: String, _ row: SideTable.Row = .init()
  ) throws(FileFault) {
    switch try TextContent.classify(bytes, path: path) {
    case .articles(let format):
      let file: ArticleFile
      do throws(ArticleFault) { file = try ArticleFile(bytes, format: format, id: id) } catch {
        throw FileFault(error, in: path)
      }
      for fault in file.faults { attempt { _ throws(FileFault) in throw FileFault(fault, in: path) } }
      for var article in file.articles {
        article.date = date ?? row.date ?? article.date
        article.publisher = publisher ?? row.publisher ?? article.publisher
        article.url = row.url ?? article.url
        if !anyLanguage, let foreign = ForeignText(article.text) {
          let subject = file.articles.count > 1 ? "'\(article.id)' " : ""
          let message = "\(subject)\(foreign); nothing was extracted (--any-language reads it all the same)"
          attempt { _ throws(FileFault) in throw FileFault(path: path, message: message) }
        } else {
          found.append((article, path))
        }
      }
    case .graph:
      do throws(LocatedError) {
        inputs.graphs.append(try AllianceGraph(json: bytes, file: path))
      } catch {
        throw FileFault(path: "\(error.file):\(error.line)", message: error.reason)
      }
    }
  }

  /// The articles by id. The same text under the same name counts once; other texts of that name are numbered in the
  /// order of their texts, so that the order of the inputs does not matter.
  private func distinctlyNamed() -> [(article: Article, path: String)] {
    let ordered = found.sorted { a, b in
      (a.article.id, a.article.text) < (b.article.id, b.article.text)
    }
    var result: [(article: Article, path: String)] = []
    var taken = Set(found.map(\.article.id))
    var last: Article?
    for (article, path) in ordered where article != last {
      var named = article
      if article.id == last?.id {
        var number = 2
        while !taken.insert("\(article.id)-\(number)").inserted { number += 1 }
        named.id = "\(article.id)-\(number)"
        terminal.say("\(path): another article is called '\(article.id)'; this one is taken as '\(named.id)'")
      }
      result.append((named, path))
      last = article
    }
    return result
  }

  /// The articles, of which those that are copies of one text say so; that is said on standard error, too.
  private func markingCopies(_ articles: [(article: Article, path: String)]) -> [Article] {
    let marked = articles.map(\.article).markingCopies()
    for (article, path) in zip(marked, articles.map(\.path)) {
      guard let original = article.copyOf else { continue }
      let subject = path.contains(article.id) ? "" : "'\(article.id)', "
      terminal.say("\(path): \(subject)a copy of '\(original)'; they count as one source")
    }
    return marked
  }
}
