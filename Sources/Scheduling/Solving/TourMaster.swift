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
    private(set) var program = LinearProgram(.minimize)
    /// Cover row of each cell; nil where the cell stands for no interval.
    private var coverRows: [Row?] = []
    /// The next cover row of the same day, by cell.
    private var nextRows: [Row?] = []
    private var repeatedRows: [Row] = []
    private var loadRows: [Row] = []
    private var groupRows: [Int: Row] = [:]

    init(model: PoolModel) {
        self.model = model
        addCoverRows()
        addSlacks()
        addLoads()
        for (index, group) in model.groups.enumerated() {
            guard let headcount = group.headcount else { continue }
            let people = Double(headcount)
            groupRows[index] = program.addRow(
                [], group.isExact ? .equal(people) : .atMost(people), label: Label("people", index))
        }
    }

    private mutating func addCoverRows() {
        let slots = model.grid.slotCount
        coverRows = [Row?](repeating: nil, count: model.grid.cellCount)
        nextRows = coverRows
        for day in 0..<7 {
            var last: Int?
            for cell in day * slots..<(day + 1) * slots where model.cost.needs[cell] >= 0 {
                let need = Double(model.cost.needs[cell] - (last.map { model.cost.needs[$0] } ?? 0))
                let row = program.addRow([], .equal(need), label: Label("cover", day, cell - day * slots))
                coverRows[cell] = row
                if let last { nextRows[last] = row }
                last = cell
            }
        }
        repeatedRows = model.cost.repeated.map {
            program.addRow([], .equal(Double($0.need)), label: Label("coverAgain", $0.cell))
        }
    }

    private mutating func addSlacks() {
        for cell in coverRows.indices where coverRows[cell] != nil {
            program.addVariable(cost: model.cost.under, label: Label("under", cell), entries: unit(cell, 1))
            program.addVariable(cost: model.cost.over, label: Label("over", cell), entries: unit(cell, -1))
        }
        for row in repeatedRows {
            program.addVariable(cost: model.cost.under, label: "underAgain", entries: [Entry(row, 1)])
            program.addVariable(cost: model.cost.over, label: "overAgain", entries: [Entry(row, -1)])
        }
    }

    private mutating func addLoads() {
        for (k, load) in model.cost.loads.enumerated() {
            let row = program.addRow([], .equal(load.amount), label: Label("load", k))
            loadRows.append(row)
            program.addVariable(cost: model.cost.undone, label: Label("undone", k), entries: [Entry(row, 1)])
            for cell in coverRows.indices where coverRows[cell] != nil && load.permitted[cell] {
                program.addVariable(
                    bounds: .between(0, min(load.most, load.amount)),
                    label: Label("work", k, cell), entries: unit(cell, -1) + [Entry(row, 1)])
            }
        }
    }

    /// One agent (times `sign`) in one cell, as entries of difference rows.
    private func unit(_ cell: Int, _ sign: Double) -> [Entry] {
        (coverRows[cell].map { [Entry($0, sign)] } ?? []) + (nextRows[cell].map { [Entry($0, -sign)] } ?? [])
    }

    /// The column of a tour. O(stretches), and O(slots) on days of a clock change.
    func column(of tour: WeekTour, tag: Int) -> Column {
        var entries: [Entry] = []
        let slots = model.grid.slotCount
        for day in 0..<7 where !tour.days[day].isOff {
            guard let set = model.set(of: tour.group, day: day) else { continue }
            set.forEachStretch(of: tour.days[day]) { from, to in
                let cells = day * slots + from..<day * slots + to
                if let first = cells.first(where: { coverRows[$0] != nil }), let row = coverRows[first] {
                    entries.append(Entry(row, 1))
                }
                if let last = cells.last(where: { coverRows[$0] != nil }), let row = nextRows[last] {
                    entries.append(Entry(row, -1))
                }
                for (index, again) in model.cost.repeated.enumerated() where cells.contains(again.cell) {
                    entries.append(Entry(repeatedRows[index], 1))
                }
            }
        }
        if let row = groupRows[tour.group] { entries.append(Entry(row, 1)) }
        return Column(
            cost: model.groups[tour.group].tourCost, entries: entries, kind: .integer,
            label: Label("tour", tag), tag: tag)
    }

    /// Prices by cell from the duals of difference rows.
    func prices(duals: [Double]) -> CoveragePrices {
        func dual(_ row: Row?) -> Double { row.map { duals[$0.index] } ?? 0 }
        return CoveragePrices(
            cells: coverRows.indices.map {
                coverRows[$0] == nil ? 0 : dual(coverRows[$0]) - dual(nextRows[$0])
            },
            repeated: repeatedRows.map { duals[$0.index] }, loads: loadRows.map { duals[$0.index] })
    }
}
