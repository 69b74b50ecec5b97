import Execution
import LinearProgramming
import Workforce

/// From the linear programme over tours to one skeleton a person.
///
/// People are fixed in rounds, by the largest sums of tours with one skeleton; a fixed person
/// leaves the tours for rows "people of this kind on this day", covered by columns of single
/// shifts, so that starts and breaks stay free (MATHS §3.3, skeleton dive). Fixing whole tours
/// instead loses three times as much.
final class SkeletonDive {
    private let space: SkeletonSpace
    private var pricing: TourPricing
    private let master: TourMaster
    private let session: LinearProgramSession
    private var tours: [WeekTour] = []
    private var tagOf: [WeekTour: Int] = [:]
    private var skeletons: [Skeleton?] = []
    private var live: [Variable] = []
    /// By day: row and people of each kind.
    private var kindRows: [[Row?]]
    private var counts: [[Int]]
    private var left: [Int]
    private(set) var fixed: [Skeleton] = []
    private(set) var value = Double.infinity
    private(set) var bound = -Double.infinity
    private(set) var prices: CoveragePrices

    init(_ space: SkeletonSpace, pricing: TourPricing, master: TourMaster, session: LinearProgramSession) {
        self.space = space
        self.pricing = pricing
        self.master = master
        self.session = session
        kindRows = space.kinds.map { [Row?](repeating: nil, count: $0.count) }
        counts = space.kinds.map { [Int](repeating: 0, count: $0.count) }
        left = space.model.groups.map { $0.headcount ?? Int.max }
        prices = .none(space.model.cost)
    }

    // MARK: The linear programme

    /// Column generation down to a relative gap, with smoothed prices from `start` on.
    func relax(gap: Double, columns first: [WeekTour], start: CoveragePrices?, control: RunControl)
        throws(LinearProgramError)
    {
        try add(first)
        var centre = start
        let smoothing = 0.8
        for _ in 0..<2000 {
            guard case .optimal(let objective) = try session.solve(control: control) else { return }
            value = objective
            if value - bound <= gap * abs(value) { return }
            let duals = try session.duals()
            let own = master.prices(duals: duals)
            var found: [WeekTour] = []
            var blend = centre == nil ? 0 : smoothing
            while true {
                let outcome = pricing.price(blend > 0 ? own.blended(with: centre, share: blend) : own)
                if outcome.bound > bound {
                    bound = outcome.bound
                    centre = blend > 0 ? own.blended(with: centre, share: blend) : own
                    prices = centre ?? own
                }
                found = improving(outcome, duals: duals, by: 1e-6 * space.unit)
                if !found.isEmpty || blend == 0 || value - bound <= gap * abs(value) { break }
                blend = blend > 0.3 ? blend - 0.3 : 0
            }
            if found.isEmpty || control.shouldStop { return }
            try add(found)
        }
    }

    /// Tours of an outcome that improve the master, each once.
    private func improving(
        _ outcome: TourPricing.Outcome, duals: [Double], by least: Double
    ) -> [WeekTour] {
        var seen: Set<WeekTour> = []
        return (outcome.tours.map(\.tour) + outcome.others).filter { tour in
            left[tour.group] > 0 && tagOf[tour] == nil && seen.insert(tour).inserted
                && master.column(of: tour, tag: 0).reducedCost(duals: duals) < -least
        }
    }

    private func add(_ new: [WeekTour]) throws(LinearProgramError) {
        var columns: [Column] = []
        for tour in new where !tour.isVacant && tagOf[tour] == nil {
            tagOf[tour] = tours.count
            columns.append(master.column(of: tour, tag: tours.count))
            tours.append(tour)
            skeletons.append(space.skeleton(of: tour))
        }
        live += try session.addColumns(columns)
    }

    // MARK: Fixing

