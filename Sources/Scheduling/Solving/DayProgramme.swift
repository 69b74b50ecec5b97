import LinearProgramming
import Workforce

/// People whose shift of one day may be any of the same patterns, everything
/// else in their week being as it is.
struct DayClass {
    var set: Int
    var patterns: [Int]
    /// Positions in the pool's list of tours.
    var people: [Int]
}

/// One day as an integer programme (MATHS §3.1): starts and breaks of everyone
/// at once, lengths fixed.
///
/// min Σ under·u_t + over·o_t − loadWorth·z_t
/// cover_t (difference rows): Σ_p spans x − Σ_{w,τ} b + u − o − z = need;
/// people: Σ_p x_{q,p} = size of class q; breaks: Σ_τ b_{w,τ} = Σ_{p uses w} x,
/// for each window w = (length, earliest, latest) wherever it is used.
struct DayProgramme {
    private(set) var program = LinearProgram(.minimize)
    let classes: [DayClass]
    private var shiftVariables: [[Variable]] = []
    private var breakVariables: [Window: [Variable]] = [:]
    private var windows: [Window] = []
    private var breakRows: [Window: Row] = [:]
    private(set) var missingVariables: [Variable] = []
    /// First cover row at or after each slot.
    private var edges: [Row?] = []

    struct Window: Hashable {
        var length: Int
        var earliest: Int
        var latest: Int
    }

    init(model: PoolModel, day: Int, classes: [DayClass], loadWorth: [Double], loadRoom: [Int]) {
        self.classes = classes
        let cells = day * model.grid.slotCount..<(day + 1) * model.grid.slotCount
        addCoverRows(needs: Array(model.cost.needs[cells]))
        for (slot, cell) in cells.enumerated() where model.cost.needs[cell] >= 0 {
            missingVariables.append(
                program.addVariable(
                    cost: model.cost.under, label: Label("under", slot), entries: stretch(slot, slot + 1, 1)))
            program.addVariable(
                cost: model.cost.over, label: Label("over", slot), entries: stretch(slot, slot + 1, -1))
            if loadWorth[cell] > -model.cost.over, loadRoom[cell] > 0 {
                program.addVariable(
                    cost: -loadWorth[cell], bounds: .between(0, Double(loadRoom[cell])),
                    label: Label("work", slot), entries: stretch(slot, slot + 1, -1))
            }
        }
        addShifts(model)
        addBreaks()
    }

    /// One row for each slot that stands for an interval, less the one before.
    private mutating func addCoverRows(needs: [Int]) {
        var rows: [Row?] = []
        var last = 0
        for (slot, need) in needs.enumerated() {
            guard need >= 0 else {
                rows.append(nil)
                continue
            }
            rows.append(program.addRow([], .equal(Double(need - last)), label: Label("cover", slot)))
            last = need
        }
        edges = (0...needs.count).map { slot in rows.dropFirst(slot).first { $0 != nil } ?? nil }
    }

    /// One agent (times `sign`) in slots `from ..< to`, as entries of difference rows.
    private func stretch(_ from: Int, _ to: Int, _ sign: Double) -> [Entry] {
        guard edges[from] != edges[to] else { return [] }
        return (edges[from].map { [Entry($0, sign)] } ?? []) + (edges[to].map { [Entry($0, -sign)] } ?? [])
    }

    private mutating func addShifts(_ model: PoolModel) {
        for (q, kind) in classes.enumerated() {
            let people = program.addRow([], .equal(Double(kind.people.count)), label: Label("people", q))
            let set = model.sets[kind.set]
            var variables: [Variable] = []
            for p in kind.patterns {
                var entries = stretch(set.start[p], set.end[p], 1) + [Entry(people, 1)]
                for pause in set.pauseOffset[p]..<set.pauseOffset[p + 1] {
                    entries.append(Entry(breakRow(DayProgramme.window(set, pause)), -1))
                }
                variables.append(
                    program.addVariable(kind: .integer, label: Label("shift", q, p), entries: entries))
            }
            shiftVariables.append(variables)
        }
    }

    /// The row that balances a window's breaks with the shifts that use it.
    private mutating func breakRow(_ window: Window) -> Row {
        if let row = breakRows[window] { return row }
        let row = program.addRow([], .equal(0), label: Label("breaks", windows.count))
        breakRows[window] = row
        windows.append(window)
        return row
    }

    private mutating func addBreaks() {
        for (w, window) in windows.enumerated() {
            guard let row = breakRows[window] else { continue }
            var variables: [Variable] = []
            for slot in window.earliest...window.latest {
                let entries = stretch(slot, slot + window.length, -1) + [Entry(row, 1)]
                variables.append(
                    program.addVariable(kind: .integer, label: Label("break", w, slot), entries: entries))
            }
            breakVariables[window] = variables
        }
    }

    static func window(_ set: PatternSet, _ pause: Int) -> Window {
        Window(
            length: set.pauseLength[pause], earliest: set.pauseEarliest[pause], latest: set.pauseLatest[pause]
        )
    }

    /// Shifts for each person, from an integer solution.
    func shifts(_ values: [Double], model: PoolModel) -> [(person: Int, shift: DayShift)] {
        var left: [Window: [Int]] = [:]
        for window in windows {
            left[window] = (breakVariables[window] ?? []).map { rounded(values[$0.index]) }
        }
        var found: [(person: Int, shift: DayShift)] = []
        for (q, kind) in classes.enumerated() {
            let set = model.sets[kind.set]
            var people = kind.people[...]
            for (position, p) in kind.patterns.enumerated() {
                for _ in 0..<rounded(values[shiftVariables[q][position].index]) {
                    guard let person = people.popFirst() else { return found }
                    var shift = DayShift(pattern: Int32(p), starts: SIMD8(repeating: 0))
                    for pause in set.pauseOffset[p]..<set.pauseOffset[p + 1] {
                        let window = DayProgramme.window(set, pause)
                        let place = left[window]?.firstIndex { $0 > 0 } ?? 0
                        left[window]?[place] -= 1
                        shift.starts[pause - set.pauseOffset[p]] = Int16(window.earliest + place)
                    }
                    found.append((person, shift))
                }
            }
        }
        return found
    }

    private func rounded(_ value: Double) -> Int {
        value.isFinite ? Int(max(0, min(1e6, value.rounded()))) : 0
    }
}
