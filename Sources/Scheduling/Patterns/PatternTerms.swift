import Workforce

/// What shift patterns depend on: the rules, and of a contract only what
/// shapes a day. Contracts with equal terms share their patterns.
struct PatternTerms: Hashable, Sendable {
    var rules: WorkRules
    var dailyMinutes: ClosedRange<Int>
    var breaksArePaid: Bool
    var allowsSplitShifts: Bool
    /// Stretches that may be worked, clipped to the group's window, in slots from midnight.
    var open: [Range<Int>]
    var step: Int

    /// - Parameter open: opening hours of the day; stretches that touch are joined.
    init(
        rules: WorkRules, contract: EmploymentContract, window: ClockRange, open: [ClockRange], step: Int
    ) {
        self.rules = rules
        dailyMinutes = contract.dailyMinutes
        breaksArePaid = contract.breaksArePaid
        allowsSplitShifts = contract.allowsSplitShifts
        self.step = step
        var merged: [Range<Int>] = []
        for range in open.sorted(by: { $0.start < $1.start }) {
            let from = slotsUp(max(range.start, window.start).minute, step)
            let to = min(range.end, window.end).minute / step
            guard from < to else { continue }
            if let last = merged.last, last.upperBound >= from {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, to)
            } else {
                merged.append(from..<to)
            }
        }
        self.open = merged
    }

    /// Paid lengths of a day on the grid, in slots.
    var paidLengths: ClosedRange<Int>? {
        let low = max(1, slotsUp(max(0, dailyMinutes.lowerBound), step))
        let high = min(dailyMinutes.upperBound, 1440) / step
        return low <= high ? low...high : nil
    }

    /// A rest break takes whole slots: nobody half covers an interval.
    var restSlots: Int { max(1, slotsUp(rules.restBreakMinutes, step)) }

    /// Lunch lengths worth generating: the two shortest the rules allow, and the
    /// length of every closed stretch between opening hours that a lunch can bridge.
    var lunchLengths: [Int] {
        let shortest = max(1, slotsUp(rules.lunchMinutes.lowerBound, step))
        let longest = max(shortest, rules.lunchMinutes.upperBound / step)
        let holes = zip(open, open.dropFirst()).map { $1.lowerBound - $0.upperBound }
        let lengths = [shortest, shortest + 1] + holes.filter { $0 > shortest + 1 }
        return Array(Set(lengths.filter { $0 <= longest })).sorted()
    }

    /// Rest breaks of a shift: those due for its paid time, of which lunch
    /// replaces one (agreement of 20/06/2002), and more where stretches of
    /// calls would be too long.
    func restBreaks(paid: Int, lunch: Int?) -> Int {
        let due = max(0, rules.restBreaksDue(paidMinutes: paid * step) - (lunch == nil ? 0 : 1))
        guard rules.maximumCallStretchMinutes >= step else { return due }
        let most = rules.maximumCallStretchMinutes / step
        let pauses = lunch == nil ? 0 : 1
        var count = due
        while count < ShiftPattern.maximumPauses {
            let work = breaksArePaid ? paid - count * restSlots : paid
            if work <= (count + pauses + 1) * most { return count }
            count += 1
        }
        return count
    }
}

/// Whole slots that hold `minutes`.
func slotsUp(_ minutes: Int, _ step: Int) -> Int { (minutes + step - 1) / step }