    struct Options: Sendable {
        /// Share of the people left that is fixed in a round, at least one.
        var share = 0.2
        /// Sums under this are fixed only when nothing else is.
        var threshold = 0.45
        var pricingRounds = 3
        /// Random part of what orders the sums.
        var noise = 0.0
    }

    /// Fixes skeletons until nobody is left whom a tour pays.
    func dive(_ options: Options, generator: inout SeededGenerator, control: RunControl)
        throws(LinearProgramError)
    {
        while !control.shouldStop {
            let sums = try sums()
            guard !sums.isEmpty else { break }
            let chosen = choose(sums, options, generator: &generator)
            if chosen.isEmpty { break }
            for choice in chosen { try fix(choice.skeleton, tour: tours[choice.tag]) }
            try forgetIdleTours()
            try resolve(rounds: options.pricingRounds, control: control)
        }
        if !control.shouldStop { try resolve(rounds: 30, control: control) }
    }

    private typealias Sum = (skeleton: Skeleton, tag: Int, sum: Double)

    private func sums() throws(LinearProgramError) -> [Sum] {
        let values = try session.values()
        var places: [Skeleton: Int] = [:]
        var sums: [Sum] = []
        for variable in live {
            let tag = try session.tag(of: variable)
            guard let skeleton = skeletons[tag], left[skeleton.group] > 0 else { continue }
            let value = values[variable.index]
            guard value > 1e-6 else { continue }
            if let place = places[skeleton] {
                sums[place].sum += value
            } else {
                places[skeleton] = sums.count
                sums.append((skeleton, tag, value))
            }
        }
        return sums
    }

    private func choose(
        _ sums: [Sum], _ options: Options, generator: inout SeededGenerator
    ) -> [(skeleton: Skeleton, tag: Int)] {
        var room = left
        var chosen: [(skeleton: Skeleton, tag: Int)] = []
        var rest = sums
        for place in rest.indices {
            let whole = min(Int(rest[place].sum + 1e-6), room[rest[place].skeleton.group])
            guard whole > 0 else { continue }
            for _ in 0..<whole { chosen.append((rest[place].skeleton, rest[place].tag)) }
            rest[place].sum -= Double(whole)
            room[rest[place].skeleton.group] -= whole
        }
        let people = rest.reduce(0) { $0 + $1.sum } + Double(chosen.count)
        let wanted = max(1, Int(options.share * people + 0.5))
        var order = rest.indices.filter { rest[$0].sum > 1e-6 }.map { place in
            (place: place, key: rest[place].sum + options.noise * generator.uniform())
        }
        order.sort { ($0.key, $1.place) > ($1.key, $0.place) }
        for (place, _) in order {
            guard chosen.count < wanted else { break }
            if !chosen.isEmpty, rest[place].sum < options.threshold { continue }
            let group = rest[place].skeleton.group
            guard room[group] > 0 else { continue }
            room[group] -= 1
            chosen.append((rest[place].skeleton, rest[place].tag))
        }
        return chosen
    }

    private func fix(_ skeleton: Skeleton, tour: WeekTour) throws(LinearProgramError) {
        fixed.append(skeleton)
        for day in 0..<7 {
            guard let kind = space.kind(skeleton, day: day) else { continue }
            counts[day][kind] += 1
            let people = Bounds.equal(Double(counts[day][kind]))
            let known = kindRows[day][kind]
            let row: Row
            if let known {
                row = known
            } else {
                row = try session.addRow([], .equal(0), label: Label("kind", day, kind))
                kindRows[day][kind] = row
            }
            let set = space.model.sets[space.model.groups[tour.group].sets[day]]
            let entries = master.entries(of: tour.days[day], in: set, day: day)
            let shift = try session.addColumn(
                Column(cost: set.cost(Int(tour.days[day].pattern)), entries: entries + [Entry(row, 1)]))
            if known == nil { try session.exchange(row, for: shift) }
            try session.setBounds(of: row, to: people)
        }
        left[skeleton.group] -= left[skeleton.group] == Int.max ? 0 : 1
        if let row = master.groupRows[skeleton.group] {
            let people = Double(left[skeleton.group])
            try session.setBounds(
                of: row, to: space.model.groups[skeleton.group].isExact ? .equal(people) : .atMost(people))
        }
    }

