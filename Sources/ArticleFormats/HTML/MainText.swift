/// Finds the blocks of a page that are its article.
///
/// 1. Blocks are told from furniture by their number of words and share of linked words and those of their neighbours:
///    the decision tree of Christian Kohlschütter, Peter Fankhauser and Wolfgang Nejdl, "Boilerplate Detection using
///    Shallow Text Features", WSDM 2010 (the one learnt from news, by numbers of words).
/// 2. Elements whose names or roles say that they are no article (comments, related stories, notices about cookies,
///    tables) are left out, unless they hold most of the content and the article's heading: such names mislead.
/// 3. The article is the innermost element that holds most of the content that is left; elements that say they are
///    articles are preferred. Paragraphs right beside it belong to it (as in Arc90's Readability).
/// 4. Of the blocks inside, those are kept that are content, or short sentences and headings between content.
struct MainText {
  private let outline: PageOutline
  private var blocks: [TextBlock]
  private var isLeftOut: [Bool]
  /// For each block, how many words of content there are before it.
  private var contentBefore: [Int] = []

  /// The paragraphs of the article on a page, in order. Linear in the size of the page.
  static func paragraphs(of outline: PageOutline, title: String) -> [String] {
    var text = MainText(outline)
    text.classify()
    text.leaveOutFurniture()
    // What is left has other neighbours now.
    text.classify()
    return text.kept(in: text.container(), title: title)
  }

  private init(_ outline: PageOutline) {
    self.outline = outline
    blocks = outline.blocks
    isLeftOut = Array(repeating: false, count: outline.blocks.count)
  }

  /// Step 1, of the blocks that are not left out.
  private mutating func classify() {
    let kept = blocks.indices.filter { !isLeftOut[$0] }
    for (place, index) in kept.enumerated() {
      let previous = place > 0 ? blocks[kept[place - 1]] : nil
      let (words, next) = (blocks[index].words, place + 1 < kept.count ? blocks[kept[place + 1]].words : 0)
      let isContent: Bool
      if blocks[index].linkDensity > 0.333333 {
        isContent = false
      } else if (previous?.linkDensity ?? 0) <= 0.555556 {
        isContent = words > 16 || next > 15 || (previous?.words ?? 0) > 4
      } else {
        isContent = words > 40 || next > 17
      }
      blocks[index].isContent = isContent && blocks[index].kind != .heading
    }
    countContent()
  }

  private mutating func countContent() {
    contentBefore = [0]
    for index in blocks.indices {
      // Short blocks are content only by their neighbours, and shall not decide where the article is.
      let counts = blocks[index].isContent && !isLeftOut[index] && blocks[index].words > 10
      contentBefore.append(contentBefore[index] + (counts ? blocks[index].words : 0))
    }
  }

  private func content(_ range: Range<Int>) -> Int {
    contentBefore[range.upperBound] - contentBefore[range.lowerBound]
  }

  /// Step 2.
  private mutating func leaveOutFurniture() {
    let furniture = outline.elements.indices.filter(isFurniture)
    let total = content(blocks.indices)
    // What is content and in no furniture; nested elements count once.
    var inFurniture = 0
    var end = 0
    for index in furniture where outline.elements[index].blocks.lowerBound >= end {
      inFurniture += content(outline.elements[index].blocks)
      end = max(end, outline.elements[index].blocks.upperBound)
    }
    let isEnoughOutside = total - inFurniture >= 40
    end = 0
    for index in furniture {
      let range = outline.elements[index].blocks
      guard range.upperBound > end, !range.isEmpty else { continue }
      let holdsMost = 2 * content(range) > total
      if holdsMost, !isEnoughOutside || holdsArticle(index) { continue }
      for block in range { isLeftOut[block] = true }
      end = range.upperBound
    }
  }

  /// Whether an element holds the main heading, or one that says it is the article.
  private func holdsArticle(_ element: Int) -> Bool {
    if Furniture.isReaders(outline.elements[element]) { return false }
    let range = outline.elements[element].blocks
    if blocks[range].contains(where: { $0.kind == .heading && $0.level == 1 }) { return true }
    for index in (element + 1)..<max(outline.elements.count, element + 1) {
      let inner = outline.elements[index]
      if inner.blocks.lowerBound >= range.upperBound { break }
      if Furniture.isArticle(inner), !isFurniture(index), 2 * content(inner.blocks) > content(range) {
        return true
      }
    }
    return false
  }

