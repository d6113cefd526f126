/// What turns a form into its lemma, as one class: what becomes of its capitals, and which ending is exchanged.
package struct LemmaScript: Hashable, Sendable {
  package var capitals: Lemmatizer.Capitals
  package var edit: Lemmatizer.Edit

  package init(capitals: Lemmatizer.Capitals, edit: Lemmatizer.Edit) {
    self.capitals = capitals
    self.edit = edit
  }

  /// The script that makes `lemma` of `form`; nil where none does.
  package init?(form: String, lemma: String) {
    let form = Lemmatizer.normalized(form)
    let lower = form.lowercased()
    edit = Lemmatizer.Edit(from: lower, to: lemma.lowercased())
    if Lemmatizer.apply(edit, to: lower) == lemma {
      capitals = .dropped
    } else if Lemmatizer.apply(edit, to: form) == lemma {
      capitals = .kept
    } else if Lemmatizer.apply(edit, to: lower).capitalizedFirst == lemma {
      capitals = .added
    } else {
      return nil
    }
  }

  /// The lemma of a form, nil where the form is too short for the script.
  package func lemma(of form: String) -> String? {
    let form = Lemmatizer.normalized(form)
    let base = capitals == .kept ? form : form.lowercased()
    guard base.utf8.count >= edit.strip, base.utf8.count > edit.strip || !edit.append.isEmpty else {
      return nil
    }
    let lemma = Lemmatizer.apply(edit, to: base)
    return capitals == .added ? lemma.capitalizedFirst : lemma
  }

  /// The script as a class of the model: "0 2 y".
  package var text: String { "\(capitals.rawValue) \(edit.strip) \(edit.append)" }

  package init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let value = UInt16(parts[0]), let capitals = Lemmatizer.Capitals(rawValue: value),
      let strip = Int(parts[1]), (0..<256).contains(strip)
    else { return nil }
    self.init(capitals: capitals, edit: Lemmatizer.Edit(strip: strip, append: String(parts[2])))
  }
}

extension Lemmatizer.Edit {
  /// What turns a form into its lemma: the ending after what the two have in common, exchanged.
  package init(from form: String, to lemma: String) {
    var common = 0
    for (a, b) in zip(form.unicodeScalars, lemma.unicodeScalars) {
      if a != b { break }
      common += UTF8.width(a)
    }
    self.init(
      strip: form.utf8.count - common, append: String(decoding: lemma.utf8.dropFirst(common), as: UTF8.self))
  }
}
