import Execution
import LinearProgramming

/// Choosing few kinds of shift by the linear programmes of all weeks together.
///
/// Greedy dropping, then exchange, as for p-medians (Feldman, Lehrer & Ray 1966; Teitz & Bart
/// 1968): the least worked kinds are closed, a fifth at a time, and the weeks solved again, so
/// that what is left takes over; then a closed kind is opened where prices promise most and one
/// of the least worked is closed, while the weeks together cost less. Work is counted in solves.
struct KindChoice {
    let weeks: [WeekRelaxation]
    let count: Int
    /// Most kinds; nil = as many as pay.
    let most: Int?
    /// Price of a kind over all weeks, cents.
    let price: Double
    let control: RunControl
    /// Relative gap of column generation, and its rounds at most.
    var gap = 1e-3
    var rounds = 200
    /// Exchanges at most; in each, so many offers to open are tried, and so many ways to close.
    var exchanges = 30
    var opened = 5
    var closed = 3
    /// Lower bounds of each week with all kinds open.
    private(set) var freeBounds: [Double] = []

    init(weeks: [WeekRelaxation], count: Int, most: Int?, price: Double, control: RunControl) {
        self.weeks = weeks
        self.count = count
        self.most = most
        self.price = price
        self.control = control
    }

    /// A set of kinds that serves everybody, as far as its weeks were solved.
    private struct State {
        var open: [Bool]
        var cost: Double
        /// Person-days of each kind, and what closed kinds would save if opened together.
        var days: [Double]
        var offers: [[Int]: Double] = [:]

        var size: Int { open.count { $0 } }
    }

    /// The best kinds found, and what fractional tours of them cost, their price apart.
    mutating func run() throws(LinearProgramError) -> (open: [Bool], cost: Double) {
        let all = [Bool](repeating: true, count: count)
        guard var state = try solved(all, below: .infinity) else {
            return (stopped(State(open: all, cost: .infinity, days: reach.map(Double.init))), .infinity)
        }
        freeBounds = weeks.map(\.bound)
        var best = state
        var worse = 0
        while !control.shouldStop, state.size > 1 {
            let isAllowed = fits(state.size)
            if isAllowed, price == 0 || worse == 3 { break }
            guard let open = dropping(from: state, to: nextSize(state)),
                let next = try solved(open, below: .infinity)
            else { break }
            state = next
            let gains = total(state) < total(best) - 1e-6
            worse = gains ? 0 : worse + 1
            if gains || !fits(best.size) { best = state }
        }
        if control.shouldStop { return (stopped(best), fits(best.size) ? best.cost : .infinity) }
        if !fits(best.size), let few = try fewest(), few.size < best.size { best = few }
        try exchange(&best)
        return (best.open, best.cost)
    }

    /// What a stopped run promises is the number of kinds, not their choice.
    private func stopped(_ state: State) -> [Bool] {
        guard let most, state.size > most else { return state.open }
        return dropping(from: state, to: most) ?? state.open
    }

    private func fits(_ size: Int) -> Bool { most.map { size <= $0 } ?? true }
    private func total(_ state: State) -> Double { state.cost + price * Double(state.size) }

    /// First the kinds in use, then a fifth less each time, never past the limit.
    private func nextSize(_ state: State) -> Int {
        let size = state.size
        let used = state.days.count { $0 > 1e-6 }
        let next = used < size ? used : size - max(1, size / 5)
        guard let most, size > most else { return max(1, next) }
        return max(most, next)
    }

