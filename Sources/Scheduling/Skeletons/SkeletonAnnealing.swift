import Execution
import Foundation
import LinearProgramming
import Workforce

/// Improves a set of skeletons by annealing on the days' cuts (MATHS §3.3, cut model and lattice
/// objective), with exact linear programmes every few accepted moves and whole shifts whenever
/// the relaxed cost promises a better solution.
struct SkeletonAnnealing {
    /// What the search counts; never seconds.
    struct Effort: Sendable {
        var syncs = 600
        /// Accepted moves between exact linear programmes, and moves at most.
        var accepted = 6
        var moves = 5000
        /// Temperature at the start and the end, in prices of the literature (5 and 1).
        var hot = 2.0
        var cold = 0.3
        /// Weight of the cost rounded up to what whole agents can cost.
        var latticeWeight = 0.0
        /// Part of a missing agent by which whole shifts usually exceed the relaxation.
        var margin = 0.15
        /// Whether whole shifts are looked for.
        var finishes = false
        /// Searches for a day's whole shifts, spread evenly over the run.
        var searches = Int.max
    }

    struct Solution: Sendable {
        var skeletons: [Skeleton]
        /// Shifts of each day and kind.
        var shifts: [[[DayShift]]]
        var cost: Double
    }

    let space: SkeletonSpace
    let moves: SkeletonMoves
    let relaxations: [DayRelaxation]
    private(set) var finisher: DayFinisher
    private var cuts: [DayCuts]
    private(set) var people: [Skeleton]
    private var counts: [[Int]]
    private var relaxed: [Double] = [Double](repeating: 0, count: 7)
    /// Cost of a day when nobody is missing; the sum of what its kinds cover less the need.
    private var bases: [Double] = [Double](repeating: 0, count: 7)
    private let hasLattice: [Bool]
    private let step: Double
    private let pay: Double
    /// What everybody's hours cost beside the normal ones.
    private var extra = 0.0
    private(set) var best: Solution?

    init(_ space: SkeletonSpace, people: [Skeleton], relaxations: [DayRelaxation], finisher: DayFinisher)
        throws(LinearProgramError)
    {
        self.space = space
        self.people = people
        self.relaxations = relaxations
        self.finisher = finisher
        moves = SkeletonMoves(space: space)
        let cost = space.model.cost
        let slots = space.model.grid.slotCount
        let (loadRoom, loadWorth) = (finisher.loadRoom, finisher.loadWorth)
        let step = cost.under + cost.over
        self.step = step
        pay = people.reduce(0) { $0 + space.model.groups[$1.group].tourCost }
        hasLattice = (0..<7).map { day in
            step > 0
                && space.kinds[day].allSatisfy { $0.covered != nil && space.model.sets[$0.set].costs.isEmpty }
                && cost.repeated.allSatisfy { $0.cell / slots != day }
                && (day * slots..<(day + 1) * slots).allSatisfy {
                    cost.needs[$0] >= 0 && (loadRoom[$0] == 0 || loadWorth[$0] <= -cost.over)
                }
        }
        var cuts = space.kinds.map { DayCuts(kinds: $0.count) }
        counts = space.kinds.map { [Int](repeating: 0, count: $0.count) }
        for day in 0..<7 {
            cuts[day].add(
                constant: relaxations[day].constant, costs: relaxations[day].kindCosts, counts: counts[day])
        }
        self.cuts = cuts
        try move(to: people)
    }

    // MARK: State

    /// Counts of everybody's kinds.
    private func counted(_ people: [Skeleton]) -> [[Int]] {
        var counts = space.kinds.map { [Int](repeating: 0, count: $0.count) }
        for person in people {
            for day in 0..<7 {
                if let kind = space.kind(person, day: day) { counts[day][kind] += 1 }
            }
        }
        return counts
    }

    /// Takes other skeletons, and solves the days exactly.
    private mutating func move(to others: [Skeleton]) throws(LinearProgramError) {
        people = others
        let new = counted(others)
        for day in 0..<7 {
            cuts[day].apply(
                new[day].indices.filter { new[day][$0] != counts[day][$0] }
                    .map { ($0, new[day][$0] - counts[day][$0]) })
        }
        counts = new
        if space.hasFlexibleHours { extra = others.reduce(0) { $0 + space.extraCost(of: $1) } }
        try synchronise()
    }

