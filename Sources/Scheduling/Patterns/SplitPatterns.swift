import Workforce

/// Days worked in two parts (Code du travail L3123-30: one interruption a day at most, of two
/// hours at most unless an agreement says otherwise; IDCC 2098: parts of three hours at least).
extension PatternTerms {
    /// Lengths of interruption worth generating: every half hour from one hour on, and the longest.
    private var interruptions: [Int] {
        let longest = rules.longestInterruptionMinutes / step
        let first = max(1, slotsUp(60, step))
        guard longest >= first else { return [] }
        let stride = max(1, slotsUp(30, step))
        let lengths = Swift.stride(from: first, to: longest, by: stride).map { $0 }
        return lengths + [longest]
    }

    /// Split shifts of a paid length: an interruption where both parts are long enough, over closed
    /// hours where there are any, rest breaks
    /// as any shift has them, no lunch. Where a day of that length would need its lunch there is none.
    func splitPatterns(paid: Int) -> [ShiftPattern] {
        let rests = restBreaks(paid: paid, lunch: nil)
        let restTime = rests * restSlots
        let part = max(1, slotsUp(rules.shortestPartMinutes, step))
        guard rests + 1 <= ShiftPattern.maximumPauses, paid >= 2 * part else { return [] }
        var found: [ShiftPattern] = []
        for interruption in interruptions {
            let span = paid + interruption + (breaksArePaid ? 0 : restTime)
            guard span * step <= rules.maximumDailySpanMinutes,
                (span - interruption - restTime) * step <= rules.maximumDailyEffectiveMinutes
            else { continue }
            for (index, stretch) in open.enumerated() {
                for start in stretch {
                    let hours = start..<start + span
                    guard let holes = closedStretches(in: hours, from: index), holes.count <= 1,
                        !needsLunch(paid: paid, hours: hours)
                    else { continue }
                    found += split(
                        hours, paid: paid, interruption: interruption, hole: holes.first, part: part,
                        rests: rests)
                }
            }
        }
        return found
    }

    private func split(
        _ hours: Range<Int>, paid: Int, interruption: Int, hole: Range<Int>?, part: Int, rests: Int
    ) -> [ShiftPattern] {
        let most =
            rules.maximumCallStretchMinutes >= step ? rules.maximumCallStretchMinutes / step : hours.count
        let limits = StretchLimits(least: max(1, slotsUp(rules.minimumCallStretchMinutes, step)), most: most)
        var variants: [[PauseWindow]] = []
        for before in 0...rests {
            // Paid breaks count in a part's length, unpaid ones do not.
            let unpaid = breaksArePaid ? 0 : restSlots
            var from = part + before * unpaid
            var to = hours.count - interruption - part - (rests - before) * unpaid
            if let hole {
                from = max(from, hole.upperBound - interruption - hours.lowerBound)
                to = min(to, hole.lowerBound - hours.lowerBound)
            }
            guard from <= to else { continue }
            variants += pauseVariants(
                .interruption, offsets: from...to, hours: hours, length: interruption, before: before,
                after: rests - before, limits: limits)
        }
        return variants.map {
            ShiftPattern(start: hours.lowerBound, end: hours.upperBound, paid: paid, pauses: $0)
        }
    }
}
