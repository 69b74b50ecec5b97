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
/// min Σ under·u_t + over·o_t − loadWorth·z_t + Σ premium_p·x_p
/// cover_t (difference rows): Σ_p spans x − Σ_{w,τ} b + u − o − z = need;
/// people: Σ_p x_{q,p} = size of class q; breaks: Σ_τ b_{w,τ} = Σ_{p uses w} x,
/// for each window w = (length, earliest, latest) wherever it is used.
struct DayProgramme {
    private(set) var program: LinearProgram
    let classes: [DayClass]
    private var shiftVariables: [[Variable]] = []
    private var breakVariables: [Window: [Variable]] = [:]
    private var windows: [Window] = []
    private var breakRows: [Window: Row] = [:]
    private let cover: CoverRows
    private let day: Int

    struct Window: Hashable {
        var length: Int
        var earliest: Int
        var latest: Int
    }

    init(model: PoolModel, day: Int, classes: [DayClass], loadWorth: [Double], loadRoom: [Int]) {
        self.classes = classes
        self.day = day
        var program = LinearProgram(.minimize)
        cover = CoverRows(model, days: day..<day + 1, in: &program)
        cover.addWork(day: day, model, worth: loadWorth, room: loadRoom, to: &program)
        self.program = program
        addShifts(model)
        addBreaks()
    }

    private mutating func addShifts(_ model: PoolModel) {
        for (q, kind) in classes.enumerated() {
            let people = program.addRow([], .equal(Double(kind.people.count)), label: Label("people", q))
            let set = model.sets[kind.set]
            var variables: [Variable] = []
            for p in kind.patterns {
                var entries = cover.stretch(set.start[p], set.end[p], day: day, 1) + [Entry(people, 1)]
                for pause in set.pauseOffset[p]..<set.pauseOffset[p + 1] {
                    entries.append(Entry(breakRow(DayProgramme.window(set, pause)), -1))
                }
                variables.append(
                    program.addVariable(
                        cost: set.cost(p), kind: .integer, label: Label("shift", q, p), entries: entries))
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
                let entries =
                    cover.stretch(slot, slot + window.length, day: day, -1) + [Entry(row, 1)]
                variables.append(
                    program.addVariable(kind: .integer, label: Label("break", w, slot), entries: entries))
            }
            breakVariables[window] = variables
        }
    }

    /// The programme that asks for at most `missing` missing agents and minimises nothing else:
    /// any solution will do.
    func allowing(missing: Int) -> LinearProgram {
        var limited = program
        for variable in program.variables { limited.setCost(of: variable, to: 0) }
        for variable in cover.missing { limited.setCost(of: variable, to: 1) }
        limited.addRow(
            cover.missing.map { Term($0, 1) }, .atMost(Double(missing) + 1e-4), label: Label("missing"))
        return limited
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
