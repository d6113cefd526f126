import ArgumentParser
import GraphvizRendering

/// Where a picture goes, and in what format.
struct PictureOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svg, png, pdf, dot
  }

  @Option(name: [.short, .long], help: "The file for the picture, or - for standard output.")
  var output: String?

  @Option(
    name: .customLong("format"), help: "The format of the picture, where the file's ending does not tell.")
  var chosenFormat: Format?

  var isWanted: Bool { output != nil || chosenFormat != nil }

  /// - Throws: `ValidationError` where the format is left open.
  func format() throws -> Format {
    if let chosenFormat { return chosenFormat }
    let formats = Format.allCases.map(\.rawValue).joined(separator: ", ")
    guard let output, output != "-" else {
      throw ValidationError("give -o FILE ending in one of \(formats), or --format")
    }
    let name = Files.name(of: output)
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    guard let format = Format(rawValue: ending) else {
      throw ValidationError("'\(output)' does not end in one of \(formats); rename it, or give --format")
    }
    return format
  }

  func deliver(_ dot: String, as format: Format, in session: Session) throws {
    let bytes: [UInt8] =
      switch format {
      case .dot: Array(dot.utf8)
      case .svg: try session.picture(of: dot, as: .svg)
      case .png: try session.picture(of: dot, as: .png)
      case .pdf: try session.picture(of: dot, as: .pdf)
      }
    try session.deliver(bytes, to: output)
  }
}
