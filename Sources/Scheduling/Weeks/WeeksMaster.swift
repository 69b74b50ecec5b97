import LinearProgramming
import Workforce

/// The programme over all weeks: how many people of each cohort get which hours
/// and which free weekends in each week.
///
/// min Σ θ_pool; θ_pool + Σ worth(cut, offer, hours) · n ≥ constant(cut) for each cut;
/// people: Σ n_kwo = people_k in each week;
/// hours: Σ_w hours · n = people_k · target in each period;
/// turns: Σ_{o permits r} n = y_kwr; Σ_{window} y_kwr ≤ people_k · worked − worked before.
///
/// As it stands its optimum is a bound on the cost of all weeks, also for people
/// of one cohort who would get different hours.
struct WeeksMaster {
    enum Decision {
        /// Nothing whole: the bound.
        case none
        /// How many of each cohort may work each weekend.
        case weekends
        /// The same hours for everybody of a cohort, whose weekends are settled.
        case hours
    }

    private(set) var program = LinearProgram(.minimize)
    private let decision: Decision
    /// Permission y by cohort, week and rotation.
    private var turns: [[[Int: Variable]]] = []
    /// Choice by cohort and week.
    private var choices: [[[(option: Int, slots: Int, variable: Variable)]]] = []
    private var theta: [Variable] = []

    /// - Parameters:
    ///   - missing: cost of a missing agent for an interval: what preferences among equals are a share of.
    init(_ cohorts: [WeekCohort], pools: [WeekPool], cuts: [WeekCut], decision: Decision) {
        self.decision = decision
        theta = pools.map { program.addVariable(cost: 1, label: Label("cost", $0.index)) }
        let missing = pools.map(\.missing).max() ?? 0
        for (k, cohort) in cohorts.enumerated() {
            turns.append(cohort.weeks.map { _ in [:] })
            choices.append(cohort.weeks.map { _ in [] })
            for (w, week) in cohort.weeks.enumerated() {
                if let week { addWeek(k, w, cohort, week, reward: missing * 1e-3) }
            }
            addTurns(k, cohort)
            addTargets(k, cohort)
        }
        for cut in cuts { addCut(cut, cohorts, slots: pools[cut.pool].slots) }
        if decision == .hours { addPreferences(cohorts, price: missing * 2e-3) }
    }

    /// People behind one unit of a choice.
    private func weight(_ cohort: WeekCohort) -> Double {
        decision == .hours ? Double(cohort.people) : 1
    }

    private mutating func addWeek(
        _ k: Int, _ w: Int, _ cohort: WeekCohort, _ week: CohortWeek, reward: Double
    ) {
        let people = Double(cohort.people)
        for (o, option) in week.options.enumerated() {
            for slots in option.slots {
                let variable = program.addVariable(
                    kind: decision == .hours ? .binary : .continuous, label: Label("people", k, w, o, slots))
                choices[k][w].append((o, slots, variable))
            }
        }
        let whole = decision == .hours ? 1 : people
        program.addRow(choices[k][w].map { Term($0.variable, 1) }, .equal(whole), label: Label("all", k, w))
        let bits = week.options.reduce(0) { $0 | $1.permitted }
        guard decision != .hours, bits != 0 else { return }
        for rotation in cohort.contract.rotations.indices where bits & 1 << rotation != 0 {
            // Permission that is worth nothing is given all the same: it costs nobody anything.
            let y = program.addVariable(
                cost: decision == .weekends ? -reward : 0, bounds: .between(0, people),
                kind: decision == .weekends ? .integer : .continuous, label: Label("turn", k, w, rotation))
            turns[k][w][rotation] = y
            let permitted = choices[k][w].filter {
                week.options[$0.option].permitted & 1 << rotation != 0
            }
            program.addRow(
                permitted.map { Term($0.variable, 1) } + [Term(y, -1)], .equal(0), label: Label("may", k, w))
        }
    }

