import Documents
import Extraction

/// Reads the names of an actor: each is a text, or a mapping with the text under `name` and what is to be known of it.
enum ActorForms {
  /// A name and where it stands.
  struct Located {
    var form: GazetteerForm
    var place: YAMLValue
  }

  private static let roles: [(key: String, role: FormRole)] = [
    ("aliases", .name), ("acronyms", .acronym), ("adjectives", .adjective), ("people", .people),
    ("nicknames", .nickname), ("bodies", .organ), ("seats", .seat), ("leaders", .leader), ("places", .place),
  ]

  static let keys = roles.map(\.key)

  /// - Parameter years: between which names hold that do not say.
  static func read(
    _ actor: YAMLMapping, years: (from: Int?, until: Int?)
  ) throws(LocatedError) -> [Located] {
    var result: [Located] = []
    for (key, role) in roles {
      for value in try actor.list(key) {
        var form = GazetteerForm(text: "", role: role, from: years.from, until: years.until)
        if value.node.mapping == nil {
          form.text = try value.text("an item of '\(key)'")
        } else {
          let known = ["name", "from", "until", "ambiguous"]
          let more = ["office", "surname", "known_by_surname"]
          let item = try value.mapping(
            "an item of '\(key)'", keys: role == .leader ? known + more : known)
          form.text = try item.required("name")
          let own = try item.years()
          form.from = own.from ?? years.from
          form.until = own.until ?? years.until
          form.isAmbiguous = try item.flag("ambiguous")
          form.office = try item.text("office")
          form.surname = try item.text("surname")
          form.standsAloneAsSurname = try item.flag("known_by_surname")
          if let surname = form.surname, !form.text.contains(surname) {
            throw (item["surname"] ?? value).failure("'\(surname)' is no part of '\(form.text)'")
          }
        }
        if role == .leader, form.surname == nil {
          form.surname = form.text.split(separator: " ").last.map(String.init)
        }
        let located = Located(form: form, place: value)
        try check(located)
        result.append(located)
      }
    }
    return result
  }

  /// A name without letters could never be found, and one in lower case would be found wherever the word occurs.
  static func check(_ name: Located) throws(LocatedError) {
    let text = name.form.text
    guard text.contains(where: \.isLetter) else {
      throw name.place.failure("'\(text)' has no letters, by which it could be found")
    }
    guard text.contains(where: \.isUppercase) else {
      throw name.place.failure("'\(text)' is written like a common word; names have a capital")
    }
  }
}
