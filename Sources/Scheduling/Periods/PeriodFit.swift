import Workforce

/// Fits the needs of one period to a coverage: the least further agents that bring it to its
/// target, then as few agents needed as the target allows.
///
/// Further agents are taken by gain per agent along each place's upper envelope from what is there
/// (marginal allocation, Fox 1966), the last piece where it costs least. That is the least number
/// where every position takes one agent and gains no more than the one before; where shrinkage
/// makes some positions take two, it may be off by the last piece's agents.
struct PeriodFit {
    let period: PeriodNeeds.Period
    /// Agents there for each place.
    let available: [Int]
    private(set) var chosen: [Int]

    init(_ period: PeriodNeeds.Period, available: [Int]) {
        self.period = period
        self.available = available.map { max(0, $0) }
        chosen = []
        for (place, agents) in zip(period.places, self.available) {
            chosen.append(place.points.lastIndex { $0.scheduled <= agents } ?? 0)
        }
        add()
        remove()
    }

    /// Agents missing of the needs chosen, in all.
    var missing: Int { chosen.indices.reduce(0) { $0 + missing($1, chosen[$1]) } }

    private func missing(_ place: Int, _ point: Int) -> Int {
        max(0, period.places[place].points[point].scheduled - available[place])
    }

    private func gain(_ place: Int, _ point: Int) -> Double { period.places[place].points[point].gain }

    private struct Step {
        var point: Int
        var gain: Double
        var agents: Int
        var slope: Double { gain / Double(agents) }
    }

    /// The step of a place with the most gain per agent; nil where none gains.
    private func bestStep(_ place: Int) -> Step? {
        var best: Step?
        let here = chosen[place]
        for point in period.places[place].points.indices.dropFirst(here + 1) {
            let step = step(place, to: point)
            if step.gain > 0, step.slope > best?.slope ?? 0 { best = step }
        }
        return best
    }

    private func step(_ place: Int, to point: Int) -> Step {
        Step(
            point: point, gain: gain(place, point) - gain(place, chosen[place]),
            agents: max(1, missing(place, point) - missing(place, chosen[place])))
    }

    private mutating func add() {
        var steps = chosen.indices.map(bestStep)
        while true {
            let lacking = period.required - period.gain(chosen)
            guard lacking > 0 else { return }
            var best: (place: Int, step: Step)?
            for (place, step) in steps.enumerated() {
                if let step, step.slope > best?.step.slope ?? 0 { best = (place, step) }
            }
            guard var next = best else { return }
            if next.step.gain >= lacking { next = cheapestLast(next, lacking: lacking) }
            chosen[next.place] = next.step.point
            steps[next.place] = bestStep(next.place)
        }
    }

    /// The step of fewest agents that alone gains what is lacking; of equal ones the given, then the first.
    private func cheapestLast(
        _ given: (place: Int, step: Step), lacking: Double
    ) -> (place: Int, step: Step) {
        var best = given
        for place in chosen.indices {
            for point in period.places[place].points.indices.dropFirst(chosen[place] + 1) {
                let step = step(place, to: point)
                if step.gain >= lacking, step.agents < best.step.agents { best = (place, step) }
            }
        }
        return best
    }

    /// Takes positions away while the target stays met: those that nobody fills first, then those
    /// that gain least per agent.
    private mutating func remove() {
        while true {
            let slack = period.gain(chosen) - period.required
            guard slack >= 0 else { return }
            var best: (place: Int, isMissing: Bool, loss: Double)?
            for place in chosen.indices where chosen[place] > 0 {
                let loss = gain(place, chosen[place]) - gain(place, chosen[place] - 1)
                guard loss <= slack else { continue }
                let points = period.places[place].points
                let agents = points[chosen[place]].scheduled - points[chosen[place] - 1].scheduled
                let isMissing = missing(place, chosen[place]) > missing(place, chosen[place] - 1)
                let perAgent = loss / Double(max(1, agents))
                guard let known = best else {
                    best = (place, isMissing, perAgent)
                    continue
                }
                if isMissing != known.isMissing ? isMissing : perAgent < known.loss {
                    best = (place, isMissing, perAgent)
                }
            }
            guard let best else { return }
            chosen[best.place] -= 1
            // The sum in full decides, whatever rounding the loss had.
            guard period.gain(chosen) < period.required else { continue }
            chosen[best.place] += 1
            return
        }
    }
}

extension PeriodNeeds {
    /// The needs that fit a coverage best, period by period, those of other activities as they
    /// stand; a period keeps its start where that misses no more and needs no more.
    func fitted(to coverage: [Int], start: Choice, cost: CoverageCost) -> Choice {
        var choice = start
        for index in periods.indices {
            let period = periods[index]
            let needs = self.cost(cost, choice)
            let available = period.places.indices.map { place -> Int in
                let spot = period.places[place]
                let all = spot.again.map { needs.repeated[$0].need } ?? needs.needs[spot.cell]
                let own = spot.points[choice[index][place]].scheduled
                return coverage[spot.cell] - (all - own)
            }
            let fit = PeriodFit(period, available: available)
            var known = (missing: 0, agents: 0)
            var found = (missing: fit.missing, agents: 0)
            for (place, spot) in period.places.enumerated() {
                let before = spot.points[choice[index][place]].scheduled
                known.missing += max(0, before - max(0, available[place]))
                known.agents += before
                found.agents += spot.points[fit.chosen[place]].scheduled
            }
            if period.gain(fit.chosen) >= period.required, found < known { choice[index] = fit.chosen }
        }
        return choice
    }
}
