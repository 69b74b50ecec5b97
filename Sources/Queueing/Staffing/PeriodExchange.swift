/// Improves a staffing of a period that meets its target: takes agents away where the target
/// stays met, if need be against fewer or cheaper agents elsewhere.
struct PeriodExchange {
    let intervals: [PeriodInterval]

    private struct Change {
        let interval: Int
        let agents: Int
        /// Of the interval's cost and gain, both ≥ 0.
        let cost: Double
        let gain: Double
    }

    /// Best improvements first, until none is left or the bound is reached; at most one for
    /// every interval and eight beyond.
    func improve<Failure: Error>(
        _ start: [Int], bound: Double, gains: inout PeriodGains<Failure>,
        _ service: PeriodGains<Failure>.Service
    ) throws(Failure) -> [Int] {
        var agents = start
        for _ in 0..<(agents.count + 8) {
            var cost = 0.0
            for (interval, count) in zip(intervals, agents) {
                cost += interval.costPerAgent * Double(count)
            }
            let threshold = 1e-9 * max(1, abs(cost))
            guard cost > bound + threshold else { break }
            guard let next = try improved(agents, by: threshold, gains: &gains, service) else { break }
            agents = next
        }
        return agents
    }

    private func improved<Failure: Error>(
        _ agents: [Int], by threshold: Double, gains: inout PeriodGains<Failure>,
        _ service: PeriodGains<Failure>.Service
    ) throws(Failure) -> [Int]? {
        let slack = try gains.total(agents, service)
        let additions = try additions(agents, gains: &gains, service)
        var best: (saving: Double, removal: Change, addition: Change?)?
        for removal in try removals(agents, gains: &gains, service) {
            let needed = removal.gain - slack
            let addition: Change?
            if needed <= 0 {
                addition = nil
            } else {
                let found = additions.first {
                    $0.gain >= needed && $0.interval != removal.interval
                }
                guard let found else { continue }
                addition = found
            }
            let saving = removal.cost - (addition?.cost ?? 0)
            guard saving > max(threshold, best?.saving ?? 0) else { continue }
            var trial = agents
            trial[removal.interval] = removal.agents
            if let addition { trial[addition.interval] = addition.agents }
            if try gains.total(trial, service) >= 0 { best = (saving, removal, addition) }
        }
        guard let best else { return nil }
        var next = agents
        next[best.removal.interval] = best.removal.agents
        if let addition = best.addition { next[addition.interval] = addition.agents }
        return next
    }

    /// One, two or three agents fewer, or the fewest allowed.
    private func removals<Failure: Error>(
        _ agents: [Int], gains: inout PeriodGains<Failure>, _ service: PeriodGains<Failure>.Service
    ) throws(Failure) -> [Change] {
        var changes: [Change] = []
        for (index, interval) in intervals.enumerated() {
            let count = agents[index]
            let here = try gains.gain(index, count, service)
            for target in Set([count - 1, count - 2, count - 3, interval.leastAgents]).sorted()
            where target >= interval.leastAgents && target < count {
                changes.append(
                    Change(
                        interval: index, agents: target,
                        cost: interval.costPerAgent * Double(count - target),
                        gain: here - (try gains.gain(index, target, service))))
            }
        }
        return changes
    }

    /// One or two agents more, cheapest first, without those that a cheaper one beats in gain.
    private func additions<Failure: Error>(
        _ agents: [Int], gains: inout PeriodGains<Failure>, _ service: PeriodGains<Failure>.Service
    ) throws(Failure) -> [Change] {
        var changes: [Change] = []
        for (index, interval) in intervals.enumerated() where interval.calls > 0 {
            let count = agents[index]
            let here = try gains.gain(index, count, service)
            for more in 1...2 where count + more <= maximumAgents {
                changes.append(
                    Change(
                        interval: index, agents: count + more,
                        cost: interval.costPerAgent * Double(more),
                        gain: try gains.gain(index, count + more, service) - here))
            }
        }
        changes.sort {
            if $0.cost != $1.cost { return $0.cost < $1.cost }
            return $0.gain != $1.gain ? $0.gain > $1.gain : $0.interval < $1.interval
        }
        return frontier(changes)
    }

    /// Keeps, at every price, the two intervals that gain most: one may be where agents go.
    private func frontier(_ sorted: [Change]) -> [Change] {
        var kept: [Change] = []
        var first = (interval: -1, gain: 0.0)
        var second = 0.0
        for change in sorted {
            if change.gain > first.gain {
                if first.interval != change.interval { second = first.gain }
                first = (change.interval, change.gain)
            } else if change.gain > second, change.interval != first.interval {
                second = change.gain
            } else {
                continue
            }
            kept.append(change)
        }
        return kept
    }
}
