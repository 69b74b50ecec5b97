import LinearProgramming
import Workforce

extension PoolModel {
    /// A day as data for `models/day.mod`: people classed by the patterns they may take.
    func dayData(_ day: Int, classes: [DayClass]) -> String {
        var data = MathProgData()
        let cells = periods(of: day..<day + 1)
        data.addPeriods(cells, of: self, withDays: false)
        data.addSet("CLASSES", classes.indices)
        let sizes = classes.enumerated().map { ([$0], Double($1.people.count)) }
        data.addParameter("least", sizes)
        data.addParameter("most", sizes)
        data.addShifts(
            classes.enumerated().flatMap { q, kind in
                kind.patterns.map { (key: [q, $0], set: sets[kind.set], pattern: $0, windowKey: []) }
            })
        return data.text
    }

    /// The week as data for `models/week.mod`.
    ///
    /// - Parameter programmes: of the groups that have a legal week; others are left out.
    func weekData(_ programmes: [TourProgramme]) -> String {
        var data = MathProgData()
        data.addPeriods(periods(of: 0..<7), of: self, withDays: true)
        data.addSet("BANDS", tuples: programmes.flatMap { p in p.bands.indices.map { [p.group, $0] } })
        let most = programmes.map { ([$0.group], Double(groups[$0.group].headcount ?? 1_000_000)) }
        data.addParameter("most", most)
        data.addParameter("least", most.map { ($0, groups[$0[0]].isExact ? $1 : 0) })
        data.addParameter("fewest", programmes.map { ([$0.group], Double($0.daysPerWeek.lowerBound)) })
        data.addParameter("days", programmes.map { ([$0.group], Double($0.daysPerWeek.upperBound)) })
        data.addParameter("hours", programmes.map { ([$0.group], Double($0.paid)) })
        data.addParameter("cost", programmes.map { ([$0.group], groups[$0.group].tourCost) })
        var shifts: [(key: [Int], set: PatternSet, pattern: Int, windowKey: [Int])] = []
        for programme in programmes {
            for (k, band) in programme.bands.enumerated() {
                for day in 0..<7 {
                    guard let set = set(of: programme.group, day: day) else { continue }
                    shifts += band.members[day].map {
                        (
                            key: [programme.group, k, day, Int($0)], set: set, pattern: Int($0),
                            windowKey: [day]
                        )
                    }
                }
            }
        }
        data.addParameter("paid", shifts.map { ($0.key, Double($0.set.paid[$0.pattern])) })
        data.addShifts(shifts)
        return data.text
    }

    /// The restricted master over given tours as data for `models/tours.mod`.
    func tourData(_ tours: [WeekTour]) -> String {
        var data = MathProgData()
        let cells = periods(of: 0..<7)
        data.addSet("CELLS", cells.indices)
        data.addSet("TOURS", tours.indices)
        data.addSet("GROUPS", groups.indices)
        data.addParameter("need", cells.enumerated().map { ([$0], Double($1.need)) })
        data.addParameter("group", tours.enumerated().map { ([$0], Double($1.group)) })
        data.addParameter("cost", tours.enumerated().map { ([$0], tourCost($1)) })
        let most = groups.indices.map { ([$0], Double(groups[$0].headcount ?? 1_000_000)) }
        data.addParameter("most", most)
        data.addParameter("least", most.map { ($0, groups[$0[0]].isExact ? $1 : 0) })
        var covers: [([Int], Double)] = []
        for (j, tour) in tours.enumerated() {
            let coverage = coverage(of: [tour])
            for (t, period) in cells.enumerated() where coverage[period.cell] > 0 {
                covers.append(([t, j], 1))
            }
        }
        data.addParameter("covers", covers)
        data.addPrices(of: cost)
        data.addScalar("undone", cost.undone)
        data.addSet("LOADS", cost.loads.indices)
        data.addParameter("amount", cost.loads.enumerated().map { ([$0], $1.amount) })
        // The program's rows hold at most the load's own amount at once.
        data.addParameter("agents", cost.loads.enumerated().map { ([$0], min($1.most, $1.amount)) })
        data.addParameter(
            "permitted",
            cost.loads.enumerated().flatMap { k, load in
                cells.enumerated().filter { load.permitted[$1.cell] && !$1.isAgain }.map {
                    ([k, $0.offset], 1)
                }
            })
        return data.text
    }

    /// Cells that stand for intervals, those that the clock lives twice again at the end.
    private func periods(of days: Range<Int>) -> [Period] {
        let cells = days.lowerBound * grid.slotCount..<days.upperBound * grid.slotCount
        return cells.filter { cost.needs[$0] >= 0 }.map { Period(cell: $0, need: cost.needs[$0]) }
            + cost.repeated.filter { cells.contains($0.cell) }.map {
                Period(cell: $0.cell, need: $0.need, isAgain: true)
            }
    }
}

/// One interval of the specification.
private struct Period {
    var cell: Int
    var need: Int
    var isAgain = false
}

extension MathProgData {
    fileprivate mutating func addPeriods(_ periods: [Period], of model: PoolModel, withDays: Bool) {
        let slots = model.grid.slotCount
        addSet("PERIODS", periods.indices)
        if withDays { addParameter("day", periods.enumerated().map { ([$0], Double($1.cell / slots)) }) }
        addParameter("slot", periods.enumerated().map { ([$0], Double($1.cell % slots)) })
        addParameter("need", periods.enumerated().map { ([$0], Double($1.need)) })
        addPrices(of: model.cost)
    }

    fileprivate mutating func addPrices(of cost: CoverageCost) {
        addScalar("under", cost.under)
        addScalar("over", cost.over)
    }

    /// Shifts by key, their hours, and the windows of their breaks.
    ///
    /// - Parameter shifts: `windowKey` precedes a window's number where windows differ by day.
    fileprivate mutating func addShifts(
        _ shifts: [(key: [Int], set: PatternSet, pattern: Int, windowKey: [Int])]
    ) {
        addSet("SHIFTS", tuples: shifts.map(\.key))
        addParameter("from", shifts.map { ($0.key, Double($0.set.start[$0.pattern])) })
        addParameter("to", shifts.map { ($0.key, Double($0.set.end[$0.pattern])) })
        var numbers: [DayProgramme.Window: Int] = [:]
        var windows: [[Int]: DayProgramme.Window] = [:]
        var uses: [[Int]] = []
        for shift in shifts {
            for pause in shift.set.pauseOffset[shift.pattern]..<shift.set.pauseOffset[shift.pattern + 1] {
                let window = DayProgramme.window(shift.set, pause)
                let number = numbers[window] ?? numbers.count
                numbers[window] = number
                windows[shift.windowKey + [number]] = window
                uses.append(shift.key + [number])
            }
        }
        let keys = windows.keys.sorted { $0.lexicographicallyPrecedes($1) }
        if keys.first?.count == 2 {
            addSet("WINDOWS", tuples: keys)
        } else {
            addSet("WINDOWS", keys.map { $0[0] })
        }
        addSet("USES", tuples: uses)
        addParameter("length", keys.map { ($0, Double(windows[$0]?.length ?? 0)) })
        addParameter("earliest", keys.map { ($0, Double(windows[$0]?.earliest ?? 0)) })
        addParameter("latest", keys.map { ($0, Double(windows[$0]?.latest ?? 0)) })
    }
}
