import Workforce

/// A planner's corrections on a forecast laid out in slots or intervals of days.
///
/// Bands and quantiles are scaled like the mean: a correction says more or less, not surer.
struct Correction {
    /// Indices of each day.
    let days: [Range<Int>]
    let dates: [CivilDate]
    let slotMinutes: Int
    /// Wall-clock minute at which each index starts.
    let clock: (Int) -> Int
    /// Factor on each index and on each day, from all corrections so far.
    private(set) var factors: [Double]
    private(set) var dayFactors: [Double]
    private(set) var applied: [AppliedOverride] = []
    private(set) var contacts: [Double]

    private static let mostContacts = 1e9
    private static let mostFactor = 1e6

    init(
        contacts: [Double], days: [Range<Int>], dates: [CivilDate], slotMinutes: Int,
        clock: @escaping (Int) -> Int
    ) {
        self.contacts = contacts
        self.slotMinutes = slotMinutes
        self.days = days
        self.dates = dates
        self.clock = clock
        factors = [Double](repeating: 1, count: contacts.count)
        dayFactors = [Double](repeating: 1, count: dates.count)
    }

    /// Applies one correction to what the ones before it left.
    mutating func apply(_ override: ForecastOverride) {
        var before = 0.0
        var after = 0.0
        var touches = false
        for (day, date) in dates.enumerated() where override.days.contains(date) {
            touches = true
            let shares = days[day].map { (index: $0, share: share(of: $0, in: override.hours)) }
                .filter { $0.share > 0 }
            let old = shares.reduce(0) { $0 + contacts[$1.index] * $1.share }
            let whole = days[day].reduce(0) { $0 + contacts[$1] }
            before += old
            let factor: Double
            switch override.change {
            case .factor(let given):
                factor = given.isFinite && given >= 0 ? min(Correction.mostFactor, given) : 1
            case .contactsPerDay(let wanted):
                let bounded = wanted.isFinite ? min(Correction.mostContacts, max(0, wanted)) : old
                factor = old > 0 ? bounded / old : 1
            }
            for (index, share) in shares {
                let change = 1 + (factor - 1) * share
                contacts[index] *= change
                factors[index] *= change
            }
            after += old * factor
            if whole > 0 { dayFactors[day] *= (whole - old + old * factor) / whole }
        }
        if touches { applied.append(AppliedOverride(override: override, before: before, after: after)) }
    }

    /// Part of an index that lies within some hours, 0 … 1.
    private func share(of index: Int, in hours: ClockRange?) -> Double {
        guard let hours, slotMinutes > 0 else { return 1 }
        let start = clock(index)
        let common = min(start + slotMinutes, hours.end.minute) - max(start, hours.start.minute)
        return Double(max(0, common)) / Double(slotMinutes)
    }

    func scaled(_ values: [Double]) -> [Double] { zip(values, factors).map(*) }
    func scaledDays(_ values: [Double]) -> [Double] { zip(values, dayFactors).map(*) }

    func scaled(_ band: PredictionBand) -> PredictionBand {
        PredictionBand(probability: band.probability, low: scaled(band.low), high: scaled(band.high))
    }

    func scaledDays(_ band: PredictionBand) -> PredictionBand {
        PredictionBand(
            probability: band.probability, low: scaledDays(band.low), high: scaledDays(band.high))
    }
}

extension HistoryForecast {
    /// The forecast with a planner's corrections of its activity.
    func corrected(by overrides: [ForecastOverride], activity: ActivityKey) -> HistoryForecast {
        let own = overrides.filter { $0.concerns(activity) }
        guard !own.isEmpty, !dailyMean.isEmpty else { return self }
        let slots = mean.count / dailyMean.count
        let dates = dailyMean.indices.map { firstDay + $0 }
        var correction = Correction(
            contacts: mean, days: dates.indices.map { $0 * slots..<($0 + 1) * slots }, dates: dates,
            slotMinutes: slotMinutes, clock: { $0 % max(1, slots) * slotMinutes })
        for override in own { correction.apply(override) }
        var result = self
        result.mean = correction.scaled(mean)
        result.bands = bands.map(correction.scaled)
        result.dailyMean = correction.scaledDays(dailyMean)
        result.dailyBands = dailyBands.map(correction.scaledDays)
        result.quantiles = quantiles.map {
            ForecastQuantile(
                level: $0.level, slots: correction.scaled($0.slots), days: correction.scaledDays($0.days))
        }
        result.handleSeconds = zip(result.mean, handleSeconds).map { $0 > 0 ? $1 : 0 }
        let daySeconds = result.byDay.handleSeconds
        var day = 0
        for index in weeks.indices {
            let days = day..<day + weeks[index].days
            let sum = result.dailyMean[days].reduce(0, +)
            let factor = weeks[index].mean > 0 ? sum / weeks[index].mean : 1
            result.weeks[index].mean = sum
            result.weeks[index].low80 *= factor
            result.weeks[index].high80 *= factor
            if !daySeconds.isEmpty, sum > 0 {
                let work = days.reduce(0) { $0 + result.dailyMean[$1] * daySeconds[$1] }
                result.weeks[index].handleSeconds = work > 0 ? work / sum : nil
            }
            result.weeks[index].low95 *= factor
            result.weeks[index].high95 *= factor
            day = days.upperBound
        }
        result.overrides = correction.applied
        return result
    }
}

extension ActivityForecast {
    /// The forecast with the scenario's corrections of its activity.
    func corrected(by overrides: [ForecastOverride], horizon: Horizon) -> ActivityForecast {
        let own = overrides.filter { $0.concerns(activity) }
        guard !own.isEmpty else { return self }
        var correction = Correction(
            contacts: contacts, days: (0..<horizon.dayCount).map { horizon.intervals(ofDay: $0) },
            dates: (0..<horizon.dayCount).map { horizon.date(ofDay: $0) },
            slotMinutes: horizon.intervalMinutes, clock: { horizon.clockMinutes[$0] })
        for override in own { correction.apply(override) }
        var result = self
        result.contacts = correction.scaled(contacts)
        result.bands = bands.map(correction.scaled)
        result.dailyContacts = correction.scaledDays(dailyContacts)
        result.dailyBands = dailyBands.map(correction.scaledDays)
        result.handleSeconds = zip(result.contacts, handleSeconds).map { $0 > 0 ? $1 : 0 }
        result.overrides = correction.applied
        return result
    }
}

extension ForecastOverride {
    func concerns(_ key: ActivityKey) -> Bool {
        (campaign == nil || campaign == key.campaign) && (activity == nil || activity == key.activity)
    }
}
