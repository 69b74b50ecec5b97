import LinearProgramming
import Workforce

/// `models/staffing.mod` as a linear program: how many agents of each kind work
/// for each campaign in each week.
///
///     min  Σ away·n + Σ move·leave + Σ course·trained + Σ (missing·m + undone·u + cushion·c)
///     Σ_k n[i,k,w] = N_i                                      every agent has one post a week
///     Σ_i hours[i,k,w]·n[i,k,w] + m + u + c ≥ calls + work + cushion      each k, w
///     leave[i,k,w] ≥ n[i,k,w−1] − n[i,k,w]
///     trained[i,k] ≥ n[i,k,w]
///
/// `n` is integer; `leave` and `trained` then are by themselves.
struct StaffingProgram {
    private(set) var program = LinearProgram(.minimize)
    /// By kind, week, and position in the kind's choices.
    private(set) var counts: [[[Variable]]] = []

    init(_ instance: StaffingInstance) {
        var supply = [[[Term]]](
            repeating: Array(repeating: [], count: instance.weekCount), count: instance.campaigns.count)
        for (i, kind) in instance.kinds.enumerated() {
            counts.append(addPosts(of: kind, index: i, supply: &supply))
            addMoves(of: kind, index: i, price: instance.prices.move)
            addTraining(of: kind, index: i)
        }
        for (k, weeks) in instance.needs.enumerated() {
            for (w, need) in weeks.enumerated() where need.hours > 0 {
                addCover(need, campaign: k, week: w, supply: supply[k][w], prices: instance.prices)
            }
        }
    }

    private mutating func addPosts(
        of kind: StaffingInstance.AgentKind, index i: Int, supply: inout [[[Term]]]
    ) -> [[Variable]] {
        let size = Double(kind.agents.count)
        var variables: [[Variable]] = []
        for (w, choices) in kind.choices.enumerated() {
            var week: [Variable] = []
            for choice in choices {
                let n = program.addVariable(
                    cost: choice.awayCost, bounds: .between(0, size), kind: .integer,
                    label: Label("n", i, choice.campaign, w))
                week.append(n)
                supply[choice.campaign][w].append(Term(n, choice.hours))
            }
            if !week.isEmpty {
                program.addRow(.sum(week), .equal(size), label: Label("post", i, w))
            }
            variables.append(week)
        }
        return variables
    }

    private mutating func addMoves(of kind: StaffingInstance.AgentKind, index i: Int, price: Double) {
        for w in kind.choices.indices.dropFirst() where kind.choices[w].count > 1 {
            for (before, choice) in kind.choices[w - 1].enumerated() {
                guard let after = kind.choices[w].firstIndex(where: { $0.campaign == choice.campaign })
                else { continue }
                let leave = program.addVariable(cost: price, label: Label("leave", i, choice.campaign, w))
                program.addRow(
                    leave - counts[i][w - 1][before] + LinearExpression(counts[i][w][after]), .atLeast(0),
                    label: Label("stay", i, choice.campaign, w))
            }
        }
    }

    private mutating func addTraining(of kind: StaffingInstance.AgentKind, index i: Int) {
        for (k, cost) in kind.trainingCosts.enumerated() where cost > 0 {
            let trained = program.addVariable(cost: cost, label: Label("trained", i, k))
            for (w, choices) in kind.choices.enumerated() {
                for (c, choice) in choices.enumerated() where choice.campaign == k && choice.needsTraining {
                    program.addRow(trained - counts[i][w][c], .atLeast(0), label: Label("course", i, k, w))
                }
            }
        }
    }

    private mutating func addCover(
        _ need: WeeklyNeed, campaign k: Int, week w: Int, supply: [Term], prices: StaffingPrices
    ) {
        func piece(_ name: String, _ price: Double, _ hours: Double) -> Term {
            Term(
                program.addVariable(cost: price, bounds: .between(0, hours), label: Label(name, k, w)), 1)
        }
        let pieces = [
            piece("missing", prices.missingHour, need.intervalHours),
            piece("undone", prices.undoneHour, need.workloadHours),
            piece("cushion", prices.cushionHour, need.cushionHours),
        ]
        program.addRow(
            supply + pieces, .atLeast(need.hours + need.cushionHours), label: Label("cover", k, w))
    }
}
