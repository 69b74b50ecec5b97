import Workforce

extension Scenario {
    /// How uncertain the rate of each interval is: the coefficient of variation of its day's
    /// factor, to three decimals so that days share their answers.
    ///
    /// A mean wait does not exist where contacts wait for ever and a day may outgrow the agents:
    /// an activity whose contract limits it is sized for the rate expected.
    ///
    /// - Complexity: O(intervals).
    func rateVariation(
        of key: ActivityKey, terms: QueueTerms, forecast: ActivityForecast?
    ) -> [Double] {
        let certain = terms.patience == nil && terms.target.maximumAnswerSpeed != nil
        guard !certain else { return [Double](repeating: 0, count: horizon.intervalCount) }
        let daily = dayFactorVariation(of: key, forecast: forecast).map { ($0 * 1000).rounded() / 1000 }
        return horizon.intervals.map { t in
            horizon.days[t] < daily.count ? daily[horizon.days[t]] : 0
        }
    }
}
