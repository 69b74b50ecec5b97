/// Time of a shift as it elapses: a shift across a clock change is an hour
/// longer or shorter than the wall suggests.
extension Horizon {
    /// Elapsed minutes of a stretch of one day.
    public func elapsedMinutes(ofDay day: Int, in range: ClockRange) -> Int {
        elapsedMinutes(fromDay: day, range.start, toDay: day, range.end)
    }

    /// Minutes the employer pays for a shift: everything but its unpaid breaks.
    public func paidMinutes(of shift: Shift, day: Int) -> Int {
        shift.breaks.reduce(elapsedMinutes(ofDay: day, in: shift.range)) {
            $0 - ($1.isPaid ? 0 : elapsedMinutes(ofDay: day, in: $1.range))
        }
    }

    /// Minutes worked in the sense of the law: no break of either kind.
    public func effectiveMinutes(of shift: Shift, day: Int) -> Int {
        shift.workStretches.reduce(0) { $0 + elapsedMinutes(ofDay: day, in: $1) }
    }
}
