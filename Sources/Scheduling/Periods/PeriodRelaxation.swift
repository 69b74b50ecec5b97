import Execution
import LinearProgramming
import Workforce

/// The joint problem of tours and needs relaxed: its bound, and needs in part agents.
struct PeriodRelaxation {
    var bound: Double
    /// Agents of each place of each period; nil where the linear programme had no time.
    var agents: [[Double]]?
}

/// Subgradient prices, then column generation over tours with the needs' pieces as columns: the
/// bound that each pricing proves is Lagrangian, the needs' part a fractional knapsack
/// (`PeriodNeeds.worth`).
///
/// - Parameters:
///   - known: solutions whose tours begin the master.
///   - cost: of the best of them, in the joint problem.
func relaxPeriods(
    _ pool: PreparedPool, open: PeriodNeeds, known: [WeekTour], cost: Double, effort: PoolEffort,
    control: RunControl
) throws(LinearProgramError) -> PeriodRelaxation {
    var pricing = TourPricing(model: pool.model, programmes: pool.programmes)
    pricing.open = open
    pricing.limitHeadcounts(ofSolutionsUpTo: cost - min(0, open.leastExtraCost(pool.model.cost)))
    let prices = control.timed(.bound) {
        Subgradient(steps: effort.subgradientSteps).run(
            &pricing, start: CoveragePrices.initial(pool.model.cost), target: cost, control: control)
    }
    var relaxation = PeriodRelaxation(bound: prices.bound, agents: nil)
    guard !control.shouldStop else { return relaxation }
    let master = TourMaster(model: pricing.model, open: open)
    var catalogue = TourCatalogue()
    var columns: [Column] = []
    for tour in known + prices.tours where !tour.isVacant && catalogue.isNew(tour) {
        columns.append(master.column(of: tour, tag: catalogue.tag(of: tour)))
    }
    try control.timed(.relaxation) { () throws(LinearProgramError) in
        try master.program.withSession { session throws(LinearProgramError) in
            _ = try session.addColumns(columns)
            let generation = ColumnGeneration {
                $0.relativeGap = effort.boundGap
                $0.roundLimit = effort.masterRounds
            }
            _ = try generation.run(on: session, control: control) { duals throws(LinearProgramError) in
                let outcome = pricing.price(master.prices(duals: duals))
                relaxation.bound = max(relaxation.bound, outcome.bound)
                let found = outcome.tours.map(\.tour) + outcome.others
                return PricingResult(
                    columns: found.map { master.column(of: $0, tag: catalogue.tag(of: $0)) },
                    bound: outcome.bound)
            }
            guard case .optimal = try session.solve(control: control) else { return }
            relaxation.agents = open.agents(of: master.pieces, values: try session.values())
        }
    }
    return relaxation
}

extension PeriodNeeds {
    /// Price of the surplus that the fewest agents allowed count beyond the cheapest requirement, cents.
    func leastExtraCost(_ cost: CoverageCost) -> Double { cost.over * Double(extra(least)) }

    /// The part of the Lagrangian bound that tours do not enter, at `scale` times the prices.
    func constant(at prices: CoveragePrices, scale: Double, _ cost: CoverageCost) -> Double {
        var stay = cost
        stay.needs = fixed
        for index in stay.repeated.indices { stay.repeated[index].need = fixedAgain[index] }
        let scaled = scale == 1 ? prices : prices.scaled(by: scale)
        return scaled.constant(stay) + worth(at: scaled, over: cost.over).value
    }

    /// Turns a supergradient for given needs into one for those that the prices ask for.
    func addSlope(at prices: CoveragePrices, _ cost: CoverageCost, to slope: inout CoveragePrices) {
        let wanted = worth(at: prices, over: cost.over).agents
        for cell in fixed.indices where fixed[cell] >= 0 {
            slope.cells[cell] += Double(fixed[cell] - cost.needs[cell])
        }
        for index in fixedAgain.indices {
            slope.repeated[index] += Double(fixedAgain[index] - cost.repeated[index].need)
        }
        for (period, agents) in zip(periods, wanted) {
            for (place, count) in zip(period.places, agents) {
                if let again = place.again {
                    slope.repeated[again] += count
                } else {
                    slope.cells[place.cell] += count
                }
            }
        }
    }

    /// The pieces as columns: agents wanted in the cover rows at the price of surplus, and gains in a
    /// row for each period.
    func addPieces(to program: inout LinearProgram, cover: CoverRows, over: Double) -> [[[Variable]]] {
        periods.enumerated().map { index, period in
            let base = period.places.reduce(0) { $0 + $1.points[0].gain }
            let row = program.addRow(
                [], .atLeast(period.required - base), label: Label("period", index))
            return period.places.map { place in
                place.pieces.map { piece in
                    let wanted =
                        place.again.map { cover.unit(again: $0, -piece.agents) }
                        ?? cover.unit(place.cell, -piece.agents)
                    return program.addVariable(
                        cost: over * piece.agents, bounds: .between(0, 1),
                        label: Label("need", index, place.interval),
                        entries: wanted + [Entry(row, piece.gain)])
                }
            }
        }
    }

    /// Agents of each place from the values of its pieces.
    fileprivate func agents(of pieces: [[[Variable]]], values: [Double]) -> [[Double]] {
        zip(periods, pieces).map { period, own in
            zip(period.places, own).map { place, variables in
                zip(place.pieces, variables).reduce(Double(place.points[0].scheduled)) {
                    $0 + $1.0.agents * values[$1.1.index]
                }
            }
        }
    }
}

extension CoveragePrices {
    fileprivate func scaled(by factor: Double) -> CoveragePrices {
        CoveragePrices(
            cells: cells.map { $0 * factor }, repeated: repeated.map { $0 * factor },
            loads: loads.map { $0 * factor })
    }
}
