import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct OutboundWorkloadsTests {
    static let monday = CivilDate(dayNumber: 20_780)  // 2026-11-23

    static func terms(_ size: Int = 10_000) -> OutboundTerms {
        OutboundTerms(
            listSize: size, start: monday, end: monday + 27, reachRate: 0.25, maximumAttempts: 3,
            pitchRate: 0.5, conversionRate: 0.1, handleTime: Seconds(180), setupTime: Seconds(10),
            failedAttemptTime: Seconds(20), answerTime: Seconds(12))
    }

    static func campaign(_ terms: OutboundTerms, weeks: Int = 4) -> OneCampaign {
        OneCampaign(
            horizon: Horizon(firstDay: monday, weekCount: weeks),
            hours: .daily(
                ClockRange(ClockTime(hour: 9), ClockTime(hour: 19)),
                on: [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday]),
            activities: [.list(terms)], calling: [.french(from: "2022-03-01")])
    }

    /// By hand: 10,000 × (1 − 0.75³) = 5781.25 people; each takes 3 failed attempts of
    /// 30 s, 10 + 12 s for the good one, 180 s of talk and 8 s of gap = 300 s.
    @Test func hoursContactsAndSalesByHand() throws {
        let loads = try OutboundWorkloadsTests.campaign(OutboundWorkloadsTests.terms()).workloads("list")
        #expect(loads.count == 4)
        #expect(abs(loads.total(\.contacts) - 5781.25) < 1e-6)
        #expect(abs(loads.total(\.hours) - 5781.25 * 300 / 3600) < 1e-6)
        #expect(abs(loads.total(\.sales) - 5781.25 * 0.05) < 1e-6)
        // Four equal weeks, Monday to Friday, 3 + 5 permitted hours a day.
        for (week, load) in loads.enumerated() {
            #expect(load.days == 7 * week...7 * week + 4)
            #expect(abs(load.hours - 5781.25 / 12 / 4) < 1e-6)
            #expect(load.permitted.filter { $0 }.count == 5 * 8 * 4)
            // 120.4 h over 40 permitted hours, three times over: 9.03.
            #expect(load.agentsAtOnce == 0...10)
        }
    }

    @Test func shrinkageTurnsHoursIntoScheduledHours() throws {
        var campaign = OutboundWorkloadsTests.campaign(OutboundWorkloadsTests.terms())
        let plain = try campaign.workloads("list")[0]
        campaign.shrinkage = Workforce.Shrinkage(external: 0.1, internal: 0.2)
        let shrunk = try campaign.workloads("list")[0]
        #expect(abs(shrunk.hours - plain.hours / 0.72) < 1e-9)
        #expect(shrunk.contacts == plain.contacts)
    }

    @Test func volumeHandleTimeAndScriptCount() throws {
        var terms = OutboundWorkloadsTests.terms()
        terms.volumeFactor = 1.2
        terms.handleTimeShift = Seconds(58)
        terms.isComplex = true
        terms.maximumAgents = 7
        let loads = try OutboundWorkloadsTests.campaign(terms).workloads("list")
        #expect(abs(loads.total(\.contacts) - 5781.25 * 1.2) < 1e-6)
        #expect(abs(loads.total(\.hours) - 5781.25 * 1.2 * 360 / 3600) < 1e-6)
        #expect(loads.allSatisfy { $0.agentsAtOnce == 0...7 })
    }

    /// At most 4 attempts in 30 days: 4 in a month, 8 in two.
    @Test(arguments: [(27, 10, 4), (29, 10, 4), (30, 10, 8), (59, 10, 8), (60, 20, 12), (27, 3, 3)])
    func attemptsObeyTheLaw(_ days: Int, asked: Int, allowed: Int) throws {
        var terms = OutboundWorkloadsTests.terms()
        terms.maximumAttempts = asked
        terms.end = OutboundWorkloadsTests.monday + days
        let campaign = OutboundWorkloadsTests.campaign(terms, weeks: 10)
        let contacts = try campaign.workloads("list").total(\.contacts)
        let reached = 10_000 * (try listPenetration(afterAttempts: allowed, answerProbability: 0.25))
        #expect(abs(contacts - reached) < 1e-6)
        terms.isConsumer = false
        let business = try OutboundWorkloadsTests.campaign(terms, weeks: 10).workloads("list")
        let all = 10_000 * (try listPenetration(afterAttempts: asked, answerProbability: 0.25))
        #expect(abs(business.total(\.contacts) - all) < 1e-6)
    }

    /// Monday 10 to Friday 14 August 2026: the gap is 8 s on the first day, 20 s on the others.
    @Test func datedRulesSetThePace() throws {
        let monday = try #require(CivilDate(iso8601: "2026-08-10"))
        var terms = OutboundWorkloadsTests.terms()
        terms.start = monday
        terms.end = monday + 4
        var campaign = OutboundWorkloadsTests.campaign(terms, weeks: 1)
        campaign.horizon = Horizon(firstDay: monday, weekCount: 1)
        campaign.calling = [
            .french(from: "2022-03-01"), .french(from: "2026-08-11", attempts: 2, simpleGap: 20),
        ]
        let load = try #require(try campaign.workloads("list").first)
        // The stricter limit of two attempts counts for all of the list.
        let people = 10_000 * (1 - 0.75 * 0.75)
        #expect(abs(load.contacts - people) < 1e-6)
        // Level hours: people = H (1/5 · 3600/300 + 4/5 · 3600/312).
        #expect(abs(load.hours - people / (0.2 * 12 + 0.8 * 3600 / 312)) < 1e-6)
    }

    @Test func partOfThePeriodOutsideTheHorizonKeepsItsShare() throws {
        var terms = OutboundWorkloadsTests.terms()
        terms.start = OutboundWorkloadsTests.monday - 14
        terms.end = OutboundWorkloadsTests.monday + 13
        let loads = try OutboundWorkloadsTests.campaign(terms, weeks: 1).workloads("list")
        // 20 weekdays, less 11 November: 5 of 19.
        #expect(abs(loads.total(\.contacts) - 5781.25 * 5 / 19) < 1e-6)
    }

    @Test func withoutAnEndTheListTakesFourWeeks() throws {
        var terms = OutboundWorkloadsTests.terms()
        terms.end = nil
        #expect(try OutboundWorkloadsTests.campaign(terms, weeks: 6).workloads("list").count == 4)
        terms.start = OutboundWorkloadsTests.monday - 300
        let loads = try OutboundWorkloadsTests.campaign(terms, weeks: 6).workloads("list")
        #expect(loads.count == 4)
        #expect(abs(loads.total(\.contacts) - 5781.25) < 1e-6)
        var campaign = OutboundWorkloadsTests.campaign(terms, weeks: 6)
        campaign.launch = OutboundWorkloadsTests.monday + 7
        #expect(try campaign.workloads("list").map(\.days.lowerBound) == [7, 14, 21, 28])
    }

    @Test func aListThatMayNeverBeCalledIsNamed() throws {
        var campaign = OutboundWorkloadsTests.campaign(OutboundWorkloadsTests.terms())
        campaign.hours = .daily(ClockRange(ClockTime(hour: 13), ClockTime(hour: 14)), on: [.monday])
        let loads = try campaign.workloads("list")
        #expect(loads.count == 1)
        #expect(loads[0].hours > 480 && loads[0].permitted.allSatisfy { !$0 })
        #expect(loads[0].days == 0...0)
    }

    @Test func nobodyEverAnswers() throws {
        var terms = OutboundWorkloadsTests.terms()
        terms.reachRate = 0
        let loads = try OutboundWorkloadsTests.campaign(terms).workloads("list")
        #expect(loads.allSatisfy { $0.contacts == 0 && $0.sales == 0 })
        // 10,000 records, three attempts of 30 s.
        #expect(abs(loads.total(\.hours) - 250) < 1e-6)
    }

    @Test func moreRecordsNeverTakeFewerHours() throws {
        var last = 0.0
        for size in [0, 1, 100, 5000, 1_000_000, Int.max] {
            let loads = try OutboundWorkloadsTests.campaign(OutboundWorkloadsTests.terms(size)).workloads(
                "list")
            let hours = loads.total(\.hours)
            #expect(hours.isFinite && hours >= last)
            last = hours
        }
    }

    @Test func brokenTerms() throws {
        var terms = OutboundWorkloadsTests.terms()
        terms.end = OutboundWorkloadsTests.monday - 1
        #expect(try OutboundWorkloadsTests.campaign(terms).workloads("list").isEmpty)
        terms = OutboundWorkloadsTests.terms(-5)
        #expect(try OutboundWorkloadsTests.campaign(terms).workloads("list").isEmpty)
        #expect(try OutboundWorkloadsTests.campaign(terms, weeks: 0).workloads("list").isEmpty)
        terms = OutboundWorkloadsTests.terms()
        terms.maximumAttempts = -1
        terms.maximumAgents = -3
        #expect(try OutboundWorkloadsTests.campaign(terms).workloads("list").isEmpty)
        terms.volumeFactor = .nan
        terms.maximumAttempts = .max
        #expect(try OutboundWorkloadsTests.campaign(terms).workloads("list")[0].agentsAtOnce == 0...0)
        terms.reachRate = 1.5
        #expect(throws: SizingError.impossibleTerm(OneCampaign.key("list"), .answerProbability, value: 1.5)) {
            try OutboundWorkloadsTests.campaign(terms).requirement()
        }
        terms.reachRate = 0.2
        terms.setupTime = Seconds(-1)
        #expect(throws: SizingError.impossibleTerm(OneCampaign.key("list"), .dialingSeconds, value: -1)) {
            try OutboundWorkloadsTests.campaign(terms).requirement()
        }
    }
}
