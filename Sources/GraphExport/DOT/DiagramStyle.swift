import Relations

/// How the picture looks. Colours of lines are those of Okabe and Ito, told apart also by readers who are
/// colour-blind, darkened where they were faint on white; what colour says, the ends of the lines say too.
enum DiagramStyle {
  /// Graphviz writes this name with a fallback to any sans-serif font.
  static let font = "Helvetica"
  static let boldFont = "Helvetica-Bold"
  static let ink = "#333333"
  static let faintInk = "#666666"

  /// The ends and the line of a type of relation.
  struct Line {
    var color: String
    /// Graphviz's names of the arrows at the source and at the target.
    var tail: String
    var head: String
    /// Drawn as two lines side by side.
    var isDouble = false
    /// The size of the ends.
    var endSize = "0.8"
    var extraWidth = 0.0
    /// The line in the legend, in characters that every common font has.
    var sample: String
  }

  static func line(_ type: RelationType) -> Line {
    switch type {
    case .backs:
      Line(color: "#0072B2", tail: "none", head: "normal", sample: "──►")
    case .alliedWith:
      Line(color: "#00875F", tail: "none", head: "none", isDouble: true, sample: "═══")
    case .fighting:
      Line(color: "#C6420A", tail: "normal", head: "normal", endSize: "0.6", extraWidth: 0.6, sample: "◄─►")
    case .opposes:
      Line(color: "#C78500", tail: "none", head: "tee", sample: "──┤")
    case .negotiatesWith:
      Line(color: "#A8508A", tail: "odot", head: "odot", sample: "○─○")
    case .partOf:
      Line(color: "#6B6B6B", tail: "none", head: "odiamond", sample: "──◊")
    }
  }

  static func name(_ type: RelationType) -> String {
    type.rawValue.replacing("_", with: " ")
  }

  /// The fill and outline of a kind of actor.
  struct Box {
    var fill: String
    var isRounded: Bool
    var hasDoubleOutline = false
  }

  static func box(_ kind: ActorKind) -> Box {
    switch kind {
    case .state: Box(fill: "#DCE7F2", isRounded: false)
    case .government: Box(fill: "#C9DAEA", isRounded: false)
    case .armedGroup: Box(fill: "#F5E1C8", isRounded: true)
    case .coalition: Box(fill: "#E2EDD0", isRounded: true, hasDoubleOutline: true)
    case .internationalOrganization: Box(fill: "#E7E0F0", isRounded: true)
    case .politicalParty: Box(fill: "#FAF3C8", isRounded: false)
    case .community: Box(fill: "#F6DDE4", isRounded: true)
    case .person: Box(fill: "#FFFFFF", isRounded: true)
    case .other: Box(fill: "#EEEEEE", isRounded: false)
    }
  }

  static func name(_ kind: ActorKind) -> String {
    kind.rawValue.replacing("_", with: " ")
  }

  /// The pattern of the line: solid for what is asserted, dotted for what may come, dashed for the rest.
  static func pattern(_ status: Status) -> String? {
    switch status {
    case .asserted: nil
    case .possible: "dotted"
    case .alleged, .denied, .ended: "dashed"
    }
  }

  static func color(_ change: Diagram.Change) -> String {
    switch change {
    case .added: "#00875F"
    case .gone: "#C62828"
    case .changed: "#C78500"
    case .unchanged: "#A0A0A0"
    }
  }

  static func fill(_ change: Diagram.Change) -> String {
    switch change {
    case .added: "#DDF3E6"
    case .gone: "#FBE3E1"
    case .changed: "#FFF0CC"
    case .unchanged: "#F5F5F5"
    }
  }

  static func name(_ change: Diagram.Change) -> String {
    switch change {
    case .added: "new"
    case .gone: "gone"
    case .changed: "changed"
    case .unchanged: "as before"
    }
  }

  /// The width of a line, in points with one digit: grows with the logarithm of the number of pieces of evidence.
  static func width(weight: Int, _ line: Line) -> Double {
    let doublings = Int.bitWidth - (max(weight, 1) - 1).leadingZeroBitCount
    return 1.2 + 0.6 * Double(min(doublings, 4)) + line.extraWidth
  }
}
