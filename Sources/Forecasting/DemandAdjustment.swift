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

extension ActivityForecast {
    /// The forecast of contacts each of which is kept with probability `share`, 0 … 1.
    ///
    /// Of a count of mean μ and variance σ² the kept ones have variance s²(σ² − μ) + sμ: what
    /// makes days busy is shared, chance is not. Each bound's distance stands for its σ.
    func thinned(to share: Double) -> ActivityForecast {
        var kept = self
        kept.contacts = contacts.map { $0 * share }
        kept.dailyContacts = dailyContacts.map { $0 * share }
        kept.bands = bands.map { $0.thinned(to: share, means: contacts) }
        kept.dailyBands = dailyBands.map { $0.thinned(to: share, means: dailyContacts) }
        kept.handleSeconds = zip(kept.contacts, handleSeconds).map { $0 > 0 ? $1 : 0 }
        return kept
    }
}

extension PredictionBand {
    fileprivate func thinned(to share: Double, means: [Double]) -> PredictionBand {
        let q = normalQuantile((1 + probability) / 2)
        func distance(_ distance: Double, mean: Double) -> Double {
            let common = max(0, distance * distance - q * q * mean)
            return (share * share * common + share * q * q * mean).squareRoot()
        }
        return PredictionBand(
            probability: probability,
            low: zip(low, means).map { low, mean in
                max(0, share * mean - distance(mean - low, mean: mean))
            },
            high: zip(high, means).map { high, mean in
                share * mean + distance(high - mean, mean: mean)
            })
    }
}
