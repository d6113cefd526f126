/// Words that news about conflicts uses in ways that the treebanks hardly show.
enum NewsWords {
  struct Noun: Sendable {
    var singular: String
    var plural: String
  }

  struct Verb: Sendable {
    var lemma: String
    var past: String
    var participle: String
    var gerund: String

    func form(_ tag: String) -> String? {
      switch tag {
      case "VB", "VBP": lemma
      case "VBZ": Inflection.thirdPerson(lemma)
      case "VBD": past
      case "VBN": participle
      case "VBG": gerund
      default: nil
      }
    }
  }

  /// Verbs with an object. Those that look like nouns or adverbs stand twice, for it is these that are misread.
  static let verbs: [Verb] = homographs + homographs + others

  private static let homographs: [Verb] =
    regular(
      """
      back back back arm arm fund shell host court pound rout ambush bomb raid attack battle storm target aid shelter fire
      blast slam* shield train supply support question probe press head man* drone mortar rocket mine besiege gun*
      mount stage house finance police patrol* field counter challenge welcome praise blame label claim harbour
      harbor sponsor post deploy escort free force face fault flank guard hammer
      """)
    + [
      Verb(lemma: "strike", past: "struck", participle: "struck", gerund: "striking"),
      Verb(lemma: "fight", past: "fought", participle: "fought", gerund: "fighting"),
      Verb(lemma: "hit", past: "hit", participle: "hit", gerund: "hitting"),
      Verb(lemma: "lead", past: "led", participle: "led", gerund: "leading"),
    ]

  private static let others: [Verb] =
    regular(
      """
      accuse condemn denounce oppose endorse recapture seize capture invade occupy expel* bombard mediate broker
      negotiate sanction recognise recognize outlaw ban* threaten warn urge join assist encircle kill assassinate
      abduct kidnap* detain liberate reject repel* rebuff shun* oust topple defeat bankroll reinforce trigger
      """)
    + [
      Verb(lemma: "overrun", past: "overran", participle: "overrun", gerund: "overrunning"),
      Verb(lemma: "retake", past: "retook", participle: "retaken", gerund: "retaking"),
      Verb(lemma: "overthrow", past: "overthrew", participle: "overthrown", gerund: "overthrowing"),
    ]

  /// A star stands behind verbs that double their last letter.
  private static func regular(_ words: String) -> [Verb] {
    words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
      let lemma = String(word.filter { $0 != "*" })
      let (past, gerund) = Inflection.pastAndGerund(lemma, doubles: word.hasSuffix("*"))
      return Verb(lemma: lemma, past: past, participle: past, gerund: gerund)
    }
  }

  /// What stands behind a noun without a relative pronoun.
  static let participles: [(participle: String, lemma: String, preposition: String)] = [
    ("backed", "back", "by"), ("supported", "support", "by"), ("led", "lead", "by"), ("armed", "arm", "by"),
    ("trained", "train", "by"), ("funded", "fund", "by"), ("controlled", "control", "by"),
    ("held", "hold", "by"), ("allied", "ally", "with"), ("allied", "ally", "to"), ("linked", "link", "to"),
    ("affiliated", "affiliate", "with"), ("aligned", "align", "with"), ("loyal", "loyal", "to"),
  ]

  static let nouns: [Noun] =
    regularNouns(
      """
      strike attack raid shell bomb fire clash talk gun mine advance drone force battle siege assault offensive truce
      ceasefire airstrike rocket mortar front ally fight march patrol blast backer court host target
      """) + [Noun(singular: "supply", plural: "supplies"), Noun(singular: "arm", plural: "arms")]

  static let fighters: [Noun] =
    regularNouns(
      "rebel militant insurgent troop fighter soldier force warplane jet separatist extremist jihadist leader general"
    )
    + [
      Noun(singular: "gunman", plural: "gunmen"), Noun(singular: "militia", plural: "militias"),
      Noun(singular: "police", plural: "police"), Noun(singular: "militiaman", plural: "militiamen"),
    ]

  private static func regularNouns(_ words: String) -> [Noun] {
    words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
      let singular = String(word)
      return Noun(singular: singular, plural: Inflection.thirdPerson(singular))
    }
  }

  static let states = words(
    """
    Russia Iran Turkey Egypt Syria Iraq Israel Ukraine Sudan Ethiopia Eritrea Rwanda Uganda Chad Mali Niger Libya Yemen Qatar
    Kuwait Jordan Lebanon Pakistan India Afghanistan China Japan Vietnam Myanmar Georgia Armenia Azerbaijan Serbia Kosovo
    France Germany Britain Poland Greece Cyprus Kenya Somalia Congo Burundi Angola Nigeria Colombia Venezuela Cuba Moscow
    Tehran Ankara Cairo Damascus Baghdad Washington Beijing Riyadh Doha Kyiv Khartoum Kigali Kampala Islamabad Tripoli
    Pyongyang Seoul Paris London Algiers Tunis Amman Beirut
    """)

  static let groups = words(
    """
    Hezbollah Hamas Fatah NATO M23 RSF PKK YPG SDF ISIS ISIL Daesh UNITA FARC ELN LTTE Renamo Frelimo Polisario
    TPLF SPLA JNIM AQIM ECOWAS UN EU OPEC Ansarullah Parliament Congress
    """)

  static let leaders = words(
    """
    Assad Putin Erdogan Netanyahu Haftar Burhan Hemedti Kagame Museveni Maduro Zelensky Abbas Sisi Khamenei Rouhani Modi
    Sharif Karzai Ghani Maliki Abadi Aoun Hariri Nasrallah Sinwar Kabila Tshisekedi Kiir Machar Bashir Afwerki Abiy Lukashenko
    Kadyrov Prigozhin Lavrov Kerry Blinken
    """)

  static let peoples = words(
    "Houthis Kurds Taliban Tuaregs Shabaab Americans Russians Turks Israelis Palestinians Serbs Croats Tamils Druze"
  )

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }

  /// All forms, to give them places in the vocabulary.
  static var allForms: [String] {
    let verbForms = verbs.flatMap { verb in
      ["VB", "VBZ", "VBD", "VBN", "VBG"].compactMap { verb.form($0) }
    }
    let nounForms = (nouns + fighters).flatMap { [$0.singular, $0.plural] }
    return Set(verbForms + nounForms + states + groups + leaders + peoples).sorted()
  }
}