    private func forgetIdleTours() throws(LinearProgramError) {
        guard live.count > 1500 else { return }
        let reduced = try session.reducedCosts()
        var idle: [Variable] = []
        for variable in live where reduced[variable.index] > 2 * space.unit {
            if try !session.isBasic(variable) {
                idle.append(variable)
                tagOf[tours[try session.tag(of: variable)]] = nil
            }
        }
        try session.delete(idle)
        live.removeAll { !session.isLive($0) }
    }

    /// Solves the master again, with a few rounds of new tours and shifts.
    private func resolve(rounds: Int, control: RunControl) throws(LinearProgramError) {
        for round in 0..<rounds {
            guard let objective = try session.solveSurely(startingDual: round == 0, control: control) else {
                return
            }
            value = objective
            if round == rounds - 1 || control.shouldStop { return }
            let duals = try session.duals()
            let own = master.prices(duals: duals)
            let found = improving(pricing.price(own), duals: duals, by: 0.02 * space.unit)
            try add(found)
            let shifts = try shiftColumns(duals: duals)
            try session.addColumns(shifts.columns)
            if found.isEmpty, shifts.violation > -0.5 * space.unit { return }
        }
    }

    /// Shifts of fixed kinds that improve the master, under the prices last priced.
    private func shiftColumns(duals: [Double]) throws(LinearProgramError) -> (
        columns: [Column], violation: Double
    ) {
        var columns: [Column] = []
        var violation = 0.0
        for day in 0..<7 {
            for (kind, family) in space.kinds[day].enumerated() where counts[day][kind] > 0 {
                guard let row = kindRows[day][kind] else { continue }
                let best = pricing.best(of: family, day: day)
                let reduced = -best.worth - duals[row.index]
                guard reduced < -0.01 * space.unit else { continue }
                violation += reduced * Double(counts[day][kind])
                let entries = master.entries(of: best.shift, in: space.model.sets[family.set], day: day)
                let cost = space.model.sets[family.set].cost(Int(best.shift.pattern))
                columns.append(Column(cost: cost, entries: entries + [Entry(row, 1)]))
            }
        }
        return (columns, violation)
    }
}

extension CoveragePrices {
    /// A mean of two prices.
    func blended(with other: CoveragePrices?, share: Double) -> CoveragePrices {
        guard let other else { return self }
        func mean(_ a: [Double], _ b: [Double]) -> [Double] {
            zip(a, b).map { (1 - share) * $0 + share * $1 }
        }
        return CoveragePrices(
            cells: mean(cells, other.cells), repeated: mean(repeated, other.repeated),
            loads: mean(loads, other.loads))
    }
}

extension TourPricing {
    /// The best shift of a kind under the prices last seen.
    func best(of kind: DayKind, day: Int) -> (shift: DayShift, worth: Double) {
        let worth = board.worth[day][kind.set]
        var best = kind.patterns[0]
        for pattern in kind.patterns where worth[pattern] > worth[best] + 1e-12 { best = pattern }
        return (board.placed(best, day: day, set: kind.set, model: model), worth[best])
    }
}

extension LinearProgramSession {
    /// The optimum, by dual simplex where asked and primal where that takes too long: on weeks of
    /// few shift lengths dual simplex may stall for ever.
    func solveSurely(startingDual: Bool, control: RunControl) throws(LinearProgramError) -> Double? {
        if startingDual {
            let limit = 100
            if case .optimal(let objective) = try solve(
                method: .dual, iterationLimit: limit, control: control)
            {
                return objective
            }
        }
        return try solve(method: .primal, iterationLimit: 20 * rowCount, control: control).objective
    }
}
