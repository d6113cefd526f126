import AllianceKit
import Documents
import Testing

/// Verbs in the present tense that are also nouns, as reports of war and their headlines use them. Treebanks of blogs, reviews
/// and letters hardly know them with a country for a subject.
@Suite struct PresentTenseTests {
  /// Sentence, verb, and the heads of its subject and of its object, where there is one.
  private static let sentences = """
    Russia backs Assad.|backs|Russia|Assad
    Iran arms the Houthis.|arms|Iran|Houthis
    Turkey shells Kurdish fighters.|shells|Turkey|fighters
    Saudi Arabia funds the rebels.|funds|Arabia|rebels
    The United States arms and trains Syrian rebels.|arms|States|rebels
    Israel strikes Gaza.|strikes|Israel|Gaza
    Rebels storm the base.|storm|Rebels|base
    The army pounds rebel positions.|pounds|army|positions
    Gunmen ambush a convoy.|ambush|Gunmen|convoy
    Egypt hosts talks between Hamas and Fatah.|hosts|Egypt|talks
    Ankara slams Washington.|slams|Ankara|Washington
    Moscow courts Cairo.|courts|Moscow|Cairo
    Qatar bankrolls Hamas.|bankrolls|Qatar|Hamas
    Sudan accuses Chad of arming rebels.|accuses|Sudan|Chad
    Hezbollah battles Islamic State near the border.|battles|Hezbollah|State
    Iran backs the militia.|backs|Iran|militia
    Both countries back the government.|back|countries|government
    They back Haftar.|back|They|Haftar
    France and Egypt back General Haftar.|back|France|Haftar
    Tehran also backs Hezbollah.|backs|Tehran|Hezbollah
    Rwanda, which backs the M23 rebels, denied this.|backs|which|rebels
    Rebels fire rockets at the capital.|fire|Rebels|rockets
    Militants target troops.|target|Militants|troops
    The two sides trade fire.|trade|sides|fire
    The militia sides with the army.|sides|militia|
    The UAE, which arms the RSF, rejected the report.|arms|which|RSF
    The group, which Iran arms, fired missiles.|arms|Iran|
    Troops shell the town.|shell|Troops|town
    The general leads the coup.|leads|general|coup
    Forces loyal to Haftar attack Tripoli.|attack|Forces|Tripoli
    Washington blasts Beijing.|blasts|Washington|Beijing
    Kenya mediates talks.|mediates|Kenya|talks
    The rebels rout government forces.|rout|rebels|forces
    The army routs the rebels.|routs|army|rebels
    Uganda aids the rebels.|aids|Uganda|rebels
    Russia aids Syria.|aids|Russia|Syria
    Pakistan shelters the Taliban.|shelters|Pakistan|Taliban
    The junta jails opponents.|jails|junta|opponents
    Fighters besiege the city.|besiege|Fighters|city
    Kurds clash with Turkish troops.|clash|Kurds|
    The coalition bombs Sanaa.|bombs|coalition|Sanaa
    Drones hit a base.|hit|Drones|base
    The Sudanese army bombs RSF positions.|bombs|army|positions
    The West supports Kyiv.|supports|West|Kyiv
    """

  /// graphs/LANGUAGE.md names this figure.
  @Test func fortyOfFortyFourAreReadAsVerbsWithTheirArguments() throws {
    let reader = try ArticleReader()
    let rows = Self.sentences.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(rows.count == 44)
    let wrong = rows.filter { row in
      let document = reader.parse(Article(id: "a", plainText: "A headline\n\n\(row[0])"))
      guard let tokens = document.sentences.last?.tokens,
        let verb = tokens.firstIndex(where: { $0.form == row[1] })
      else { return true }
      func governs(_ form: String, _ relation: String) -> Bool {
        tokens.contains { $0.form == form && $0.head == verb && $0.relation == relation }
      }
      return tokens[verb].partOfSpeech != .verb || !governs(row[2], "nsubj")
        || !row[3].isEmpty && !governs(row[3], "obj")
    }
    #expect(rows.count - wrong.count >= 40, "wrong: \(wrong.map { $0[0] }.joined(separator: " "))")
  }
}
