import Foundation
import Workforce

/// What each cause of the calendar does to a day, learned from the days it touched.
///
/// The logarithm of a day's contacts over those of its ordinary neighbours is regressed on
/// its causes (MATHS §2.2). Comparing with neighbours of the same weekday leaves levels,
/// trends and seasons out of it. A holiday's effect is that of holidays in general plus
/// its own deviation, so that one never seen takes the general one.
struct EffectModel: Sendable {
    let causes: DayCauses
    private let columns: [DayCause: Int]
    private let regression: RidgeRegression
    private let counts: [DayCause: Int]
    /// Holidays that bring nothing, by cause; and whether most did.
    private let silent: [DayCause: Bool]
    private let isSilentByDefault: Bool
    private let silentDays: [DayCause: Int]

    /// Standard deviations, before any observation, of the logarithm of a factor.
    private enum Prior {
        /// Holidays bring less than half of a day or more than double in one case of three.
        static let holiday = 0.8
        /// Single holidays differ by about ±0.3 on a factor of ⅔ to 1.
        static let singleHoliday = 0.4
        static let surroundings = 0.2
        static let schoolHolidays = 0.15
        /// Mailings and outages: between half and double in two cases of three.
        static let event = 0.7
    }

    /// Neighbours of the same weekday that say what is ordinary, and how far they are sought.
    private static let mostNeighbours = 8
    private static let weeksAround = 13
    /// Correlation of the deviations of days that follow each other: a run of n days of
    /// one cause tells as much as n/(1 + (n − 1)/2).
    private static let runCorrelation = 0.5
    /// A factor beyond these says that the day is of another kind: nothing is learned from it.
    static let likeOrdinary = 0.5...2.0
    /// Column that all holidays share.
    private static let anyHoliday = 0

    /// - Parameter end: only days before this row are known.
    /// - Complexity: O(days × neighbours + causes³).
    init(_ series: DaySeries, totals: DayTotals, end: Int, causes: DayCauses, knowsOpeningHours: Bool) {
        self.causes = causes
        var columns: [DayCause: Int] = [:]
        var priors = [Prior.holiday]
        var rows: [RidgeRegression.Row] = []
        var counts: [DayCause: Int] = [:]
        var heard: [DayCause: (silent: Int, heard: Int, last: Bool)] = [:]
        let days = causes.isEmpty ? [] : EffectModel.special(series, end: end, causes: causes)
        if !days.isEmpty {
            let usual = UsualTotals(series, totals: totals, end: end, special: Set(days.map(\.day)))
            let calm = usual.noiseScale
            for (index, day) in days.enumerated() {
                guard let expected = usual.around(day.day) else { continue }
                // A gap in the file is no closure: its neighbours must have a record.
                if day.isHoliday, expected.mean >= 1, !knowsOpeningHours, totals.isRecorded(near: day.day) {
                    let isSilent = totals.knownShare[day.day] <= 0.05 || totals.knownContacts[day.day] == 0
                    for cause in day.causes.prefix(1) {
                        let seen = heard[cause] ?? (0, 0, false)
                        heard[cause] = (
                            seen.silent + (isSilent ? 1 : 0), seen.heard + (isSilent ? 0 : 1), isSilent
                        )
                    }
                    if isSilent { continue }
                }
                guard !totals.totals[day.day].isNaN else { continue }
                for cause in day.causes {
                    counts[cause, default: 0] += 1
                    if columns[cause] == nil {
                        columns[cause] = priors.count
                        priors.append(EffectModel.prior(cause))
                    }
                }
                let variance = calm * (1 / (expected.mean + 0.5) + 0.01) * (1 + 1.57 / expected.count)
                let run = Double(EffectModel.run(around: index, in: days))
                rows.append(
                    RidgeRegression.Row(
                        columns: EffectModel.terms(day.causes, columns: columns),
                        value: log((totals.totals[day.day] + 0.5) / (expected.mean * day.given + 0.5)),
                        precision: 1 / (variance * (1 + (run - 1) * EffectModel.runCorrelation))))
            }
        }
        self.columns = columns
        self.counts = counts
        regression = RidgeRegression(rows, priors: priors)
        silent = heard.mapValues(\.last)
        silentDays = heard.mapValues { $0.silent + $0.heard }
        let all = heard.values.reduce((0, 0)) { ($0.0 + $1.silent, $0.1 + $1.heard) }
        // Without opening hours, holidays that mostly left no record are days off.
        isSilentByDefault = all.0 >= 2 && all.0 > all.1
    }

