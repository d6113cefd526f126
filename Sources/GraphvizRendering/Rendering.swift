import Synchronization

private let context = Mutex(GraphvizContext())

/// Draws a graph written in DOT, in this process, through libgvc.
///
/// - Parameters:
///   - engine: places the nodes; nil takes what suits the size of the graph.
///   - isSimplified: whether lines may be straight and boxes overlap, which is quick for any graph.
/// - Returns: the bytes of the picture; the same for the same text, fonts and version of Graphviz.
/// - Throws: `RenderingError`.
///
/// Safe to call from any thread; calls wait for each other, and a layout cannot be interrupted.
public func render(
  dot: String, format: PictureFormat, engine: LayoutEngine? = nil, isSimplified: Bool = false
) throws(RenderingError) -> [UInt8] {
  let result = context.withLock { context -> Result<[UInt8], RenderingError> in
    do throws(RenderingError) {
      let layout = engine.map { Layout(engine: $0, isSimplified: isSimplified) }
      return .success(try context.render(dot, format: format, layout: layout))
    } catch {
      return .failure(error)
    }
  }
  let bytes = try result.get()
  return format == .pdf ? withoutDate(bytes) : bytes
}

/// Replaces the day and time of creation that cairo writes into a PDF: pictures of the same graph are the same bytes.
private func withoutDate(_ pdf: [UInt8]) -> [UInt8] {
  var pdf = pdf
  let key = Array("/CreationDate (D:".utf8)
  var index = pdf.count - key.count
  while index >= 0 {
    if pdf[index] == key[0], pdf[index..<index + key.count].elementsEqual(key) {
      let fixed = Array("20000101000000".utf8)
      for (offset, digit) in fixed.enumerated() where index + key.count + offset < pdf.count {
        let place = index + key.count + offset
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= pdf[place] else { break }
        pdf[place] = digit
      }
      break
    }
    index -= 1
  }
  return pdf
}
