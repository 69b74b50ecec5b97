/// Cost of a burden above the past's, as a convex curve through the amounts that
/// the weeks' tours can add up to. Between two such amounts it is straight:
/// where late shifts come by the five, a relaxation that may take two of them
/// pays two fifths of the five, and its bound stays honest.
struct BurdenCurve: Equatable, Sendable {
    struct Step: Equatable, Sendable {
        var length: Int
        /// Cents per unit.
        var slope: Double
    }

    var steps: [Step]

    /// - Parameter weekly: amounts that each week can bring, 0 among them.
    init(history: Int, weekly: [Set<Int>], share: Int, prices: RosterPrices) {
        var reachable: Set<Int> = [0]
        for amounts in weekly where amounts != [0] {
            reachable = Set(reachable.flatMap { sum in amounts.map { sum + $0 } })
        }
        let amounts = reachable.sorted()
        steps = zip(amounts, amounts.dropFirst()).map { from, to in
            let rise =
                prices.unfairness(of: history + to, share: share)
                - prices.unfairness(of: history + from, share: share)
            return Step(length: to - from, slope: Double(rise) / Double(to - from))
        }
    }
}
