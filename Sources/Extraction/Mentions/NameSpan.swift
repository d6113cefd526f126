/// A name in a sentence and what it names.
struct NameSpan {
  enum Sense: Equatable {
    /// An actor of the register, and the part that the name plays for it.
    case actor(Int, FormRole)
    /// A town or region; the state it lies in, as an index of the register, where that is known.
    case place(state: Int?)
    /// A person whom the gazetteer doesn't know, by a key that all forms of the name share.
    case person(key: String)
    /// An organisation or group that the gazetteer doesn't know.
    case organization(key: String)
    /// A name of nobody who acts: a newspaper, an institute, a river.
    case nobody
  }

  var tokens: Range<Int>
  /// The token of the name that stands highest in the tree.
  var head: Int
  var sense: Sense
  /// The tokens of the name as it is written, where parts of it are names of their own ("US-led coalition").
  var written: Range<Int>?
}
