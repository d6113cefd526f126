/// The file formats that a picture can have.
public enum PictureFormat: String, CaseIterable, Hashable, Sendable {
  case svg, png, pdf
}
