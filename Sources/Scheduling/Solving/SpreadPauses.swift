extension PoolModel {
    /// The same tours at the same cost, with pauses moved inside their windows so
    /// that shortages lie side by side rather than on top of each other.
    ///
    /// Money is linear in missing agents, so seven people pausing together cost
    /// as much as one after another; callers would not agree. Among placements of
    /// equal cost the sum of squared shortages is brought down, one pause at a
    /// time in order, until none improves. O(rounds · pauses · window).
    func spreadingPauses(_ tours: [WeekTour]) -> [WeekTour] {
        var tours = tours
        var coverage = coverage(of: tours)
        for _ in 0..<PoolModel.spreadRounds {
            var moved = false
            for index in tours.indices {
                for day in 0..<7 where !tours[index].days[day].isOff {
                    if spread(&tours[index], day: day, &coverage) { moved = true }
                }
            }
            if !moved { break }
        }
        return tours
    }

    private static let spreadRounds = 10

    /// Moves each pause of one shift to its best start; true when one moved.
    private func spread(_ tour: inout WeekTour, day: Int, _ coverage: inout [Int]) -> Bool {
        guard let set = set(of: tour.group, day: day) else { return false }
        let first = set.pauseOffset[Int(tour.days[day].pattern)]
        let last = set.pauseOffset[Int(tour.days[day].pattern) + 1]
        var moved = false
        for pause in first..<last {
            let present = Int(tour.days[day].starts[pause - first])
            var best: (start: Int, gain: Int)?
            for start in set.pauseEarliest[pause]...set.pauseLatest[pause] where start != present {
                let cells = changedCells(day: day, from: present, to: start, length: set.pauseLength[pause])
                let gain = squaredShortage(cells, coverage, by: 0) - squaredShortage(cells, coverage, by: 1)
                guard gain > best?.gain ?? 0, keepsCost(cells, coverage) else { continue }
                best = (start, gain)
            }
            guard let best else { continue }
            for (cell, change) in changedCells(
                day: day, from: present, to: best.start, length: set.pauseLength[pause])
            {
                coverage[cell] += change
            }
            tour.days[day].starts[pause - first] = Int16(best.start)
            moved = true
        }
        return moved
    }

    /// Cells that gain or lose the person when a pause moves.
    private func changedCells(day: Int, from: Int, to: Int, length: Int) -> [(cell: Int, change: Int)] {
        let old = from..<from + length
        let new = to..<to + length
        return old.filter { !new.contains($0) }.map { (grid.cell(day: day, slot: $0), 1) }
            + new.filter { !old.contains($0) }.map { (grid.cell(day: day, slot: $0), -1) }
    }

    private func squaredShortage(
        _ cells: [(cell: Int, change: Int)], _ coverage: [Int], by times: Int
    ) -> Int {
        cells.reduce(0) { sum, entry in
            let short = max(0, cost.needs[entry.cell] - coverage[entry.cell] - times * entry.change)
            return sum + short * short
        }
    }

    private func keepsCost(_ cells: [(cell: Int, change: Int)], _ coverage: [Int]) -> Bool {
        if cost.loads.isEmpty, cost.repeated.isEmpty {
            let change = cells.reduce(0) {
                $0 + cost.cellCost($1.cell, coverage[$1.cell] + $1.change)
                    - cost.cellCost($1.cell, coverage[$1.cell])
            }
            return change <= 1e-9
        }
        var other = coverage
        for (cell, change) in cells { other[cell] += change }
        return cost.penalty(coverage: other) <= cost.penalty(coverage: coverage) + 1e-9
    }
}
