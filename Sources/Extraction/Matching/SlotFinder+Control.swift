/// Who acts in clauses that have no subject of their own.
extension SlotFinder {
  /// The object of a verb that holds somebody answerable for what a gerund after "of", "for" or "from" says.
  func blamed(_ tree: SentenceTree, _ v: Int, by head: Int) -> [Filler]? {
    guard tree.tag(v) == "VBG", tree.isVerb(head),
      tree.children(v, .mark, .case).contains(where: { ["of", "for", "from"].contains(tree.lemma($0)) })
    else { return nil }
    let object = deepObject(tree, head)
    return object.isEmpty ? nil : object
  }

  static let subjectControl: Set<String> = [
    "promise", "vow", "threaten", "use", "send", "deploy", "spend", "take", "join", "make", "launch", "hold",
    "have",
  ]

  private static let objectControl: Set<String> = [
    "hire", "recruit", "contract", "train", "arm", "equip", "help", "order", "instruct", "allow", "enable",
    "permit", "force", "authorize", "authorise", "lead", "prompt", "mobilize", "mobilise", "enlist",
  ]

  /// Who is to act where that is not the subject: "accused X of backing Y", "called on X to fight Y".
  func controller(_ tree: SentenceTree, of v: Int, under verb: Int) -> Int? {
    guard tree.isVerb(verb), !isPassive(tree, verb) else { return nil }
    let mark = tree.children(v, .mark, .case).first.map { tree.form($0).lowercased() }
    switch mark {
    case "of", "from", "for", "against":
      return tree.tag(v) == "VBG" ? tree.child(verb, .obj) : nil
    case "to"
    where words.contains(tree.lemma(verb), in: .want) || Self.objectControl.contains(tree.lemma(verb)):
      if Self.subjectControl.contains(tree.lemma(verb)) { return nil }
      return tree.child(verb, .obj)
        ?? tree.children(verb, .obl).first {
          $0 < v && tree.lemma(verb) == "call" && ["on", "upon"].contains(tree.preposition($0) ?? "")
        }
    default: return nil
    }
  }

  /// The noun that a relative clause takes the subject of what somebody says from: "the group, which the ministry says
  /// has attacked the army".
  func extracted(_ tree: SentenceTree, from verb: Int) -> Int? {
    guard tree.relation(verb) == .acl, tree.label(verb).isRelativeClause, let noun = tree.head(verb),
      noun < verb, tree.isNominal(noun), let speaker = tree.child(verb, .nsubj),
      !["who", "which", "that"].contains(tree.lemma(speaker)),
      !words.classes(of: tree.lemma(verb)).isDisjoint(with: [.say, .claim])
        || ["believe", "think", "suspect", "know"].contains(tree.lemma(verb))
    else { return nil }
    return noun
  }

  func clauseSubject(_ tree: SentenceTree, _ v: Int) -> [Filler] {
    var result: [Filler] = []
    for child in tree.children(v, .ccomp, .xcomp, .advcl) {
      if tree.relation(child) == .advcl,
        tree.children(child, .mark).contains(where: {
          ["if", "because", "as", "while", "after"].contains(tree.lemma($0))
        })
      {
        continue
      }
      if let subject = tree.child(child, .nsubj) {
        result.append(.token(subject))
      } else if tree.relation(child) == .xcomp, let object = tree.child(v, .obj) {
        result.append(.token(object))
      }
    }
    return result
  }

  func clauseObject(_ tree: SentenceTree, _ v: Int) -> [Filler] {
    tree.children(v, .ccomp, .xcomp, .advcl).flatMap { child in
      tree.relation(child) == .advcl && tree.tag(child) != "VBG" ? [] : deepObject(tree, child)
    }
  }
}
