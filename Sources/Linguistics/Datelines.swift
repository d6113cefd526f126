/// Finds the dateline at the start of a report, which says where, when and by which agency it was filed:
/// "AMMAN, Feb 3 (Reuters) -", "KABUL (AP) —", "SEOUL:", and a bare "BEIRUT" run into the first sentence.
struct Datelines {
  private let text: Scalars
  private let pieces: [Piece]

  /// The number of pieces at the start of a paragraph that make up its dateline; 0 where there is none.
  static func length(of pieces: [Piece], in text: Scalars) -> Int {
    let datelines = Datelines(text: text, pieces: pieces)
    let length = datelines.marked() ?? datelines.bare() ?? 0
    return length < pieces.count ? length : 0
  }

  // MARK: With a mark at its end

  /// A dateline that ends with a dash, a colon or the agency in brackets.
  private func marked() -> Int? {
    var shouted = 0
    var capitalized = 0
    var small = 0
    var commas = 0
    var agency = false
    var index = 0
    while index < min(pieces.count, 20) {
      let piece = pieces[index]
      let first = text.scalar(piece.lower).value
      if isDash(index) {
        guard index > 0 else { return nil }
        if agency || shouted > 0, small <= 1 { return index + 1 }
        // "Norland - a small country - …" is none.
        guard index + 1 < pieces.count, startsSentence(index + 1) else { return nil }
        let startsSentence = WordLists.sentenceStarters.contains(text.lowercased(pieces[0].range))
        if small == 0, capitalized <= (commas > 0 ? 5 : 2), commas > 0 || index <= 2, !startsSentence,
          first != 0x2D || piece.spaceBefore
        {
          return index + 1
        }
        if small == 1, commas > 0, !startsSentence, capitalized >= 2, capitalized <= 5 { return index + 1 }
        return nil
      }
      switch first {
      case 0x28:
        guard let close = agencyEnd(index) else { return nil }
        agency = true
        index = close + 1
        // "KABUL (AP) The army …": the bracket ends the dateline unless a dash follows.
        if index < pieces.count, !isDash(index) { return shouted > 0 || index <= 4 ? index : nil }
        continue
      case 0x3A:
        return index > 0 && shouted > 0 && capitalized == shouted && small == 0 && !isAcronym(0)
          ? index + 1 : nil
      case 0x2C: commas += 1
      case 0x2F, 0x2E, 0x2D, 0x27, 0x2019: break
      default:
        switch piece.kind {
        case .number: break
        case .mark, .terminal: return nil
        default:
          if isShouted(piece), !isAcronym(index) { shouted += 1 }
          if first.isUppercaseScalar {
            capitalized += 1
          } else if !isHyphenated(index) {
            small += 1
          }
        }
      }
      if small > 1 { return nil }
      index += 1
    }
    return nil
  }

  /// A dash that ends a dateline; a hyphen does so only between spaces.
  private func isDash(_ index: Int) -> Bool {
    let piece = pieces[index]
    let first = text.scalar(piece.lower).value
    if first.isDash { return true }
    guard first == 0x2D else { return false }
    if piece.upper - piece.lower > 1 { return true }
    return piece.spaceBefore && index + 1 < pieces.count && pieces[index + 1].spaceBefore
  }

  private func isHyphenated(_ index: Int) -> Bool {
    index + 1 < pieces.count && !pieces[index + 1].spaceBefore && text.byte(pieces[index + 1].lower) == 0x2D
      || index > 0 && !pieces[index].spaceBefore && text.byte(pieces[index - 1].lower) == 0x2D
  }

  /// The closing bracket of "(Reuters)", "(AP)", "(Xinhua)".
  private func agencyEnd(_ open: Int) -> Int? {
    for index in (open + 1)..<max(open + 1, min(open + 6, pieces.count)) {
      if text.byte(pieces[index].lower) == 0x29 { return index > open + 1 ? index : nil }
      guard text.scalar(pieces[index].lower).value.isUppercaseScalar || text.byte(pieces[index].lower) == 0x2F
      else { return nil }
    }
    return nil
  }

  // MARK: Bare

