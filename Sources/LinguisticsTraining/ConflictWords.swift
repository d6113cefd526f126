/// Verbs and nouns of news about conflicts that the treebanks hold seldom or never, with their forms.
enum ConflictWords {
  /// Regular verbs; those marked with a star double their last letter.
  private static let verbs = """
    abduct accuse advance aid airlift ambush annex arm arrest assassinate assault assert assist attack avenge back ban*
    barricade barrage batter besiege betray blame block blockade bomb bombard boycott broker capture cede clash coerce
    collude condemn confront conquer coordinate counter court criticize criticise crush curb curtail declare decry deem
    defeat defect demand demilitarize denounce deny deplore deploy depose deport deter* detain deter* detonate disarm
    disavow disband dislodge dismantle dispatch displace dispute disrupt drone drown embargo embolden encircle endorse
    engage enlist ensnare entrench eradicate escalate escort espouse evacuate evict evoke execute exile expel* explode
    extradite fire flank flatten foil forge fortify fund gun* harass harbour harbor hijack host implicate impose
    imprison incite indict infiltrate inflict infringe insist instigate interdict intercept intervene intrude invade
    invoke jail jam* join kidnap* kill label launch liberate liquidate lob* lobby loot maim massacre mediate menace
    mobilize mobilise mount muster mutiny negotiate neutralize neutralise oppose oppress orchestrate oust outlaw
    overpower overrule overwhelm parry patrol* perpetrate persecute pillage plot* plunder poise postpone pound prolong
    propel* protest provoke prosecute pummel purge pursue quash quell raid rally rape ratify ravage raze rebuff rebuke
    recapture recognize recognise reconcile recruit reinforce reject renounce repel* repress repudiate rescue resist
    restore resume retake retaliate retreat revoke riot rocket rout sabotage sanction scold secede secure seize sever
    shell shield sideline skirmish slam* slaughter smell smuggle snipe solidify sponsor spar* stab* stage stall starve
    station stir* stoke storm strafe subjugate summon supervise supply support suppress surge surrender surround
    surveil target tether threaten thwart topple torpedo torture train trap* traverse trigger undermine unify unite
    unleash upgrade uproot urge vanquish veto violate vow wage wane warn wield wound wrangle
    """

  private static let irregular = [
    ("overthrow", "overthrew", "overthrown"), ("withdraw", "withdrew", "withdrawn"),
    ("fight", "fought", "fought"),
    ("strike", "struck", "struck"), ("shoot", "shot", "shot"), ("retake", "retook", "retaken"),
    ("overrun", "overran", "overrun"), ("undergo", "underwent", "undergone"),
    ("forbid", "forbade", "forbidden"),
    ("swear", "swore", "sworn"), ("flee", "fled", "fled"), ("strive", "strove", "striven"),
    ("slay", "slew", "slain"),
    ("foresee", "foresaw", "foreseen"), ("uphold", "upheld", "upheld"), ("withhold", "withheld", "withheld"),
    ("withstand", "withstood", "withstood"), ("undertake", "undertook", "undertaken"),
    ("forgo", "forwent", "forgone"),
    ("outfight", "outfought", "outfought"), ("shrink", "shrank", "shrunk"), ("sink", "sank", "sunk"),
  ]

  private static let nouns = [
    ("allies", "ally"), ("armies", "army"), ("militias", "militia"), ("militiamen", "militiaman"),
    ("gunmen", "gunman"), ("servicemen", "serviceman"), ("spokesmen", "spokesman"),
    ("policemen", "policeman"),
    ("tribesmen", "tribesman"), ("airmen", "airman"), ("clergymen", "clergyman"),
    ("congressmen", "congressman"),
    ("enemies", "enemy"), ("hostilities", "hostility"), ("embassies", "embassy"), ("crises", "crisis"),
    ("coups", "coup"), ("corps", "corps"), ("series", "series"), ("aircraft", "aircraft"),
    ("movies", "movie"),
    ("calories", "calorie"), ("zombies", "zombie"), ("rookies", "rookie"), ("bodies", "body"),
    ("buses", "bus"),
    ("bases", "base"), ("hostages", "hostage"), ("airstrikes", "airstrike"), ("sorties", "sortie"),
    ("convoys", "convoy"), ("envoys", "envoy"), ("foes", "foe"), ("echoes", "echo"), ("vetoes", "veto"),
    ("torpedoes", "torpedo"), ("knives", "knife"), ("thieves", "thief"), ("axes", "axis"),
    ("theses", "thesis"),
    ("sieges", "siege"), ("grenades", "grenade"), ("caches", "cache"), ("species", "species"),
    ("headquarters", "headquarters"), ("mujahideen", "mujahid"), ("clashes", "clash"), ("truces", "truce"),
    ("alliances", "alliance"), ("ceasefires", "ceasefire"), ("offensives", "offensive"),
    ("regimes", "regime"),
  ]

  /// Forms with their tag and lemma.
  static var all: [(form: String, tag: String, lemma: String)] {
    var result: [(String, String, String)] = []
    for word in verbs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let verb = String(word.filter { $0 != "*" })
      let third = Inflection.thirdPerson(verb)
      let (past, gerund) = Inflection.pastAndGerund(verb, doubles: word.hasSuffix("*"))
      result += [
        (verb, "VB", verb), (verb, "VBP", verb), (third, "VBZ", verb), (past, "VBD", verb),
        (past, "VBN", verb),
        (gerund, "VBG", verb),
      ]
    }
    for (verb, past, participle) in irregular {
      result += [(past, "VBD", verb), (participle, "VBN", verb)]
    }
    return result + nouns.map { ($0.0, "NNS", $0.1) }
  }
}
