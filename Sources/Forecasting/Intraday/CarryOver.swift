import Workforce

/// How much of a morning's deviation from its forecast the rest of the day keeps.
struct CarryOver {
    /// Between 0 and 1.
    let share: Double
    /// Bands of what is to come, by slot and in sum, from the errors left on past days.
    let slotBands: ConformalBands
    let restBands: ConformalBands

    /// Past days enough to go by forecasts of one day ahead alone.
    private static let enoughDays = 20
    /// The gamma law of the day's factor weighs like so many past days.
    private static let priorDays = 5.0
    private static let mostFactor = 3.0

    private struct PastDay {
        var morning = (actual: 0.0, mean: 0.0)
        var rest: [(actual: Double, mean: Double)] = []

        var deviation: Double { morning.mean > 0 ? morning.actual / morning.mean - 1 : 0 }
        var restMean: Double { rest.reduce(0) { $0 + $1.mean } }
        var restActual: Double { rest.reduce(0) { $0 + $1.actual } }
    }

    /// - Parameters:
    ///   - now: first slot of the day still to come.
    ///   - expectedSoFar: contacts that were expected of the slots known.
    init(_ fit: FittedHistory, now: Int, expectedSoFar: Double) {
        let days = CarryOver.pastDays(fit, now: now)
        var products = 0.0
        var squares = 0.0
        var used = 0.0
        for day in days where day.restMean > 0 && day.morning.mean > 0 {
            products += day.restMean * day.deviation * (day.restActual / day.restMean - 1)
            squares += day.restMean * day.deviation * day.deviation
            used += 1
        }
        let variation = CarryOver.dayVariation(fit)
        let load = expectedSoFar * variation * variation
        let prior = load / (1 + load)
        let priorWeight = squares / max(1, used) * CarryOver.priorDays
        let whole = squares + priorWeight
        let share = whole > 0 ? min(1, max(0, (products + prior * priorWeight) / whole)) : prior
        self.share = share
        var slotErrors: [Double] = []
        var restErrors: [Double] = []
        for day in days {
            let factor = min(CarryOver.mostFactor, max(0, 1 + share * day.deviation))
            for (actual, mean) in day.rest where mean * factor > 1 {
                slotErrors.append((actual - mean * factor) / errorScale(mean * factor))
            }
            if day.restMean > 0 {
                let mean = day.restMean * factor
                restErrors.append((day.restActual - mean) / errorScale(mean))
            }
        }
        let empty = [[Double]](repeating: [], count: LeadBucket.count - 1)
        slotBands = ConformalBands(
            errors: [slotErrors] + empty, enough: 30, longestLead: 1, judgedDays: days.count)
        restBands = ConformalBands(
            errors: [restErrors] + empty, enough: CarryOver.enoughDays, longestLead: 1,
            judgedDays: days.count)
    }

    /// Factor on the rest of the day.
    func factor(soFar: Double, expected: Double) -> Double {
        guard expected > 0 else { return 1 }
        return min(CarryOver.mostFactor, max(0, 1 + share * (soFar / expected - 1)))
    }

    /// Days forecast the day before; with few of those, up to a week before.
    private static func pastDays(_ fit: FittedHistory, now: Int) -> [PastDay] {
        func days(_ longest: Int) -> [PastDay] {
            fit.backtest.trials.flatMap(\.outcomes).filter { $0.lead <= longest && !$0.isSpecial }.map {
                outcome in
                var day = PastDay()
                let means = outcome.means(fit.backtest.weights)
                for (index, slot) in outcome.slots.enumerated() {
                    let (actual, mean) = (outcome.actual[index], means[index])
                    if slot < now {
                        day.morning.actual += actual
                        day.morning.mean += mean
                    } else {
                        day.rest.append((actual, mean))
                    }
                }
                return day
            }
        }
        let near = days(1)
        return near.count >= enoughDays ? near : days(7)
    }

    /// Coefficient of variation of a day's common factor one day ahead, from the 80 % band.
    private static func dayVariation(_ fit: FittedHistory) -> Double {
        let mean = fit.models.profile.slotContacts.reduce(0, +) / 7
        guard mean > 0 else { return 0 }
        let bounds = fit.backtest.dayBands.bands(mean: mean, lead: 1)[0]
        let deviation = (bounds.high - bounds.low) / (2 * ConformalBands.normalQuantile80)
        return max(0, deviation * deviation - mean).squareRoot() / mean
    }
}
