import Workforce

extension SharedProblem {
    /// Gives the tours of every pool to its classes: where people of one tour group may help
    /// different campaigns, those who may help most take the tours during which help is worth most.
    ///
    /// People of a group may exchange tours, so that any way of giving them is legal.
    /// - Returns: tours of each class. O(tours · cells + tours · log tours).
    func classTours(_ tours: [[WeekTour]], prices: [CoveragePrices]) -> [[WeekTour]] {
        var given = classes.map { _ in [WeekTour]() }
        let worth = zip(pools, prices).map { $1.clamped($0.model.cost).worth($0.model.cost) }
        for (p, pool) in pools.enumerated() {
            for group in pool.groups.indices {
                var left = tours[p].filter { $0.group == group && !$0.isVacant }
                let own = classes.indices.filter { k in
                    classes[k].pool == p && classes[k].members.contains { $0.group == group }
                }.sorted { (classes[$1].links.count, $0) < (classes[$0].links.count, $1) }
                for (position, k) in own.enumerated() {
                    let people = classes[k].members.first { $0.group == group }?.agents.count ?? 0
                    if position < own.count - 1 {
                        let gain = zip(self.worth(of: classes[k], byPool: worth), worth[p]).map { $0 - $1 }
                        let values = left.map { pool.model.sum(gain, over: $0) }
                        let order = left.indices.sorted { (values[$1], $0) < (values[$0], $1) }
                        left = order.map { left[$0] }
                    }
                    given[k] += left.prefix(people)
                    left.removeFirst(min(people, left.count))
                }
            }
        }
        return given
    }

    /// Agents of each class on each cell.
    func supply(of tours: [[WeekTour]]) -> [[Int]] {
        zip(classes, tours).map { pools[$0.pool].model.coverage(of: $1) }
    }
}

extension PoolModel {
    /// Sum of values over the cells that a tour covers.
    fileprivate func sum(_ values: [Double], over tour: WeekTour) -> Double {
        var sum = 0.0
        for day in 0..<7 {
            guard let set = set(of: tour.group, day: day), !tour.days[day].isOff else { continue }
            let base = day * grid.slotCount
            set.forEachStretch(of: tour.days[day]) { from, to in
                for cell in base + from..<base + to { sum += values[cell] }
            }
        }
        return sum
    }
}
