import Execution
import LinearProgramming
import Workforce

/// The models of `models/` that speak of one campaign's week.
public enum PoolSpecification: Sendable, Hashable {
    /// Starts and breaks of one weekday (0 = Monday), who works how long as in the plan.
    case day(Int)
    /// The whole week, exact where days are equally long.
    case week
    /// The restricted master: tours of the plan and those that column generation adds.
    case tours
}

/// A campaign's week as a MathProg data section, made and solved as `schedule` does it.
///
/// - Returns: nil where the campaign has neither people nor work that week.
/// - Throws: only when the linear programming library fails.
/// - Complexity: one pool's search.
public func poolData(
    _ specification: PoolSpecification, of campaign: Campaign, week: Int, requirement: Requirement,
    staffing: Staffing?, for scenario: Scenario, control: RunControl
) throws(LinearProgramError) -> String? {
    let work = WeekOfWork(campaign, week: week, scenario: scenario)
    guard let pool = PreparedPool(work, requirement: requirement, staffing: staffing, scenario: scenario)
    else {
        return nil
    }
    if specification == .week { return pool.model.weekData(pool.programmes) }
    let solution = try solvePool(pool.model, programmes: pool.programmes, control: control)
    var pricing = TourPricing(model: pool.model, programmes: pool.programmes)
    if case .day(let day) = specification {
        let search = TourSearch(
            pricing: pricing, tours: solution.tours, loadPrices: pool.model.cost.loads.map { _ in 0 })
        return pool.model.dayData(day, classes: search.dayClasses(day))
    }
    pricing.limitHeadcounts(ofSolutionsUpTo: solution.optimality.cost)
    var tours: [WeekTour] = []
    _ = try withGeneratedTours(
        &pricing, start: solution.tours, rounds: 60, control: control
    ) { _, catalogue in tours = catalogue.tours }
    return pricing.model.tourData(tours)
}