    private struct SpecialDay {
        let day: Int
        let causes: [DayCause]
        let isHoliday: Bool
        /// Product of the effects stated for it.
        let given: Double
    }

    /// Days to learn from: with a cause, and not stated to bring nothing.
    private static func special(_ series: DaySeries, end: Int, causes: DayCauses) -> [SpecialDay] {
        (0..<end).compactMap { day in
            let date = series.firstDay + day
            let given = causes.givenFactor(on: date)
            guard series.kinds[day] != .closed, given > 0 else { return nil }
            let found = causes.causes(on: date)
            return found.isEmpty
                ? nil
                : SpecialDay(day: day, causes: found, isHoliday: causes.isHoliday(date), given: given)
        }
    }

    /// Length of the run of neighbouring days of the same causes, weekends left out.
    private static func run(around index: Int, in days: [SpecialDay]) -> Int {
        func isNext(_ a: Int, _ b: Int) -> Bool {
            days[b].day - days[a].day <= 3 && days[a].causes == days[b].causes
        }
        var first = index
        var last = index
        while first > 0, isNext(first - 1, first) { first -= 1 }
        while last + 1 < days.count, isNext(last, last + 1) { last += 1 }
        return last - first + 1
    }

    private static func prior(_ cause: DayCause) -> Double {
        switch cause {
        case .holiday, .otherHoliday: Prior.singleHoliday
        case .holidayEve, .holidayMorrow, .bridge: Prior.surroundings
        case .schoolHolidays: Prior.schoolHolidays
        case .event: Prior.event
        }
    }

    private static func terms(
        _ causes: [DayCause], columns: [DayCause: Int]
    ) -> [(index: Int, value: Double)] {
        causes.flatMap { cause -> [(index: Int, value: Double)] in
            let own = columns[cause].map { [(index: $0, value: 1.0)] } ?? []
            return switch cause {
            case .holiday, .otherHoliday: [(anyHoliday, 1)] + own
            default: own
            }
        }
    }

    private func isSilent(_ cause: DayCause) -> Bool {
        switch cause {
        case .holiday, .otherHoliday: silent[cause] ?? isSilentByDefault
        default: false
        }
    }

    /// Logarithm of the factor of some causes and its variance; causes never seen add their prior's.
    private func logarithm(_ found: [DayCause]) -> (mean: Double, variance: Double) {
        var result = regression.combination(EffectModel.terms(found, columns: columns))
        for cause in found where columns[cause] == nil {
            let prior = EffectModel.prior(cause)
            result.variance += prior * prior
        }
        return result
    }

    /// No date has a cause: there is nothing to divide out.
    var isNeutral: Bool { causes.isEmpty }

    /// Factor on the contacts of an ordinary day of the same weekday.
    func factor(on date: CivilDate) -> Double {
        let given = causes.givenFactor(on: date)
        let found = causes.causes(on: date)
        guard !found.isEmpty else { return given }
        if found.contains(where: isSilent) { return 0 }
        return given * exp(logarithm(found).mean)
    }

    /// Coefficient of variation of that factor.
    func variation(on date: CivilDate) -> Double {
        guard !causes.isEmpty else { return 0 }
        let found = causes.causes(on: date)
        return found.isEmpty ? 0 : logarithm(found).variance.squareRoot()
    }

