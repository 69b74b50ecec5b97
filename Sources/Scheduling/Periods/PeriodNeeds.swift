import Workforce

/// The needs of a pool's week that targets over a day, week or month leave open.
///
/// The joint problem: choose tours and, in every interval of these targets, one of the numbers of
/// agents allowed, so that each period gains what it must, at least
/// pay + penalty(coverage, needs) + over · (agents needed − agents of the cheapest requirement).
/// Surplus is so counted beyond the cheapest requirement: a larger need pays for the agents that it
/// takes, and a need that the coverage happens to have gains nothing by it.
struct PeriodNeeds: Sendable {
    /// One interval of an activity.
    struct Place: Sendable {
        var interval: Int
        var cell: Int
        /// Index into `CoverageCost.repeated` of the second interval of a doubled cell.
        var again: Int?
        var points: [PeriodLeeway.Point]
        /// The cheapest requirement's, among `points`.
        var asked: Int
        /// The upper concave envelope of the points above the first.
        var pieces: [Piece]
    }

    /// Further agents and what they gain, less per agent than the piece before.
    struct Piece: Sendable {
        var agents: Double
        var gain: Double
    }

    /// A period, or the part of it that lies in the week.
    struct Period: Sendable {
        /// Index into `lines`.
        var line: Int
        var places: [Place]
        /// Least sum of the places' gains.
        var required: Double
    }

    /// The point of each place of each period.
    typealias Choice = [[Int]]

    private(set) var lines: [ActivityKey] = []
    private(set) var periods: [Period] = []
    /// Needs that stay, by cell (−1 = no interval) and repeated cell.
    private(set) var fixed: [Int]
    private(set) var fixedAgain: [Int]

    /// - Parameter model: with the needs of the cheapest requirement.
    /// - Returns: nil where nothing is left open.
    init?(_ leeways: [PeriodLeeway], work: WeekOfWork, model: PoolModel, horizon: Horizon) {
        fixed = model.cost.needs
        fixedAgain = model.cost.repeated.map(\.need)
        let own = leeways.filter { $0.activity.campaign == work.campaign.id }
        guard !own.isEmpty else { return nil }
        let spots = model.grid.spots(in: horizon)
        let week = horizon.intervals(ofWeek: work.week)
        for leeway in own {
            lines.append(leeway.activity)
            for whole in leeway.periods where whole.overlaps(week) {
                let part = whole.clamped(to: week)
                // A period beyond the week is met as far as the cheapest requirement meets it here.
                var period = Period(line: lines.count - 1, places: [], required: 0)
                var reached = 0.0
                for t in part {
                    guard let asked = leeway.askedPoint(t), let spot = spots[t] else { continue }
                    let points = leeway.points[t]
                    reached += points[asked].gain
                    guard points.count > 1 else {
                        period.required -= points[asked].gain
                        continue
                    }
                    period.places.append(
                        Place(
                            interval: t, cell: spot.cell, again: spot.again, points: points, asked: asked,
                            pieces: PeriodNeeds.envelope(points)))
                    take(points[asked].scheduled, cell: spot.cell, again: spot.again)
                }
                guard !period.places.isEmpty else { continue }
                period.required += part == whole ? min(0, reached) : reached
                periods.append(period)
            }
        }
        if periods.isEmpty { return nil }
    }

    private mutating func take(_ agents: Int, cell: Int, again: Int?) {
        if let again { fixedAgain[again] -= agents } else { fixed[cell] -= agents }
    }

    /// Monotone chain; gains that do not rise are left out.
    private static func envelope(_ points: [PeriodLeeway.Point]) -> [Piece] {
        var chain: [PeriodLeeway.Point] = []
        for point in points {
            while let last = chain.last {
                guard chain.count > 1 else { break }
                let before = chain[chain.count - 2]
                let left = (last.gain - before.gain) * Double(point.scheduled - last.scheduled)
                let right = (point.gain - last.gain) * Double(last.scheduled - before.scheduled)
                if left > right { break }
                chain.removeLast()
            }
            chain.append(point)
        }
        return zip(chain, chain.dropFirst()).compactMap { low, high in
            high.gain > low.gain
                ? Piece(agents: Double(high.scheduled - low.scheduled), gain: high.gain - low.gain) : nil
        }
    }
}

extension PeriodNeeds {
    /// The cheapest requirement's.
    var asked: Choice { periods.map { $0.places.map(\.asked) } }

    /// The fewest allowed.
    var least: Choice { periods.map { $0.places.map { _ in 0 } } }

    func agents(_ choice: Choice) -> Int {
        zip(periods, choice).reduce(0) { sum, next in
            zip(next.0.places, next.1).reduce(sum) { $0 + $1.0.points[$1.1].scheduled }
        }
    }

    /// Agents that a choice has beyond the cheapest requirement.
    func extra(_ choice: Choice) -> Int { agents(choice) - agents(asked) }

    /// Whether every period gains what it must.
    func isMet(_ choice: Choice) -> Bool {
        zip(periods, choice).allSatisfy { period, points in period.gain(points) >= period.required }
    }

    /// A coverage's cost with the needs of a choice.
    func cost(_ cost: CoverageCost, _ choice: Choice) -> CoverageCost {
        var cost = cost
        cost.needs = fixed
        for index in cost.repeated.indices { cost.repeated[index].need = fixedAgain[index] }
        for (period, points) in zip(periods, choice) {
            for (place, point) in zip(period.places, points) {
                let agents = place.points[point].scheduled
                if let again = place.again {
                    cost.repeated[again].need += agents
                } else {
                    cost.needs[place.cell] += agents
                }
            }
        }
        return cost
    }
}

extension PeriodNeeds.Period {
    func gain(_ points: [Int]) -> Double {
        var sum = 0.0
        for (place, point) in zip(places, points) { sum += place.points[point].gain }
        return sum
    }
}

extension PeriodLeeway {
    /// Index of the requirement's own point; nil where the interval is fixed.
    fileprivate func askedPoint(_ t: Int) -> Int? {
        guard points.indices.contains(t), asked.indices.contains(t) else { return nil }
        return points[t].firstIndex { $0.positions == asked[t] }
    }
}

extension WeekGrid {
    /// The cell of each interval of the week, and its place among repeated cells.
    fileprivate func spots(in horizon: Horizon) -> [Int: (cell: Int, again: Int?)] {
        var spots: [Int: (cell: Int, again: Int?)] = [:]
        var repeated = 0
        for (cell, behind) in intervals(in: horizon).enumerated() {
            for (order, t) in behind.enumerated() {
                spots[t] = (cell, order == 0 ? nil : repeated)
                if order > 0 { repeated += 1 }
            }
        }
        return spots
    }
}
