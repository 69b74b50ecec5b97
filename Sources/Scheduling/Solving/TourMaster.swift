import LinearProgramming
import Workforce

/// The restricted master: which tours, how many of each, at what penalties.
///
/// min Σ c_j x_j + under·u + over·o + undone·short
/// cover: Σ a_tj x_j + u_t − o_t − Σ_k y_kt = need_t, each row of a day less the
/// one before (two entries a stretch instead of one a slot);
/// loads: Σ_t y_kt + short_k = amount_k, 0 ≤ y_kt ≤ most_k;
/// people: Σ_{j ∈ group} x_j = or ≤ headcount.
struct TourMaster {
    let model: PoolModel
    private(set) var program: LinearProgram
    private let cover: CoverRows
    private let loadRows: [Row]
    private(set) var groupRows: [Int: Row] = [:]
    /// Shares of the pieces of needs that are chosen, by period and place.
    private(set) var pieces: [[[Variable]]] = []

    /// - Parameter open: needs to be chosen together with the tours: cover rows then want y agents more
    ///   for each piece taken, Σ gain·y ≥ what the period must gain, 0 ≤ y ≤ 1.
    init(model: PoolModel, open: PeriodNeeds? = nil) {
        self.model = model
        var program = LinearProgram(.minimize, constant: open?.leastExtraCost(model.cost) ?? 0)
        var rows = model
        if let open { rows.cost = open.cost(model.cost, open.least) }
        cover = CoverRows(rows, days: 0..<7, in: &program)
        loadRows = cover.addLoads(to: &program)
        if let open { pieces = open.addPieces(to: &program, cover: cover, over: model.cost.over) }
        self.program = program
        for (index, group) in model.groups.enumerated() {
            guard let headcount = group.headcount else { continue }
            let people = Double(headcount)
            groupRows[index] = self.program.addRow(
                [], group.isExact ? .equal(people) : .atMost(people), label: Label("people", index))
        }
    }

    /// The column of a tour.
    func column(of tour: WeekTour, tag: Int) -> Column {
        var entries: [Entry] = []
        for day in 0..<7 where !tour.days[day].isOff {
            guard let set = model.set(of: tour.group, day: day) else { continue }
            entries += cover.entries(of: tour.days[day], in: set, day: day)
        }
        if let row = groupRows[tour.group] { entries.append(Entry(row, 1)) }
        return Column(
            cost: model.tourCost(tour), entries: entries, kind: .integer,
            label: Label("tour", tag), tag: tag)
    }

    /// The entries of one day's shift.
    func entries(of shift: DayShift, in set: PatternSet, day: Int) -> [Entry] {
        cover.entries(of: shift, in: set, day: day)
    }

    /// Prices by cell from the duals of difference rows.
    func prices(duals: [Double]) -> CoveragePrices {
        let (cells, repeated) = cover.prices(duals: duals)
        return CoveragePrices(
            cells: cells, repeated: repeated.map(\.price), loads: loadRows.map { duals[$0.index] })
    }
}
