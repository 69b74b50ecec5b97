import Execution
import LinearProgramming
import Workforce

/// A pool's tours with needs placed together with them.
struct PlacedSolution: Sendable {
    /// Cost and bound take the placed needs as given.
    var solution: PoolSolution
    var needs: PlacedNeeds
}

/// Chooses tours and needs together where targets are measured over a day, week or month.
///
/// The cheapest requirement is chosen before anybody knows which shifts can be worked: a slow hour
/// that a shift must cover gets no credit, and needs fall where no shift reaches. Here the tours
/// found for it, those for every interval on its own, and those for needs rounded from the joint
/// relaxation are taken in turn; the needs are fitted to each coverage and the week solved again for
/// them, as long as that gains. The best is kept, the cheapest requirement's tours included, so
/// that the joint cost is never above today's.
///
/// - Parameters:
///   - found: the solution for the cheapest requirement.
///   - rounds: of fitting and solving from each start at most.
/// - Returns: with a joint bound: no tours and needs that meet the targets cost less.
/// - Complexity: a column generation and a few times what `solvePool` takes.
func placeNeeds(
    _ pool: PreparedPool, open: PeriodNeeds, leeways: [PeriodLeeway], found: PoolSolution,
    horizon: Horizon, effort: PoolEffort, rounds: Int = 2, control: RunControl
) throws(LinearProgramError) -> PlacedSolution {
    let asked = PlacingState(pool: pool, open: open, tours: found.tours, choice: open.asked)
    var best = asked.fitted()
    func solve(_ cost: CoverageCost) throws(LinearProgramError) -> PoolSolution {
        var model = pool.model
        model.cost = cost
        return try solvePool(model, programmes: pool.programmes, effort: effort, control: control)
    }
    var tried: Set<PeriodNeeds.Choice> = [open.asked]
    func improve(from start: PeriodNeeds.Choice) throws(LinearProgramError) {
        var choice = start
        for _ in 0..<rounds where !control.shouldStop && tried.insert(choice).inserted {
            let tours = try solve(open.cost(pool.model.cost, choice)).tours
            let next = PlacingState(pool: pool, open: open, tours: tours, choice: choice).fitted()
            let gains = next.cost < best.cost - 1e-6
            guard gains else { return }
            best = next
            choice = next.choice
        }
    }
    let relaxation = try relaxPeriods(
        pool, open: open, known: found.tours, cost: best.cost, effort: effort, control: control)
    let isPaid = pool.model.groups.contains(where: \.isPaid)
    let bound = pool.model.cost.latticeCeiling(relaxation.bound, isPaid: isPaid)
    var perInterval: PlacedNeeds.Outcome?
    // The relaxation proves no more than its own gap.
    func isProved() -> Bool { best.cost - bound <= effort.boundGap * abs(best.cost) + 1e-6 }
    if !control.shouldStop {
        let alone = open.aloneCost(pool.model.cost, leeways, grid: pool.model.grid, horizon: horizon)
        let tours = try solve(alone).tours
        perInterval = pool.model.outcome(tours, needs: alone, hours: horizon.intervalHours)
        let fitted = PlacingState(pool: pool, open: open, tours: tours, choice: open.asked).fitted()
        if fitted.cost < best.cost - 1e-6 { best = fitted }
    }
    if !isProved(), let agents = relaxation.agents { try improve(from: open.rounded(agents)) }
    if !isProved() { try improve(from: best.choice) }
    return best.placed(
        asked: asked, found: found, perInterval: perInterval, bound: bound, leeways: leeways,
        horizon: horizon, isStopped: control.shouldStop)
}

/// Tours with a choice of needs.
private struct PlacingState {
    let pool: PreparedPool
    let open: PeriodNeeds
    let tours: [WeekTour]
    var choice: PeriodNeeds.Choice

    /// The model with the needs chosen.
    var model: PoolModel {
        var model = pool.model
        model.cost = open.cost(model.cost, choice)
        return model
    }

    /// Price of the surplus that the needs hide beyond the cheapest requirement, cents.
    var extraCost: Double { pool.model.cost.over * Double(open.extra(choice)) }

    /// Joint cost, cents.
    var cost: Double { model.cost(of: tours) + extraCost }

    /// With the needs that fit the tours best, if they cost less or as much with fewer agents.
    func fitted() -> PlacingState {
        var next = self
        next.choice = open.fitted(
            to: pool.model.coverage(of: tours), start: choice, cost: pool.model.cost)
        return open.isMet(next.choice) && next.cost <= cost + 1e-9 ? next : self
    }