  private func isFurniture(_ index: Int) -> Bool {
    let element = outline.elements[index]
    return Furniture.isFurniture(element, in: element.parent < 0 ? nil : outline.elements[element.parent])
  }

  /// Step 3: the range of the blocks in it.
  private func container() -> Range<Int> {
    var range = blocks.indices
    var parent = -1
    var isArticle = false
    // Elements come in the order of the document, the outer ones first: one pass goes ever deeper.
    for element in outline.elements where Furniture.isArticle(element) {
      guard range.lowerBound <= element.blocks.lowerBound, element.blocks.upperBound <= range.upperBound
      else { continue }
      if 2 * content(element.blocks) > content(range) {
        (range, parent) = (element.blocks, element.parent)
        isArticle = true
      }
    }
    let share = isArticle ? 0.85 : 0.7
    for element in outline.elements {
      guard range.lowerBound <= element.blocks.lowerBound, element.blocks.upperBound <= range.upperBound,
        element.blocks.count > 1
      else { continue }
      if Double(content(element.blocks)) >= share * Double(content(range)), content(element.blocks) > 0 {
        (range, parent) = (element.blocks, element.parent)
      }
    }
    var end = range.upperBound
    while end < blocks.count, isParagraph(end, in: parent) || blocks[end].words <= 4 {
      end += 1
      if isParagraph(end - 1, in: parent) { range = range.lowerBound..<end }
    }
    return range
  }

  /// Whether a block is a paragraph of text right inside an element.
  private func isParagraph(_ index: Int, in parent: Int) -> Bool {
    let element = blocks[index].element
    guard element >= 0, outline.elements[element].name == "p", outline.elements[element].parent == parent
    else {
      return false
    }
    return !isLeftOut[index] && blocks[index].words > 10 && blocks[index].linkDensity < 0.25
      && isSentence(blocks[index])
  }

  /// Step 4.
  private func kept(in range: Range<Int>, title: String) -> [String] {
    var range = range
    if let heading = range.first(where: isMainHeading) {
      if 5 * content(heading..<range.upperBound) > 3 * content(range) { range = heading..<range.upperBound }
    } else if let heading = blocks[..<range.lowerBound].indices.last(where: isMainHeading),
      content(heading..<range.lowerBound) < 80
    {
      // Between the heading and the text may stand a sentence that sums it up.
      range = heading..<range.upperBound
    }
    guard let first = range.first(where: isText), let last = range.last(where: isText) else { return [] }
    let headline = comparable(title)
    var result: [String] = []
    // Headings stand for the text below them.
    var heldBack: String?
    for index in first...last where !isLeftOut[index] {
      let block = blocks[index]
      if Furniture.isFurniture(block.text, words: block.words, linkDensity: block.linkDensity) { continue }
      if block.kind == .heading {
        heldBack = block.linkDensity < 0.5 && comparable(block.text) != headline ? block.text : nil
      } else if isText(index) || isSentence(block) {
        if let heading = heldBack { result.append(heading) }
        heldBack = nil
        result.append(block.text)
      }
    }
    return result
  }

  private func isMainHeading(_ index: Int) -> Bool {
    blocks[index].kind == .heading && blocks[index].level == 1 && !isLeftOut[index]
  }

  private func isText(_ index: Int) -> Bool {
    guard !isLeftOut[index], blocks[index].kind != .heading else { return false }
    let (isLong, isSentence) = (blocks[index].words > 10, isSentence(blocks[index]))
    return blocks[index].isContent && (isLong || isSentence) || isLong && isSentence
  }

  /// A short paragraph that ends as a sentence does.
  private func isSentence(_ block: TextBlock) -> Bool {
    guard block.linkDensity <= 0.5, block.words > 1, let last = block.text.last else { return false }
    return ".!?…”\":;".contains(last) || block.kind == .item && block.words >= 5 && block.linkDensity <= 0.2
  }
}
