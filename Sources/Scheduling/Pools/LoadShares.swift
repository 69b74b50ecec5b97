/// Who does how much of which load where: a maximum flow from cells with
/// agents to spare to loads that want them.
///
/// All loads have one price, so that as much work as can be done is done, in
/// any order: from surplus agents, and then, only where undone work costs more
/// than a missing agent, from agents the calls want too.
/// O(loads² · cells · augmentations), with few loads.
struct LoadShares {
    /// Work done, by load and cell, in agents × intervals.
    private(set) var shares: [[Double]]
    private(set) var fromSurplus = 0.0
    private(set) var fromNeed = 0.0

    init(cost: CoverageCost, coverage: [Int]) {
        let loads = cost.loads
        shares = loads.map { _ in [Double](repeating: 0, count: coverage.count) }
        var spare = coverage.indices.map { cell in
            cost.needs[cell] < 0 ? 0 : Double(max(0, coverage[cell] - cost.needs[cell]))
        }
        var left = loads.map { max(0, $0.amount) }
        fromSurplus = fill(loads, spare: &spare, left: &left)
        if cost.undone > cost.under, left.contains(where: { $0 > 1e-9 }) {
            for cell in coverage.indices where cost.needs[cell] > 0 {
                spare[cell] += Double(min(coverage[cell], cost.needs[cell]))
            }
            fromNeed = fill(loads, spare: &spare, left: &left)
        }
    }

    private mutating func fill(_ loads: [PoolLoad], spare: inout [Double], left: inout [Double]) -> Double {
        var moved = 0.0
        for k in loads.indices {
            for cell in spare.indices where loads[k].permitted[cell] && spare[cell] > 0 && left[k] > 0 {
                let amount = min(spare[cell], left[k], loads[k].most - shares[k][cell])
                guard amount > 0 else { continue }
                shares[k][cell] += amount
                spare[cell] -= amount
                left[k] -= amount
                moved += amount
            }
        }
        for k in loads.indices where loads.count > 1 {
            while left[k] > 1e-9 {
                let amount = augment(loads, from: k, spare: &spare, wanted: left[k])
                guard amount > 1e-9 else { break }
                left[k] -= amount
                moved += amount
            }
        }
        return moved
    }

    /// One shortest augmenting path: load k takes a cell over from a load that
    /// finds another. Breadth first over loads.
    private mutating func augment(
        _ loads: [PoolLoad], from root: Int, spare: inout [Double], wanted: Double
    ) -> Double {
        var previous = [(load: Int, cell: Int)?](repeating: nil, count: loads.count)
        var reached = [Bool](repeating: false, count: loads.count)
        reached[root] = true
        var queue = [root]
        var next = 0
        while next < queue.count {
            let k = queue[next]
            next += 1
            for cell in spare.indices where loads[k].permitted[cell] && shares[k][cell] < loads[k].most - 1e-9
            {
                if spare[cell] > 1e-9 {
                    return push(loads, to: k, cell: cell, previous: previous, spare: &spare, wanted: wanted)
                }
                for other in loads.indices where !reached[other] && shares[other][cell] > 1e-9 {
                    reached[other] = true
                    previous[other] = (load: k, cell: cell)
                    queue.append(other)
                }
            }
        }
        return 0
    }

    private mutating func push(
        _ loads: [PoolLoad], to last: Int, cell: Int, previous: [(load: Int, cell: Int)?],
        spare: inout [Double], wanted: Double
    ) -> Double {
        var amount = min(wanted, spare[cell], loads[last].most - shares[last][cell])
        var k = last
        while let step = previous[k] {
            amount = min(amount, shares[k][step.cell], loads[step.load].most - shares[step.load][step.cell])
            k = step.load
        }
        shares[last][cell] += amount
        spare[cell] -= amount
        k = last
        while let step = previous[k] {
            shares[k][step.cell] -= amount
            shares[step.load][step.cell] += amount
            k = step.load
        }
        return amount
    }
}
