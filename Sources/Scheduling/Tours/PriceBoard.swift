/// Worth of every pattern on every day under one set of cell values.
struct PriceBoard {
    /// Worth by day, then set, then pattern; empty where no group uses the set that day.
    private(set) var worth: [[[Double]]]
    private var pricers: [[DayPricer]]
    private let used: [[Int]]

    init(model: PoolModel) {
        let days = 0..<7
        used = days.map { day in Set(model.groups.map { $0.sets[day] }.filter { $0 >= 0 }).sorted() }
        worth = days.map { _ in [[Double]](repeating: [], count: model.sets.count) }
        pricers = days.map { _ in [DayPricer](repeating: DayPricer(), count: model.sets.count) }
    }

    /// Prices all patterns of one day, or of every day.
    mutating func price(
        _ values: [Double], model: PoolModel, days: Range<Int> = 0..<7, only set: [Int]? = nil
    ) {
        for day in days {
            for index in used[day] where set.map({ $0[day] == index }) ?? true {
                pricers[day][index].prepare(
                    values, base: day * model.grid.slotCount, slotCount: model.grid.slotCount,
                    set: model.sets[index])
                pricers[day][index].evaluate(model.sets[index], into: &worth[day][index])
            }
        }
    }

    /// Takes a charge off the worth of every pattern, by set and pattern.
    mutating func charge(_ charges: [[Double]]) {
        for day in used.indices {
            for set in used[day] {
                for p in worth[day][set].indices { worth[day][set][p] -= charges[set][p] }
            }
        }
    }

    func placed(_ pattern: Int, day: Int, set: Int, model: PoolModel) -> DayShift {
        pricers[day][set].placed(pattern, of: model.sets[set])
    }
}
