import Documents
import Relations

extension Extractor {
  /// What an article says, and why: by which rules, resolved by which, and what the scorer made of it. Takes as long as
  /// `extract`, and time linear in the number of features besides.
  public func explain(_ document: ParsedDocument) -> ReadingExplanation {
    let resolved = resolve(document)
    let article = scorer == nil ? nil : hypotheses(of: resolved)
    let kept = kept(in: resolved, article)
    var assembler = ReadingAssembler(document: resolved)
    for (candidate, confidence) in kept { assembler.add(candidate, confidence: confidence) }
    let reading = assembler.reading()
    let reasons = article.map { ScoreReasons(article: $0, scorer: scorer!) }
    return ReadingExplanation(
      reading: reading,
      relations: kept.map { candidate, _ in explain(candidate, in: resolved, reasons) },
      actors: reading.actors.map { explain($0.id, in: resolved) })
  }

  private func explain(
    _ candidate: RelationCandidate, in document: ResolvedDocument, _ reasons: ScoreReasons?
  ) -> MentionExplanation {
    let tree = document.trees[candidate.sentence]
    let frame = frames.frames.first { $0.id == candidate.rule }
    let found = reasons?.reasons(for: candidate) ?? (pro: [], contra: [])
    return MentionExplanation(
      definition: frame.map { "\($0.file):\($0.line)" }, leastConfidence: frame?.leastConfidence,
      trigger: tree.form(candidate.predicate),
      statusCue: candidate.status == .asserted ? nil : candidate.cue.map { tree.form($0) },
      source: end(candidate.source, tree, document), target: end(candidate.target, tree, document),
      reasonsFor: found.pro, reasonsAgainst: found.contra)
  }

  private func end(
    _ argument: Argument, _ tree: SentenceTree, _ document: ResolvedDocument
  ) -> MentionExplanation.End {
    let mention = document.mentions[tree.index][argument.token]
    let isResolved = mention?.actors.contains(argument.actor) ?? false
    let tokens = isResolved ? mention!.tokens : tree.core(argument.token)
    let rule = isResolved ? mention!.rule : "owner"
    return MentionExplanation.End(
      expression: tree.text(tokens, in: document.article),
      resolution: Resolution(rule: rule, meaning: RuleMeanings.meaning(of: rule)),
      path: RuleMeanings.meaning(of: argument.path))
  }

  private func explain(_ id: ActorID, in document: ResolvedDocument) -> ActorExplanation {
    var joinings: [ActorExplanation.Joining] = []
    for mention in document.mentions.joined().compactMap({ $0 })
    where mention.actors.contains(where: { document.register[$0].id == id }) {
      let tree = document.trees[mention.sentence]
      let text = tree.text(mention.tokens, in: document.article)
      let place = joinings.firstIndex { $0.resolution.rule == mention.rule } ?? joinings.count
      if place == joinings.count {
        let meaning = RuleMeanings.meaning(of: mention.rule)
        joinings.append(
          ActorExplanation.Joining(
            resolution: Resolution(rule: mention.rule, meaning: meaning), expressions: []))
      }
      if let known = joinings[place].expressions.firstIndex(where: { $0.text == text }) {
        joinings[place].expressions[known].count += 1
      } else {
        joinings[place].expressions.append(ActorExplanation.Expression(text: text, count: 1))
      }
    }
    return ActorExplanation(actor: id, joinings: joinings)
  }
}
