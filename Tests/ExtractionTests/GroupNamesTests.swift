import CResources
import Relations
import Testing

@testable import Extraction

/// The names of actors other than states, in the spellings that the press uses.
@Suite struct GroupNamesTests {
  private let gazetteer: Gazetteer

  init() throws {
    var length = 0
    let states = alliance_states(&length)
    let statesText = String(decoding: UnsafeBufferPointer(start: states, count: length), as: UTF8.self)
    let groups = alliance_groups(&length)
    let groupsText = String(decoding: UnsafeBufferPointer(start: groups, count: length), as: UTF8.self)
    gazetteer = try Gazetteer(parsing: [("states.txt", statesText), ("groups.txt", groupsText)])
  }

  private func clearIDs(_ name: String) -> [ActorID] {
    gazetteer.readings(of: name).filter { !gazetteer.form(of: $0).isAmbiguous }
      .map { gazetteer.entry(of: $0).id }
  }

  @Test(arguments: [
    ("Hizbullah", "hezbollah"), ("Nasrallah", "hezbollah"), ("al Qaida", "al-qaeda"),
    ("Daesh", "islamic-state"),
    ("Huthi rebels", "houthis"), ("Hemedti", "rapid-support-forces"), ("M-23", "march-23-movement"),
    ("Kurdistan Workers Party", "kurdistan-workers-party"), ("Sinn Féin", "sinn-fein"),
    ("Sendero Luminoso", "shining-path"), ("Tamil Tigers", "liberation-tigers-of-tamil-eelam"),
    ("Arakan Army", "arakan-army"), ("U.N. Security Council", "united-nations-security-council"),
    ("European Commission", "european-union"), ("Jens Stoltenberg", "nato"),
  ])
  func spellingsMeanTheirActor(name: String, id: ActorID) {
    #expect(clearIDs(name) == [id], "\(name)")
  }

  @Test(arguments: [
    "NLF", "People's Democratic Party", "National Liberation Front", "US-led coalition",
  ])
  func sharedNamesNeedSupport(name: String) {
    #expect(!gazetteer.readings(of: name).isEmpty, "\(name)")
    #expect(clearIDs(name) == [], "\(name)")
  }

  @Test(arguments: [
    "March 14", "Wine", "Omar", "Mansour", "Ping", "Hume", "isis", "morena",
  ])
  func wordsWithOtherUsesAreNotTaken(name: String) {
    #expect(clearIDs(name) == [], "\(name)")
  }
}
