import LinearProgramming

/// Local search over sets of open kinds, each evaluated exactly: close one, exchange one for
/// another, open one (the moves of Musliu, Schaerf and Slany 2004, on the sets alone).
struct KindSearch {
    let grid: KindGrid
    let evaluation: KindEvaluation
    /// Evaluations left.
    var budget: Int

    /// - Parameter candidates: kinds worth opening beside those that resemble an open one.
    /// - Returns: a set from which no move within the budget leads to a lower cost, and its cost.
    mutating func improve(
        _ start: Set<Int>, candidates: [Int]
    ) throws(LinearProgramError) -> (kinds: Set<Int>, cost: Double)? {
        guard var cost = try cost(start) else { return nil }
        var kinds = start
        var improved = true
        while improved, budget > 0 {
            improved = false
            while let (next, lower) = try closeOne(kinds, cost) {
                (kinds, cost) = (next, lower)
                improved = true
            }
            if let (next, lower) = try exchangeOne(kinds, cost, candidates) {
                (kinds, cost) = (next, lower)
                improved = true
            }
        }
        return (kinds, cost)
    }

    private mutating func cost(_ kinds: Set<Int>) throws(LinearProgramError) -> Double? {
        guard budget > 0, kinds.count <= grid.maximum else { return nil }
        budget -= 1
        return try evaluation.relaxedCost(kinds)
    }

    private mutating func closeOne(
        _ kinds: Set<Int>, _ cost: Double
    ) throws(LinearProgramError) -> (Set<Int>, Double)? {
        var best: (Set<Int>, Double)?
        for kind in kinds.sorted() {
            guard let lower = try self.cost(kinds.subtracting([kind])) else { return best }
            if lower < (best?.1 ?? cost) - 1e-6 { best = (kinds.subtracting([kind]), lower) }
        }
        return best
    }

    private mutating func exchangeOne(
        _ kinds: Set<Int>, _ cost: Double, _ candidates: [Int]
    ) throws(LinearProgramError) -> (Set<Int>, Double)? {
        for kind in candidates where !kinds.contains(kind) {
            guard let lower = try self.cost(kinds.union([kind])) else { break }
            if lower < cost - 1e-6 { return (kinds.union([kind]), lower) }
        }
        for old in kinds.sorted() {
            let rest = kinds.subtracting([old])
            for kind in resembling(old) + candidates where !kinds.contains(kind) {
                guard let lower = try self.cost(rest.union([kind])) else { return nil }
                if lower < cost - 1e-6 { return (rest.union([kind]), lower) }
            }
        }
        return nil
    }

    /// Kinds that start or end as another does, or next to it.
    private func resembling(_ kind: Int) -> [Int] {
        let own = grid.kinds[kind]
        return grid.kinds.indices.filter { other in
            let start = abs(grid.kinds[other].start - own.start)
            let end = abs(grid.kinds[other].start + grid.kinds[other].length - own.start - own.length)
            return other != kind && start + end <= 1
        }
    }
}
