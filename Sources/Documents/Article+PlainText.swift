extension Article {
  /// An article read from plain text, whose first line that is not empty is the headline; a line of more than
  /// 300 bytes is none.
  ///
  /// What the text does not say of itself (when and by whom it was published) is given from outside.
  /// - Complexity: linear in the length of the headline and what stands before it.
  public init(
    id: String, plainText text: String, date: String? = nil, publisher: String? = nil, url: String? = nil
  ) {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
    var title = scalars[start...].prefix { $0 != "\n" && $0 != "\r" }
    while let last = title.last, isBlank(last) { title.removeLast() }
    let headline = String(Substring(title))
    self.init(
      id: id, title: headline.utf8.count <= 300 ? headline : "", date: date, publisher: publisher, url: url,
      text: text)
  }
}
