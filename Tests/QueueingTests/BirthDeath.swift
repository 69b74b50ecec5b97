import Foundation

/// M/M/n+M solved without any of the product's formulas: the balance equations of the truncated
/// birth–death chain, and the fate of a tagged caller by uniformisation. Time unit: handle time.
struct BirthDeath {
    let agents: Int
    let load: Double
    let abandonmentRate: Double
    /// Stationary probabilities of 0, 1, 2… calls present.
    let probabilities: [Double]

    init(agents: Int, load: Double, abandonmentRate: Double) {
        self.agents = agents
        self.load = load
        self.abandonmentRate = abandonmentRate
        var weights = [1.0]
        var total = 1.0
        for state in 1..<100_000 {
            let leaving =
                Double(min(state, agents)) + Double(max(0, state - agents)) * abandonmentRate
            guard leaving > 0, let last = weights.last else { break }
            let weight = last * load / leaving
            weights.append(weight)
            total += weight
            if load < leaving, weight < total * 1e-22 { break }
        }
        probabilities = weights.map { $0 / total }
    }

    var waitProbability: Double { probabilities.dropFirst(agents).reduce(0, +) }

    var meanWaiting: Double {
        probabilities.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - agents)) * $1.element }
    }

    var occupancy: Double {
        probabilities.enumerated().reduce(0) { $0 + Double(min($1.offset, agents)) * $1.element }
            / Double(agents)
    }

    /// Shares of all callers served, gone and still waiting at `time` (handle times).
    func fates(within time: Double) -> (served: Double, gone: Double, waiting: Double) {
        // Place of the tagged caller: how many wait ahead.
        var ahead = Array(probabilities.dropFirst(agents))
        let places = ahead.count
        guard places > 0 else { return (1, 0, 0) }
        let rate = Double(agents) + Double(places) * abandonmentRate
        var served = 0.0
        var gone = 0.0
        var result = (served: 0.0, gone: 0.0, waiting: 0.0)
        var weight = exp(-rate * time)
        var step = 0.0
        while step < rate * time + 40 * (rate * time).squareRoot() + 60 {
            result.served += weight * served
            result.gone += weight * gone
            result.waiting += weight * ahead.reduce(0, +)
            var next = [Double](repeating: 0, count: places)
            for place in 0..<places {
                let here = ahead[place]
                let forward = (Double(agents) + Double(place) * abandonmentRate) / rate
                let leave = abandonmentRate / rate
                next[place] += here * (1 - forward - leave)
                if place == 0 { served += here * forward } else { next[place - 1] += here * forward }
                gone += here * leave
            }
            ahead = next
            step += 1
            weight *= rate * time / step
        }
        result.served += probabilities.prefix(agents).reduce(0, +)
        return result
    }
}
