import LinearProgramming
import Workforce

/// `models/roster.mod` as a linear program: all weeks at once, over classes of
/// interchangeable tours.
///
///     min  Σ cost·x + unfilled·Σ v + unfairness·Σ (once + 2·more)
///     Σ_κ x[a,w,κ] + idle[a,w] = 1                  every agent, at most one tour a week
///     Σ_a x[a,w,κ] + v[w,κ] = seats[κ]
///     once + more ≥ borne before + Σ burdens·x − fair share,  once ≤ 1
///     Σ_{κ: border b} x[a,w,κ] + Σ_{κ′ clashing with b} x[a,w+1,κ′] ≤ 1
///
/// Continuity of starts is left to the assignment of tours within classes.
struct RosterProgram {
    private(set) var program = LinearProgram(.minimize)
    let classes: [TourClasses]
    /// By group, member and class; nil = not allowed.
    private(set) var takes: [[[Variable?]]] = []
    private var idle: [[Variable]] = []
    private var empty: [[Variable]] = []
    /// By agent and burden; nil = the share cannot be passed.
    private var excess: [[(once: Variable, more: Variable)?]] = []
    private let instance: RosterInstance

    init(_ instance: RosterInstance) {
        self.instance = instance
        classes = instance.groups.map { TourClasses($0) }
        addSeats()
        let memberships = instance.memberships
        for a in instance.agents.indices {
            excess.append(Burden.allCases.map { addFairness(of: a, burden: $0.rawValue, memberships[a]) })
            addBorders(of: a, memberships[a])
        }
    }

    private mutating func addSeats() {
        for (g, group) in instance.groups.enumerated() {
            var own: [[Variable?]] = []
            var seats = classes[g].classes.map { _ in [Term]() }
            var idleHere: [Variable] = []
            for m in group.members.indices {
                let none = program.addVariable(label: Label("idle", g, m))
                idleHere.append(none)
                var terms = [Term(none, 1)]
                var row: [Variable?] = []
                for (c, tourClass) in classes[g].classes.enumerated() {
                    guard let option = tourClass.options[m] else {
                        row.append(nil)
                        continue
                    }
                    let x = program.addVariable(
                        cost: Double(option.cost), bounds: .unit, kind: .binary, label: Label("x", g, m, c))
                    terms.append(Term(x, 1))
                    seats[c].append(Term(x, 1))
                    row.append(x)
                }
                own.append(row)
                program.addRow(terms, .equal(1), label: Label("one", g, m))
            }
            takes.append(own)
            idle.append(idleHere)
            var emptyHere: [Variable] = []
            for (c, tourClass) in classes[g].classes.enumerated() {
                let v = program.addVariable(
                    cost: Double(instance.prices.unfilledTour), label: Label("empty", g, c))
                emptyHere.append(v)
                program.addRow(
                    seats[c] + [Term(v, 1)], .equal(Double(tourClass.seats)), label: Label("seats", g, c))
            }
            empty.append(emptyHere)
        }
    }

    private mutating func addFairness(
        of a: Int, burden: Int, _ weeks: [(group: Int, member: Int)]
    ) -> (once: Variable, more: Variable)? {
        let person = instance.agents[a]
        var terms: [Term] = []
        var most = person.history[burden]
        for (g, m) in weeks {
            var heaviest = 0
            for (c, x) in takes[g][m].enumerated() {
                guard let x, let option = classes[g].classes[c].options[m], option.burdens[burden] > 0
                else { continue }
                terms.append(Term(x, -Double(option.burdens[burden])))
                heaviest = max(heaviest, option.burdens[burden])
            }
            most += heaviest
        }
        guard most > person.fairShare[burden] else { return nil }
        let price = Double(instance.prices.unfairness)
        let once = program.addVariable(cost: price, bounds: .unit, label: Label("once", a, burden))
        let more = program.addVariable(cost: 2 * price, label: Label("more", a, burden))
        program.addRow(
            terms + [Term(once, 1), Term(more, 1)],
            .atLeast(Double(person.history[burden] - person.fairShare[burden])), label: Label("fair", a, burden))
        return (once, more)
    }

