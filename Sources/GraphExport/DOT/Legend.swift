import Relations

/// The heading of a picture: what it is about, whence it comes, and what its lines and boxes mean, as an HTML-like
/// label. The legend lists only what occurs.
struct Legend {
  private let diagram: Diagram
  private let isComparison: Bool

  init(_ diagram: Diagram) {
    self.diagram = diagram
    isComparison = diagram.edges.contains { $0.change != nil } || diagram.nodes.contains { $0.change != nil }
  }

  /// The label, between `<` and `>`. Empty where there is nothing to say.
  var label: String {
    var rows: [String] = []
    if !diagram.title.isEmpty {
      let title = DOTText.wrapped(DOTText.shortened(diagram.title, to: 200), width: titleWidth)
      rows.append(row(font(DOTText.html(title), size: 19, face: DiagramStyle.boldFont), padding: 2))
    }
    if !diagram.subtitle.isEmpty {
      let subtitle = diagram.subtitle.split(separator: "\n").map {
        DOTText.wrapped(DOTText.shortened(String($0), to: 200), width: titleWidth * 5 / 4)
      }.joined(separator: "\n")
      rows.append(row(font(DOTText.html(subtitle), size: 12, color: DiagramStyle.faintInk), padding: 2))
    }
    for line in lines(of: lineItems) { rows.append(row(line.joined(separator: gap), padding: 4)) }
    for line in lines(of: kinds.map(box)) { rows.append(row(boxRow(line), padding: 4)) }
    if rows.isEmpty { return "" }
    rows.append("<TR><TD HEIGHT=\"12\"></TD></TR>")
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">\(rows.joined())</TABLE>"
  }

  // A small picture shall not become wide for its heading alone.
  private var titleWidth: Int { diagram.nodes.count <= 4 ? 40 : diagram.nodes.count <= 9 ? 54 : 68 }
  private var itemsPerLine: Int { diagram.nodes.count <= 4 ? 4 : 6 }
  private var gap: String { "\u{2003}\u{2002}" }

  /// Samples of lines with their names.
  private var lineItems: [String] {
    let types = RelationType.allCases
      .filter { type in diagram.edges.contains { $0.type == type } }
      .map { item(DiagramStyle.line($0).sample, color(of: $0), DiagramStyle.name($0)) }
    if isComparison {
      let changes = Diagram.Change.allCases
        .filter { change in diagram.edges.contains { $0.change == change } }
        .map { item($0 == .gone ? "- - -" : "───", DiagramStyle.color($0), DiagramStyle.name($0)) }
      return changes + types
    }
    let statuses = Status.allCases
      .filter { status in status != .asserted && diagram.edges.contains { $0.status == status } }
      .map { item($0 == .possible ? "· · ·" : "- - -", DiagramStyle.faintInk, $0.rawValue) }
    return types + statuses
  }

  private func color(of type: RelationType) -> String {
    isComparison ? DiagramStyle.ink : DiagramStyle.line(type).color
  }

  private var kinds: [ActorKind] {
    isComparison ? [] : ActorKind.allCases.filter { kind in diagram.nodes.contains { $0.kind == kind } }
  }

  /// Cuts a list into lines of about the same length.
  private func lines(of items: [String]) -> [[String]] {
    let count = (items.count + itemsPerLine - 1) / itemsPerLine
    let length = count == 0 ? 1 : (items.count + count - 1) / count
    return stride(from: 0, to: items.count, by: length).map {
      Array(items[$0..<min($0 + length, items.count)])
    }
  }

  private func item(_ sample: String, _ color: String, _ name: String) -> String {
    font(sample, size: 11, color: color, face: DiagramStyle.boldFont) + font("\u{2002}" + name, size: 11)
  }

  private func box(_ kind: ActorKind) -> String {
    let box = DiagramStyle.box(kind)
    let rounded = box.isRounded ? " STYLE=\"ROUNDED\"" : ""
    let name = font(DiagramStyle.name(kind), size: 11)
    let filled = """
      <TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3" COLOR="#666666"\(rounded) \
      BGCOLOR="\(box.fill)"><TR><TD>\(name)</TD></TR></TABLE>
      """
    guard box.hasDoubleOutline else { return filled }
    return """
      <TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2" COLOR="#666666"\(rounded)>\
      <TR><TD>\(filled)</TD></TR></TABLE>
      """
  }

  /// Boxes side by side. A table shares out what width it has to spare among its columns: those of an empty cell that
  /// spans many take nearly all of it, and the boxes stay small.
  private func boxRow(_ boxes: [String]) -> String {
    let cells = boxes.map { "<TD>\($0)</TD><TD WIDTH=\"7\"></TD>" }.joined()
    return """
      <TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>\(cells)\
      <TD COLSPAN="100"></TD></TR></TABLE>
      """
  }

  private func row(_ content: String, padding: Int = 0) -> String {
    "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\" CELLPADDING=\"\(padding)\">\(content)</TD></TR>"
  }

  private func font(
    _ text: String, size: Int, color: String = DiagramStyle.ink, face: String = DiagramStyle.font
  ) -> String {
    "<FONT FACE=\"\(face)\" POINT-SIZE=\"\(size)\" COLOR=\"\(color)\">\(text)</FONT>"
  }
}
