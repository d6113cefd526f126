/// Makes Graphviz's drawing a part of a page.
///
/// Only shapes and words of nodes and edges pass, with the attributes listed here and values of harmless characters:
/// whatever names an article holds and whatever Graphviz makes of them, no script, address, style or foreign element
/// reaches the page. Graphviz numbers nodes and edges from 1 in the order of the source; each becomes a group with the
/// attributes that the page gives it.
struct InlineDrawing {
  /// What a group says of itself, for the place of its node or edge in the source, from 0; already escaped.
  let node: (Int) -> String
  let edge: (Int) -> String

  private static let shapes: [String: Set<String>] = [
    "polygon": ["points"], "polyline": ["points"], "path": ["d"], "ellipse": ["cx", "cy", "rx", "ry"],
    "text": ["x", "y", "text-anchor", "font-size", "font-weight"],
  ]
  private static let looks: Set<String> = ["fill", "stroke", "stroke-width", "stroke-dasharray"]

  /// What becomes of an element.
  private enum Fate {
    /// Its tags are written, and its content.
    case kept(closing: String)
    /// Only its content is.
    case unwrapped
    /// Not even that.
    case dropped
  }

  /// The drawing as an `svg` element. Linear.
  ///
  /// - Parameter label: how a screen reader names it; escaped here.
  func inline(_ svg: [UInt8], label: String) -> String {
    var result = ""
    var open: [Fate] = []
    var isInItem = false
    var isInText = false
    var itemDepth = 0
    for piece in MarkupPieces(svg) {
      switch piece {
      case .text(let text):
        if isInText { result += text }
      case .closing:
        guard let fate = open.popLast() else { continue }
        if case .kept(let closing) = fate { result += closing }
        if isInItem, open.count == itemDepth { isInItem = false }
        isInText = false
      case .opening(let name, let attributes, let isEmpty):
        var fate = Fate.unwrapped
        if case .dropped? = open.last {
          fate = .dropped
        } else if name == "svg" {
          fate = .kept(closing: "</svg>")
          let box = attributes.first { $0.name == "viewBox" }.flatMap {
            Self.isHarmless($0.value) ? $0.value : nil
          }
          result += """
            <svg id="drawing" class="drawing" viewBox="\(box ?? "0 0 100 100")" role="group" \
            aria-label="\(HTMLText.escaped(label))" preserveAspectRatio="xMidYMid meet">
            """
        } else if name == "g" {
          let identity = attributes.first { $0.name == "id" }?.value ?? ""
          if let opening = item(identity) {
            fate = .kept(closing: "</g>\n")
            isInItem = true
            itemDepth = open.count
            result += opening
          } else if identity.hasPrefix("graph") {
            fate = .kept(closing: "</g>")
            let kept = attributes.filter { $0.name == "transform" && Self.isHarmless($0.value) }
            result += "<g\(Self.written(kept))>"
          }
        } else if let own = Self.shapes[name], isInItem {
          let kept = attributes.filter { attribute in
            (own.contains(attribute.name) || Self.looks.contains(attribute.name))
              && Self.isHarmless(attribute.value)
          }
          result += "<\(name)\(Self.written(kept))\(isEmpty ? "/>" : ">")"
          fate = .kept(closing: "</\(name)>")
          isInText = name == "text" && !isEmpty
        } else if name != "a" {
          fate = .dropped
        }
        if !isEmpty { open.append(fate) }
      }
    }
    return result
  }

  private func item(_ identity: String) -> String? {
    for (prefix, attributes) in [("node", node), ("edge", edge)] where identity.hasPrefix(prefix) {
      guard let number = Int(identity.dropFirst(prefix.count)), number > 0 else { continue }
      return "<g \(attributes(number - 1))>"
    }
    return nil
  }

  private static func written(_ attributes: [MarkupPieces.Attribute]) -> String {
    attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
  }

  /// Numbers, colours and words; nothing that could end an attribute or call a function other than of geometry.
  private static func isHarmless(_ value: String) -> Bool {
    value.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "#"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"):
        true
      default: false
      }
    } && !value.lowercased().contains("url")
  }
}