    func placed(
        asked: PlacingState, found: PoolSolution, perInterval: PlacedNeeds.Outcome?, bound: Double,
        leeways: [PeriodLeeway], horizon: Horizon, isStopped: Bool
    ) -> PlacedSolution {
        // What gains nothing changes nothing.
        guard cost < asked.cost - 1e-6 else {
            return asked.value(
                found.optimality, asked: asked, perInterval: perInterval, bound: bound, leeways: leeways,
                horizon: horizon, isStopped: isStopped)
        }
        // For given needs the joint bound holds without the extra price, which they fix.
        let own = Optimality(
            stopped: isStopped, cost: model.cost(of: tours), bound: max(0, bound - extraCost))
        return value(
            own, asked: asked, perInterval: perInterval, bound: bound, leeways: leeways, horizon: horizon,
            isStopped: isStopped)
    }

    private func value(
        _ own: Optimality, asked: PlacingState, perInterval: PlacedNeeds.Outcome?, bound: Double,
        leeways: [PeriodLeeway], horizon: Horizon, isStopped: Bool
    ) -> PlacedSolution {
        let own = Optimality(
            status: own.status, cost: own.cost, bound: min(own.cost, max(own.bound, bound - extraCost)))
        let week = horizon.intervals(ofWeek: pool.work.week)
        func outcome(_ state: PlacingState) -> PlacedNeeds.Outcome {
            state.model.outcome(state.tours, needs: state.model.cost, hours: horizon.intervalHours)
        }
        let lines = open.lines.enumerated().map { index, activity in
            var positions = week.map { t in
                leeways.first { $0.activity == activity }.map { t < $0.asked.count ? $0.asked[t] : 0 } ?? 0
            }
            for (period, points) in zip(open.periods, choice) where period.line == index {
                for (place, point) in zip(period.places, points) {
                    positions[place.interval - week.lowerBound] = place.points[point].positions
                }
            }
            return PlacedNeeds.Line(activity: activity, positions: positions)
        }
        let longest = leeways.filter { open.lines.contains($0.activity) }.map(\.period)
        return PlacedSolution(
            solution: PoolSolution(tours: tours, optimality: own),
            needs: PlacedNeeds(
                campaign: pool.work.campaign.id, week: pool.work.week,
                period: [.month, .week, .day].first(where: longest.contains) ?? .interval,
                firstInterval: week.lowerBound, lines: lines, perInterval: perInterval,
                cheapest: outcome(asked), placed: outcome(self),
                optimality: Optimality(stopped: isStopped, cost: cost, bound: bound)))
    }
}

extension Optimality {
    fileprivate init(stopped: Bool, cost: Double, bound: Double) {
        let isOptimal = cost <= bound + 1e-6 * max(1, abs(cost))
        self.init(
            status: isOptimal ? .optimal : stopped ? .stopped : .feasible, cost: cost,
            bound: min(cost, bound))
    }
}

extension PoolModel {
    fileprivate func outcome(
        _ tours: [WeekTour], needs cost: CoverageCost, hours: Double
    ) -> PlacedNeeds.Outcome {
        var model = self
        model.cost = cost
        let coverage = model.coverage(of: tours)
        var wanted = 0
        var missing = 0
        for (cell, need) in cost.needs.enumerated() where need > 0 {
            wanted += need
            missing += max(0, need - coverage[cell])
        }
        for (cell, need) in cost.repeated {
            wanted += need
            missing += max(0, need - coverage[cell])
        }
        return PlacedNeeds.Outcome(
            hours: Double(wanted) * hours, missingHours: Double(missing) * hours,
            cost: model.cost(of: tours))
    }
}

extension PeriodNeeds {
    /// Needs in part agents, fitted to the periods' targets in whole ones.
    fileprivate func rounded(_ agents: [[Double]]) -> Choice {
        zip(periods, agents).map { period, wanted in
            PeriodFit(period, available: wanted.map { Int($0.rounded()) }).chosen
        }
    }

    /// The cost with every interval of these activities meeting the target on its own.
    fileprivate func aloneCost(
        _ cost: CoverageCost, _ leeways: [PeriodLeeway], grid: WeekGrid, horizon: Horizon
    ) -> CoverageCost {
        var result = cost
        var repeated = 0
        for (cell, behind) in grid.intervals(in: horizon).enumerated() {
            for (order, t) in behind.enumerated() {
                let more = leeways.filter { lines.contains($0.activity) }.reduce(0) {
                    $0 + $1.more(t)
                }
                if order == 0 {
                    result.needs[cell] = max(0, result.needs[cell] + more)
                } else {
                    result.repeated[repeated].need = max(0, result.repeated[repeated].need + more)
                    repeated += 1
                }
            }
        }
        return result
    }
}

extension PeriodLeeway {
    /// Agents that an interval needs more on its own than the cheapest requirement gives it.
    fileprivate func more(_ t: Int) -> Int {
        guard points.indices.contains(t), alone.indices.contains(t),
            let own = points[t].first(where: { $0.positions == asked[t] })
        else { return 0 }
        return alone[t] - own.scheduled
    }
}