    /// Exact linear programmes of the days that changed; their cuts.
    private mutating func synchronise() throws(LinearProgramError) {
        let cost = space.model.cost
        let slots = space.model.grid.slotCount
        for day in 0..<7 {
            let relaxation = relaxations[day]
            var changed = false
            for kind in counts[day].indices where counts[day][kind] != relaxation.counts[kind] {
                try relaxation.change(kind, by: counts[day][kind] - relaxation.counts[kind])
                changed = true
            }
            if changed || relaxation.value == 0 {
                try relaxation.solve(tolerance: 0.02 * space.unit)
                cuts[day].add(
                    constant: relaxation.constant, costs: relaxation.kindCosts, counts: counts[day])
            }
            relaxed[day] = relaxation.value
            var covered = 0
            for (kind, count) in counts[day].enumerated() where count > 0 {
                covered += count * (space.kinds[day][kind].covered ?? 0)
            }
            let needed = (day * slots..<(day + 1) * slots).reduce(0) { $0 + max(0, cost.needs[$1]) }
            bases[day] = cost.over * Double(covered - needed)
        }
    }

    /// The relaxed cost mixed with that rounded up to the lattice.
    private func objective(_ value: Double, base: Double, day: Int, _ weight: Double, _ margin: Double)
        -> Double
    {
        guard weight > 0, hasLattice[day] else { return value }
        // A relaxation on the lattice is whole itself, or nearly.
        let exact = (value - base) / step
        let isWhole = abs(exact - exact.rounded()) < 0.03 / 6
        let missing = max(0, isWhole ? exact.rounded() : (exact + margin / 6).rounded(.up))
        return (1 - weight) * value + weight * (base + step * missing)
    }

    private func objective(_ effort: Effort) -> Double {
        (0..<7).reduce(extra) {
            $0 + objective(relaxed[$1], base: bases[$1], day: $1, effort.latticeWeight, effort.margin)
        }
    }

    // MARK: Search

    /// - Returns: the best relaxed objective met.
    @discardableResult
    mutating func run(_ effort: Effort, generator: inout SeededGenerator, control: RunControl)
        throws(LinearProgramError) -> Double
    {
        if effort.finishes { try finishIfPromising(control) }
        var current = objective(effort)
        var lowest = current
        var lowestPeople = people
        for sync in 0..<effort.syncs {
            if control.shouldStop { break }
            let temperature =
                space.unit * effort.hot
                * exp(log(effort.cold / effort.hot) * Double(sync) / Double(max(1, effort.syncs - 1)))
            let accepted = walk(effort, temperature: temperature, generator: &generator)
            guard accepted > 0 else { continue }
            try synchronise()
            current = objective(effort)
            let share = Double(sync + 1) / Double(effort.syncs)
            let mayFinish = Double(finisher.searches) <= share * Double(effort.searches)
            if effort.finishes, mayFinish, promises(effort) { try finishIfPromising(control) }
            if current < lowest - 1e-6 {
                lowest = current
                lowestPeople = people
            } else if current > lowest + 8 * temperature + 4 * space.unit {
                try move(to: lowestPeople)
                current = objective(effort)
            }
        }
        try move(to: lowestPeople)
        if effort.finishes { try finishIfPromising(control) }
        return lowest
    }

