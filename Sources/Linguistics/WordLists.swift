/// Closed lists that the tokenizer and the sentence splitter look words up in; all in small letters.
enum WordLists {
  /// What a full stop after a word means.
  enum Abbreviation: Sendable {
    /// A name follows: it never ends a sentence.
    case title
    /// It may end a sentence.
    case general
    /// It is an abbreviation only before a number.
    case beforeNumber
    /// It is an abbreviation only before a number or a comma, or after a number (days, states, units).
    case besideNumber
  }

  static let abbreviations: [String: Abbreviation] = {
    let titles = """
      mr mrs ms drs assoc messrs mme mlle dr prof rev hon fr sr st ste mt ft gen lt col maj capt cpt cmdr cdr
      adm sgt cpl pvt brig gov sen sens rep reps amb pres supt det insp asst atty vs sheik hrh
      """
    let general = """
      inc ltd co corp bros llc plc dept univ assn intl govt jr jnr snr esq ph.d etc al approx est cf ca ave
      blvd rd hwy tel ext attn incl vol ed eds ibid viz ed.d m.sc natl jan feb apr aug sept sep oct nov dec
      tues thurs
      """
    let beforeNumber = "no nos art p pp sec fig figs ch op para c"
    let besideNumber = """
      mon tue wed thu thur fri sat sun mar ala ariz ark calif colo conn fla ill ind kan ky la mass md mich
      minn miss mo mont neb nev okla ore pa tenn tex va wash wis wyo lb lbs oz hr hrs min mins yr yrs km kg
      """
    let lists: [(String, Abbreviation)] = [
      (titles, .title), (general, .general), (beforeNumber, .beforeNumber), (besideNumber, .besideNumber),
    ]
    var result: [String: Abbreviation] = [:]
    for (list, kind) in lists {
      for word in words(list) { result[word] = kind }
    }
    return result
  }()

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Prefixes that stay joined to what follows their hyphen (the affixes of the Penn treebanks).
  static let joinedPrefixes = words(
    """
    e u anti ante arch bi bio co contra counter cross cyber de electro ex extra fore inter intra
    infra macro mega meta micro mid mini mis mono multi neo non over pan para paleo peri poly post
    pre preter pro pseudo psycho quasi re semi socio sub super sur tele trans tri ultra un under uni
    uh vice hm m na
    """)

  /// Suffixes that stay joined to what stands before their hyphen.
  static let joinedSuffixes: Set<String> = [
    "esque", "ette", "ever", "fest", "fold", "gate", "goer", "itis", "less", "ment", "rama", "wise", "cons",
  ]

  /// Words written as one that are two: where the second begins.
  static let contractions: [String: Int] = [
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "outta": 3,
    "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
    "havent": 4, "hasnt": 3,
    "arent": 3, "werent": 4,
  ]

  /// Units that are words of their own even when written together with a number.
  static let units = words(
    """
    am pm a.m p.m a.m. p.m. km kms m k bn mn tn kg g mg lb lbs oz cm mm ft mph kph km/h hr hrs min
    mins sec secs yr yrs gb mb kb kw mw gw ghz mhz hz kwh mwh p sq million billion trillion gmt utc
    c f x
    """)

  /// Clitics after an apostrophe.
  static let clitics: Set<String> = ["s", "m", "d", "re", "ve", "ll"]

  /// Words that begin with an apostrophe.
  static let elided: Set<String> = ["em", "til", "till", "n", "cause", "tis", "twas", "bout", "round"]

  /// Words that start sentences far more often than they follow an abbreviation within one.
  static let sentenceStarters = words(
    """
    a about according after all also although among an and another any as asked at because before
    besides both but by can despite did do does during each earlier even every few finally following
    for from further had has have he her here his how however i if in indeed instead is it its last
    later many meanwhile more moreover most much my neither nevertheless no nor not now of on once
    one only or other others our over perhaps please recently she should since so some soon still
    such than thanks that the their then there therefore these they this those though through thus
    to today two three under unless unlike until upon was we were what when where whether which
    while who why will with within without would yesterday yet you your
    """)

  /// Verbs that follow a quotation with its speaker between: "Is it over?" Smith asked.
  static let speechVerbs = words(
    """
    said says asked asks told added adds wrote writes tweeted replied warned shouted declared
    insisted exclaimed wondered recalled explained argued
    """)
}
