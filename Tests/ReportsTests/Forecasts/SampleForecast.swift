import Workforce

/// Two days of two slots, made by hand, with everything that a forecast can carry.
enum SampleForecast {
    static let monday = Sample.monday

    static func history() -> HistoryForecast {
        HistoryForecast(
            firstDay: monday, slotMinutes: 720, mean: [100, 20.5, 80, 0],
            bands: [
                PredictionBand(probability: 0.8, low: [90, 15, 70, 0], high: [110, 26, 90, 0]),
                PredictionBand(probability: 0.95, low: [80, 10, 60, 0], high: [120, 31.5, 100, 0]),
            ], handleSeconds: [240, 300, 245, 0], dailyMean: [120.5, 80],
            dailyBands: [
                PredictionBand(probability: 0.8, low: [105, 70], high: [136, 90]),
                PredictionBand(probability: 0.95, low: [97, 62], high: [144, 98]),
            ], quantiles: [ForecastQuantile(level: 0.975, slots: [118, 30, 98, 0], days: [142, 97])],
            weeks: [week(monday, days: 2, mean: 200.5)],
            accuracy: ForecastAccuracy(origins: 6, dailyWAPE: 0.081, slotWAPE: 0.193, bias: -0.012),
            report: report(), remarks: [.shortHistory(days: 60)], effects: effects(),
            overrides: [mailing()])
    }

    static func week(_ monday: CivilDate, days: Int, mean: Double) -> WeekForecast {
        WeekForecast(
            monday: monday, days: days, mean: mean, handleSeconds: 250, low80: mean - 20, high80: mean + 20,
            low95: mean - 30, high95: mean + 30.5)
    }

    /// One learned, one given, one never seen.
    static func effects() -> [DayEffect] {
        [
            DayEffect(cause: .holidayMorrow, factor: 1.12, low: 1.05, high: 1.2, days: 7),
            DayEffect(
                cause: .event(name: "=mailing <b>"), factor: 1.3, low: 1.3, high: 1.3, days: 0,
                isGiven: true),
            DayEffect(cause: .bridge, factor: 0.35, low: 0.2, high: 0.5, days: 0),
        ]
    }

    static func mailing() -> AppliedOverride {
        AppliedOverride(
            override: ForecastOverride(
                days: monday...monday + 1, hours: Sample.clock(9, 12), change: .factor(1.1),
                author: "Inès", written: monday - 3, reason: "<mailing> & \u{1B}[31mcatalogue"),
            before: 1200, after: 1320)
    }

    static func report() -> AccuracyReport {
        AccuracyReport(
            day: [accuracy(1...1, wape: 0.08), accuracy(2...7, wape: 0.1)],
            slot: [accuracy(1...1, wape: 0.2, mase: nil)],
            recent: [judged(monday - 3, actual: 100), judged(monday - 2, actual: 150)],
            worst: [
                judged(monday - 2, actual: 150, cause: .calendar(.holidayEve)),
                judged(monday - 3, actual: 80, cause: nil),
            ])
    }

    static func accuracy(_ leads: ClosedRange<Int>, wape: Double, mase: Double? = 0.75) -> HorizonAccuracy {
        HorizonAccuracy(
            leads: leads, count: 56, wape: wape, mase: mase, rmse: 12.34, bias: 0.015, quantileLoss: 0.06,
            coverage80: 0.804, coverage95: 0.946, naiveWAPE: 0.125, meanOfEightWAPE: 0.11)
    }

    /// 100 forecast, 85–115 with 80 %, 75–125 with 95 %.
    static func judged(_ date: CivilDate, actual: Double, cause: ErrorCause? = nil) -> JudgedDay {
        JudgedDay(
            date: date, lead: 2, actual: actual, mean: 100, low80: 85, high80: 115, low95: 75, high95: 125,
            cause: cause)
    }

    /// Nothing but two means.
    static func bare() -> HistoryForecast {
        HistoryForecast(
            firstDay: monday, slotMinutes: 1440, mean: [100, 0], bands: [], handleSeconds: [],
            dailyMean: [100, 0], dailyBands: [], accuracy: nil, remarks: [])
    }

    /// Every figure not a number or infinite.
    static func broken() -> HistoryForecast {
        var forecast = history()
        forecast.mean = [.nan, .infinity, -.infinity, 0]
        forecast.dailyMean = [.infinity, .nan]
        forecast.handleSeconds = [.nan, .infinity, 1e300, 0]
        forecast.bands[0].low = [.nan]
        forecast.bands[1].probability = .nan
        forecast.dailyBands[0].high = [.infinity, .nan]
        forecast.quantiles = [
            ForecastQuantile(level: .nan, slots: [1], days: []),
            ForecastQuantile(level: 0.1, slots: [.nan], days: []),
        ]
        forecast.weeks = [week(monday, days: 7, mean: .nan)]
        forecast.accuracy?.bias = .nan
        forecast.effects[0].factor = .infinity
        forecast.effects[0].low = .nan
        forecast.overrides[0].after = .nan
        forecast.report?.day[0].wape = .nan
        forecast.report?.day[0].naiveWAPE = 0
        forecast.report?.recent[0].actual = .nan
        forecast.report?.recent[1].mean = .infinity
        forecast.report?.worst[0].mean = 0
        return forecast
    }

    static func empty() -> HistoryForecast {
        HistoryForecast(
            firstDay: monday, slotMinutes: 30, mean: [], bands: [], handleSeconds: [], dailyMean: [],
            dailyBands: [], accuracy: nil, remarks: [])
    }

    /// 70 days of 100 contacts, Monday to Friday.
    static func long() -> HistoryForecast {
        let days = (0..<70).map { $0 % 7 < 5 ? 100.0 : 0 }
        let bands = [0.8, 0.95].map { share in
            PredictionBand(
                probability: share, low: days.map { $0 * (1.6 - share) },
                high: days.map { $0 * (share + 0.4) })
        }
        return HistoryForecast(
            firstDay: monday, slotMinutes: 1440, mean: days, bands: bands, handleSeconds: [],
            dailyMean: days, dailyBands: bands,
            weeks: (0..<10).map { week(monday + $0 * 7, days: 7, mean: 500 + Double($0)) }, accuracy: nil,
            remarks: [])
    }

    /// 412 contacts by 11:00 where 381 were expected; three half hours to come, the last without any.
    static func intraday() -> IntradayUpdate {
        IntradayUpdate(
            date: monday + 1, asOf: ClockTime(hour: 11), soFar: 412, expectedSoFar: 381, slotMinutes: 30,
            firstSlot: 22, before: [50, 40, 0], mean: [52.5, 42, 0],
            bands: [
                PredictionBand(probability: 0.8, low: [45, 35, 0], high: [60, 49, 0]),
                PredictionBand(probability: 0.95, low: [40, 30, 0], high: [66, 55, 0]),
            ], dayBefore: 471, day: 506.5,
            dayBands: [
                PredictionBand(probability: 0.8, low: [495], high: [518]),
                PredictionBand(probability: 0.95, low: [488], high: [525]),
            ], carriedOver: 0.62)
    }
}
