import Execution
import LinearProgramming
import Workforce

/// Whole shifts for a day whose kinds stand, by a search for *any* solution with so many missing
/// agents: a tenth of the time that minimising takes (MATHS §3.3, step 6). Days once tried are
/// remembered.
struct DayFinisher {
    let space: SkeletonSpace
    let loadWorth: [Double]
    let loadRoom: [Int]
    /// Branch-and-bound nodes of a search.
    var nodeLimit = 150
    /// Searches made.
    private(set) var searches = 0
    private var known: [Key: Finished] = [:]

    private struct Key: Hashable {
        var day: Int
        var counts: [Int]
    }

    struct Finished {
        var cost: Double
        /// Shifts by kind.
        var shifts: [[DayShift]]
        /// Missing agents at which the search was given up; nothing was found below.
        var tried: Int
    }

    init(space: SkeletonSpace, loadWorth: [Double], loadRoom: [Int]) {
        self.space = space
        self.loadWorth = loadWorth
        self.loadRoom = loadRoom
    }

    /// Whole shifts for the counts at a cost of at most `limit`, as cheap as is found quickly.
    ///
    /// - Parameters:
    ///   - bound: no solution costs less.
    ///   - lattice: cost without missing agents, where the cost is that plus `step` each; nil where
    ///     it is not.
    mutating func finish(
        day: Int, counts: [Int], bound: Double, lattice: (base: Double, step: Double)?, limit: Double,
        control: RunControl
    ) throws(LinearProgramError) -> Finished? {
        let key = Key(day: day, counts: counts)
        if let found = known[key], found.cost < .infinity { return found.cost <= limit ? found : nil }
        let programme = programme(day: day, counts: counts)
        guard let lattice else {
            return try minimised(programme, key, limit: limit, control: control)
        }
        var missing = max(0, Int(((bound - lattice.base) / lattice.step - 1e-6).rounded(.up)))
        if let tried = known[key]?.tried { missing = max(missing, tried + 1) }
        while lattice.base + lattice.step * Double(missing) <= limit + 1e-6, !control.shouldStop {
            searches += 1
            if let shifts = try search(programme, missing: missing, control: control) {
                let cost = cost(day: day, shifts: shifts)
                let finished = Finished(cost: cost, shifts: shifts, tried: missing)
                known[key] = finished
                return finished
            }
            known[key] = Finished(cost: .infinity, shifts: [], tried: missing)
            missing += 1
        }
        return nil
    }

    private func programme(day: Int, counts: [Int]) -> (DayProgramme, [Int]) {
        var classes: [DayClass] = []
        var kinds: [Int] = []
        var people = 0
        for (kind, count) in counts.enumerated() where count > 0 {
            let family = space.kinds[day][kind]
            classes.append(
                DayClass(
                    set: family.set, patterns: family.patterns, people: Array(people..<people + count)))
            kinds += [Int](repeating: kind, count: count)
            people += count
        }
        let programme = DayProgramme(
            model: space.model, day: day, classes: classes, loadWorth: loadWorth, loadRoom: loadRoom)
        return (programme, kinds)
    }

    private func search(
        _ programme: (DayProgramme, [Int]), missing: Int, control: RunControl
    ) throws(LinearProgramError) -> [[DayShift]]? {
        let limited = programme.0.allowing(missing: missing)
        let efforts = [
            SolveOptions {
                $0.branching = .lastFractional
                $0.backtracking = .depthFirst
            },
            SolveOptions {
                $0.branching = .driebeckTomlin
                $0.backtracking = .bestBound
            },
        ]
        // A dive fixes about a shift and a break a node: it needs nodes for everybody to meet a whole
        // solution.
        let limits = [max(nodeLimit, 2 * programme.1.count), nodeLimit]
        for (var options, limit) in zip(efforts, limits) where !control.shouldStop {
            options.nodeLimit = limit
            options.relativeGap = 1
            options.explainsInfeasibility = false
            switch try limited.solve(options: options, control: control) {
            case .optimal(let solution), .feasible(let solution, _):
                return shifts(programme, solution.values)
            case .infeasible: return nil
            case .unbounded, .stopped: continue
            }
        }
        return nil
    }

    private mutating func minimised(
        _ programme: (DayProgramme, [Int]), _ key: Key, limit: Double, control: RunControl
    ) throws(LinearProgramError) -> Finished? {
        let options = SolveOptions {
            $0.nodeLimit = nodeLimit
            $0.relativeGap = 1e-4
            $0.branching = .lastFractional
            $0.backtracking = .depthFirst
            $0.explainsInfeasibility = false
        }
        let outcome = try programme.0.program.solve(options: options, control: control)
        guard let solution = outcome.solution else { return nil }
        let finished = Finished(
            cost: solution.objective, shifts: shifts(programme, solution.values), tried: 0)
        known[key] = finished
        return finished.cost <= limit ? finished : nil
    }

    private func shifts(_ programme: (DayProgramme, [Int]), _ values: [Double]) -> [[DayShift]] {
        var shifts: [[DayShift]] = []
        for (person, shift) in programme.0.shifts(values, model: space.model) {
            let kind = programme.1[person]
            while shifts.count <= kind { shifts.append([]) }
            shifts[kind].append(shift)
        }
        return shifts
    }

    /// Cost of a day's shifts, without loads.
    private func cost(day: Int, shifts: [[DayShift]]) -> Double {
        let slots = space.model.grid.slotCount
        var coverage = [Int](repeating: 0, count: slots)
        var premiums = 0.0
        for (kind, all) in shifts.enumerated() {
            let set = space.model.sets[space.kinds[day][kind].set]
            for shift in all {
                premiums += set.cost(Int(shift.pattern))
                set.forEachStretch(of: shift) { from, to in for t in from..<to { coverage[t] += 1 } }
            }
        }
        return (0..<slots).reduce(premiums) { $0 + space.model.cost.cellCost(day * slots + $1, coverage[$1]) }
    }
}
