import Execution
import LinearProgramming
import Workforce

/// Designs shifts for one day or one week, with a bound that proves how good they are.
///
/// A day is an integer programme with implicit breaks (`designDay`). A week is solved like a
/// campaign's pool (`solvePool`), with more effort.
///
/// - Parameter rounds: of further search from the best design of a week; the deadline may end them.
/// - Returns: nil for a problem that is none: no day, more than seven, days of unequal length,
///   negative numbers, a break outside its shift or whose window meets another's.
public func designShifts(
    _ problem: ShiftDesignProblem, rounds: Int = 2, control: RunControl = RunControl()
) throws(LinearProgramError) -> ShiftDesign? {
    guard problem.isSound else { return nil }
    return problem.requirement.count == 1
        ? try designDay(problem, control: control)
        : try designWeek(
            problem, rounds: rounds, control: control)
}

extension ShiftDesignProblem {
    fileprivate var isSound: Bool {
        let counts = Set(requirement.map(\.count))
        return (1...7).contains(requirement.count) && counts.count == 1 && intervalsPerDay > 0
            && intervalsPerDay * intervalMinutes <= 1440 && intervalMinutes > 0
            && requirement.allSatisfy { $0.allSatisfy { (0...1_000_000).contains($0) } }
            && understaffingCost >= 0 && overstaffingCost >= 0 && minimumRestIntervals >= 0
            && contracts.allSatisfy(\.isSound)
    }
}

extension DesignContract {
    fileprivate var isSound: Bool {
        (1...7).contains(daysPerWeek) && paidIntervals.lowerBound >= 0 && fixedCost >= 0
            && (maximumAgents ?? 0) >= 0 && (startBand?.halfWidth ?? 0) >= 0
            && shapes.allSatisfy { shape in
                shape.span > 0 && shape.paid > 0 && shape.breaks.count <= ShiftPattern.maximumPauses
                    && shape.breaks.allSatisfy {
                        $0.length > 0 && 0 <= $0.earliest && $0.earliest <= $0.latest
                            && $0.latest + $0.length <= shape.span
                    }
                    && zip(shape.inOrderOfTime, shape.inOrderOfTime.dropFirst()).allSatisfy {
                        shape.breaks[$0].latest + shape.breaks[$0].length <= shape.breaks[$1].earliest
                    }
            }
    }
}

private func designWeek(
    _ problem: ShiftDesignProblem, rounds: Int, control: RunControl
) throws(LinearProgramError) -> ShiftDesign {
    let (built, shapes) = problem.poolModel
    var model = built
    var programmes: [TourProgramme] = []
    for index in problem.contracts.indices {
        guard let programme = TourProgramme(group: index, model: model),
            problem.contracts[index].paidIntervals.contains(programme.paid)
        else {
            model.groups[index].headcount = 0
            continue
        }
        model.groups[index].tourCost = Double(programme.paid + problem.contracts[index].fixedCost)
        programmes.append(programme)
    }
    let solution = try solvePool(
        model, programmes: programmes, effort: .thorough(rounds: max(0, rounds)), control: control)
    let tours = solution.tours.map { tour in
        DesignedTour(
            contract: tour.group,
            days: problem.requirement.indices.map { day in
                let shift = tour.days[day]
                guard !shift.isOff else { return nil }
                let set = model.sets[tour.group]
                let pattern = set.patterns[Int(shift.pattern)]
                let shape = shapes[tour.group][pattern.shapeKey] ?? 0
                let order = problem.contracts[tour.group].shapes[shape].inOrderOfTime
                var breaks = [Int](repeating: 0, count: order.count)
                for (position, index) in order.enumerated() { breaks[index] = Int(shift.starts[position]) }
                return DesignedShift(shape: shape, start: pattern.start, breaks: breaks)
            })
    }
    let cost = problem.cost(of: tours)
    return ShiftDesign(
        tours: tours, cost: cost,
        bound: min(Double(cost), (solution.optimality.bound - 1e-6).rounded(.up)))
}

extension ShiftDesignProblem {
    /// The problem as a pool of groups, one a contract, and the shape of each family of patterns.
    var poolModel: (model: PoolModel, shapes: [[ShapeKey: Int]]) {
        let days = requirement.count
        let slots = intervalsPerDay
        var needs = [Int](repeating: -1, count: 7 * slots)
        for (day, row) in requirement.enumerated() {
            for (slot, need) in row.enumerated() { needs[day * slots + slot] = need }
        }
        var shapes: [[ShapeKey: Int]] = []
        let sets = contracts.map { contract in
            var keys: [ShapeKey: Int] = [:]
            var patterns: [ShiftPattern] = []
            for (index, shape) in contract.shapes.enumerated() where shape.span <= slots {
                for start in 0...(slots - shape.span) {
                    let pattern = shape.pattern(start: start)
                    keys[pattern.shapeKey] = index
                    patterns.append(pattern)
                }
            }
            shapes.append(keys)
            return PatternSet(patterns, origin: 0)
        }
        let rest = RestRules(
            daily: minimumRestIntervals * intervalMinutes, weekly: 0, consecutiveDays: 7,
            before: 10_000, after: 10_000, clockChanges: [])
        let groups = contracts.enumerated().map { index, contract in
            PoolGroup(
                sets: (0..<7).map { $0 < days ? index : -1 },
                daysPerWeek: contract.daysPerWeek...contract.daysPerWeek,
                owed: contract.paidIntervals.upperBound, headcount: contract.maximumAgents,
                isExact: false, tourCost: 0, startBands: contract.startBand?.bands(intervals: slots),
                rest: rest)
        }
        let cost = CoverageCost(
            needs: needs, repeated: [], under: Double(understaffingCost), over: Double(overstaffingCost),
            undone: 0, loads: [])
        let grid = WeekGrid(week: 0, step: intervalMinutes, used: 0..<slots)
        return (PoolModel(grid: grid, sets: sets, groups: groups, cost: cost), shapes)
    }
}

/// What tells patterns of one shape from those of others, whatever their start.
struct ShapeKey: Hashable {
    let paid: Int
    let span: Int
    let pauses: [DesignBreak]
}

extension ShiftPattern {
    fileprivate var shapeKey: ShapeKey {
        ShapeKey(
            paid: paid, span: end - start,
            pauses: pauses.map {
                DesignBreak(
                    length: $0.length, earliest: $0.earliest - start, latest: $0.latest - start)
            })
    }
}

extension DesignShape {
    fileprivate func pattern(start: Int) -> ShiftPattern {
        ShiftPattern(
            start: start, end: start + span, paid: paid,
            pauses: inOrderOfTime.map {
                PauseWindow(
                    kind: .rest, length: breaks[$0].length, earliest: start + breaks[$0].earliest,
                    latest: start + breaks[$0].latest)
            })
    }

    /// Indices of the breaks as a pattern lists them.
    fileprivate var inOrderOfTime: [Int] {
        breaks.indices.sorted { (breaks[$0].earliest, $0) < (breaks[$1].earliest, $1) }
    }
}
