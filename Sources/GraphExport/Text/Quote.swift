import AllianceGraphs
import Relations

/// A piece of evidence as text: `“… the Front, which Arland arms …” — report-01, The Gazette, 2019-03-05`.
struct Quote {
  let mention: RelationMention
  let graph: AllianceGraph
  let style: TextStyle

  /// - Parameter status: that of the edge; the quote says when its own differs.
  func text(status: Status) -> String {
    let evidence = mention.evidence
    var origin = [singleLine(evidence.article)]
    let article = graph.article(evidence.article)
    origin += [article?.publisher, article?.date].compactMap { $0.map(singleLine) }
    if let original = article?.copyOf { origin.append("copy of \(singleLine(original))") }
    if let speaker = evidence.attribution { origin.append("according to \(singleLine(speaker))") }
    let own = mention.status == status ? "" : " (\(mention.status.rawValue))"
    return "“\(excerpt)”\(own) " + style.paint("— \(origin.joined(separator: ", "))", .faint)
  }

  /// The quote in one line, cut at words around the trigger where it is too long.
  private var excerpt: String {
    let whole = singleLine(mention.evidence.text)
    if whole.count <= style.quoteLength { return whole }
    let words = whole.split(separator: " ")
    // Where the trigger is, as a share of the quote: cutting spaces has shifted the offsets themselves.
    let range = mention.evidence.range
    let share = Double(mention.evidence.trigger.lowerBound - range.lowerBound) / Double(max(range.count, 1))
    var center = 0
    var passed = 0
    for (index, word) in words.enumerated() {
      if Double(passed) <= share * Double(whole.utf8.count) { center = index }
      passed += word.utf8.count + 1
    }
    var shown = center..<(center + 1)
    var length = words[center].count
    while true {
      let canGrowLeft = shown.lowerBound > 0
      let canGrowRight = shown.upperBound < words.count
      let growsLeft = canGrowLeft && (!canGrowRight || center - shown.lowerBound < shown.upperBound - center)
      guard canGrowLeft || canGrowRight else { break }
      let next = growsLeft ? shown.lowerBound - 1 : shown.upperBound
      length += words[next].count + 1
      if length > style.quoteLength { break }
      shown = growsLeft ? next..<shown.upperBound : shown.lowerBound..<(next + 1)
    }
    let text = words[shown].joined(separator: " ")
    return (shown.lowerBound > 0 ? "… " : "") + text + (shown.upperBound < words.count ? " …" : "")
  }
}
