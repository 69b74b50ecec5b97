import Workforce

/// What is shared out fairly.
enum Burden: Int, CaseIterable { case saturday, sunday, lateEnd }

/// The numbers of one rostering problem: groups of people who may exchange
/// tours, week by week, and what each tour would mean for each of them.
struct RosterInstance: Sendable {
    var weekCount: Int
    var agents: [Person]
    var groups: [Group]
    /// Group of each agent in each week, by agent then week; nil = none.
    var groupOf: [[Int?]]
    var prices: RosterPrices
    var rules: WorkRules

    struct Person: Sendable {
        var id: Identifier<Agent>
        /// Burdens borne in the published weeks, by `Burden`.
        var history: [Int]
        /// Burdens up to the fair share cost nothing, by `Burden`.
        var fairShare: [Int]
    }

    struct Group: Sendable {
        var week: Int
        var campaign: Identifier<Campaign>
        /// Indices into `agents`.
        var members: [Int]
        var tours: [Tour]
        /// Seats of each tour.
        var counts: [Int]
        /// Mean start of each tour in hours; nil = no shift.
        var meanStarts: [Double?]
        /// What tour j would mean for member m, at `[m][j]`; nil = not allowed.
        var options: [[Option?]]
    }

    struct Option: Hashable, Sendable {
        /// Cents: wishes refused and days struck out.
        var cost: Int
        /// Burdens of the week, by `Burden`.
        var burdens: [Int]
        var border: WeekBorder
        /// Days of the tour that leave strikes out.
        var struck: [Bool]
    }
}

/// Cents.
struct RosterPrices: Sendable {
    var refusedWish: Int
    var unfilledTour: Int
    var unfairness: Int
    var struckHour: Int

    init(_ weights: PlanningWeights) {
        // Ten million a piece: more says no more, and sums of it still fit.
        func price(_ weight: Money) -> Int { min(1_000_000_000, max(0, weight.cents)) }
        refusedWish = price(weights.refusedWish)
        unfilledTour = price(weights.unfilledTour)
        unfairness = price(weights.unfairness)
        struckHour = price(weights.understaffingPerHour)
    }

    /// Cost of bearing `count` burdens where `share` are fair: the first above
    /// the share once, every further one twice.
    func unfairness(of count: Int, share: Int) -> Int {
        let above = max(0, count - share)
        return unfairness * (above + max(0, above - 1))
    }
}
