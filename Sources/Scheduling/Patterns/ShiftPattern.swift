import Workforce

/// A pause of a shift pattern: it may begin at any slot of `earliest...latest`
/// (slots from midnight), independently of the pattern's other pauses.
struct PauseWindow: Hashable, Sendable {
    var kind: BreakKind
    /// Slots of the grid that the pause takes.
    var length: Int
    var earliest: Int
    var latest: Int

    var width: Int { latest - earliest + 1 }
}

/// A family of daily shifts with the same hours, in slots from midnight.
///
/// Every choice of a start for each pause inside its window gives a legal
/// shift: the windows are cut so that no combination breaks a rule on
/// stretches. That lets a day be priced with one look-up for each pause.
struct ShiftPattern: Hashable, Sendable {
    var start: Int
    var end: Int
    /// Paid slots.
    var paid: Int
    /// In order of time, at most `maximumPauses`.
    var pauses: [PauseWindow]

    /// As many as a `DayShift` has places for.
    static let maximumPauses = 8
}
