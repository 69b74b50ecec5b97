import Execution
import LinearProgramming
import Workforce

/// What column generation leaves: tours that the LP over all tours likes, its
/// duals and the bound they prove.
struct TourColumns {
    var tours: [WeekTour]
    /// LP value of each tour.
    var weights: [Double]
    var prices: CoveragePrices?
    var bound: Double
    /// The bound is the LP's own value up to the gap asked for.
    var isConverged: Bool
}

/// Column generation on the tours master (MATHS §3.3), from `start`.
///
/// - Parameter roundLimit: rounds of simplex and pricing at most; the effort is
///   counted, so that the result does not depend on the clock.
func generateColumns(
    _ pricing: inout TourPricing, start: [WeekTour], known: TourColumns, roundLimit: Int, control: RunControl
) throws(LinearProgramError) -> TourColumns {
    let master = TourMaster(model: pricing.model)
    var tours: [WeekTour] = []
    var tags: [WeekTour: Int] = [:]
    var result = known
    var columns: [Column] = []
    for tour in start where tags[tour] == nil {
        tags[tour] = tours.count
        columns.append(master.column(of: tour, tag: tours.count))
        tours.append(tour)
    }
    var workshop = pricing
    try master.program.withSession { session throws(LinearProgramError) in
        _ = try session.addColumns(columns)
        let generation = ColumnGeneration {
            $0.smoothing = 0.8
            $0.relativeGap = 1e-3
            $0.roundLimit = roundLimit
            $0.columnLimit = 4000
        }
        let run = try generation.run(on: session, control: control) { duals throws(LinearProgramError) in
            let prices = master.prices(duals: duals)
            let outcome = workshop.price(prices)
            if outcome.bound > result.bound {
                result.bound = outcome.bound
                result.prices = prices.clamped(master.model.cost)
            }
            var found: [Column] = []
            for (tour, _) in outcome.tours {
                let tag = tags[tour] ?? tours.count
                if tag == tours.count {
                    tags[tour] = tag
                    tours.append(tour)
                }
                found.append(master.column(of: tour, tag: tag))
            }
            return PricingResult(columns: found, bound: outcome.bound)
        }
        result.isConverged = run.end == .converged || run.end == .gapReached
        guard run.rounds > 0, !run.value.isNaN else { return }
        let values = try session.values()
        for variable in session.variables {
            let tag = try session.tag(of: variable)
            guard tours.indices.contains(tag), values[variable.index] > 1e-7 else { continue }
            result.tours.append(tours[tag])
            result.weights.append(values[variable.index])
        }
    }
    pricing = workshop
    return result
}
