import Execution
import Testing
import Workforce

@testable import Sizing

/// A scenario of one campaign, a forecast written by hand, and what comes of them.
struct OneCampaign {
    /// Monday 2026-11-23: no clock change, no holiday.
    var horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 1, intervalMinutes: 60)
    var region = HolidayRegion.france
    var hours = OpeningHours(
        weekdays: Array(repeating: [ClockRange(.midnight, .endOfDay)], count: 7), onHolidays: nil)
    var activities: [Activity] = []
    var shrinkage = Workforce.Shrinkage.none
    /// Each interval on its own, so that it can be checked by hand; other methods where a test says so.
    var sizing = SizingMethod(load: .stationary, uncertainty: .variation(0))
    var minimumStaffing = 0
    var launch: CivilDate?
    var end: CivilDate?
    var calling: [CallingRules] = []
    /// Contacts per interval by activity; handle time from `handleSeconds`.
    var contacts: [Identifier<Activity>: [Double]] = [:]
    var handleSeconds = 240.0

    static let id = Identifier<Campaign>("campaign")

    static func key(_ activity: String) -> ActivityKey { ActivityKey(id, Identifier(activity)) }

    var scenario: Scenario {
        let site = Site(id: Identifier("site"), name: "", holidays: HolidayCalendar(region: region))
        let campaign = Campaign(
            id: OneCampaign.id, name: "", client: "", site: site.id, openingHours: hours,
            activities: activities, launch: launch, end: end, shrinkage: shrinkage,
            sizing: sizing, minimumStaffing: minimumStaffing)
        var rules = RulePack.plain
        rules.calling = calling
        return Scenario(
            name: "", horizon: horizon, floor: Floor(name: "", sites: [site], contracts: []),
            campaigns: [campaign], rules: rules, costs: .plain)
    }

    var forecast: Forecast {
        Forecast(
            activities: activities.compactMap { activity in
                guard let expected = contacts[activity.id] else { return nil }
                return ActivityForecast(
                    activity: ActivityKey(OneCampaign.id, activity.id), contacts: expected,
                    handleSeconds: expected.map { $0 > 0 ? handleSeconds : 0 }, dailyContacts: [],
                    method: .volumeProfile)
            })
    }

    func requirement(threads: Int = 1) throws(SizingError) -> Requirement {
        try size(forecast, for: scenario, control: RunControl(threads: threads))
    }

    func intervals(_ activity: String) throws -> IntervalRequirement {
        guard case .perInterval(let need) = try #require(try requirement()[OneCampaign.key(activity)]).kind
        else { throw UnexpectedKind() }
        return need
    }

    func workloads(_ activity: String) throws -> [WorkloadRequirement] {
        guard case .workload(let loads) = try #require(try requirement()[OneCampaign.key(activity)]).kind
        else { throw UnexpectedKind() }
        return loads
    }
}

extension [WorkloadRequirement] {
    func total(_ figure: KeyPath<WorkloadRequirement, Double>) -> Double {
        reduce(0) { $0 + $1[keyPath: figure] }
    }
}

struct UnexpectedKind: Error {}

extension Activity {
    static func calls(
        _ id: String = "calls", target: ServiceTarget = ServiceTarget(), patience: Seconds? = nil
    ) -> Activity {
        Activity(
            id: Identifier(id),
            channel: .inbound(
                InboundTerms(
                    demand: .history, handleTime: Seconds(240), patience: patience, target: target)))
    }

    static func list(_ terms: OutboundTerms) -> Activity {
        Activity(id: Identifier("list"), channel: .outbound(terms))
    }
}

extension CallingRules {
    /// The French windows (DOMAIN §3): Monday to Friday, 10–13 and 14–20, no holidays.
    static func french(
        from date: String, attempts: Int = 4, simpleGap: Int = 8, complexGap: Int = 10
    ) -> CallingRules {
        let day = [
            ClockRange(ClockTime(hour: 10), ClockTime(hour: 13)),
            ClockRange(ClockTime(hour: 14), ClockTime(hour: 20)),
        ]
        return CallingRules(
            from: CivilDate(iso8601: date) ?? CivilDate(dayNumber: 0),
            windows: Array(repeating: day, count: 5) + [[], []], allowsHolidays: false,
            maximumAttempts: attempts, attemptPeriodDays: 30, requiresConsent: false,
            simpleGap: Seconds(simpleGap), complexGap: Seconds(complexGap))
    }
}
