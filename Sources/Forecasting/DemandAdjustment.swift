import Workforce

/// A planner's override or what-if, applied last: on what was forecast, never
/// on what was learned from.
struct DemandAdjustment: Sendable {
    /// Factor on contacts, finite and ≥ 0 (anything else counts as 1).
    let volumeFactor: Double
    let handleTimeShift: Seconds

    static let none = DemandAdjustment(volume: 1, handleTime: Seconds(0))

    init(volume: Double, handleTime: Seconds) {
        volumeFactor = volume.isFinite && volume >= 0 ? min(volume, 1e6) : 1
        handleTimeShift = handleTime
    }

    /// Bands are scaled like the mean: a planner who says "+10 %" does not say "more certain".
    func applied(to forecast: ActivityForecast) -> ActivityForecast {
        var adjusted = forecast
        if volumeFactor != 1 {
            adjusted.contacts = scaled(forecast.contacts)
            adjusted.dailyContacts = scaled(forecast.dailyContacts)
            adjusted.bands = forecast.bands.map(scaled)
            adjusted.dailyBands = forecast.dailyBands.map(scaled)
        }
        adjusted.handleSeconds = zip(adjusted.contacts, forecast.handleSeconds).map { contacts, seconds in
            contacts > 0 ? max(1, seconds + Double(handleTimeShift.count)) : 0
        }
        return adjusted
    }

    private func scaled(_ values: [Double]) -> [Double] { values.map { $0 * volumeFactor } }

    private func scaled(_ band: PredictionBand) -> PredictionBand {
        PredictionBand(probability: band.probability, low: scaled(band.low), high: scaled(band.high))
    }
}
