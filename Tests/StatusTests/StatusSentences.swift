/// Sentences of our own, by the phenomenon that decides their status, each with what an article that says no more than this
/// states: `SOURCE type TARGET status`, or `none` where it states nothing of the type between the two.
enum StatusSentences {
  static let text = """
    == Plain statements
    Iran has supported the Houthis for years. > iran backs houthis asserted
    Turkish jets bombed PKK camps in northern Iraq. > turkey fighting kurdistan-workers-party asserted
    Hezbollah attacked Israel on Monday. > hezbollah fighting israel asserted
    France condemned Russia. > france opposes russia asserted
    Russia and Ukraine held talks in Geneva. > russia negotiates_with ukraine asserted
    In the last century the United States supported Iraq. > united-states backs iraq asserted

    == Negation
    Russia did not attack Ukraine. > russia fighting ukraine none
    Iran never armed the Houthis. > iran backs houthis none
    Egypt has not backed Hamas. > egypt backs hamas none
    No Turkish troops attacked Syria. > turkey fighting syria none
    Neither Iran nor Iraq attacked Israel. > iran fighting israel none
    Egypt not only supported Sudan but also trained its pilots. > egypt backs sudan asserted
    Egypt failed to support Sudan. > egypt backs sudan none
    Egypt refused to back Sudan. > egypt backs sudan none
    Turkey stopped short of attacking Syria. > turkey fighting syria none
    Turkey took the town without attacking Syria. > turkey fighting syria none
    Turkey sent envoys instead of attacking Syria. > turkey fighting syria none
    The storm prevented Turkey from attacking Syria. > turkey fighting syria none
    There is no evidence that Iran armed the Taliban. > iran backs taliban none

    == What is taken for granted stays untouched
    Egypt did not comment on the war between Russia and Ukraine. > russia fighting ukraine asserted
    Egypt would not welcome refugees from the war between Russia and Ukraine. > russia fighting ukraine asserted
    Egypt plans to send doctors after Russia attacked Ukraine. > russia fighting ukraine asserted
    Egypt could not reach the rebels who attacked Sudan, which is backed by Iran. > iran backs sudan asserted
    Egypt will not meet the Iran-backed Houthi rebels. > iran backs houthis asserted
    Germany will send doctors because Russia bombed Ukraine. > russia fighting ukraine asserted

    == Double negation
    Iran did not deny arming the Houthis. > iran backs houthis alleged
    Iran did not stop arming the Houthis. > iran backs houthis asserted
    Iran refused to stop supporting Hamas. > iran backs hamas asserted
    Iran has not ceased supporting Hamas. > iran backs hamas asserted

    == Modals
    Iran may arm the Houthis. > iran backs houthis possible
    Russia could attack Ukraine. > russia fighting ukraine possible
    Israel would attack Iran. > israel fighting iran possible
    Japan and China will hold talks in Beijing. > japan negotiates_with china possible
    Russia might bomb Ukraine. > russia fighting ukraine possible
    Turkey should support Egypt. > turkey backs egypt possible
    France will continue to support Ukraine. > france backs ukraine asserted
    France will keep arming Ukraine. > france backs ukraine asserted

    == Intentions and plans
    Turkey plans to attack Syria. > turkey fighting syria possible
    Israel threatened to attack Iran. > israel fighting iran possible
    Israel vowed to bomb Iran. > israel fighting iran possible
    Russia is ready to attack Ukraine. > russia fighting ukraine possible
    Norway intends to arm Ukraine. > norway backs ukraine possible
    Norway decided to arm Ukraine. > norway backs ukraine possible
    Egypt is preparing to attack Sudan. > egypt fighting sudan possible
    Japan and China agreed to hold talks. > japan negotiates_with china asserted
    Japan offered to hold talks with China. > japan negotiates_with china possible
    Egypt is expected to attack Sudan. > egypt fighting sudan possible
    Putin is due to meet Erdogan. > russia negotiates_with turkey possible
    Vladimir Putin to meet Turkish leader. > russia negotiates_with turkey possible
    Egypt threatened to impose sanctions on Sudan. > egypt opposes sudan asserted
    The United States is considering sanctions against Iran. > united-states opposes iran asserted

    == Wishes, calls and fears of others
    Germany urged Turkey to attack Syria. > turkey fighting syria possible
    Germany called on Turkey to attack Syria. > turkey fighting syria possible
    Germany called the strike a Russian attack on Ukraine. > russia fighting ukraine asserted
    Germany fears that Russia will attack Ukraine. > russia fighting ukraine possible
    Germany warned that Russia had attacked Ukraine. > russia fighting ukraine asserted
    Egypt called for talks between Russia and Ukraine. > russia negotiates_with ukraine possible
    Egypt demands that Turkish forces attack Syria. > turkey fighting syria possible
    Let Egypt and Jordan fight Sudan alone. > jordan fighting sudan possible

    == Conditions and questions
    If Russia attacks Ukraine, oil will become dear. > russia fighting ukraine possible
    Oil will become dear unless Russia attacks Ukraine. > russia fighting ukraine possible
    It is not clear whether Iran armed the Houthis. > iran backs houthis possible
    Will Russia attack Ukraine? > russia fighting ukraine possible
    Did Iran arm the Houthis? > iran backs houthis possible
    Why did Russia attack Ukraine? > russia fighting ukraine asserted

    == Accusations
    Israel accused Iran of supporting Hamas. > iran backs hamas alleged
    Israel accused Iran of supporting Hamas. > israel opposes iran asserted
    Iran was accused of supporting Hamas. > iran backs hamas alleged
    Iran is suspected of supporting Hamas. > iran backs hamas alleged
    Iran is believed to support Hamas. > iran backs hamas alleged
    Iran is said to have supported Hamas. > iran backs hamas alleged
    Israel alleged that Iran had supported Hamas. > iran backs hamas alleged
    Egypt condemned Iran for supporting Hamas. > iran backs hamas asserted

    == Hedges
    Two people died in an attack on Turkey blamed on Islamic State. > islamic-state fighting turkey alleged
    Two people died in an attack on Turkey claimed by Islamic State. > islamic-state fighting turkey asserted
    Iran reportedly armed the Taliban. > iran backs taliban alleged
    Iran allegedly backs the Taliban. > iran backs taliban alleged
    Iran openly backs the Taliban. > iran backs taliban asserted

    == Who says so
    The United Nations said Russia bombed Ukraine. > russia fighting ukraine asserted
    Israel said it had attacked Hezbollah. > israel fighting hezbollah asserted
    Israel claimed that it had attacked Hezbollah. > israel fighting hezbollah asserted
    Turkey bombed Syria, witnesses said. > turkey fighting syria asserted
    Hezbollah claims it attacked Israel. > hezbollah fighting israel asserted
    Egypt claimed that Russia had bombed Ukraine. > russia fighting ukraine alleged
    Russia bombed Ukraine, Egypt claimed. > russia fighting ukraine alleged
    Israel bombed Iran on Sunday. Israel said Iran supports Hamas. > iran backs hamas alleged
    Norway said Iran supports Hamas. > iran backs hamas asserted

    == Denials
    Iran denied arming the Houthis. > iran backs houthis denied
    Iran denied that it had supported the Houthis. > iran backs houthis denied
    Iran said it did not arm the Houthis. > iran backs houthis denied
    Iran denies backing Hamas. > iran backs hamas denied
    Turkey denied reports that it had attacked Syria. > turkey fighting syria denied
    The United States rejected an alliance with Egypt. > united-states allied_with egypt denied

    == Disputes
    Israel accused Iran of supporting Hamas. Iran denied supporting Hamas. > iran backs hamas alleged disputed
    Iran supports Hamas. Iran denied supporting Hamas. > iran backs hamas asserted disputed
    Israel accused Iran of supporting Hamas. Iran denied supporting Egypt. > iran backs hamas alleged

    == Ends
    Iran stopped supporting Hamas. > iran backs hamas ended
    Iran no longer supports Hamas. > iran backs hamas ended
    Iran does not support Hamas any longer. > iran backs hamas ended
    Egypt is a former ally of Sudan. > egypt allied_with sudan ended
    Egypt is an ally of Sudan. > egypt allied_with sudan asserted
    France halted military aid to Mali. > france backs mali ended
    France withdrew its support for Mali. > france backs mali ended
    Russia broke off talks with Ukraine. > russia negotiates_with ukraine ended
    The truce between Israel and Hamas collapsed. > israel negotiates_with hamas ended
    Iran formerly backed Hamas. > iran backs hamas ended

    == Ends that are only wanted
    Egypt urged Iran to stop supporting Hamas. > iran backs hamas asserted
    Iran will stop arming the Houthis. > iran backs houthis asserted
    France wants to end its support for Mali. > france backs mali asserted
    Envoys met in Oslo to end the war between Russia and Ukraine. > russia fighting ukraine asserted
    Egypt called for an end to the war between Russia and Ukraine. > russia fighting ukraine asserted
    Iran threatened to end its support for Hamas. > iran backs hamas asserted

    == Coordination
    Turkey would attack Syria and bomb Iraq. > turkey fighting iraq possible
    Turkey would attack Syria and has bombed Iraq. > turkey fighting iraq asserted
    Turkey did not warn Syria but bombed Iraq. > turkey fighting iraq asserted
    Egypt supports Sudan and may attack Libya. > egypt backs sudan asserted
    """
}
