import Relations

/// What a name in the gazetteer says about the entry that it belongs to.
public enum FormRole: String, CaseIterable, Hashable, Sendable {
  /// A name of the actor itself ("Turkey", "Republic of Turkey").
  case name
  /// An adjective that means the actor ("Turkish").
  case adjective
  /// A noun for those who belong to it ("Turk", "Turks").
  case people
  /// A capital or palace that stands for those who govern from it ("Ankara", "the Kremlin").
  case seat
  /// A person who led it or spoke for it.
  case leader
  /// A body that acts for it ("Bundeswehr", "State Department").
  case organ
  /// A short form whose case matters ("US", "IDF").
  case acronym
  /// A town or region: the name of a place, not of someone who acts.
  case place
  /// A byname used in the press.
  case nickname
}

/// One of the names that the press uses for an actor.
public struct GazetteerForm: Hashable, Sendable {
  public var text: String
  public var role: FormRole
  /// The first year in which the form meant the entry; nil if it always has.
  public var from: Int?
  /// The last year in which the form meant the entry; nil if it still does.
  public var until: Int?
  /// For a leader, the office where the file names one ("foreign minister").
  public var office: String?
  /// Whether the bare form more often means something else, so that it needs support from the context.
  public var isAmbiguous: Bool
  /// For a leader, the part of the name that is used once the whole has been said.
  public var surname: String?
  /// Whether the surname means this leader even where nothing introduces it.
  public var standsAloneAsSurname: Bool

  public init(
    text: String, role: FormRole, from: Int? = nil, until: Int? = nil, office: String? = nil,
    isAmbiguous: Bool = false, surname: String? = nil, standsAloneAsSurname: Bool = false
  ) {
    self.text = text
    self.role = role
    self.from = from
    self.until = until
    self.office = office
    self.isAmbiguous = isAmbiguous
    self.surname = surname
    self.standsAloneAsSurname = standsAloneAsSurname
  }

  /// Whether the form meant the entry in a year; an open end counts as holding.
  public func holds(in year: Int) -> Bool {
    (from ?? Int.min) <= year && year <= (until ?? Int.max)
  }
}

/// An actor that the gazetteer knows, with the names that the press uses for it.
public struct GazetteerEntry: Hashable, Sendable {
  public var id: ActorID
  public var kind: ActorKind
  public var name: String
  /// The forms in the order of the file, the name first.
  public var forms: [GazetteerForm]
  /// The entries of the states in which a group is at home, the main one first.
  public var homes: [ActorID]
  /// The state in which the group mainly is at home.
  public var home: ActorID? { homes.first }
  /// Whether it only gathers places that belong to nobody ("Asia", "the Red Sea").
  var isNoOnes: Bool {
    kind == .other && forms.count > 1 && forms.dropFirst().allSatisfy { $0.role == .place }
  }

  public init(
    id: ActorID, kind: ActorKind, name: String, forms: [GazetteerForm], homes: [ActorID] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.forms = forms
    self.homes = homes
  }
}
