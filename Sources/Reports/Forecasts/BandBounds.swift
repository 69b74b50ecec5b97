import Workforce

/// The two bands that every output of a forecast names.
let namedShares = [0.8, 0.95]

extension [PredictionBand] {
    /// The bounds of the band of one probability at one place; NaN where there is none.
    func bounds(_ probability: Double, at index: Int) -> (low: Double, high: Double) {
        guard let band = first(where: { abs($0.probability - probability) < 1e-9 }) else {
            return (.nan, .nan)
        }
        return (band.low.element(index) ?? .nan, band.high.element(index) ?? .nan)
    }

    /// `low80`, `high80`, `low95`, `high95` and those of further bands, null where not known.
    func members(at index: Int) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for probability in namedShares + map(\.probability) {
            guard let share = percentName(probability) else { continue }
            let bounds = bounds(probability, at: index)
            members["low\(share)"] = JSONValue(bounds.low)
            members["high\(share)"] = JSONValue(bounds.high)
        }
        return members
    }
}

extension Array {
    /// The element at an index; nil beyond the end.
    func element(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension Language {
    /// Columns for the bounds of bands: `low 80%`, `high 80%`, …
    func boundColumns(_ shares: [Double] = namedShares) -> [TextTable.Column] {
        shares.flatMap { share -> [TextTable.Column] in
            let name = probability(share)
            return [.number(self("low ", "bas ") + name), .number(self("high ", "haut ") + name)]
        }
    }

    /// The cells below them.
    func cells(_ bounds: (low: Double, high: Double)) -> [TextTable.Cell] {
        [.init(number(bounds.low)), .init(number(bounds.high))]
    }
}
