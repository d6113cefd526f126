import Relations

extension RelationMention {
  /// What the mention says of a day, by the clock of the world; nil where it says nothing of that day.
  ///
  /// - A relation holds from the beginning to the end of the interval that the text gives, one whose end is open for
  ///   ever after; the day of the report doesn't matter then.
  /// - What is said to be over holds up to the end of the interval, and is over afterwards.
  /// - Without an interval, a report speaks of its own day and, until other reports say otherwise, of those after it.
  ///
  /// - Parameter reported: the date of the article.
  func asOf(_ day: CalendarDate, reported: CalendarDate?) -> RelationMention? {
    let from = evidence.held?.from.flatMap(CalendarDate.init)
    let until = evidence.held?.until.flatMap(CalendarDate.init)
    if from == nil, until == nil {
      return reported?.isBeforeEnd(of: day) == true ? self : nil
    }
    if let from, !from.isBeforeEnd(of: day) { return nil }
    guard let until else {
      // Over by the day of the report, and going on before it.
      if status == .ended, let reported, !reported.isBeforeEnd(of: day) { return going }
      return self
    }
    if day.isBeforeEnd(of: until) { return going }
    return status == .ended ? self : nil
  }

  /// What it says of the time before it was over.
  private var going: RelationMention {
    var result = self
    if status == .ended { result.status = .asserted }
    return result
  }
}
