import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

@Suite struct ActorSearchTests {
  @Test(arguments: [
    ("The Côte d’Ivoire's", "cote d ivoire"), ("  ÅLAND–Øresund ", "aland oresund"), ("Łódź", "lodz"),
    ("İstanbul", "istanbul"), ("Straße", "strasse"), ("e\u{301}a", "ea"), ("Йемен", "иемен"),
    ("И\u{306}емен", "иемен"), ("the", "the"), ("the U.S.", "us"), ("St. Ives", "st ives"), ("", ""),
    ("Al-Nur", "al nur"), ("حزب", "حزب"),
    ("Kurds' leader", "kurds leader"),
  ]) func keys(_ name: String, _ key: String) {
    #expect(searchKey(name) == key)
  }

  private func search(_ name: String) -> [ActorID] {
    switch AllianceGraph.story.findActor(named: name) {
    case .found(let actor): [actor.id]
    case .ambiguous(let actors): ["?"] + actors.map(\.id)
    case .unknown(let near): ["!"] + near.map(\.id)
    }
  }

  @Test func anyNameFindsTheActor() {
    for name in ["cor-front", "Cor Liberation Front", "the COR front", "The Front's", "CLF", "clf"] {
      #expect(search(name) == ["cor-front"], "\(name)")
    }
    #expect(search("estria") == ["estria"])
    #expect(search("ESTRIA") == ["estria"])
    #expect(search("arlandic") == ["arland"])
  }

  @Test func aNameOfTwoAsksWhich() {
    #expect(search("the Republic") == ["?", "arland", "estria"])
  }

  @Test func theUnknownIsMetWithCloseNames() {
    #expect(search("Arlnad") == ["!", "arland"])
    #expect(search("Front of Liberation") == ["!", "cor-front"])
    #expect(search("Qxz") == ["!"])
    #expect(search("") == ["!"])
  }

  @Test(arguments: [("", "abc", 3), ("turkey", "turkye", 1), ("kitten", "sitting", 3), ("same", "same", 0)])
  func distances(_ a: String, _ b: String, _ distance: Int) {
    #expect(spellingDistance(a, b) == distance)
    #expect(spellingDistance(b, a) == distance)
  }
}
