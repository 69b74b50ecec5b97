import LinearProgramming

/// One day as an integer programme that buys its shifts: any number of each kind, at a price.
///
/// min Σ (price_k + premium_p) x_p + under·Σu + over·Σo − Σ worth·work
/// cover_t (difference rows): Σ_{p spans t} x_p − Σ_{w,τ} b + u − o − work = need;
/// breaks_w: Σ_τ b_{w,τ} = Σ_{p uses w} x_p for each window w; people: Σ x ≤ most.
///
/// Beside single shifts it has their counts as variables, which every whole solution makes
/// integers: how many begin, end or are paid up to each slot and length, how many agents are
/// missing in all. A single shift's count, split into whole numbers, hardly moves the value, for a
/// neighbour takes its place; a count of many does (branching on sums: Vanderbeck 2000).
struct PricedDay {
    private(set) var program = LinearProgram(.minimize)
    private(set) var counts: [Variable] = []
    private(set) var shifts: [Variable] = []

    /// - Parameter prices: of each kind of the day.
    init(_ space: SkeletonSpace, day: Int, prices: [Double], loadWorth: [Double], loadRoom: [Int]) {
        let model = space.model
        let cover = CoverRows(model, days: day..<day + 1, in: &program)
        cover.addWork(day: day, model, worth: loadWorth, room: loadRoom, to: &program)
        var classes: [Class] = []
        var breaks = Breaks()
        for (number, kind) in space.kinds[day].enumerated() {
            let set = model.sets[kind.set]
            for p in kind.patterns {
                var entries = cover.stretch(set.start[p], set.end[p], day: day, 1)
                for pause in set.pauseOffset[p]..<set.pauseOffset[p + 1] {
                    entries.append(
                        Entry(breaks.row(of: DayProgramme.window(set, pause), in: &program), -1))
                }
                let shift = program.addVariable(
                    cost: prices[number] + set.cost(p), kind: .integer, label: Label("shift", number, p),
                    entries: entries)
                shifts.append(shift)
                classes.append(Class(shift: shift, start: set.start[p], end: set.end[p], paid: set.paid[p]))
            }
        }
        for (w, window) in breaks.windows.enumerated() {
            let row = breaks.row(of: window, in: &program)
            for slot in window.earliest...window.latest {
                let entries = cover.stretch(slot, slot + window.length, day: day, -1) + [Entry(row, 1)]
                program.addVariable(label: Label("break", w, slot), entries: entries)
            }
        }
        for value in [\Class.start, \.end, \.paid] { addLadder(classes, by: value) }
        // Work for loads may be fractional, and agents missing with it.
        let cells = day * model.grid.slotCount..<(day + 1) * model.grid.slotCount
        if cells.allSatisfy({ loadRoom[$0] == 0 || loadWorth[$0] <= -model.cost.over }) {
            addCount(cover.missing.map { Term($0, 1) })
        }
    }

    /// What tells a shift from others.
    private struct Class {
        var shift: Variable
        var start: Int
        var end: Int
        var paid: Int
    }

    /// The rows that balance each window's breaks with the shifts that use it.
    private struct Breaks {
        private(set) var windows: [DayProgramme.Window] = []
        private var rows: [DayProgramme.Window: Row] = [:]

        mutating func row(of window: DayProgramme.Window, in program: inout LinearProgram) -> Row {
            if let row = rows[window] { return row }
            let row = program.addRow([], .equal(0), label: Label("breaks", windows.count))
            rows[window] = row
            windows.append(window)
            return row
        }
    }

    @discardableResult
    private mutating func addCount(_ terms: [Term]) -> Variable {
        let count = program.addVariable(label: Label("count", counts.count))
        program.addRow(terms + [Term(count, -1)], .equal(0), label: Label("sum", counts.count))
        counts.append(count)
        return count
    }

    /// The count of each value and, one after the other, of all values up to it.
    private mutating func addLadder(_ classes: [Class], by value: KeyPath<Class, Int>) {
        let members = Dictionary(grouping: classes) { $0[keyPath: value] }
        var below: Variable?
        for value in members.keys.sorted() {
            let own = addCount((members[value] ?? []).map { Term($0.shift, 1) })
            below = below.map { addCount([Term($0, 1), Term(own, 1)]) } ?? own
        }
    }
}
