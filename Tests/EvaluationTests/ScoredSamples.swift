/// Invented articles, annotated and read. `RelationScoreTests` says what the reference scorer of the annotation
/// guidelines prints for them.
enum ScoredSamples {
  static let firstAnnotated = #"""
    {"article": "first.txt",
     "actors": [
      {"id": "a1", "name": "Velmoría", "kind": "state", "mentions": ["Velmoria", "Velmorian", "the \#
    Velmorian army", "Tessa Ort"]},
      {"id": "a2", "name": "Free Highland Front", "kind": "armed_group", "mentions": ["FHF", "highland \#
    rebels", "the rebels"]},
      {"id": "a3", "name": "Kingdom of Sarn", "kind": "state", "mentions": ["Sarn", "Sarn’s air force", \#
    "King Odo"]},
      {"id": "a4", "name": "River League", "kind": "coalition", "mentions": ["the League"]},
      {"id": "a5", "name": "Coast Party", "kind": "political_party", "mentions": []}],
     "relations": [
      {"source": "a3", "type": "backs", "target": "a2", "support": "material", "status": "alleged",
       "evidence": ["accused Sarn of arming the rebels", "Sarn’s crates"]},
      {"source": "a1", "type": "fighting", "target": "a2", "status": "asserted",
       "evidence": ["the Velmorian army shelled the rebels"]},
      {"source": "a4", "type": "negotiates_with", "target": "a1", "status": "possible",
       "evidence": ["would host the League's envoys"]},
      {"source": "a3", "type": "part_of", "target": "a4", "evidence": ["Sarn, a member of the River \#
    League"]},
      {"source": "a1", "type": "opposes", "target": "a3", "status": "asserted", "evidence": ["Velmoría \#
    accused Sarn"]},
      {"source": "a5", "type": "opposes", "target": "a1", "status": "asserted", "evidence": ["the Coast \#
    Party marched"],
       "optional": true},
      {"source": "a4", "type": "allied_with", "target": "a3", "status": "asserted", "evidence": ["side \#
    by side"],
       "optional": true}]}
    """#

  static let secondAnnotated = #"""
    {"article": "second.txt",
     "actors": [
      {"id": "a1", "name": "Ostmark", "kind": "state", "mentions": ["Ostmark", "the states' union"]},
      {"id": "a10", "name": "Ivory Brigade", "kind": "armed_group", "mentions": ["brigade"]},
      {"id": "a2", "name": "Pale Brigade", "kind": "armed_group", "mentions": ["brigade"]}],
     "relations": [
      {"source": "a2", "type": "allied_with", "target": "a10", "status": "ended", "evidence": ["once \#
    allies"]},
      {"source": "a1", "type": "fighting", "target": "a2", "status": "denied", "evidence": ["denied \#
    shelling the Pale Brigade"]},
      {"source": "a1", "type": "backs", "target": "a10", "status": "possible", "evidence": ["would arm \#
    the Ivory Brigade"]},
      {"source": "a2", "type": "opposes", "target": "a1", "evidence": ["vetoed the States' Union's \#
    plan"]}]}
    """#

  static let thirdAnnotated = #"""
    {"article": "third.txt", "actors": [{"id": "a1", "name": "Norrland", "mentions": []}, {"id": "a2", \#
    "name": "Südland", "mentions": []}],
     "relations": [{"source": "a1", "type": "opposes", "target": "a2", "evidence": ["Norrland condemned \#
    Südland"]}]}
    """#

  static let firstRead = #"""
    {"format": "alliance-graph", "version": 1,
     "actors": [
      {"id": "velmoria", "name": "Velmoria", "kind": "state", "aliases": ["VELMORIAN", "Velmorian \#
    army's"]},
      {"id": "ort", "name": "President Tessa Ort", "aliases": ["Ms. Ort"]},
      {"id": "front", "name": "Free Highland Front", "aliases": ["The Rebels", "F.H.F."]},
      {"id": "sarn", "name": "Sarn", "aliases": ["Sarn's air force"]},
      {"id": "league", "name": "League", "aliases": []},
      {"id": "coast", "name": "Coast Party", "aliases": []},
      {"id": "observers", "name": "Élan Observers", "aliases": ["observers"]}],
     "relations": [
      {"source": "sarn", "type": "backs", "target": "front", "status": "asserted",
       "evidence": [{"text": "Ort accused Sarn of arming the rebels in the hills."}]},
      {"source": "front", "type": "fighting", "target": "velmoria", "status": "asserted",
       "evidence": [{"text": "The Velmorian army’s guns shelled the town."}]},
      {"source": "front", "type": "fighting", "target": "ort", "status": "possible",
       "evidence": [{"text": "The Velmorian army shelled the rebels!"}]},
      {"source": "velmoria", "type": "negotiates_with", "target": "league", "status": "possible", \#
    "evidence": []},
      {"source": "league", "type": "part_of", "target": "sarn", "status": "asserted",
       "evidence": [{"text": "Sarn, a member of the River League"}]},
      {"source": "velmoria", "type": "opposes", "target": "observers", "status": "asserted",
       "evidence": [{"text": "They expelled the observers — nine of them — and closed the office that \#
    had counted the dead of every month since the war in the hills began, as the ministry’s spokesman \#
    put it on the day."}]},
      {"source": "coast", "type": "opposes", "target": "velmoria", "status": "alleged", "evidence": \#
    [{"text": "marched"}]},
      {"source": "ort", "type": "allied_with", "target": "velmoria", "evidence": [{"text": "of one actor \#
    with itself"}]},
      {"source": "sarn", "type": "marries", "target": "league", "evidence": [{"text": "no such type"}]}]}
    """#

  static let secondRead = #"""
    {"actors": [
      {"id": "ostmark", "name": "its Ostmark", "aliases": []},
      {"id": "ivory", "name": "Ivory Brigade", "aliases": ["Ivory Brigade", "brigade"]},
      {"id": "brigade", "name": "brigade", "aliases": []},
      {"id": "pale", "name": "Brigade", "aliases": ["pale  brigade"]},
      {"id": "union", "name": "States’ Union", "aliases": ["states union"]}],
     "relations": [
      {"source": "ivory", "type": "allied_with", "target": "pale", "status": "ended", "evidence": \#
    [{"text": "They were once allies"}]},
      {"source": "union", "type": "fighting", "target": "pale", "status": "asserted", "evidence": \#
    [{"text": "shelling the Pale Brigade"}]},
      {"source": "ivory", "type": "backs", "target": "union", "status": "possible", "evidence": \#
    [{"text": "turned round"}]},
      {"source": "ostmark", "type": "backs", "target": "brigade", "status": "alleged", "evidence": \#
    [{"text": ""}, {"text": "said it would arm the Ivory Brigade"}]},
      {"source": "pale", "type": "opposes", "target": "union", "evidence": [{"text": "the States’ \#
    Union’s plan"}]}]}
    """#
}
