import Workforce

/// Work of a pool that may be done at any permitted time.
struct PoolLoad: Sendable {
    /// Hours wanted, as agents × intervals.
    var amount: Double
    /// Cells where it may be done.
    var permitted: [Bool]
    /// Most agents at once.
    var most: Double
}

/// A tour group ready for the optimiser.
struct PoolGroup: Sendable {
    /// Index of the pattern set of each weekday; −1 = not workable.
    var sets: [Int]
    var daysPerWeek: ClosedRange<Int>
    /// Paid slots owed; the tour pays the largest reachable number not above.
    var owed: Int
    /// Named mode: exactly this many; sizing mode: at most; nil = no limit.
    var headcount: Int?
    var isExact: Bool
    /// Cost of one tour, cents (0 where people are paid anyway).
    var tourCost: Double
    /// Stretches of slots (from the grid's origin) of which one holds all starts of a week; nil = no bound.
    var startBands: [ClosedRange<Int>]?
    var rest: RestRules
    /// Paid times that tours may have beside the normal one; nil = none.
    var hours: PaidHours?
    /// Whether some of its patterns cost something beside their plain pay.
    var bearsPremiums = false
}

extension PoolGroup {
    /// Whether tours cost anything beside coverage, so that costs keep to no lattice.
    var isPaid: Bool { tourCost > 0 || hours != nil || bearsPremiums }
}

/// Rest between days, as a group meets it: elapsed minutes.
struct RestRules: Sendable {
    var daily: Int
    var weekly: Int
    var consecutiveDays: Int
    /// Rest before Monday 00:00 and after Sunday 24:00 that the neighbouring weeks leave for sure.
    var before: Int
    var after: Int
    /// Minutes the clock skips in the night or day of each weekday, by minute of the week.
    var clockChanges: [(weekMinute: Int, forward: Int)]

    /// Elapsed minutes from one moment of the week to a later one (minutes since Monday 00:00).
    func elapsed(from: Int, to: Int) -> Int {
        clockChanges.reduce(to - from) {
            $1.weekMinute >= from && $1.weekMinute < to ? $0 - $1.forward : $0
        }
    }
}

/// One campaign's week as the optimiser sees it.
struct PoolModel: Sendable {
    var grid: WeekGrid
    var sets: [PatternSet]
    var groups: [PoolGroup]
    var cost: CoverageCost

    func set(of group: Int, day: Int) -> PatternSet? {
        let index = groups[group].sets[day]
        return index >= 0 ? sets[index] : nil
    }
}

/// One person's week.
struct WeekTour: Hashable, Sendable {
    var group: Int
    /// Seven entries, Monday first.
    var days: [DayShift]
    /// Start band for which the tour was made.
    var band = 0
}

extension PoolModel {
    /// Adds `count` to every cell that a tour covers.
    func cover(_ tour: WeekTour, count: Int, coverage: inout [Int]) {
        for day in 0..<7 {
            cover(tour.days[day], group: tour.group, day: day, count: count, coverage: &coverage)
        }
    }

    func cover(_ shift: DayShift, group: Int, day: Int, count: Int, coverage: inout [Int]) {
        guard !shift.isOff, groups[group].sets[day] >= 0 else { return }
        let base = day * grid.slotCount
        sets[groups[group].sets[day]].forEachStretch(of: shift) { from, to in
            for t in base + from..<base + to { coverage[t] += count }
        }
    }

    func coverage(of tours: [WeekTour]) -> [Int] {
        var coverage = [Int](repeating: 0, count: grid.cellCount)
        for tour in tours { cover(tour, count: 1, coverage: &coverage) }
        return coverage
    }

    /// Cost of a set of tours: people, missing and surplus agents, work left undone. Cents.
    func cost(of tours: [WeekTour]) -> Double {
        tours.reduce(cost.penalty(coverage: coverage(of: tours))) {
            $0 + tourCost($1)
        }
    }
}