    /// The history as it would have been without them, ready for models of ordinary days.
    ///
    /// - Complexity: O(days × slots).
    func cleaned(_ series: DaySeries) -> DaySeries {
        guard !causes.isEmpty else { return series }
        var cleaned = series
        for day in 0..<series.dayCount where series.kinds[day] == .ordinary {
            let factor = factor(on: series.firstDay + day)
            guard factor != 1 else { continue }
            if EffectModel.likeOrdinary.contains(factor) {
                cleaned.divide(day, by: factor)
            } else {
                cleaned.kinds[day] = .special
            }
        }
        return cleaned
    }

    /// Effects of the causes that touch some dates, in order of cause.
    func effects(on dates: [CivilDate]) -> [DayEffect] {
        guard !causes.isEmpty else { return [] }
        var found: [DayCause: Double?] = [:]
        for date in dates {
            for cause in causes.causes(on: date) where found[cause] == nil { found[cause] = Double?.none }
            for event in causes.givenEvents(on: date) { found[.event(name: event.name)] = event.factor }
        }
        return found.map { effect(of: $0.key, given: $0.value) }.sorted { $0.cause < $1.cause }
    }

    private func effect(of cause: DayCause, given: Double?) -> DayEffect {
        if let given {
            return DayEffect(
                cause: cause, factor: given, low: given, high: given, days: 0, isGiven: true)
        }
        if isSilent(cause) {
            return DayEffect(cause: cause, factor: 0, low: 0, high: 0, days: silentDays[cause] ?? 0)
        }
        let (mean, variance) = logarithm([cause])
        let spread = ConformalBands.normalQuantile80 * variance.squareRoot()
        return DayEffect(
            cause: cause, factor: exp(mean), low: exp(mean - spread), high: exp(mean + spread),
            days: counts[cause] ?? 0)
    }

    /// Causes of some dates that the history never showed.
    func unseen(on dates: [CivilDate]) -> [DayCause] {
        guard !causes.isEmpty else { return [] }
        var unseen: Set<DayCause> = []
        for date in dates {
            for cause in causes.causes(on: date)
            where counts[cause] == nil && silent[cause] == nil && !isSilent(cause) {
                unseen.insert(cause)
            }
        }
        return unseen.sorted()
    }

    fileprivate static let neighbours = (most: mostNeighbours, weeks: weeksAround)
}

/// Totals of ordinary days around any day of the same weekday.
private struct UsualTotals {
    private let totals: [Double]
    private let isPlain: [Bool]

    /// - Parameter special: days with a cause.
    init(_ series: DaySeries, totals: DayTotals, end: Int, special: Set<Int>) {
        self.totals = totals.totals
        isPlain = (0..<end).map { totals.isUsable[$0] && !special.contains($0) }
    }

    /// Median of the nearest ordinary days of the weekday, and how many there were.
    func around(_ day: Int) -> (mean: Double, count: Double)? {
        var found: [Double] = []
        for week in 1...EffectModel.neighbours.weeks where found.count < EffectModel.neighbours.most {
            for other in [day - 7 * week, day + 7 * week] where isPlain.indices.contains(other) {
                if isPlain[other] { found.append(totals[other]) }
            }
        }
        return found.isEmpty ? nil : (median(found), Double(found.count))
    }

    /// How much wider ordinary days spread about their neighbours than Poisson counts with a
    /// common factor of 10 % do: the squared robust deviation, at least a quarter.
    var noiseScale: Double {
        var distances: [Double] = []
        for day in isPlain.indices where isPlain[day] {
            guard let expected = around(day), expected.count >= 3 else { continue }
            let scale = (1 / (expected.mean + 0.5) + 0.01) * (1 + 1.57 / expected.count)
            distances.append(abs(log((totals[day] + 0.5) / (expected.mean + 0.5))) / scale.squareRoot())
        }
        let spread = 1.4826 * median(distances)
        return distances.isEmpty ? 1 : max(0.25, spread * spread)
    }
}
