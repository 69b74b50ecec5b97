import Execution
import LinearProgramming
import Workforce

/// The linear relaxation of one day once skeletons stand: so many people of each kind, starts and
/// breaks free and fractional; columns are shifts, generated as they pay.
///
/// f(n) = min under·Σu + over·Σo − Σ worth·work, cover rows, and Σ shifts of kind k = n_k.
/// Kept open and re-solved by dual simplex as the counts change. Any prices v give a cut
/// f(n) ≥ θ + Σ_k n_k·W_k for *every* n, where W_k is what the best shift of kind k costs under v.
final class DayRelaxation {
    let day: Int
    private let space: SkeletonSpace
    private let session: LinearProgramSession
    private let cover: CoverRows
    private let loadWorth: [Double]
    private let loadRoom: [Int]
    private var rows: [Row?]
    private var generated: [Variable] = []
    private var pricers: [Int: DayPricer] = [:]
    private var worth: [Int: [Double]] = [:]
    private let sets: [Int]
    /// People of each kind.
    private(set) var counts: [Int]
    /// f at the counts, as last solved.
    private(set) var value = 0.0
    /// The cut of the last solve.
    private(set) var constant = 0.0
    private(set) var kindCosts: [Double]

    /// The programme without any shift, to open a session on.
    struct Frame {
        let program: LinearProgram
        let cover: CoverRows

        init(_ space: SkeletonSpace, day: Int, loadWorth: [Double], loadRoom: [Int]) {
            var program = LinearProgram(.minimize)
            cover = CoverRows(space.model, days: day..<day + 1, in: &program)
            cover.addWork(day: day, space.model, worth: loadWorth, room: loadRoom, to: &program)
            self.program = program
        }
    }

    init(
        _ space: SkeletonSpace, day: Int, frame: Frame, session: LinearProgramSession,
        loadWorth: [Double], loadRoom: [Int]
    ) {
        self.space = space
        self.day = day
        self.session = session
        self.loadWorth = loadWorth
        self.loadRoom = loadRoom
        cover = frame.cover
        let count = space.kinds[day].count
        rows = [Row?](repeating: nil, count: count)
        counts = [Int](repeating: 0, count: count)
        kindCosts = [Double](repeating: 0, count: count)
        sets = Set(space.kinds[day].map(\.set)).sorted()
        let slots = space.model.grid.slotCount
        price([Double](repeating: space.model.cost.under, count: slots), repeated: [])
    }

    func change(_ kind: Int, by change: Int) throws(LinearProgramError) {
        counts[kind] += change
        let people = Bounds.equal(Double(counts[kind]))
        if let row = rows[kind] {
            try session.setBounds(of: row, to: people)
        } else {
            let row = try session.addRow([], .equal(0), label: Label("kind", kind))
            rows[kind] = row
            try session.exchange(row, for: session.addColumn(column(kind)))
            try session.setBounds(of: row, to: people)
        }
    }

    /// Solves to within `tolerance` of the optimum.
    func solve(tolerance: Double, rounds: Int = 60) throws(LinearProgramError) {
        try forgetIdleColumns()
        for _ in 0..<rounds {
            guard case .optimal(let objective) = try session.solve() else { return }
            value = objective
            let duals = try session.duals()
            let (prices, repeated) = cover.prices(duals: duals)
            price(prices, repeated: repeated)
            var violation = 0.0
            var columns: [Column] = []
            for kind in counts.indices where counts[kind] > 0 {
                guard let row = rows[kind] else { continue }
                let reduced = kindCosts[kind] - duals[row.index]
                guard reduced < -1e-7 * space.unit else { continue }
                violation += reduced * Double(counts[kind])
                columns.append(column(kind))
            }
            if columns.isEmpty || violation > -tolerance { return }
            generated += try session.addColumns(columns)
        }
    }

    private func forgetIdleColumns() throws(LinearProgramError) {
        guard generated.count > 350 else { return }
        let reduced = try session.reducedCosts()
        var idle: [Variable] = []
        for variable in generated where reduced[variable.index] > 0.3 * space.unit {
            if try !session.isBasic(variable) { idle.append(variable) }
        }
        try session.delete(idle)
        generated.removeAll { !session.isLive($0) }
    }

    /// The best shift of a kind under the prices last seen.
    private func column(_ kind: Int) -> Column {
        let family = space.kinds[day][kind]
        let all = worth[family.set] ?? []
        var best = family.patterns[0]
        for pattern in family.patterns where all[pattern] > all[best] + 1e-12 { best = pattern }
        let shift = pricers[family.set]?.placed(best, of: space.model.sets[family.set]) ?? .off
        var entries = cover.entries(of: shift, in: space.model.sets[family.set], day: day)
        if let row = rows[kind] { entries.append(Entry(row, 1)) }
        return Column(cost: space.model.sets[family.set].cost(best), entries: entries)
    }

    /// Values the day at prices, one a slot: the cut that they give.
    private func price(_ wanted: [Double], repeated: [(index: Int, price: Double)]) {
        let model = space.model
        let cost = model.cost
        let base = day * model.grid.slotCount
        var own = wanted
        constant = 0
        for slot in own.indices {
            let cell = base + slot
            guard cost.needs[cell] >= 0 else {
                own[slot] = 0
                continue
            }
            own[slot] = min(cost.under, max(-cost.over, own[slot]))
            constant += own[slot] * Double(cost.needs[cell])
            if loadRoom[cell] > 0, loadWorth[cell] > -cost.over {
                constant += Double(loadRoom[cell]) * min(0, own[slot] - loadWorth[cell])
            }
        }
        for again in repeated {
            let price = min(cost.under, max(-cost.over, again.price))
            constant += price * Double(cost.repeated[again.index].need)
            own[cost.repeated[again.index].cell - base] += price
        }
        for set in sets {
            pricers[set, default: DayPricer()].prepare(
                own, base: 0, slotCount: own.count, set: model.sets[set])
            pricers[set]?.evaluate(model.sets[set], into: &worth[set, default: []])
        }
        for (kind, family) in space.kinds[day].enumerated() {
            guard let all = worth[family.set] else { continue }
            var best = -Double.infinity
            for pattern in family.patterns where all[pattern] > best { best = all[pattern] }
            kindCosts[kind] = -best
        }
    }
}

extension SkeletonSpace {
    /// The scale of prices: costs of the literature are 5 for a missing and 1 for a surplus agent.
    var unit: Double { max(1e-9, (model.cost.under + model.cost.over) / 6) }
}