  /// A place in capitals that runs into the first sentence: "BEIRUT The army …", "MARDIN, Turkey Two …".
  private func bare() -> Int? {
    var index = 0
    var places = 0
    var letters = 0
    while index < pieces.count {
      let piece = pieces[index]
      if isShouted(piece) {
        places += 1
        letters += piece.upper - piece.lower
        index += 1
      } else if index > 0, [0x2F, 0x2D].contains(text.byte(piece.lower)), !piece.spaceBefore {
        index += 1
      } else {
        break
      }
      if places > 5 { return nil }
    }
    guard places > 0, letters >= 3, index < pieces.count else { return nil }
    let name = text.lowercased(pieces[0].lower..<pieces[index - 1].upper)
    var isPlace =
      Self.cities.contains(name) || name.split(separator: "/").allSatisfy { Self.cities.contains(String($0)) }
    if text.byte(pieces[index].lower) == 0x2C, let end = countryEnd(index + 1) {
      index = end
      isPlace = isPlace || !isAcronym(0)
    }
    guard index < pieces.count, startsSentence(index) else { return nil }
    return isPlace || (!isAcronym(0) && !recursInCapitals(pieces[0]) && hasMixedCaseTwin(pieces[0]))
      ? index : nil
  }

  /// The end of a country after a comma, with a further city after a stroke: ", Turkey/BEIRUT".
  private func countryEnd(_ start: Int) -> Int? {
    guard start < pieces.count, text.scalar(pieces[start].lower).value.isUppercaseScalar,
      !isShouted(pieces[start])
    else { return nil }
    var end = start + 1
    if end < pieces.count,
      Self.longCountries.contains(text.lowercased(pieces[start].lower..<pieces[end].upper))
    {
      end += 1
    }
    while end + 1 < pieces.count, text.byte(pieces[end].lower) == 0x2F, isShouted(pieces[end + 1]) {
      end += 2
    }
    return end
  }

  private func startsSentence(_ index: Int) -> Bool {
    let piece = pieces[index]
    let value = text.scalar(piece.lower).value
    if value.isUppercaseScalar || piece.kind == .number { return true }
    return [0x22, 0x27, 0x2018, 0x201C].contains(value) && index + 1 < pieces.count
  }

  // MARK: Words in capitals

  private func isShouted(_ piece: Piece) -> Bool {
    guard piece.upper - piece.lower >= 2, piece.kind == .word else { return false }
    var index = piece.lower
    while index < piece.upper {
      let (value, length) = text.scalar(index)
      if !value.isUppercaseScalar { return false }
      index += length
    }
    return true
  }

  private func isAcronym(_ index: Int) -> Bool {
    Self.acronyms.contains(text.lowercased(pieces[index].range))
      || pieces[index].upper - pieces[index].lower < 3
  }

  /// Whether the text writes the word in capitals again: then it is an acronym.
  private func recursInCapitals(_ piece: Piece) -> Bool {
    occurrences(after: piece).contains { text.bytes[$0] == text.bytes[piece.range] }
  }

  /// Whether the text also writes the word with one capital: then it is a name.
  private func hasMixedCaseTwin(_ piece: Piece) -> Bool {
    occurrences(after: piece).contains { text.byte($0.lowerBound + 1) >= 0x61 }
  }

  /// Where the word occurs after its own place, whatever the case of all letters but the first.
  private func occurrences(after piece: Piece) -> [Range<Int>] {
    let word = text.bytes[piece.range]
    let length = word.count
    guard piece.upper < text.count - length else { return [] }
    return (piece.upper..<(text.count - length)).lazy.filter { start in
      text.bytes[start] == word[word.startIndex]
        && zip(text.bytes[start..<(start + length)], word).allSatisfy { $0 & 0xDF == $1 & 0xDF }
        && ScalarKind.of(text.scalar(before: start)) != .letter
        && ScalarKind.of(text.scalar(start + length).value) != .letter
    }.map { $0..<($0 + length) }
  }