    /// Solves every week with some kinds open; nil when a week has no solution, or their cost is
    /// known not to be below a limit.
    private func solved(_ open: [Bool], below limit: Double) throws(LinearProgramError) -> State? {
        var cost = 0.0
        var state = State(open: open, cost: 0, days: [Double](repeating: 0, count: count))
        for week in weeks { try week.open(open) }
        let bounds =
            limit == .infinity
            ? weeks.map { _ in 0 } : zip(weeks, freeBounds).map { max(0, $0.provedBound(), $1) }
        for (index, week) in weeks.enumerated() {
            let rest = bounds.dropFirst(index + 1).reduce(0, +)
            if cost + bounds[index] + rest >= limit { return nil }
            try week.relax(gap: gap, rounds: rounds, below: limit - cost - rest, control: control)
            guard week.value.isFinite else { return nil }
            cost += week.value
            let usage = try week.usage()
            for kind in 0..<count { state.days[kind] += usage.days[kind] }
            state.offers.merge(usage.offers) { $0 + $1 }
        }
        state.cost = cost
        return state
    }

    private func serves(_ open: [Bool]) -> Bool { weeks.allSatisfy { $0.serves(open) } }

    /// The kinds left when the least worked are closed down to a number, those that somebody needs
    /// passed over; nil when none can be closed.
    private func dropping(from state: State, to size: Int) -> [Bool]? {
        let order = (0..<count).filter { state.open[$0] }.sorted {
            (state.days[$0], $0) < (state.days[$1], $1)
        }
        var open = state.open
        for kind in order.prefix(max(0, state.size - size)) { open[kind] = false }
        if serves(open) { return open }
        open = state.open
        var left = state.size
        for kind in order where left > size {
            open[kind] = false
            if serves(open) { left -= 1 } else { open[kind] = true }
        }
        return left < state.size ? open : nil
    }

    /// People who could work each kind, over all weeks.
    private var reach: [Int] {
        weeks.reduce(into: [Int](repeating: 0, count: count)) { sum, week in
            for (kind, people) in week.reach().enumerated() { sum[kind] += people }
        }
    }

    /// As few kinds as serve everybody, by closing those that fewest people could work first.
    private func fewest() throws(LinearProgramError) -> State? {
        let reach = reach
        var open = [Bool](repeating: true, count: count)
        for kind in (0..<count).sorted(by: { (reach[$0], $0) < (reach[$1], $1) }) {
            open[kind] = false
            if !serves(open) { open[kind] = true }
        }
        return try solved(open, below: .infinity)
    }

    /// Opens and closes kinds one at a time while that pays.
    private func exchange(_ best: inout State) throws(LinearProgramError) {
        for _ in 0..<exchanges {
            if control.shouldStop { return }
            guard let better = try improved(best) else { return }
            best = better
        }
    }

    private func improved(_ best: State) throws(LinearProgramError) -> State? {
        let limit = total(best) - 2e-4 * max(1, abs(total(best)))
        if price > 0, let fewer = try closing(best, to: best.size - 1, keeping: [], below: limit) {
            return fewer
        }
        let offers = best.offers.sorted { a, b in
            a.value != b.value ? a.value > b.value : a.key.lexicographicallyPrecedes(b.key)
        }
        for (kinds, _) in offers.prefix(opened) {
            if control.shouldStop { return nil }
            var open = best.open
            for kind in kinds { open[kind] = true }
            // What more kinds cost cannot pay; what closing others gives back is counted below.
            guard let more = try solved(open, below: limit - price * Double(best.size)) else { continue }
            if fits(more.size), total(more) < limit { return more }
            if let other = try closing(more, to: best.size, keeping: kinds, below: limit) { return other }
        }
        return nil
    }

    /// Closes the least worked kinds down to a number, in a few ways: each begins with another one.
    private func closing(
        _ state: State, to size: Int, keeping kept: [Int], below limit: Double
    ) throws(LinearProgramError) -> State? {
        let order = (0..<count).filter { state.open[$0] && !kept.contains($0) }
            .sorted { (state.days[$0], $0) < (state.days[$1], $1) }
        guard size > 0, order.count >= state.size - size else { return nil }
        for first in order.prefix(closed) {
            var open = state.open
            open[first] = false
            for kind in order where kind != first && open.count(where: { $0 }) > size { open[kind] = false }
            guard serves(open) else { continue }
            if let next = try solved(open, below: limit - price * Double(size)) { return next }
        }
        return nil
    }
}
