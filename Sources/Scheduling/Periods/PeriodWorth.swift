import Workforce

/// The cheapest needs at given prices, in part agents: what the Lagrangian relaxation leaves of the
/// periods once each cell has its price.
struct PeriodWorth: Sendable {
    /// Σ (price + over) · agents, less over · agents of the cheapest requirement.
    var value: Double
    /// Agents of each place of each period.
    var agents: [[Double]]
}

extension PeriodNeeds {
    /// Least Σ (v + over)·N over the points' envelopes such that every period gains what it must:
    /// a fractional knapsack, solved by gain per price (Dantzig 1957), equal ones in the order of
    /// the places, so that a place's pieces are taken in theirs. Together with the tours' part it
    /// bounds the joint problem for any prices v ≥ −over.
    ///
    /// - Complexity: O(pieces · log pieces).
    func worth(at prices: CoveragePrices, over: Double) -> PeriodWorth {
        var worth = PeriodWorth(value: -over * Double(agents(asked)), agents: [])
        for period in periods {
            let unit = period.places.map { place in
                max(0, over + (place.again.map { prices.repeated[$0] } ?? prices.cells[place.cell]))
            }
            var agents = period.places.map { Double($0.points[0].scheduled) }
            var missing = period.required
            var pieces: [(place: Int, piece: Piece, ratio: Double)] = []
            for (index, place) in period.places.enumerated() {
                missing -= place.points[0].gain
                worth.value += unit[index] * agents[index]
                for piece in place.pieces {
                    pieces.append((index, piece, unit[index] * piece.agents / piece.gain))
                }
            }
            let order = pieces.indices.sorted { (pieces[$0].ratio, $0) < (pieces[$1].ratio, $1) }
            for next in order where missing > 0 {
                let (index, piece, _) = pieces[next]
                let share = min(1, missing / piece.gain)
                agents[index] += share * piece.agents
                worth.value += unit[index] * share * piece.agents
                missing -= piece.gain
            }
            worth.agents.append(agents)
        }
        return worth
    }
}
