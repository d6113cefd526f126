import Linguistics
import Testing

@Suite struct ForeignTextTests {
  @Test(arguments: [
    (
      "French",
      "Le ministre a déclaré que les troupes du gouvernement ont repris la ville après trois jours de combats avec les rebelles, qui se sont retirés dans les montagnes."
    ),
    (
      "German",
      "Der Minister sagte, dass die Truppen der Regierung die Stadt nach drei Tagen von den Rebellen zurückerobert haben, die sich in die Berge zurückzogen."
    ),
    (
      "Spanish",
      "El ministro dijo que las tropas del gobierno tomaron la ciudad después de tres días de combates con los rebeldes, que se retiraron a las montañas."
    ),
    (
      "Italian",
      "Il ministro ha detto che le truppe del governo hanno ripreso la città dopo tre giorni di scontri con i ribelli, che si sono ritirati nelle montagne."
    ),
    (
      "Portuguese",
      "O ministro disse que as tropas do governo retomaram a cidade depois de três dias de combates com os rebeldes, que se retiraram para as montanhas."
    ),
    (
      "Dutch",
      "De minister zei dat de troepen van de regering de stad na drie dagen van gevechten met de rebellen hebben heroverd, die zich in de bergen hebben teruggetrokken."
    ),
    (
      "Polish",
      "Minister powiedział, że wojska rządowe odbiły miasto po trzech dniach walk z rebeliantami, którzy wycofali się w góry i nie są już w mieście."
    ),
    (
      "Turkish",
      "Bakan, hükümet birliklerinin üç gün süren çatışmalardan sonra şehri geri aldığını ve bir çok isyancının bu bölgeden dağlara çekildiğini, daha fazla bilgi için ise beklemek gerektiğini söyledi."
    ),
    (
      "Indonesian or Malay",
      "Menteri itu mengatakan bahwa pasukan pemerintah telah merebut kembali kota itu dari para pemberontak yang mundur ke pegunungan dan tidak akan kembali."
    ),
    (
      "Swedish",
      "Ministern sade att regeringens trupper har återtagit staden efter tre dagar av strider med rebellerna, som drog sig tillbaka till bergen och inte är kvar."
    ),
  ])
  func otherLanguagesAreNamed(_ language: String, _ text: String) {
    #expect(ForeignText(text) == .language(language))
  }

  @Test(arguments: [
    ("Cyrillic", "Министр заявил, что войска заняли город."),
    ("Arabic", "قال الوزير إن القوات استعادت المدينة."),
    ("Chinese or Japanese", "部长说，政府军经过三天的战斗夺回了这座城市，叛军撤退到山里去了。"),
  ])
  func otherScriptsAreNamed(_ script: String, _ text: String) {
    #expect(ForeignText(text) == .script(script))
  }

  @Test(arguments: [
    "Rebels seize port", "Le Monde: Macron à Paris", "Syrian army, Hezbollah advance near Deir al-Zor",
    "Juan Manuel de la Cruz and María del Carmen de los Santos of the Frente de Liberación Nacional met leaders of the Partido de la Gente in La Paz on Monday, officials said.",
    "\"Vive la France,\" said the president of the Conseil national de la transition, Jean de La Tour, who is backed by the Front pour la paix et la démocratie.",
    "Killed: Ali Hassan, Omar Said, Yusuf Khan, Ahmed Musa, Idris Deby, Karim Aziz, Salah Nur, Hamid Bey, Tariq Shah, Nabil Amin, Fadi Haddad.",
    "The army said on Tuesday that its troops had taken the town.", "",
  ])
  func whatMayBeEnglishPasses(_ text: String) { #expect(ForeignText(text) == nil) }

  @Test func aLongTextWithoutAWordOfEnglishIsNone() {
    let words = (0..<100).map { "kal\(["a", "e", "i", "o", "u"][$0 % 5])m\(["a", "e", "u"][$0 % 3])z" }
    #expect(ForeignText(words.joined(separator: " ")) == .unknown)
  }
}
