/// How much whole days differ from their forecast.
extension ActivityForecast {
    /// Coefficient of variation of a day's common factor G (contacts = forecast × G), from the
    /// daily band: σ²(day) = mean + CV²·mean² for Poisson counts around an uncertain mean, so
    /// CV² = (σ² − mean)/mean². σ is half the band's width over its normal quantile. 0 without
    /// a band, without contacts, or where Poisson noise alone explains the width.
    public func dayFactorVariation(ofDay day: Int) -> Double {
        guard let band = dailyBands.min(by: { $0.probability < $1.probability }),
            day >= 0, day < dailyContacts.count, day < band.low.count, day < band.high.count
        else { return 0 }
        let mean = dailyContacts[day]
        let quantile = normalQuantile((1 + band.probability) / 2)
        guard mean > 0, mean.isFinite, quantile > 0 else { return 0 }
        let deviation = (band.high[day] - band.low[day]) / (2 * quantile)
        let square = (deviation * deviation - mean) / (mean * mean)
        guard square.isFinite, square > 0 else { return 0 }
        return min(2, square.squareRoot())
    }
}

extension Scenario {
    /// The same per day of the horizon, as the campaign's `SizingMethod` takes it.
    public func dayFactorVariation(of key: ActivityKey, forecast: ActivityForecast?) -> [Double] {
        switch campaign(key.campaign)?.sizing.uncertainty ?? .fromForecast {
        case .variation(let given):
            [Double](repeating: given.isFinite ? max(0, given) : 0, count: horizon.dayCount)
        case .fromForecast:
            (0..<horizon.dayCount).map { forecast?.dayFactorVariation(ofDay: $0) ?? 0 }
        }
    }
}
