/// Which actors can be parts of which.
enum MembershipRule {
  /// States have provinces and ministries, but no actors as parts of them; and they themselves are parts only of
  /// coalitions and organisations ("Turkish members of Islamic State" are not Turkey).
  static func allows(_ part: Int, in whole: Int, _ register: ActorRegister) -> Bool {
    let part = register[part]
    let whole = register[whole]
    if whole.isState || whole.kind == .person || part.isCoalition && whole.kind == .armedGroup {
      return false
    }
    return !part.isState || whole.isCoalition || whole.kind == .other
  }
}