    private mutating func addBorders(of a: Int, _ weeks: [(group: Int, member: Int)]) {
        for (before, after) in zip(weeks, weeks.dropFirst())
        where instance.groups[after.group].week == instance.groups[before.group].week + 1 {
            var done: [WeekBorder] = []
            for tourClass in classes[before.group].classes {
                guard let border = tourClass.options[before.member]?.border, !done.contains(border)
                else { continue }
                done.append(border)
                let clashing = classes[after.group].classes.indices.compactMap { c -> Term? in
                    guard let next = classes[after.group].classes[c].options[after.member]?.border,
                        !border.allows(next, rules: instance.rules), let x = takes[after.group][after.member][c]
                    else { return nil }
                    return Term(x, 1)
                }
                guard !clashing.isEmpty else { continue }
                let same = classes[before.group].classes.indices.compactMap { c -> Term? in
                    guard classes[before.group].classes[c].options[before.member]?.border == border,
                        let x = takes[before.group][before.member][c]
                    else { return nil }
                    return Term(x, 1)
                }
                program.addRow(same + clashing, .atMost(1), label: Label("border", a, before.group))
            }
        }
    }

    // MARK: Solutions

    /// The values of all variables at a roster.
    func values(at assignment: RosterAssignment) -> [Double] {
        var values = [Double](repeating: 0, count: program.variableCount)
        let unfilled = instance.unfilled(in: assignment)
        for (g, group) in instance.groups.enumerated() {
            for (m, a) in group.members.enumerated() {
                if let j = assignment.tours[a][group.week], let x = takes[g][m][classes[g].classOf[j]] {
                    values[x.index] = 1
                } else {
                    values[idle[g][m].index] = 1
                }
            }
            for (j, left) in unfilled[g].enumerated() {
                values[empty[g][classes[g].classOf[j]].index] += Double(left)
            }
        }
        for a in instance.agents.indices {
            for burden in 0..<3 {
                guard let pieces = excess[a][burden] else { continue }
                let borne = (0..<instance.weekCount).reduce(instance.agents[a].history[burden]) {
                    $0 + (instance.option(of: a, week: $1, in: assignment)?.burdens[burden] ?? 0)
                }
                let above = max(0, borne - instance.agents[a].fairShare[burden])
                values[pieces.once.index] = Double(min(1, above))
                values[pieces.more.index] = Double(max(0, above - 1))
            }
        }
        return values
    }

    /// A roster of a whole solution: within a class tours go to members in order.
    func assignment(at solution: Solution) -> RosterAssignment {
        var assignment = RosterAssignment(instance)
        for (g, group) in instance.groups.enumerated() {
            var left = group.counts
            for (m, a) in group.members.enumerated() {
                guard
                    let c = takes[g][m].firstIndex(where: { $0.map { solution[$0] > 0.5 } ?? false }),
                    let j = classes[g].classes[c].tours.first(where: { left[$0] > 0 })
                else { continue }
                left[j] -= 1
                assignment.tours[a][group.week] = j
            }
        }
        return assignment
    }

    /// Unfairness that no choice changes: it is in the cost but not in the program.
    var fixedCost: Int {
        var cost = 0
        for a in instance.agents.indices {
            for burden in 0..<3 where excess[a][burden] == nil {
                cost += instance.prices.unfairness(
                    of: instance.agents[a].history[burden], share: instance.agents[a].fairShare[burden])
            }
        }
        return cost
    }
}

extension RosterInstance {
    /// The groups that each agent is in and their place there, in order of week.
    var memberships: [[(group: Int, member: Int)]] {
        var result = agents.map { _ in [(group: Int, member: Int)]() }
        for (g, group) in groups.enumerated() {
            for (m, a) in group.members.enumerated() { result[a].append((g, m)) }
        }
        return result.map { $0.sorted { groups[$0.group].week < groups[$1.group].week } }
    }
}
