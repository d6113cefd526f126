import Testing

/// Which actor an expression means, read with the embedded model.
@Suite struct ResolutionTests {
  // MARK: - Names inside names

  @Test func neitherPositionsNorMeaninglessNamesHideTheNameOfAFront() throws {
    let first = try ResolvedText("The Highland Liberation Front attacked Syria on Monday.")
    #expect(first.actors("Highland Liberation Front") == ["highland-liberation-front"])
    // "Patriotic Front" alone is a party of Zambia, where Zambia is spoken of.
    let second = try ResolvedText(
      "The Marovian Patriotic Front (MPF) attacked Syria. The MPF is backed by Turkey.")
    #expect(second.actors("Marovian Patriotic Front") == ["marovian-patriotic-front"])
    #expect(second.actors("MPF") == ["marovian-patriotic-front"])
  }

  @Test func leaderOfACoalitionIsAnActorBesideIt() throws {
    let reading = try ResolvedText(
      "Warplanes of the Saudi-led coalition bombed Houthi depots near the port on Monday.")
    #expect(reading.actors("Saudi") == ["saudi-arabia"])
    #expect(reading.actors("Saudi-led coalition") == ["saudi-led-coalition"])
  }

  @Test func linkedGroupIsNotTheOneItIsLinkedTo() throws {
    let reading = try ResolvedText(
      "Al-Shabaab overran a barracks at dawn. The al-Qaeda-linked group said its men had killed ten Kenyan soldiers."
    )
    #expect(reading.actors("al-Qaeda") == ["al-qaeda"])
    #expect(reading.actors("al-Qaeda-linked group") == ["al-shabaab"])
  }

  @Test func nameBehindItsNounIsMeantByTheNoun() throws {
    let reading = try ResolvedText("The Lebanese militant group Hezbollah fired rockets at Israel.")
    #expect(reading.actors("Hezbollah") == ["hezbollah"])
    #expect(reading.actors("Lebanese militant group") == ["hezbollah"])
  }

  // MARK: - Persons

  @Test func formerPresidentNoLongerActsForHisState() throws {
    let reading = try ResolvedText(
      "The Houthis are backed by troops loyal to former president Ali Abdullah Saleh. Saleh praised the rebels.",
      date: "2015-05-01")
    #expect(reading.actors("Saleh") != ["yemen"])
    #expect(!reading.actors("Saleh").isEmpty)
  }

  @Test func presidentInOfficeActsForHisState() throws {
    let reading = try ResolvedText(
      "President Recep Tayyip Erdogan vowed to crush the PKK.", date: "2016-05-01")
    #expect(reading.actors("President Recep Tayyip Erdogan") == ["turkey"])
  }

  @Test func spokesmanMeansHisGroup() throws {
    let reading = try ResolvedText("Karim Bakour, a spokesman for Hamas, rejected the offer.")
    #expect(reading.actors("Karim Bakour") == ["hamas"])
  }

  @Test func reporterIsNobody() throws {
    let reading = try ResolvedText(
      "The rebels had left the town by noon, a resident, Salim Darwish, told Reuters.")
    withKnownIssue(
      "the resident is read as the subject of 'told' without his description", isIntermittent: true
    ) {
      #expect(reading.actors("Salim Darwish").isEmpty)
    }
    #expect(reading.actors("Reuters").isEmpty)
  }

  // MARK: - Bodies and collectives

  @Test func forcesOfOthersAreNotTheArmyHere() throws {
    let reading = try ResolvedText(
      "The Iraqi army left the town in June. US-backed forces in Syria took another from Islamic State.")
    #expect(reading.actors("Iraqi army") == ["iraq"])
    #expect(reading.actors("US-backed forces") != ["iraq"])
    withKnownIssue("the state is read as an adjunct of 'backed'", isIntermittent: true) {
      #expect(!reading.actors("US-backed forces").isEmpty)
    }
  }

  @Test func fighterJetsAreNoFighters() throws {
    let reading = try ResolvedText("Turkish fighter jets hit PKK camps.")
    #expect(reading.actors("fighter").isEmpty)
    #expect(reading.actors("Turkish fighter jets") == ["turkey"])
  }

  @Test func alliesWithoutANameAreAnActorOfTheirOwn() throws {
    let reading = try ResolvedText("The United States and its allies bombed the Taliban.")
    #expect(reading.actors("its") == ["united-states"])
    #expect(reading.actors("allies") == ["allies-of-united-states"])
  }

  @Test func alliesThatAreNamedAreNot() throws {
    let reading = try ResolvedText("Iran and Syria are allies.")
    #expect(reading.actors("allies").isEmpty)
  }

  // MARK: - Taking up

  @Test func pronounIsNotWhatItsClauseNamesBesideIt() throws {
    let reading = try ResolvedText(
      "Turkey blamed Islamic State for the blast. It is fighting Islamic State in Syria.")
    #expect(reading.actors("It") == ["turkey"])
  }

  @Test func blocIsNotTheUnitedNations() throws {
    let reading = try ResolvedText(
      "The European Union drafted sanctions on North Korea. The United Nations had agreed its own. The bloc will vote in May."
    )
    #expect(reading.actors("bloc") == ["european-union"])
  }

  @Test func groupIsAnArmedOneRatherThanACoalition() throws {
    let reading = try ResolvedText(
      "Islamic State lost the dam. NATO welcomed the news. The group still holds the old town.")
    #expect(reading.actors("group") == ["islamic-state"])
  }

  @Test func militantsAreThoseOfTheMainGroup() throws {
    let reading = try ResolvedText(
      "Boko Haram attacked a village in Nigeria. Boko Haram burned houses. Boko Haram left. Later militants killed ten."
    )
    #expect(reading.actors("militants") == ["boko-haram"])
  }

  @Test func otherMilitantsAreNot() throws {
    let reading = try ResolvedText(
      "Boko Haram attacked a village in Nigeria. Boko Haram burned houses. Boko Haram left. Other militants killed ten."
    )
    #expect(!reading.actors("Other militants").contains("boko-haram"))
  }

  @Test func militantsOfTwoGroupsAreNobodys() throws {
    let reading = try ResolvedText(
      "Boko Haram and Ansaru attacked Nigeria. Boko Haram left. Ansaru stayed. Then militants killed ten."
    )
    #expect(reading.actors("militants") != ["boko-haram"])
    #expect(reading.actors("militants") != ["ansaru"])
  }

  @Test func northIsTheStateOnlyWithACapitalAndAnArticle() throws {
    let reading = try ResolvedText(
      "North Korea fired a missile. South Korea condemned the North. Fog lay over the north of the peninsula."
    )
    #expect(reading.actors("North") == ["north-korea"])
    #expect(reading.actors("north").isEmpty)
  }

  @Test func oppositionIsTheAllianceThatSpeaksForIt() throws {
    let reading = try ResolvedText(
      "The High Negotiations Committee, the main opposition alliance, met Russia. Syria rejected the opposition."
    )
    #expect(reading.actors("opposition") == ["high-negotiations-committee"])
  }

  @Test func oppositionWithoutANamedAllianceStaysItself() throws {
    let reading = try ResolvedText("The Arab League met. Syria rejected the opposition.")
    #expect(reading.actors("opposition") != ["arab-league"])
  }

  @Test func ministerIsOfTheStateThatTheArticleIsAbout() throws {
    let reading = try ResolvedText(
      "Kenya sent its army to the border. Kenya closed it. In Uganda a summit met. Defence Minister Tolan Barsa spoke."
    )
    #expect(reading.actors("Defence Minister Tolan Barsa") == ["kenya"])
  }
}
