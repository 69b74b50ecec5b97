import Workforce

extension PoolModel {
    /// The tours as values of the vocabulary, equal ones counted together: by
    /// group, then in the order first met.
    func tourCounts(
        _ tours: [WeekTour], groups: [TourGroup], isPaid: (Identifier<EmploymentContract>) -> Bool
    ) -> [TourCount] {
        var counts: [TourCount] = []
        for group in groups.indices {
            let contract = groups[group].contract
            var indexOf: [Tour: Int] = [:]
            for week in tours where week.group == group {
                let shifts = (0..<7).map {
                    shift(week.days[$0], group: group, day: $0, paysBreaks: isPaid(contract))
                }
                let tour = Tour(contract: contract, shifts: shifts)
                if let index = indexOf[tour] {
                    counts[index].count += 1
                } else {
                    indexOf[tour] = counts.count
                    counts.append(TourCount(group: group, tour: tour, count: 1))
                }
            }
        }
        return counts
    }

    private func shift(_ shift: DayShift, group: Int, day: Int, paysBreaks: Bool) -> Shift? {
        guard !shift.isOff, let set = set(of: group, day: day) else { return nil }
        let p = Int(shift.pattern)
        let first = set.pauseOffset[p]
        let breaks = set.patterns[p].pauses.indices.map { index -> ShiftBreak in
            let pause = set.patterns[p].pauses[index]
            let start = Int(shift.starts[index])
            return ShiftBreak(
                kind: pause.kind,
                range: ClockRange(
                    grid.clock(ofSlot: start), grid.clock(ofSlot: start + set.pauseLength[first + index])),
                isPaid: pause.kind == .rest && paysBreaks)
        }
        return Shift(
            range: ClockRange(grid.clock(ofSlot: set.start[p]), grid.clock(ofSlot: set.end[p])),
            breaks: breaks)
    }
}
