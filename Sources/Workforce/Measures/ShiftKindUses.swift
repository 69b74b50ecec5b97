/// One kind of shift of a campaign, and how many people work it.
public struct ShiftKindUse: Hashable, Sendable {
    public var range: ClockRange
    /// People on each weekday, Monday first, summed over the weeks of the plan.
    public var people: [Int]
    /// Shortest and longest paid time of its shifts, minutes.
    public var paidMinutes: ClosedRange<Int>
}

extension Schedule {
    /// The distinct starts and ends of a campaign's shifts, by start, counted in its tours.
    public func shiftKinds(of campaign: Identifier<Campaign>) -> [ShiftKindUse] {
        var uses: [ClockRange: ShiftKindUse] = [:]
        for pool in pools where pool.campaign == campaign {
            for entry in pool.tours where entry.count > 0 {
                for (weekday, shift) in entry.tour.shifts.enumerated() {
                    guard let shift else { continue }
                    let paid = shift.paidMinutes
                    var use =
                        uses[shift.range]
                        ?? ShiftKindUse(
                            range: shift.range, people: [Int](repeating: 0, count: 7),
                            paidMinutes: paid...paid)
                    use.people[weekday] += entry.count
                    use.paidMinutes =
                        min(use.paidMinutes.lowerBound, paid)...max(use.paidMinutes.upperBound, paid)
                    uses[shift.range] = use
                }
            }
        }
        return uses.values.sorted {
            ($0.range.start.minute, $0.range.end.minute) < ($1.range.start.minute, $1.range.end.minute)
        }
    }
}
