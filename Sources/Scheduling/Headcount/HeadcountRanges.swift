import Execution
import LinearProgramming
import Workforce

/// For every campaign, week and contract of a schedule made without named agents: how many people
/// it uses, what they cost, and the fewest and most in any plan that costs little more.
///
/// The ranges are proved, not sampled: linear programmes min and max Σ people of the contract
/// under the row "cost at most (1 + tolerance) × this plan's", bounded by Lagrangian duality.
/// Every plan of whole people is a solution of them, whatever the search met.
///
/// - Parameters:
///   - schedule: of the same requirement and scenario, in sizing mode.
///   - tolerance: share by which another plan may be dearer.
/// - Returns: by pool in the schedule's order, then by contract in the floor's.
/// - Throws: only when the linear programming library fails.
/// - Complexity: two short column generations for each contract and pool.
public func headcountRanges(
    of schedule: Schedule, _ requirement: Requirement, for scenario: Scenario, tolerance: Double = 0.01,
    control: RunControl
) throws(LinearProgramError) -> [HeadcountRange] {
    let results = orderedParallelMap(schedule.pools, threads: control.threads) {
        pool -> Result<[HeadcountRange], LinearProgramError> in
        do throws(LinearProgramError) {
            return .success(
                try poolRanges(of: pool, requirement, for: scenario, tolerance: tolerance, control: control))
        } catch {
            return .failure(error)
        }
    }
    var ranges: [HeadcountRange] = []
    for result in results {
        switch result {
        case .success(let some): ranges += some
        case .failure(let error): throw error
        }
    }
    return ranges
}

private func poolRanges(
    of pool: PoolWeek, _ requirement: Requirement, for scenario: Scenario, tolerance: Double,
    control: RunControl
) throws(LinearProgramError) -> [HeadcountRange] {
    guard let campaign = scenario.campaign(pool.campaign) else { return [] }
    let work = WeekOfWork(campaign, week: pool.week, scenario: scenario)
    let groups = work.sizingGroups(scenario: scenario)
    guard groups.map(\.contract) == pool.groups.map(\.contract) else { return [] }
    let (model, programmes) = PoolBuilder(
        work: work, groups: groups, requirement: requirement, scenario: scenario, isNamed: false
    ).pricedModel()
    let limit = pool.optimality.cost * (1 + max(0, tolerance)) + 1e-6
    let bounds = try headcountBounds(model, programmes: programmes, limit: limit, control: control)
    return groups.indices.map { group in
        let tours = pool.tours.filter { $0.group == group }
        let chosen = tours.reduce(0) { $0 + $1.count }
        return HeadcountRange(
            campaign: pool.campaign, week: pool.week, contract: groups[group].contract, chosen: chosen,
            cost: Money(euros: tours.reduce(0) { $0 + scenario.weeklyCost(of: $1, in: pool) }),
            least: min(chosen, bounds[group].least), most: bounds[group].most.map { max(chosen, $0) },
            tolerance: max(0, tolerance))
    }
}

/// Fewest and most people of each group in any solution of at most `limit` cents.
func headcountBounds(
    _ model: PoolModel, programmes: [TourProgramme], limit: Double, control: RunControl
) throws(LinearProgramError) -> [(least: Int, most: Int?)] {
    var pricing = TourPricing(model: model, programmes: programmes)
    pricing.limitHeadcounts(ofSolutionsUpTo: limit)
    let caps = pricing.model.groups.map(\.headcount)
    var bounds = caps.map { (least: 0, most: $0) }
    // Without a price on people nothing limits them.
    guard !programmes.isEmpty, !caps.contains(nil) else { return bounds }
    let start = Subgradient(steps: 200).run(
        &pricing, start: CoveragePrices.initial(model.cost), target: limit, control: control)
    let master = TourMaster(model: pricing.model)
    var program = master.program
    let costs = zip(program.variables, program.costs).map { Term($0, $1) }
    let costRow = program.addRow(costs, .free, label: "cost")
    try program.withSession { session throws(LinearProgramError) in
        let search = HeadcountSearch(
            pricing: pricing, master: master, session: session, costRow: costRow, limit: limit)
        guard try search.reachesLimit(from: start.tours, control: control) else { return }
        for group in programmes.map(\.group) {
            if control.shouldStop { return }
            let least = try search.bound(group: group, sign: 1, control: control)
            let most = try search.bound(group: group, sign: -1, control: control)
            bounds[group].least = max(0, Int((min(1e9, least) - 1e-6).rounded(.up)))
            let proved = Int((min(1e9, max(0, -most)) + 1e-6).rounded(.down))
            bounds[group].most = min(bounds[group].most ?? proved, proved)
        }
    }
    return bounds
}

