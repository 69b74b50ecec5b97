import LinearProgramming
import Workforce

/// The restricted master of pools that lend agents (MATHS §3.4): tours of every class, and how
/// many of a class's agents serve which campaign in each interval.
///
/// min Σ_p (under·u + over·o + undone·short)
/// supply of a class k with links: Σ_j a_tj x_j − Σ_b y_kbt = 0, y ≥ 0, b = own pool or one helped;
/// cover of a pool p: Σ_k y_kpt (or Σ_j a_tj x_j of classes without links) + u_t − o_t − work = need_t;
/// people: Σ_{j ∈ member of a class} x_j = agents.
///
/// Supply and cover rows are both differences, each row of a day less the one before.
struct SharedMaster {
    let problem: SharedProblem
    private(set) var program = LinearProgram(.minimize)
    private var covers: [CoverRows] = []
    private var loadRows: [[Row]] = []
    /// By class; nil where the class has nobody to help.
    private var supply: [CoverRows?] = []
    private var people: [[Int: Row]] = []
    /// Agents lent, by class, link and cell of the lender.
    private(set) var lent: [[[Variable?]]] = []

    init(_ problem: SharedProblem) {
        self.problem = problem
        for pool in problem.pools {
            let cover = CoverRows(pool.model, days: 0..<7, in: &program)
            covers.append(cover)
            loadRows.append(cover.addLoads(to: &program))
        }
        for (index, lenders) in problem.classes.enumerated() { add(lenders, index: index) }
    }

    private mutating func add(_ lenders: LendingClass, index: Int) {
        var rows: [Int: Row] = [:]
        for member in lenders.members {
            rows[member.group] = program.addRow(
                [], .equal(Double(member.agents.count)), label: Label("people", index, member.group))
        }
        people.append(rows)
        guard !lenders.links.isEmpty else {
            supply.append(nil)
            lent.append([])
            return
        }
        var model = problem.pools[lenders.pool].model
        model.cost.needs = model.cost.needs.map { min(0, $0) }
        model.cost.repeated = []
        let own = CoverRows(model, days: 0..<7, in: &program, isPriced: false)
        supply.append(own)
        let slots = model.grid.slotCount
        for cell in model.cost.needs.indices where own.hasRow(cell) {
            let (day, slot) = (cell / slots, cell % slots)
            program.addVariable(
                label: Label("stays", index, cell),
                entries: own.unit(cell, -1) + covers[lenders.pool].stretch(slot, slot + 1, day: day, 1))
        }
        var flows: [[Variable?]] = []
        for link in lenders.links {
            flows.append(
                link.cells.enumerated().map { cell, other in
                    guard other >= 0, own.hasRow(cell) else { return nil }
                    return program.addVariable(
                        label: Label("lent", index, link.borrower, cell),
                        entries: own.unit(cell, -1) + covers[link.borrower].unit(other, 1))
                })
        }
        lent.append(flows)
    }

    /// The column of a tour of a class.
    func column(of tour: WeekTour, lenders index: Int, tag: Int) -> Column {
        let pool = problem.classes[index].pool
        let model = problem.pools[pool].model
        let rows = supply[index] ?? covers[pool]
        var entries: [Entry] = []
        for day in 0..<7 where !tour.days[day].isOff {
            guard let set = model.set(of: tour.group, day: day) else { continue }
            entries += rows.entries(of: tour.days[day], in: set, day: day)
        }
        if let row = people[index][tour.group] { entries.append(Entry(row, 1)) }
        return Column(
            cost: model.tourCost(tour), entries: entries, label: Label("tour", tag), tag: tag)
    }

    /// Prices of every pool.
    func prices(duals: [Double]) -> [CoveragePrices] {
        problem.pools.indices.map { pool in
            let (cells, repeated) = covers[pool].prices(duals: duals)
            return CoveragePrices(
                cells: cells, repeated: repeated.map(\.price), loads: loadRows[pool].map { duals[$0.index] })
        }
    }
}