    /// Given in turn, person after person, what fits these rows gives nobody more
    /// than their share: any window holds at most `worked` rounds.
    private mutating func addTurns(_ k: Int, _ cohort: WeekCohort) {
        guard decision != .hours else { return }
        for (r, rotation) in cohort.contract.rotations.enumerated() {
            for last in cohort.weeks.indices {
                let window = last - rotation.weeks + 1...last
                let terms = window.clamped(to: 0...last).compactMap { turns[k][$0][r] }.map { Term($0, 1) }
                guard !terms.isEmpty else { continue }
                program.addRow(
                    terms, .atMost(Double(cohort.places(of: r, week: last))),
                    label: Label("turns", k, r, last))
            }
        }
    }

    private mutating func addTargets(_ k: Int, _ cohort: WeekCohort) {
        for target in cohort.targets {
            let terms = target.weeks.filter { cohort.weeks[$0]?.isModulated ?? false }.flatMap { week in
                choices[k][week].map { Term($0.variable, Double($0.slots)) }
            }
            let sum = target.slots * (decision == .hours ? 1 : cohort.people)
            program.addRow(terms, .equal(Double(sum)), label: Label("hours", k, target.weeks.lowerBound))
        }
    }

    private mutating func addCut(_ cut: WeekCut, _ cohorts: [WeekCohort], slots: [[Int]]) {
        var terms = [Term(theta[cut.pool], 1)]
        for (k, cohort) in cohorts.enumerated() {
            for (w, week) in cohort.weeks.enumerated() {
                guard let week, week.pool == cut.pool else { continue }
                for choice in choices[k][w] {
                    let offer = week.options[choice.option].offer
                    guard let index = slots[offer].firstIndex(of: choice.slots) else { continue }
                    let worth = cut.worth[offer][index] * weight(cohort)
                    if worth != 0 { terms.append(Term(choice.variable, worth)) }
                }
            }
        }
        program.addRow(terms, .atLeast(cut.constant), label: Label("cut", cut.pool))
    }

    /// Among choices of equal cost: the same change of hours for everybody of a
    /// contract and campaign, and the smaller one.
    private mutating func addPreferences(_ cohorts: [WeekCohort], price: Double) {
        struct Class: Hashable {
            var contract: Identifier<EmploymentContract>
            var campaign: Identifier<Campaign>
            var week: Int
        }
        var changes: [Class: [Term]] = [:]
        for (k, cohort) in cohorts.enumerated() {
            for (w, week) in cohort.weeks.enumerated() {
                guard let week, week.isModulated else { continue }
                let people = Double(cohort.people)
                let key = Class(contract: cohort.contract.id, campaign: week.campaign, week: w)
                let change =
                    changes[key]
                    ?? [1.0, -1].map { sign in
                        Term(program.addVariable(cost: price / 10, label: Label("change", w)), sign)
                    }
                changes[key] = change
                let apart = [1.0, -1].map { sign in
                    Term(program.addVariable(cost: price * people, label: Label("apart", k, w)), -sign)
                }
                program.addRow(
                    choices[k][w].map { Term($0.variable, Double($0.slots)) }
                        + change.map { Term($0.variable, -$0.coefficient) } + apart,
                    .equal(Double(week.contractSlots)), label: Label("same", k, w))
            }
        }
    }
}

extension WeeksMaster {
    /// Permissions by cohort, week and rotation; fractions are rounded so that the
    /// sum since the first week is: a stretch of weeks then never rises above a whole limit.
    func turns(in solution: Solution) -> [[[Int: Int]]] {
        turns.map { weeks in
            var since: [Int: (value: Double, given: Int)] = [:]
            return weeks.map { week in
                week.sorted { $0.key < $1.key }.reduce(into: [:]) { whole, turn in
                    var sum = since[turn.key] ?? (0, 0)
                    sum.value += max(0, solution[turn.value])
                    whole[turn.key] = Int((sum.value + 0.5 - 1e-9).rounded(.down)) - sum.given
                    sum.given += whole[turn.key] ?? 0
                    since[turn.key] = sum
                }
            }
        }
    }

    /// Mean paid slots of a cohort's week.
    func meanSlots(in solution: Solution) -> [[Double]] {
        choices.map { weeks in
            weeks.map { week in
                let people = week.reduce(0) { $0 + solution[$1.variable] }
                let slots = week.reduce(0) { $0 + Double($1.slots) * solution[$1.variable] }
                return people > 1e-9 ? slots / people : 0
            }
        }
    }
}