/// The tours master with its cost as a row, and numbers of people as its objective.
private final class HeadcountSearch {
    private var pricing: TourPricing
    private let master: TourMaster
    private let session: LinearProgramSession
    private let costRow: Row
    private let limit: Double
    private var tours: [WeekTour] = []
    private var tags: [WeekTour: Int] = [:]

    init(
        pricing: TourPricing, master: TourMaster, session: LinearProgramSession, costRow: Row, limit: Double
    ) {
        self.pricing = pricing
        self.master = master
        self.session = session
        self.costRow = costRow
        self.limit = limit
    }

    /// Least cost over the tours, then the row that limits it: false where columns are lacking.
    func reachesLimit(from tours: [WeekTour], control: RunControl) throws(LinearProgramError) -> Bool {
        var seen: Set<WeekTour> = []
        try session.addColumns(
            tours.filter { seen.insert($0).inserted }.map { column(of: $0) { $0 } })
        let generation = ColumnGeneration {
            $0.relativeGap = 1e-3
            $0.roundLimit = 200
        }
        let result = try generation.run(on: session, control: control) { duals throws(LinearProgramError) in
            let outcome = self.pricing.price(self.master.prices(duals: duals))
            return PricingResult(
                columns: self.found(outcome).map { self.column(of: $0) { $0 } }, bound: outcome.bound)
        }
        guard result.value <= limit else { return false }
        try session.setBounds(of: costRow, to: .atMost(limit))
        return true
    }

    /// A proved lower bound on `sign` × people of a group.
    ///
    /// With y ≤ 0 the price of the cost row and θ = −1/y, any coverage prices v give B ≤ cost +
    /// θ·sign·people for every solution; where cost ≤ limit, sign·people ≥ (B − limit)/θ.
    func bound(group: Int, sign: Double, control: RunControl) throws(LinearProgramError) -> Double {
        for variable in session.variables { try session.setCost(of: variable, to: 0) }
        for variable in session.variables {
            let tag = try session.tag(of: variable)
            guard tags.count > tag, tag >= 0, tours[tag].group == group else { continue }
            try session.setCost(of: variable, to: sign)
        }
        let cap = Double(pricing.model.groups[group].headcount ?? 0)
        var best = sign > 0 ? 0 : -cap
        let base = pricing.model.groups[group].tourCost
        let generation = ColumnGeneration {
            $0.relativeGap = 1e-3
            $0.roundLimit = 60
        }
        _ = try generation.run(on: session, control: control) { duals throws(LinearProgramError) in
            let price = -duals[self.costRow.index]
            guard price > 1e-12 else { return PricingResult(columns: [], isExact: false) }
            self.pricing.setTourCost(of: group, to: base + sign / price)
            let outcome = self.pricing.price(self.master.prices(duals: duals).scaled(by: 1 / price))
            self.pricing.setTourCost(of: group, to: base)
            let bound = price * (outcome.bound - self.limit)
            best = max(best, bound)
            return PricingResult(
                columns: self.found(outcome).map { tour in
                    self.column(of: tour) { _ in tour.group == group ? sign : 0 }
                }, bound: bound)
        }
        return best
    }

    private func found(_ outcome: TourPricing.Outcome) -> [WeekTour] {
        outcome.tours.map(\.tour) + outcome.others
    }

    /// The column of a tour, its cost in the cost row.
    private func column(of tour: WeekTour, objective: (Double) -> Double) -> Column {
        let tag = tags[tour] ?? tours.count
        if tag == tours.count {
            tags[tour] = tag
            tours.append(tour)
        }
        var column = master.column(of: tour, tag: tag)
        column.entries.append(Entry(costRow, column.cost))
        column.cost = objective(column.cost)
        return column
    }
}

extension CoveragePrices {
    fileprivate func scaled(by factor: Double) -> CoveragePrices {
        CoveragePrices(
            cells: cells.map { $0 * factor }, repeated: repeated.map { $0 * factor },
            loads: loads.map { $0 * factor })
    }
}
