import Execution
import LinearProgramming
import Workforce

/// A whole choice: cohorts split by their free weekends, and hours for each week.
struct WeeksDecision: Sendable {
    /// With a single option in each week.
    var cohorts: [WeekCohort]
    /// Paid slots by cohort and week; 0 where there is no post.
    var slots: [[Int]]
}

extension WeeksDecision {
    /// People by pool and hours.
    func people(pools: Int) -> [[OfferHours: Int]] {
        var people = [[OfferHours: Int]](repeating: [:], count: pools)
        for (k, cohort) in cohorts.enumerated() {
            for (w, week) in cohort.weeks.enumerated() {
                guard let week else { continue }
                let hours = OfferHours(offer: week.options[0].offer, slots: slots[k][w])
                people[week.pool][hours, default: 0] += cohort.people
            }
        }
        return people
    }

    /// By agent and week, in minutes.
    func choices(step: Int) -> WeekChoices {
        var choices = WeekChoices()
        for (k, cohort) in cohorts.enumerated() {
            for (w, week) in cohort.weeks.enumerated() {
                guard let week else { continue }
                let choice = WeekChoice(
                    minutes: week.isModulated ? slots[k][w] * step : nil, freeDays: week.options[0].freeDays)
                for agent in cohort.agents { choices.set(choice, of: agent, week: w) }
            }
        }
        return choices
    }
}

extension WeeksModel {
    /// The choice that is best by the cuts known.
    ///
    /// First how many may work each weekend, then the hours, each by branch and
    /// bound within `nodes`; where that finds nothing, the relaxation is rounded.
    func decide(
        _ cuts: [WeekCut], nodes: Int, control: RunControl
    ) throws(LinearProgramError) -> WeeksDecision {
        let options = SolveOptions {
            $0.nodeLimit = nodes
            $0.relativeGap = 1e-4
            $0.explainsInfeasibility = false
        }
        var parts = cohorts
        if cohorts.contains(where: { !$0.contract.rotations.isEmpty }) {
            let master = WeeksMaster(cohorts, pools: pools, cuts: cuts, decision: .weekends)
            var solution = try master.program.solve(options: options, control: control).solution
            if solution == nil { solution = try master.program.relaxed.solve(control: control).solution }
            let turns = solution.map(master.turns)
            parts = cohorts.enumerated().flatMap { k, cohort in cohort.split(turns: turns?[k]) }
        }
        var slots = parts.map { cohort in cohort.weeks.map { $0?.options[0].slots.last ?? 0 } }
        guard parts.contains(where: { !$0.targets.isEmpty }) else {
            return WeeksDecision(cohorts: parts, slots: slots)
        }
        let master = WeeksMaster(parts, pools: pools, cuts: cuts, decision: .hours)
        var solution = try master.program.solve(options: options, control: control).solution
        if solution == nil { solution = try master.program.relaxed.solve(control: control).solution }
        let wanted = solution.map(master.meanSlots)
        for (k, cohort) in parts.enumerated() {
            for target in cohort.targets {
                let weeks = target.weeks.filter { cohort.weeks[$0]?.isModulated ?? false }
                let lists = weeks.map { cohort.weeks[$0]?.options[0].slots ?? [0] }
                let means = weeks.map {
                    wanted?[k][$0] ?? Double(cohort.weeks[$0]?.contractSlots ?? 0)
                }
                for (week, chosen) in zip(weeks, nearestChoice(to: means, summing: target.slots, of: lists)) {
                    slots[k][week] = chosen
                }
            }
        }
        return WeeksDecision(cohorts: parts, slots: slots)
    }
}

extension WeekCohort {
    /// Gives the weekends in turn, person after person, and parts those whose
    /// weeks then differ. Without `turns` all weekends that a rotation concerns are free.
    func split(turns: [[Int: Int]]?) -> [WeekCohort] {
        guard !contract.rotations.isEmpty else { return [self] }
        var permitted = agents.map { _ in weeks.map { _ in 0 } }
        for rotation in contract.rotations.indices {
            var next = 0
            var given: [Int] = []
            for week in weeks.indices {
                let room = places(of: rotation, week: week, given: given)
                given.append(max(0, min(people, room, turns?[week][rotation] ?? 0)))
                for _ in 0..<given[week] {
                    permitted[next % people][week] |= 1 << rotation
                    next += 1
                }
            }
        }
        var parts: [WeekCohort] = []
        var known: [[Int]: Int] = [:]
        for (agent, own) in zip(agents, permitted) {
            if let index = known[own] {
                parts[index].agents.append(agent)
                continue
            }
            var part = self
            part.agents = [agent]
            for (week, bits) in own.enumerated() {
                part.weeks[week]?.options.removeAll { $0.permitted != bits }
            }
            known[own] = parts.count
            parts.append(part)
        }
        return parts
    }
}

extension WeekCohort {
    /// Turns that a rotation leaves for a week, all people together, after those given before it.
    func places(of rotation: Int, week: Int, given: [Int] = []) -> Int {
        let terms = contract.rotations[rotation]
        let window = week - terms.weeks + 1...week
        let past = history[rotation]
        let before = past.indices.count { past[$0] && window.contains($0 - past.count) }
        let spent = given.indices.reduce(0) { $0 + (window.contains($1) ? given[$1] : 0) }
        return people * max(0, terms.worked - before) - spent
    }
}

/// One number of each list, with a given sum, nearest in squares to the wanted
/// ones. Exact, by dynamic programming over sums.
func nearestChoice(to wanted: [Double], summing sum: Int, of lists: [[Int]]) -> [Int] {
    var best: [Int: (cost: Double, choice: [Int])] = [0: (0, [])]
    for (target, list) in zip(wanted, lists) {
        var next: [Int: (cost: Double, choice: [Int])] = [:]
        for (partial, known) in best.sorted(by: { $0.key < $1.key }) {
            for value in list {
                let apart = Double(value) - target
                let cost = known.cost + apart * apart
                if cost < next[partial + value]?.cost ?? .infinity {
                    next[partial + value] = (cost, known.choice + [value])
                }
            }
        }
        best = next
    }
    return best[sum]?.choice ?? lists.map { $0.last ?? 0 }
}
