/// What a word tells about the noun phrase or the clause that it heads.
package enum WordClass: UInt32, CaseIterable, Hashable, Sendable {
  /// Armed forces, police and weapons that act for whoever owns them.
  case force
  /// Government bodies, and those who act for them as a body.
  case authority
  /// Offices and ranks, which tell for whom a person acts.
  case title
  /// Armed collectives without a state, and their members.
  case fighter
  /// Political collectives that stand up for or against someone.
  case opposition
  /// Nouns for an organisation that need a name or a context to say which.
  case group
  /// Wholes made of several actors.
  case coalition
  /// Peoples and faiths that may act as a party.
  case community
  /// People who are affected or who watch; never actors.
  case civilian
  /// Media and other sources that report.
  case medium
  /// Places as places.
  case place
  /// What belongs to a party, so that an attack on it is one on the party.
  case position
  /// Persons and parts that stand for the group that they belong to.
  case member
  /// Quantities and kinds: "dozens of rebels" are rebels.
  case partitive
  /// Actions that stand for who acts in them ("the campaign killed …").
  case event
  /// Nouns for states.
  case country
  /// What one party is to another: party, rival, neighbour, ally.
  case side
  /// Nouns for single people.
  case person
  /// Nouns of sport.
  case sport
  /// Verbs that lend their subject to a noun ("launched an attack").
  case light
  /// Verbs and nouns that merely report.
  case say
  /// Verbs and nouns that make what they govern an allegation.
  case claim
  /// What says that it is not so.
  case deny
  /// What says that the governed clause did not come about.
  case fail
  /// What makes the governed clause only planned, wanted or possible.
  case want
  /// What says that it is over or interrupted.
  case end
  /// What says that a title or tie is past.
  case former
  /// What makes it less than certain.
  case hedge
  /// Friendly ties ("allied", "loyal").
  case cooperativeAdjective
  /// Hostile ties ("rival", "warring").
  case hostileAdjective
  /// What makes a "group" an armed one ("militant", "insurgent").
  case armedAdjective

  /// What the file calls it ("cooperative-adjective").
  package var name: String {
    String(describing: self).reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }
}

/// The classes of a word.
package struct WordClassSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package init(_ wordClass: WordClass) {
    rawValue = 1 << wordClass.rawValue
  }

  package func contains(_ wordClass: WordClass) -> Bool {
    rawValue & (1 << wordClass.rawValue) != 0
  }

  package static let force = Self(.force)
  package static let authority = Self(.authority)
  package static let title = Self(.title)
  package static let fighter = Self(.fighter)
  package static let opposition = Self(.opposition)
  package static let group = Self(.group)
  package static let coalition = Self(.coalition)
  package static let community = Self(.community)
  package static let civilian = Self(.civilian)
  package static let medium = Self(.medium)
  package static let place = Self(.place)
  package static let position = Self(.position)
  package static let member = Self(.member)
  package static let partitive = Self(.partitive)
  package static let event = Self(.event)
  package static let country = Self(.country)
  package static let side = Self(.side)
  package static let person = Self(.person)
  package static let sport = Self(.sport)
  package static let light = Self(.light)
  package static let say = Self(.say)
  package static let claim = Self(.claim)
  package static let deny = Self(.deny)
  package static let fail = Self(.fail)
  package static let want = Self(.want)
  package static let end = Self(.end)
  package static let former = Self(.former)
  package static let hedge = Self(.hedge)
  package static let cooperativeAdjective = Self(.cooperativeAdjective)
  package static let hostileAdjective = Self(.hostileAdjective)
  package static let armedAdjective = Self(.armedAdjective)
}
