/// What coverage costs: agents missing and agents too many in each cell, and
/// work left undone. Prices in cents for one agent and interval.
///
/// Surplus agents do the loads first; work beyond a load's amount is surplus.
struct CoverageCost: Sendable {
    /// Agents wanted in each cell; −1 = the cell stands for no interval.
    var needs: [Int]
    /// Needs of the second interval of cells that the clock lives twice.
    var repeated: [(cell: Int, need: Int)]
    var under: Double
    var over: Double
    var undone: Double
    var loads: [PoolLoad]

    /// Cost of `count` agents in a cell, loads apart.
    @inline(__always)
    func cellCost(_ cell: Int, _ count: Int) -> Double {
        let need = needs[cell]
        guard need >= 0 else { return 0 }
        return count < need ? under * Double(need - count) : over * Double(count - need)
    }

    /// Missing and surplus cost of a whole coverage, with nobody doing the loads.
    func plainPenalty(coverage: [Int]) -> Double {
        var sum = 0.0
        for cell in needs.indices { sum += cellCost(cell, coverage[cell]) }
        for (cell, need) in repeated {
            let gap = coverage[cell] - need
            sum += gap < 0 ? under * Double(-gap) : over * Double(gap)
        }
        return sum
    }

    /// Cost of a coverage with the loads shared out as well as can be.
    func penalty(coverage: [Int]) -> Double {
        let plain = plainPenalty(coverage: coverage)
        guard !loads.isEmpty else { return plain }
        let shares = LoadShares(cost: self, coverage: coverage)
        let wanted = loads.reduce(0) { $0 + $1.amount }
        let done = shares.fromSurplus + shares.fromNeed
        return plain + undone * max(0, wanted - done) - over * shares.fromSurplus + under * shares.fromNeed
    }
}
