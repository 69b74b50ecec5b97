import Execution
import LinearProgramming
import Workforce

extension TourPricing {
    /// The bound that prices prove, raised by what days of whole shifts cost more than fractional
    /// ones.
    ///
    /// Days buy shifts of each kind at what its best shift is worth under the prices, and tours
    /// sell them: Lagrangian relaxation of "as many bought as sold", kind by kind (Lagrangian
    /// decomposition, Guignard & Kim 1987). The tours' part is priced exactly; a day's part is an
    /// integer programme of its own (`PricedDay`), of which the linear programme over tours only
    /// knows the relaxation. Any lower bound of it serves. Where groups have no limit of people
    /// the plain bound is all there is.
    ///
    /// - Parameter programmes: linear programmes that each day may cost.
    mutating func wholeDaysBound(
        at wanted: CoveragePrices, space: SkeletonSpace, programmes count: Int, control: RunControl
    ) throws(LinearProgramError) -> Double {
        var bound = price(wanted).bound
        guard count > 0, programmes.allSatisfy({ model.groups[$0.group].headcount != nil }) else {
            return bound
        }
        let prices = wanted.clamped(model.cost)
        let worth = model.loadWorth(prices.loads)
        let room = model.loadRoom
        for day in 0..<7 where !space.kinds[day].isEmpty && !control.shouldStop {
            let kinds = space.kinds[day].map { best(of: $0, day: day).worth }
            let priced = PricedDay(space, day: day, prices: kinds, loadWorth: worth, loadRoom: room)
            let least = try priced.program.withSession { session throws(LinearProgramError) in
                try PricedDayTree(priced, session: session).bound(programmes: count, control: control)
            }
            guard least.isFinite else { continue }
            let known = prices.constant(model.cost, day: day, slots: model.grid.slotCount)
            bound += max(0, least - 1e-8 * max(1, abs(least)) - known)
        }
        return bound
    }
}

extension CoveragePrices {
    /// A day's part of the Lagrangian bound's constant, without the loads' amounts.
    fileprivate func constant(_ cost: CoverageCost, day: Int, slots: Int) -> Double {
        let own = day * slots..<(day + 1) * slots
        var sum = 0.0
        for cell in own where cost.needs[cell] >= 0 {
            sum += cells[cell] * Double(cost.needs[cell])
            for (k, load) in cost.loads.enumerated() where load.permitted[cell] {
                sum += min(load.most, load.amount) * min(0, cells[cell] - loads[k])
            }
        }
        for (index, again) in cost.repeated.enumerated() where own.contains(again.cell) {
            sum += repeated[index] * Double(again.need)
        }
        return sum
    }
}
