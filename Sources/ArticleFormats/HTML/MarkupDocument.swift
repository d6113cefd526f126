import CLibXML2

/// A parsed page or feed, freed with this value.
struct MarkupDocument: ~Copyable {
  private let document: xmlDocPtr
  /// On which line the text first was not well-formed, and how.
  private(set) var error: (line: Int, message: String)?
  /// Whether the document was ended before its end because elements nest too deep.
  private(set) var isCut = false

  /// libxml2's own limit, beyond which it would stop without a word.
  static let deepest: Int32 = 256

  /// What must be done once before the parser is used from several threads.
  private static let isReady: Void = xmlInitParser()

  /// Parses a page in UTF-8; nil where nothing can be made of it.
  init?(page: [UInt8]) {
    Self.isReady
    var report = alliance_xml_report()
    report.deepest = Self.deepest
    let parsed = page.withUnsafeBytes {
      alliance_html_read($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), &report)
    }
    guard let parsed else { return nil }
    document = parsed
    isCut = report.is_cut != 0
  }

  /// Parses XML as far as it goes; nil where nothing can be made of it.
  ///
  /// - Parameter isUTF8: whether the text is UTF-8 even if it declares something else.
  init?(xml: [UInt8], isUTF8: Bool) {
    Self.isReady
    var report = alliance_xml_report()
    let parsed = xml.withUnsafeBytes {
      alliance_xml_read(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), isUTF8 ? "UTF-8" : nil, &report)
    }
    if report.line > 0 {
      let message = withUnsafeBytes(of: report.message) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      error = (
        Int(report.line), given(message).map { $0.prefix(1).lowercased() + $0.dropFirst() } ?? "not XML"
      )
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  /// Calls a function with the first element.
  func withRoot<Result>(_ body: (MarkupNode) -> Result) -> Result? {
    xmlDocGetRootElement(document).map { body(MarkupNode($0)) }
  }
}

/// A node of a document; valid as long as the document.
struct MarkupNode {
  let pointer: xmlNodePtr

  init(_ pointer: xmlNodePtr) { self.pointer = pointer }

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
  var isText: Bool {
    pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE
  }

  var line: Int { Int(xmlGetLineNo(pointer)) }
  var firstChild: MarkupNode? { pointer.pointee.children.map(MarkupNode.init) }
  var next: MarkupNode? { pointer.pointee.next.map(MarkupNode.init) }
  var parent: MarkupNode? {
    pointer.pointee.parent.flatMap { $0.pointee.type == XML_ELEMENT_NODE ? MarkupNode($0) : nil }
  }

  /// The name in lower case, with the prefix of its namespace in a feed: `content:encoded`.
  var name: String {
    guard let name = pointer.pointee.name else { return "" }
    let local = String(cString: UnsafePointer(name)).lowercased()
    guard let prefix = pointer.pointee.ns?.pointee.prefix else { return local }
    return String(cString: UnsafePointer(prefix)).lowercased() + ":" + local
  }

  /// Calls a function with the bytes of a text node.
  func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let content = pointer.pointee.content else { return }
    body(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
  }

  /// The value of an attribute; nil where the element has none of that name.
  ///
  /// Reads the first text of the attribute alone, so that a reference to an entity expands to nothing.
  func attribute(_ name: String) -> String? {
    var attribute = pointer.pointee.properties
    while let current = attribute {
      if let spelled = current.pointee.name, String(cString: UnsafePointer(spelled)).lowercased() == name {
        guard let text = current.pointee.children, let content = text.pointee.content else { return "" }
        return String(cString: UnsafePointer(content))
      }
      attribute = current.pointee.next
    }
    return nil
  }

  var children: [MarkupNode] {
    var result: [MarkupNode] = []
    var child = firstChild
    while let current = child {
      result.append(current)
      child = current.next
    }
    return result
  }

  /// All text below the node; of references to entities only those to characters that HTML names.
  var text: String {
    var result: [UInt8] = []
    walk { node in
      if node.isText {
        node.withText { result += $0 }
      } else if node.pointee.type == XML_ENTITY_REF_NODE {
        let scalar = Unicode.Scalar(alliance_html_entity(node.pointee.name)) ?? " "
        result += Array(String(scalar == "\0" ? " " : scalar).utf8)
        return false
      }
      return true
    }
    return String(decoding: result, as: UTF8.self)
  }

  private var pointee: xmlNode { pointer.pointee }

  /// Visits the node and what is below it in the order of the document, without recursion.
  ///
  /// - Parameters:
  ///   - enter: whether to visit the children.
  ///   - leave: called after the children of a node that was entered, or at once where there are none.
  func walk(enter: (MarkupNode) -> Bool, leave: (MarkupNode) -> Void = { _ in }) {
    var current = self
    while true {
      if enter(current) {
        if current.isElement || current.pointer == pointer, let child = current.firstChild {
          current = child
          continue
        }
        leave(current)
      }
      while current.pointer != pointer, current.next == nil {
        guard let parent = current.pointer.pointee.parent else { return }
        current = MarkupNode(parent)
        leave(current)
      }
      if current.pointer == pointer { return }
      current = current.next!
    }
  }
}
