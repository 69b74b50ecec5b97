import Execution
import Workforce

@testable import Scheduling

/// A tiny floor whose days each have a target that its hours meet together.
struct PeriodFloor {
    var floor: TinyFloor
    var leeway: PeriodLeeway
    let key: ActivityKey

    /// - Parameter whole: whether the week is one period; otherwise each day is.
    init(seed: UInt64, people: Int, isNamed: Bool = true, whole: Bool = false) {
        floor = TinyFloor(seed: seed, people: people, isNamed: isNamed) { contract, _ in
            contract.maximumHeadcount = people
        }
        key = ActivityKey(floor.campaign.id, Identifier("calls"))
        var generator = SeededGenerator(seed: seed &* 77)
        let horizon = floor.scenario.horizon
        let open = floor.scenario.openIntervals(of: floor.campaign)
        let needs = floor.needs
        var points = needs.indices.map { t -> [PeriodLeeway.Point] in
            guard open[t] else { return [] }
            let least = max(0, needs[t] - generator.below(3))
            var gain = 0.0
            var step = Double(8 + generator.below(20))
            return (least...needs[t] + 2).map { agents in
                defer {
                    gain += step
                    step = (step * 0.7).rounded(.down)
                }
                return PeriodLeeway.Point(positions: agents, scheduled: agents, gain: gain)
            }
        }
        let periods = whole ? [horizon.intervals(ofWeek: 0)] : (0..<7).map(horizon.intervals(ofDay:))
        // The needs meet their target with a little to spare.
        for period in periods {
            let spare = Double(generator.below(4))
            let reached = period.reduce(0.0) { sum, t in
                sum + (points[t].first { $0.positions == needs[t] }?.gain ?? 0)
            }
            guard let first = period.first(where: { !points[$0].isEmpty }) else { continue }
            for index in points[first].indices { points[first][index].gain += spare - reached }
        }
        leeway = PeriodLeeway(
            activity: key, period: whole ? .week : .day, periods: periods, points: points, asked: needs,
            alone: needs.map { $0 > 0 ? $0 + 1 : 0 })
    }

    func schedule(threads: Int = 1, leeways: Bool = true) throws -> Schedule {
        var effort = PoolEffort()
        effort.subgradientSteps = 300
        effort.sweeps = 60
        return try Scheduling.schedule(
            floor.requirement,
            staffing: floor.scenario.isNamed
                ? FloorFixture.staffing(floor.scenario, floor.campaign.id) : nil,
            leeways: leeways ? [leeway] : [], for: floor.scenario, effort: effort,
            control: RunControl(threads: threads))
    }

    /// Least missing, surplus and hidden-surplus cost over all needs that meet the targets, by
    /// trying all of them: for each day its cost by gain, then days together.
    func leastPenalty(_ coverage: [Int]) -> Double {
        leeway.periods.reduce(0) { $0 + leastPenalty(coverage, period: $1) }
    }

    private func leastPenalty(_ coverage: [Int], period: Range<Int>) -> Double {
        // Gains are whole numbers: the least cost of every sum of gains.
        var costs: [Double: Double] = [0: 0]
        for t in period {
            var next: [Double: Double] = [:]
            let points = leeway.points[t]
            if points.isEmpty {
                for (gain, cost) in costs { next[gain] = cost + 600 * Double(coverage[t]) }
            }
            for (gain, cost) in costs {
                for point in points {
                    let gap = coverage[t] - point.scheduled
                    let extra = Double(point.scheduled - leeway.asked[t]) * 600
                    let own = gap < 0 ? Double(-gap) * 6000 : Double(gap) * 600
                    next[gain + point.gain] = min(
                        next[gain + point.gain] ?? .infinity, cost + own + extra)
                }
            }
            costs = next
        }
        return costs.filter { $0.key >= 0 }.map(\.value).min() ?? .infinity
    }

    /// Least joint cost over every choice of tours and needs.
    func leastCost(_ tours: [Tour], people: Int) -> Double {
        let nothing = [Int](repeating: 0, count: floor.scenario.horizon.intervalCount)
        let covers = Set(tours.map(floor.coverage))
        // Sizing mode pays eight hours at 13 € with contributions, or nobody.
        let pay = floor.scenario.isNamed ? 0 : (8 * 13 * 1.427 * 100).rounded()
        var sums: [[Int]: Double] = [nothing: 0]
        for _ in 0..<people {
            var next: [[Int]: Double] = floor.scenario.isNamed ? [:] : sums
            for (sum, paid) in sums {
                for cover in covers {
                    let both = zip(sum, cover).map { $0 + $1 }
                    next[both] = min(next[both] ?? .infinity, paid + pay)
                }
            }
            sums = next
        }
        return sums.map { $0.value + leastPenalty($0.key) }.min() ?? .infinity
    }

    /// The needs that a schedule was made for, per interval.
    func needs(_ placed: PlacedNeeds) -> [Int] {
        var needs = floor.needs
        for line in placed.lines where line.activity == key {
            for (offset, agents) in line.positions.enumerated() {
                needs[placed.firstInterval + offset] = agents
            }
        }
        return needs
    }
}
