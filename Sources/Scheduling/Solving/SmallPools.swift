import Execution
import LinearProgramming
import Workforce

/// Column generation on the tours master, then its integer programme over the
/// columns found: near exact where few tours are wanted.
///
/// - Parameters:
///   - start: tours of the best solution known.
///   - further: more columns to begin with.
/// - Returns: the best bound proved, and the integer solution, if one was found.
func solveMaster(
    _ pricing: inout TourPricing, start: [WeekTour], further: [WeekTour], effort: PoolEffort,
    control: RunControl
) throws(LinearProgramError) -> (bound: Double, tours: [WeekTour]?) {
    var solution: [WeekTour]?
    let bound = try withGeneratedTours(
        &pricing, start: start + further, rounds: effort.masterRounds, control: control
    ) { session, catalogue throws(LinearProgramError) in
        let options = SolveOptions {
            $0.nodeLimit = effort.masterNodes
            $0.explainsInfeasibility = false
        }
        let outcome = try session.solveInteger(options: options, control: control)
        guard let values = outcome.solution?.values else { return }
        var tours: [WeekTour] = []
        for variable in session.variables {
            let tag = try session.tag(of: variable)
            guard catalogue.tours.indices.contains(tag), values[variable.index].isFinite else { continue }
            let count = Int(max(0, min(1e6, values[variable.index].rounded())))
            tours += [WeekTour](repeating: catalogue.tours[tag], count: count)
        }
        solution = tours
    }
    return (bound, solution)
}

/// Generates tours until none gains, or for so many rounds.
///
/// - Parameters:
///   - start: tours to begin with.
///   - body: is given the master with all its columns; their tags number the catalogue's tours.
/// - Returns: the best bound proved.
func withGeneratedTours(
    _ pricing: inout TourPricing, start: [WeekTour], rounds: Int, control: RunControl,
    _ body: (LinearProgramSession, TourCatalogue) throws(LinearProgramError) -> Void
) throws(LinearProgramError) -> Double {
    let master = TourMaster(model: pricing.model)
    var catalogue = TourCatalogue()
    var columns: [Column] = []
    for tour in start where !tour.isVacant && catalogue.isNew(tour) {
        columns.append(master.column(of: tour, tag: catalogue.tag(of: tour)))
    }
    var workshop = pricing
    var bound = -Double.infinity
    try master.program.withSession { session throws(LinearProgramError) in
        _ = try session.addColumns(columns)
        let generation = ColumnGeneration {
            $0.relativeGap = 1e-6
            $0.roundLimit = rounds
        }
        _ = try generation.run(on: session, control: control) { duals throws(LinearProgramError) in
            let outcome = workshop.price(master.prices(duals: duals))
            bound = max(bound, outcome.bound)
            let found = outcome.tours.map(\.tour) + outcome.others
            return PricingResult(
                columns: found.map { master.column(of: $0, tag: catalogue.tag(of: $0)) }, bound: outcome.bound
            )
        }
        try body(session, catalogue)
    }
    pricing = workshop
    return bound
}

/// Tours by number, each once.
struct TourCatalogue {
    private(set) var tours: [WeekTour] = []
    private var tags: [WeekTour: Int] = [:]

    func isNew(_ tour: WeekTour) -> Bool { tags[tour] == nil }

    mutating func tag(of tour: WeekTour) -> Int {
        if let tag = tags[tour] { return tag }
        tags[tour] = tours.count
        tours.append(tour)
        return tours.count - 1
    }
}
