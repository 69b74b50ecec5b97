import LinearProgramming
import Workforce

/// `models/roster.mod` as a linear program: all weeks at once, over classes of
/// interchangeable tours.
///
///     min  Σ cost·x + unfilled·Σ v + Σ slope·piece
///     Σ_κ x[a,w,κ] + idle[a,w] = 1                  every agent, at most one tour a week
///     Σ_a x[a,w,κ] + v[w,κ] = seats[κ]
///     Σ_i piece[a,b,i] ≥ Σ burden·x,  piece ≤ length              every agent and burden
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
    /// By agent and burden.
    private var burdens: [[BurdenRows?]] = []
    let instance: RosterInstance
    private let memberships: [[(group: Int, member: Int)]]

    init(_ instance: RosterInstance) {
        self.instance = instance
        classes = instance.groups.map { TourClasses($0) }
        memberships = instance.memberships
        addSeats()
        for a in instance.agents.indices {
            burdens.append(Burden.allCases.map { addFairness(of: a, burden: $0.rawValue) })
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

    /// What one burden costs an agent, over all amounts that their tours can add up to.
    func curve(of a: Int, burden: Int) -> BurdenCurve {
        var weekly: [Set<Int>] = []
        for (g, m) in memberships[a] {
            weekly.append(
                Set(classes[g].classes.compactMap { $0.options[m]?.burdens[burden] }).union([0]))
        }
        let person = instance.agents[a]
        return BurdenCurve(
            history: person.history[burden], weekly: weekly, share: person.fairShare[burden],
            prices: instance.prices)
    }

    /// Rows of one burden of one agent; nil = no choice changes what it costs.
    private mutating func addFairness(of a: Int, burden: Int) -> BurdenRows? {
        let curve = curve(of: a, burden: burden)
        guard curve.steps.contains(where: { $0.slope > 0 }) else { return nil }
        var terms: [Term] = []
        for (g, m) in memberships[a] {
            for (c, x) in takes[g][m].enumerated() {
                guard let x, let option = classes[g].classes[c].options[m] else { continue }
                terms.append(Term(x, -Double(option.burdens[burden])))
            }
        }
        let pieces = curve.steps.enumerated().map { index, step in
            program.addVariable(
                cost: step.slope, bounds: .between(0, Double(step.length)),
                label: Label("burden", a, burden, index))
        }
        program.addRow(terms + pieces.map { Term($0, 1) }, .atLeast(0), label: Label("fair", a, burden))
        return BurdenRows(curve: curve, pieces: pieces)
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
                        !border.allows(next, rules: instance.rules),
                        let x = takes[after.group][after.member][c]
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
                guard let rows = burdens[a][burden] else { continue }
                var left = (0..<instance.weekCount).reduce(0) {
                    $0 + (instance.option(of: a, week: $1, in: assignment)?.burdens[burden] ?? 0)
                }
                for (step, piece) in zip(rows.curve.steps, rows.pieces) {
                    values[piece.index] = Double(min(left, step.length))
                    left -= min(left, step.length)
                }
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

    /// What the past alone costs: it is in the cost but not in the program.
    var fixedCost: Int {
        instance.agents.reduce(0) { sum, person in
            sum
                + (0..<3).reduce(0) {
                    $0 + instance.prices.unfairness(of: person.history[$1], share: person.fairShare[$1])
                }
        }
    }
}

/// The convex cost of one burden of one agent, and its variables.
private struct BurdenRows: Sendable {
    var curve: BurdenCurve
    var pieces: [Variable]
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