    /// Moves judged by the cuts alone, until enough are accepted.
    private mutating func walk(
        _ effort: Effort, temperature: Double, generator: inout SeededGenerator
    ) -> Int {
        var accepted = 0
        var values = (0..<7).map { cuts[$0].value }
        var changes: [[(kind: Int, change: Int)]] = [[(kind: Int, change: Int)]](repeating: [], count: 7)
        for _ in 0..<effort.moves where accepted < effort.accepted {
            let move = moves.random(people, generator: &generator)
            guard !move.isEmpty else { continue }
            for day in 0..<7 { changes[day].removeAll(keepingCapacity: true) }
            for (person, skeleton) in move {
                for day in 0..<7 {
                    let (old, new) = (
                        space.kind(people[person], day: day), space.kind(skeleton, day: day)
                    )
                    guard old != new else { continue }
                    if let old { changes[day].append((old, -1)) }
                    if let new { changes[day].append((new, 1)) }
                }
            }
            let threshold = -log(generator.uniform() + 1e-9) * temperature
            let paid = extraCost(of: move)
            var difference = paid
            var after = values
            var newBases = bases
            for day in 0..<7 where !changes[day].isEmpty {
                after[day] = cuts[day].value(after: changes[day])
                for (kind, change) in changes[day] {
                    newBases[day] +=
                        space.model.cost.over * Double(change * (space.kinds[day][kind].covered ?? 0))
                }
                difference +=
                    objective(after[day], base: newBases[day], day: day, effort.latticeWeight, effort.margin)
                    - objective(values[day], base: bases[day], day: day, effort.latticeWeight, effort.margin)
                if difference > threshold + 40 * space.unit { break }
            }
            guard difference < threshold else { continue }
            accepted += 1
            for day in 0..<7 where !changes[day].isEmpty {
                cuts[day].apply(changes[day])
                for (kind, change) in changes[day] { counts[day][kind] += change }
            }
            values = after
            bases = newBases
            extra += paid
            for (person, skeleton) in move { people[person] = skeleton }
        }
        return accepted
    }

    /// What a move changes in the cost of hours.
    private func extraCost(of move: [SkeletonMoves.Change]) -> Double {
        guard space.hasFlexibleHours else { return 0 }
        return move.reduce(0) {
            $0 + space.extraCost(of: $1.skeleton) - space.extraCost(of: people[$1.person])
        }
    }

    // MARK: Whole shifts

    /// The least that whole shifts of a day can cost.
    private func floor(_ day: Int) -> Double {
        guard hasLattice[day] else { return relaxed[day] }
        let missing = max(0, ((relaxed[day] - bases[day]) / step - 0.03 / 6).rounded(.up))
        return bases[day] + step * missing
    }

    /// Whether whole shifts should cost less than the best, by what they usually cost more than the
    /// relaxation.
    private func promises(_ effort: Effort) -> Bool {
        let expected = (0..<7).reduce(pay + extra) {
            $0 + objective(relaxed[$1], base: bases[$1], day: $1, 1, effort.margin)
        }
        return expected < (best?.cost ?? .infinity) - 0.5 * space.unit
    }

    /// Looks for whole shifts where the relaxation allows a better solution than the best.
    mutating func finishIfPromising(_ control: RunControl) throws(LinearProgramError) {
        let floors = (0..<7).map(floor)
        var sum = pay + extra + floors.reduce(0, +)
        let target = (best?.cost ?? .infinity) - 0.5 * space.unit
        guard sum < target else { return }
        // Days with the thinnest margin first: those are the ones that fail.
        let order = (0..<7).sorted { (floors[$0] - relaxed[$0], $0) < (floors[$1] - relaxed[$1], $1) }
        var shifts: [[[DayShift]]] = [[[DayShift]]](repeating: [], count: 7)
        for day in order {
            let slack = best == nil ? Double.infinity : target - sum
            let one = floors[day] + (best == nil ? 20 * step : step)
            guard
                let finished = try finisher.finish(
                    day: day, counts: counts[day], bound: relaxed[day] - 0.03 * space.unit,
                    lattice: hasLattice[day] ? (bases[day], step) : nil,
                    limit: min(floors[day] + slack, one), control: control)
            else { return }
            sum += finished.cost - floors[day]
            shifts[day] = finished.shifts
            guard sum < target else { return }
        }
        best = Solution(skeletons: people, shifts: shifts, cost: sum)
    }
}

extension SkeletonAnnealing.Solution {
    /// The weeks of everybody.
    func tours(_ space: SkeletonSpace) -> [WeekTour] {
        var left = shifts
        return skeletons.map { skeleton in
            var tour = WeekTour(
                group: skeleton.group, days: [DayShift](repeating: .off, count: 7), band: skeleton.band)
            for day in 0..<7 {
                guard let kind = space.kind(skeleton, day: day), left[day].indices.contains(kind),
                    let shift = left[day][kind].popLast()
                else { continue }
                tour.days[day] = space.shift(shift, of: kind, for: skeleton, day: day)
            }
            return tour
        }
    }
}