  private static let acronyms: Set<String> = [
    "nato", "isis", "isil", "daesh", "unicef", "unesco", "unhcr", "unrwa", "opec", "asean", "osce", "ecowas",
    "igad",
    "cnn", "bbc", "afp", "nbc", "cbs", "abc", "cia", "fbi", "nsa", "pkk", "ypg", "ypj", "sdf", "plo", "idf",
    "hts",
    "fsa", "nlf", "ira", "eta", "farc", "rsf", "saf", "drc", "usa", "uae", "ukip", "brics", "imf", "wto",
    "who",
    "iaea", "icc", "icj", "opinion", "update", "exclusive", "analysis", "breaking", "watch", "read", "video",
    "live",
    "more", "photos", "note", "factbox", "timeline", "explainer", "report", "hamas", "anc", "zanu", "swapo",
    "unita",
    "monusco", "minusma", "amisom", "thaad", "aukus", "quad", "gcc", "oau", "monuc", "unamid", "unmiss",
    "jcpoa",
  ]

  private static let longCountries: Set<String> = [
    "saudi arabia", "south korea", "north korea", "south sudan", "south africa", "sri lanka", "new zealand",
    "sierra leone", "burkina faso", "el salvador", "costa rica", "united states", "united kingdom",
    "ivory coast",
    "northern ireland", "czech republic", "puerto rico", "west bank", "gaza strip", "north macedonia",
    "equatorial guinea", "papua new", "east timor", "dominican republic", "central african", "new york",
    "new jersey", "new mexico", "north carolina", "south carolina", "north dakota", "south dakota",
    "west virginia",
    "rhode island",
  ]

  private static let cities: Set<String> = Set(
    """
    abidjan,abu dhabi,abuja,accra,addis ababa,aden,aleppo,algiers,amman,amsterdam,ankara,antananarivo,ashgabat,
    asmara,astana,asuncion,athens,baghdad,baku,bamako,bangkok,bangui,basra,beijing,beirut,belfast,belgrade,benghazi,
    berlin,bern,bishkek,bogota,brasilia,bratislava,brazzaville,brussels,bucharest,budapest,buenos aires,bujumbura,
    cairo,canberra,caracas,chisinau,colombo,conakry,copenhagen,dakar,damascus,davos,delhi,dhaka,diyarbakir,doha,
    donetsk,dubai,dublin,dushanbe,erbil,falluja,frankfurt,gaza,gaziantep,geneva,goma,guatemala city,hanoi,harare,
    havana,helsinki,hong kong,idlib,islamabad,istanbul,jakarta,jerusalem,johannesburg,juba,kabul,kampala,kandahar,
    karachi,kathmandu,khartoum,kiev,kigali,kinshasa,kirkuk,kuala lumpur,kuwait,kyiv,lagos,lahore,libreville,lima,
    lisbon,ljubljana,lome,london,los angeles,luanda,lusaka,lviv,madrid,maiduguri,male,managua,manama,manila,maputo,
    mexico city,milan,minsk,mogadishu,monrovia,montevideo,moscow,mosul,mumbai,munich,muscat,nairobi,naypyitaw,
    ndjamena,n'djamena,new delhi,new york,niamey,nicosia,nouakchott,oslo,ottawa,ouagadougou,panama city,paris,
    peshawar,phnom penh,podgorica,port-au-prince,prague,pretoria,pristina,pyongyang,quetta,quito,rabat,ramadi,
    ramallah,rangoon,reykjavik,riga,riyadh,rome,sanaa,san salvador,santiago,santo domingo,sao paulo,sarajevo,seoul,
    shanghai,singapore,skopje,sofia,srinagar,stockholm,strasbourg,stuttgart,sydney,taipei,tallinn,tashkent,tbilisi,
    tegucigalpa,tehran,tel aviv,the hague,tikrit,tirana,tokyo,toronto,tripoli,tunis,ulaanbaatar,united nations,
    vatican city,vienna,vientiane,vilnius,warsaw,washington,windhoek,yangon,yaounde,yerevan,zagreb,zurich,jeddah,
    misrata,kobani,kunduz,jalalabad,lashkar gah,mazar-i-sharif,herat,kharkiv,odesa,odessa,dnipro,mariupol,sevastopol,
    simferopol,hebron,nablus,sderot,haifa,nicosia,bishkek,stepanakert,grozny,juba,malakal,el fasher,port sudan
    """.split { $0 == "," || $0 == "\n" }.map(String.init))
}
