import Workforce

/// The numbers of one staffing problem: agents of one kind together, so that
/// people who may exchange places do not multiply the search.
struct StaffingInstance: Equatable, Sendable {
    var weekCount: Int
    var campaigns: [Identifier<Campaign>]
    var kinds: [AgentKind]
    /// By campaign, then week.
    var needs: [[WeeklyNeed]]
    var prices: StaffingPrices

    /// A campaign that a kind of agents may work for in some week.
    struct Choice: Hashable, Sendable {
        var campaign: Int
        /// Hours on the line that one agent gives.
        var hours: Double
        /// Cents for one agent-week away from home; 0 at home.
        var awayCost: Double
        var needsTraining: Bool
    }

    /// Agents with the same choices at the same cost in every week.
    struct AgentKind: Equatable, Sendable {
        var agents: [Identifier<Agent>]
        /// By week; empty = nothing that week.
        var choices: [[Choice]]
        /// Cents to train one agent, by campaign; 0 where no training is needed.
        var trainingCosts: [Double]
    }
}

/// Hours on the line that a campaign wants in a week.
struct WeeklyNeed: Equatable, Sendable {
    var intervalHours: Double = 0
    var workloadHours: Double = 0

    var hours: Double { intervalHours + workloadHours }

    /// Hours beyond the need that are still worth something: whole shifts never
    /// follow a curve exactly, so a campaign staffed to the hour has gaps.
    var cushionHours: Double { hours * WeeklyNeed.cushionShare }

    /// Loss of whole tours against an hourly curve; small floors lose about a tenth.
    static let cushionShare = 0.1
}

/// Cents.
struct StaffingPrices: Equatable, Sendable {
    /// One hour missing: of calls, of deferred work, of the cushion above both.
    var missingHour: Double
    var undoneHour: Double
    var cushionHour: Double
    /// One agent who leaves a campaign that they could have stayed with.
    var move: Double

    init(_ weights: PlanningWeights) {
        missingHour = Double(weights.understaffingPerHour.cents)
        undoneHour = Double(weights.undoneWorkPerHour.cents)
        cushionHour = Double(weights.overstaffingPerHour.cents)
        // Small beside the price of being away, so that it only breaks near ties.
        move = Double(weights.awayFromHome.cents) / 10
    }
}
