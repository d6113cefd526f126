extension WordScanner {
  /// The end of a link or an electronic address that starts at an offset, nil if there is none.
  func addressEnd(from start: Int) -> Int? {
    var isLink = text.has("www.", at: start) && start + 4 < chunkLimit
    var at: Int?
    var isAddress = false
    var brackets = 0
    var index = start
    scanning: while index < chunkLimit {
      let byte = text.byte(index)
      switch byte {
      case 0x22, 0x3C, 0x3E: break scanning
      case 0x28: brackets += 1
      case 0x29:
        if brackets == 0 { break scanning }
        brackets -= 1
      case 0x3A where text.byte(index + 1) == 0x2F && text.byte(index + 2) == 0x2F && index > start + 1:
        isLink = true
      case 0x40 where index > start: at = index
      case 0x2E: if let at, index > at + 1 { isAddress = true }
      default:
        let value = text.scalar(index).value
        if value == 0x201C || value == 0x201D { break scanning }
      }
      index += text.scalar(index).length
    }
    guard isLink || isAddress else { return nil }
    var end = min(index, chunkLimit)
    while end > start {
      switch text.byte(end - 1) {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x5D, 0x7D: end -= 1
      case 0x99 where end - 3 > start && text.byte(end - 3) == 0xE2 && text.byte(end - 2) == 0x80: end -= 3
      default: return end
      }
    }
    return nil
  }
}
