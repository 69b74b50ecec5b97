import LinearProgramming
import Workforce

/// Coverage of some days as rows of a linear programme, with what missing and surplus agents cost.
///
/// cover_t: agents + u_t − o_t = need_t, each row of a day less the one before: a stretch of
/// work then has two entries instead of one a slot, and simplex runs twice as fast (MATHS §3.3).
struct CoverRows {
    private let slots: Int
    private let days: Range<Int>
    private let cost: CoverageCost
    /// Row of each cell of the days; nil where the cell stands for no interval.
    private var rows: [Row?] = []
    /// The next row of the same day, by cell.
    private var next: [Row?] = []
    /// Rows of the second interval of cells that the clock lives twice.
    private var repeated: [(index: Int, cell: Int, row: Row)] = []
    /// Missing agents, by cell and then of repeated cells.
    private(set) var missing: [Variable] = []

    /// - Parameter isPriced: false = rows alone, without variables for missing and surplus agents.
    init(
        _ model: PoolModel, days: Range<Int>, in program: inout LinearProgram, isPriced: Bool = true
    ) {
        slots = model.grid.slotCount
        self.days = days
        cost = model.cost
        let cells = days.lowerBound * slots..<days.upperBound * slots
        rows = [Row?](repeating: nil, count: cells.count)
        next = rows
        for day in days {
            var last: Int?
            for cell in day * slots..<(day + 1) * slots where cost.needs[cell] >= 0 {
                let need = Double(cost.needs[cell] - (last.map { cost.needs[$0] } ?? 0))
                let row = program.addRow([], .equal(need), label: Label("cover", day, cell - day * slots))
                rows[cell - cells.lowerBound] = row
                if let last { next[last - cells.lowerBound] = row }
                last = cell
            }
        }
        for (index, again) in cost.repeated.enumerated() where cells.contains(again.cell) {
            let row = program.addRow([], .equal(Double(again.need)), label: Label("coverAgain", again.cell))
            repeated.append((index, again.cell, row))
        }
        guard isPriced else { return }
        for cell in cells where hasRow(cell) {
            missing.append(
                program.addVariable(cost: cost.under, label: Label("under", cell), entries: unit(cell, 1)))
            program.addVariable(cost: cost.over, label: Label("over", cell), entries: unit(cell, -1))
        }
        for again in repeated {
            missing.append(
                program.addVariable(cost: cost.under, label: "underAgain", entries: [Entry(again.row, 1)]))
            program.addVariable(cost: cost.over, label: "overAgain", entries: [Entry(again.row, -1)])
        }
    }

    /// Loads as rows, Σ_t y_kt + short_k = amount_k with 0 ≤ y_kt ≤ most_k, whose work takes
    /// agents from the cover rows.
    func addLoads(to program: inout LinearProgram) -> [Row] {
        cost.loads.enumerated().map { k, load in
            let row = program.addRow([], .equal(load.amount), label: Label("load", k))
            program.addVariable(cost: cost.undone, label: Label("undone", k), entries: [Entry(row, 1)])
            for day in days {
                for cell in day * slots..<(day + 1) * slots where hasRow(cell) && load.permitted[cell] {
                    program.addVariable(
                        bounds: .between(0, min(load.most, load.amount)),
                        label: Label("work", k, cell), entries: unit(cell, -1) + [Entry(row, 1)])
                }
            }
            return row
        }
    }

    /// Work for loads in each cell of a day, at a worth.
    func addWork(
        day: Int, _ model: PoolModel, worth: [Double], room: [Int], to program: inout LinearProgram
    ) {
        for cell in day * slots..<(day + 1) * slots
        where hasRow(cell) && room[cell] > 0 && worth[cell] > -cost.over {
            program.addVariable(
                cost: -worth[cell], bounds: .between(0, Double(room[cell])), label: Label("work", cell),
                entries: unit(cell, -1))
        }
    }

    private func position(_ cell: Int) -> Int { cell - days.lowerBound * slots }

    func hasRow(_ cell: Int) -> Bool { rows[position(cell)] != nil }

    /// One agent (times `sign`) in one cell.
    func unit(_ cell: Int, _ sign: Double) -> [Entry] {
        (rows[position(cell)].map { [Entry($0, sign)] } ?? [])
            + (next[position(cell)].map { [Entry($0, -sign)] } ?? [])
    }

    /// One agent (times `sign`) in the second interval of a cell that the clock lives twice.
    func unit(again index: Int, _ sign: Double) -> [Entry] {
        repeated.filter { $0.index == index }.map { Entry($0.row, sign) }
    }

    /// One agent (times `sign`) in a stretch of a day's slots.
    func stretch(_ from: Int, _ to: Int, day: Int, _ sign: Double) -> [Entry] {
        var entries: [Entry] = []
        let cells = day * slots + from..<day * slots + to
        if let first = cells.first(where: hasRow), let row = rows[position(first)] {
            entries.append(Entry(row, sign))
        }
        if let last = cells.last(where: hasRow), let row = next[position(last)] {
            entries.append(Entry(row, -sign))
        }
        for again in repeated where cells.contains(again.cell) { entries.append(Entry(again.row, sign)) }
        return entries
    }

    /// What a shift covers. O(stretches), and O(slots) on days of a clock change.
    func entries(of shift: DayShift, in set: PatternSet, day: Int) -> [Entry] {
        var entries: [Entry] = []
        set.forEachStretch(of: shift) { from, to in entries += stretch(from, to, day: day, 1) }
        return entries
    }

    /// Worth of one more agent in each cell of the days, second intervals added; and of each second interval.
    func prices(duals: [Double]) -> (cells: [Double], repeated: [(index: Int, price: Double)]) {
        func dual(_ row: Row?) -> Double { row.map { duals[$0.index] } ?? 0 }
        return (
            rows.indices.map { rows[$0] == nil ? 0 : dual(rows[$0]) - dual(next[$0]) },
            repeated.map { ($0.index, duals[$0.row.index]) }
        )
    }
}
