/// What kind of expression a mention is; it decides how it is resolved and how much it can be trusted.
enum MentionForm: String {
  /// A name ("Hezbollah", "Ankara", "Sergei Lavrov").
  case name
  /// An adjective in front of a noun ("Russian jets").
  case modifier
  /// A noun that stands for its owner ("Syrian army", "the group's leader").
  case owned
  /// A collective without a name ("Syrian rebels").
  case collective
  /// A definite expression that takes up something said before ("the army", "the group", "both sides").
  case definite
  case pronoun
}

/// An expression that refers to one or more actors of the article.
struct Mention {
  /// The sentence, counted from 0, and the token that heads the expression.
  var sentence: Int
  var head: Int
  /// The tokens of the expression without its determiner.
  var tokens: Range<Int>
  var form: MentionForm
  /// Indices into the article's register of actors; several for "both sides" or "Russian and Syrian jets".
  var actors: [Int]
  /// Whether a single person is meant, so that "he" and "she" can take it up.
  var isPerson = false
  var isPlural = false
  var isSubject = false
  /// Which step of the resolution decided, for explaining.
  var rule: String
}
