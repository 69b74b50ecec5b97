import Execution
import LinearProgramming
import Workforce

/// One group's week, with all other weeks as they stand: a transportation
/// problem whose costs hold everything, since each agent takes one tour.
struct GroupAssignment {
    private let group: RosterInstance.Group
    /// Cost of tour j for member m, nil = not allowed; and of no tour.
    private var costs: [[Double?]]
    private var idleCosts: [Double]
    private let unfilledPrice: Double

    /// Cents per hour of moved start: so little that it only decides between
    /// rosters of one cost (30 people moving 10 hours each way stay under a cent).
    static let driftPrice = 0.001

    init(_ instance: RosterInstance, group g: Int, given assignment: RosterAssignment) {
        group = instance.groups[g]
        unfilledPrice = Double(instance.prices.unfilledTour)
        costs = []
        idleCosts = []
        for (m, agent) in group.members.enumerated() {
            let terms = MemberTerms(instance, agent: agent, week: group.week, given: assignment)
            idleCosts.append(Double(terms.unfairness(adding: nil)))
            costs.append(
                group.options[m].enumerated().map { j, option in
                    guard let option, terms.allows(option.border) else { return nil }
                    return Double(option.cost + terms.unfairness(adding: option.burdens))
                        + GroupAssignment.driftPrice * terms.drift(to: group.meanStarts[j])
                })
        }
    }

    /// Cost of a choice of tours by member, seats left empty included; nil when
    /// it is not allowed.
    func cost(of choice: [Int?]) -> Double? {
        var left = group.counts
        var cost = 0.0
        for (m, tour) in choice.enumerated() {
            guard let tour else {
                cost += idleCosts[m]
                continue
            }
            guard let price = costs[m][tour], left[tour] > 0 else { return nil }
            cost += price
            left[tour] -= 1
        }
        return cost + unfilledPrice * Double(left.reduce(0, +))
    }

    /// The cheapest choice; the polytope is integral (Hoffman & Kruskal 1956), so
    /// simplex ends on whole seats. Falls back on `greedyChoice` when stopped.
    func bestChoice(control: RunControl) throws(LinearProgramError) -> [Int?] {
        guard !group.members.isEmpty, !group.tours.isEmpty else {
            return Array(repeating: nil, count: group.members.count)
        }
        var program = LinearProgram(.minimize)
        var seats = [[Term]](repeating: [], count: group.tours.count)
        var takes: [[(tour: Int, variable: Variable)]] = []
        for (m, row) in costs.enumerated() {
            let idle = program.addVariable(cost: idleCosts[m])
            var terms = [Term(idle, 1)]
            var own: [(tour: Int, variable: Variable)] = []
            for (j, price) in row.enumerated() {
                guard let price else { continue }
                let x = program.addVariable(cost: price)
                terms.append(Term(x, 1))
                seats[j].append(Term(x, 1))
                own.append((j, x))
            }
            takes.append(own)
            program.addRow(terms, .equal(1))
        }
        for (j, count) in group.counts.enumerated() {
            let empty = program.addVariable(cost: unfilledPrice)
            program.addRow(seats[j] + [Term(empty, 1)], .equal(Double(count)))
        }
        let outcome = try program.solve(control: control)
        guard let solution = outcome.solution else { return greedyChoice() }
        let choice = takes.map { own in own.first { solution[$0.variable] > 0.5 }?.tour }
        return cost(of: choice) == nil ? greedyChoice() : choice
    }

    /// Each member in turn takes the cheapest seat left.
    func greedyChoice() -> [Int?] {
        var left = group.counts
        return costs.map { row in
            let best = row.indices.filter { left[$0] > 0 && row[$0] != nil }
                .min { (row[$0] ?? 0, $0) < (row[$1] ?? 0, $1) }
            if let best { left[best] -= 1 }
            return best
        }
    }
}

/// What one agent's other weeks say about a tour for this one.
private struct MemberTerms {
    let previous: WeekBorder?
    let next: WeekBorder?
    let borne: [Int]
    let shares: [Int]
    let neighbourStarts: [Double]
    let prices: RosterPrices
    let rules: WorkRules

    init(_ instance: RosterInstance, agent: Int, week: Int, given assignment: RosterAssignment) {
        let options = (0..<instance.weekCount).map {
            $0 == week ? nil : instance.option(of: agent, week: $0, in: assignment)
        }
        previous = week > 0 ? options[week - 1]?.border : nil
        next = week + 1 < options.count ? options[week + 1]?.border : nil
        borne = (0..<3).map { burden in
            options.reduce(instance.agents[agent].history[burden]) { $0 + ($1?.burdens[burden] ?? 0) }
        }
        shares = instance.agents[agent].fairShare
        neighbourStarts = [week - 1, week + 1].filter { (0..<instance.weekCount).contains($0) }
            .compactMap { instance.meanStart(of: agent, week: $0, in: assignment) }
        prices = instance.prices
        rules = instance.rules
    }

    func allows(_ border: WeekBorder) -> Bool {
        (previous?.allows(border, rules: rules) ?? true)
            && (next.map { border.allows($0, rules: rules) } ?? true)
    }

    func unfairness(adding burdens: [Int]?) -> Int {
        (0..<3).reduce(0) {
            $0 + prices.unfairness(of: borne[$1] + (burdens?[$1] ?? 0), share: shares[$1])
        }
    }

    func drift(to start: Double?) -> Double {
        guard let start else { return 0 }
        return neighbourStarts.reduce(0) { $0 + abs($1 - start) }
    }
}
