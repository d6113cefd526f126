/// What tells that a text is not in English, the only language that is read.
///
/// By the script of its letters, and by how many of its words are the commonest function words of English and of other
/// languages, as in Gregory Grefenstette, "Comparing two language identification schemes", JADT 1995. A text is foreign
/// by what it shows of another language; short texts and lists of names, which show little of any, pass.
public enum ForeignText: Hashable, Sendable, CustomStringConvertible {
  case language(String)
  case script(String)
  /// No language that is known, and hardly a word of English.
  case unknown

  public var description: String {
    switch self {
    case .language(let name): "looks like \(name), not English"
    case .script(let name): "is written in \(name) script, not in English"
    case .unknown: "does not look like English"
    }
  }

  /// Fewer words say nothing about their language.
  private static let fewestWords = 15

  /// Nil where the text may be English. Linear in its length, of which no more than the first 20,000 characters count.
  public init?(_ text: String) {
    var scripts: [String: Int] = [:]
    var letters = 0
    for scalar in text.unicodeScalars.prefix(20_000) where scalar.properties.isAlphabetic {
      letters += 1
      if let script = Self.script(scalar) { scripts[script, default: 0] += 1 }
    }
    for script in scripts.keys.sorted() where letters >= 20 && 2 * scripts[script]! > letters {
      self = .script(script)
      return
    }
    let words = text.prefix(20_000).lowercased().split { !$0.isLetter }
    guard words.count >= Self.fewestWords else { return nil }
    func share(_ list: Set<Substring>) -> Double {
      Double(words.count(where: list.contains)) / Double(words.count)
    }
    let english = share(Self.english)
    let best = Self.languages.map { (name: $0.name, share: share($0.words)) }.max { $0.share < $1.share }!
    if english < 0.2, best.share >= 0.12, best.share >= 2 * english, best.share * Double(words.count) >= 4 {
      self = .language(best.name)
    } else if english < 0.04, words.count >= 80, Self.isProse(text) {
      self = .unknown
    } else {
      return nil
    }
  }

  /// Whether most words begin with a small letter, unlike in lists of names.
  private static func isProse(_ text: String) -> Bool {
    let words = text.prefix(20_000).split { !$0.isLetter }
    return 5 * words.count { $0.first?.isLowercase == true } >= 3 * words.count
  }

  /// Nil for Latin, and for what belongs to no script of those that newspapers are written in.
  private static func script(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x370...0x3FF, 0x1F00...0x1FFF: "Greek"
    case 0x400...0x52F: "Cyrillic"
    case 0x530...0x58F: "Armenian"
    case 0x590...0x5FF: "Hebrew"
    case 0x600...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: "Arabic"
    case 0x900...0x97F: "Devanagari"
    case 0x980...0x9FF: "Bengali"
    case 0xA00...0xDFF: "an Indic"
    case 0xE00...0xE7F: "Thai"
    case 0x1000...0x109F: "Burmese"
    case 0x10A0...0x10FF: "Georgian"
    case 0x1200...0x139F: "Ethiopic"
    case 0xAC00...0xD7AF, 0x1100...0x11FF: "Korean"
    case 0x3040...0x30FF, 0x3400...0x9FFF: "Chinese or Japanese"
    default: nil
    }
  }

  private static let english = list(
    """
    the of and to in a is that for on was with by as at from it has are be have he his said were which this an not who but
    they had their been its after will would also more than into about or when she her one there no all
    """)

  /// Without words that are also English ones: those say nothing.
  private static let languages: [(name: String, words: Set<Substring>)] = [
    (
      "French",
      """
      le la les des du et un une dans que qui pour par au aux est sont avec ce cette ses il elle ne pas
      sur plus ont été selon
      """
    ),
    (
      "German",
      """
      der das und den von zu mit dem des auf für ist im nicht ein eine einer sich sie es auch werden
      wurde nach bei aus dass
      """
    ),
    (
      "Spanish",
      """
      el la los las del que y un una por con para se su sus al lo como más fue ha según entre sobre
      este esta
      """
    ),
    (
      "Italian",
      """
      il la lo gli le del della dei delle di che e un una per con nel nella si sono è alla dal anche
      più ha non
      """
    ),
    (
      "Portuguese",
      """
      o os da dos das que e um uma em para com por se não ao na nos mais foi pelo pela são também
      segundo
      """
    ),
    (
      "Dutch",
      """
      de het een van en dat met voor zijn niet op te aan er ook naar door bij uit maar werd wordt heeft
      om
      """
    ),
    (
      "Swedish",
      """
      och att det som en på är av för med den till har de inte om ett från var vid efter mot enligt sig
      """
    ),
    (
      "Danish or Norwegian",
      """
      og det som en på er av af med den til har de ikke om et fra ble blev ved etter efter mot seg sig
      """
    ),
    (
      "Polish",
      """
      w i na z się że nie jest po od przez za o jak dla są oraz przy był który które ale
      """
    ),
    (
      "Czech or Slovak",
      """
      v na se že je s z o k pro ve ze jako po od si za podle byl které který ale sa vo aj
      """
    ),
    (
      "Croatian, Serbian or Bosnian",
      """
      i u je na se da za su od s koji kao iz sa bi koje što o nije ali će biti po te
      """
    ),
    (
      "Hungarian",
      """
      az hogy és nem egy meg volt azt csak ezt már szerint között pedig vagy amely még el mint után
      """
    ),
    (
      "Romanian",
      """
      și de la cu în pe din nu că să este au pentru care un prin mai fost după sau ale lui o ca
      """
    ),
    (
      "Turkish",
      """
      ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ise ancak göre dedi tarafından
      ettiği
      """
    ),
    (
      "Indonesian or Malay",
      """
      yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh ke telah juga ada sebagai para
      atau kepada mereka
      """
    ),
    (
      "Finnish",
      """
      ja ei että se oli ovat mukaan myös sekä mutta kun joka hän ole sen tai kuin jotka
      """
    ),
    (
      "Swahili",
      """
      ya na wa kwa ni katika za la kuwa hiyo cha kwamba huo baada ambao alisema hilo pia vya
      """
    ),
    (
      "Somali",
      """
      oo ka ku iyo ay uu waa lagu soo si ee waxa uga laga ayaa u kale kala loo
      """
    ),
    (
      "Vietnamese",
      """
      và của là các có được cho trong không một người với những đã này khi để tại từ ông
      """
    ),
    (
      "Kurdish",
      """
      û li ku bi ji de di wan ev ew jî ya yê ên hat dike kir
      """
    ),
  ].map { (name: $0.0, words: list($0.1)) }

  private static func list(_ words: String) -> Set<Substring> {
    Set(words.split(whereSeparator: \.isWhitespace))
  }
}
