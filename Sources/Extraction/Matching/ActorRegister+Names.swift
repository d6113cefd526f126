extension ActorRegister {
  /// The actor of the article that a form of the gazetteer or of the article itself means; nil for others.
  func index(called text: String) -> Int? {
    indices.first { index in
      let actor = self[index]
      return actor.forms[text] != nil
        || actor.entry?.forms.contains { $0.text == text && [.name, .adjective, .acronym].contains($0.role) }
          == true
    }
  }
}
