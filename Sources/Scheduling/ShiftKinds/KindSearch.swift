import LinearProgramming

/// Local search over sets of open kinds, each evaluated exactly: close one, exchange one for
/// another, open one (the moves of Musliu, Schaerf and Slany 2004, on the sets alone). What opening
/// a kind may gain is read from the reduced costs, so that few are tried.
struct KindSearch {
    let grid: KindGrid
    let evaluation: KindEvaluation
    /// Evaluations left.
    var budget: Int

    /// - Returns: a set from which no move within the budget leads to a lower cost, and its cost.
    mutating func improve(
        _ start: Set<Int>
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
            if let (next, lower) = try exchangeOne(kinds, cost) {
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

    /// Opens one kind, or exchanges one for another; the first improvement found.
    private mutating func exchangeOne(
        _ kinds: Set<Int>, _ cost: Double
    ) throws(LinearProgramError) -> (Set<Int>, Double)? {
        if let better = try openOne(kinds, below: cost) { return better }
        for old in kinds.sorted() {
            if let better = try openOne(kinds.subtracting([old]), below: cost) { return better }
        }
        return nil
    }

    /// Opens the kinds that promise most, as far as any can lead below a cost.
    private mutating func openOne(
        _ kinds: Set<Int>, below cost: Double
    ) throws(LinearProgramError) -> (Set<Int>, Double)? {
        guard let present = try self.cost(kinds) else { return nil }
        let gains = try evaluation.gains()
        let needed = present + Double(grid.price) - cost
        let worth = grid.kinds.indices.filter { !kinds.contains($0) && gains[$0].most > needed + 1e-6 }
            .sorted { (-gains[$0].first, $0) < (-gains[$1].first, $1) }
        for kind in worth.prefix(SearchWidth.openings) {
            guard let lower = try self.cost(kinds.union([kind])) else { return nil }
            if lower < cost - 1e-6 { return (kinds.union([kind]), lower) }
        }
        return nil
    }
}

private enum SearchWidth {
    /// Kinds tried in place of another, of those whose reduced costs promise most.
    static let openings = 5
}
