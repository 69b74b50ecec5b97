/// Prices under which tours are designed: worth of one more agent in each cell.
struct CoveragePrices: Sendable {
    /// By cell, cents.
    var cells: [Double]
    /// By entry of `CoverageCost.repeated`.
    var repeated: [Double]
    /// By load, for one agent and interval.
    var loads: [Double]

    /// Worth by cell with the second interval of doubled cells added.
    func worth(_ cost: CoverageCost) -> [Double] {
        guard !cost.repeated.isEmpty else { return cells }
        var worth = cells
        for (index, entry) in cost.repeated.enumerated() { worth[entry.cell] += repeated[index] }
        return worth
    }

    /// Brings prices into the ranges for which the Lagrangian bound holds.
    func clamped(_ cost: CoverageCost) -> CoveragePrices {
        var prices = self
        for cell in cells.indices {
            prices.cells[cell] = cost.needs[cell] < 0 ? 0 : min(cost.under, max(-cost.over, cells[cell]))
        }
        prices.repeated = repeated.map { min(cost.under, max(-cost.over, $0)) }
        prices.loads = loads.map { min(cost.undone, $0.isFinite ? $0 : 0) }
        return prices
    }

    /// The part of the Lagrangian bound that tours do not enter: Σ v·need +
    /// Σ w·amount + Σ most·min(0, v − w) over permitted cells.
    func constant(_ cost: CoverageCost) -> Double {
        var sum = 0.0
        for cell in cells.indices where cost.needs[cell] > 0 { sum += cells[cell] * Double(cost.needs[cell]) }
        for (index, entry) in cost.repeated.enumerated() { sum += repeated[index] * Double(entry.need) }
        for (k, load) in cost.loads.enumerated() {
            sum += loads[k] * load.amount
            let most = min(load.most, load.amount)
            for cell in cells.indices where load.permitted[cell] && cost.needs[cell] >= 0 {
                sum += most * min(0, cells[cell] - loads[k])
            }
        }
        return sum
    }
}
