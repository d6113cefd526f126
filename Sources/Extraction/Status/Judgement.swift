import Relations

/// How a text commits itself to what a predicate says.
struct Judgement {
  private(set) var status: Status
  /// Nothing is said to have happened, and nobody is reported to deny it.
  private(set) var isNegated = false
  /// The token of who says so, as the subject of the verb of saying above; nil where the article speaks.
  var attribution: Int?
  /// The word that decided, for explaining.
  private(set) var cue: Int?
  /// An end that is only wanted, or did not come: what should end goes on, whatever stands further above.
  private var isSettled = false
  /// What was meant is a mere condition or somebody else's wish, not an intention of who would act.
  var isHypothetical = false

  init(status: Status) {
    self.status = status
  }

  /// It is wanted, planned, feared or supposed. An end that is only wanted leaves what should end as it is.
  mutating func suppose(_ cue: Int) {
    if isSettled { return }
    switch status {
    case .asserted, .alleged: self = with(.possible, cue)
    case .ended:
      self = with(.asserted, cue)
      isSettled = true
    case .possible, .denied: break
    }
  }

  /// There has been some of it before: whatever is said of more of it, it happened.
  mutating func presuppose() {
    if status == .asserted, !isNegated { isSettled = true }
  }

  /// Somebody claims it.
  mutating func allege(_ cue: Int) {
    if status == .asserted, !isSettled { self = with(.alleged, cue) }
  }

  /// Somebody says that it is not so. To deny that something did not happen affirms it.
  mutating func deny(_ cue: Int) {
    if isSettled { return }
    let wasNegated = isNegated
    self = with(wasNegated ? .asserted : .denied, cue)
    isNegated = false
  }

  /// It is over. Ending what does not happen, or is denied, says nothing of it.
  mutating func end(_ cue: Int) {
    if !isNegated, !isSettled, status != .denied { self = with(.ended, cue) }
  }

  /// It did not come about. What did not end goes on, and what is not denied may be.
  mutating func negate(_ cue: Int) {
    if isSettled { return }
    switch status {
    case .ended:
      self = with(.asserted, cue)
      isSettled = true
    case .denied: self = with(.alleged, cue)
    case .asserted, .alleged, .possible:
      isNegated.toggle()
      self.cue = cue
    }
  }

  private func with(_ status: Status, _ cue: Int) -> Judgement {
    var result = self
    result.status = status
    result.cue = cue
    return result
  }
}
