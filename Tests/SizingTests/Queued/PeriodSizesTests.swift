import Execution
import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct PeriodSizesTests {
    /// Three hours a day with 30, 300 and 90 calls times a factor of the day.
    private func campaign(
        _ target: ServiceTarget, patience: Seconds? = nil, minimum: Int = 0, weeks: Int = 1
    ) -> OneCampaign {
        var campaign = OneCampaign(
            horizon: Horizon(
                firstDay: CivilDate(dayNumber: 20_780), weekCount: weeks, intervalMinutes: 60),
            hours: OpeningHours(
                weekdays: Array(
                    repeating: [ClockRange(ClockTime(hour: 9), ClockTime(hour: 12))], count: 7),
                onHolidays: nil),
            activities: [.calls(target: target, patience: patience)], minimumStaffing: minimum)
        let horizon = campaign.horizon
        campaign.contacts = [
            Identifier("calls"): horizon.intervals.map { t in
                let hour = horizon.clockMinutes[t] / 60
                guard (9..<12).contains(hour) else { return 0 }
                return [30.0, 300, 90][hour - 9] * (1 + 0.2 * Double(horizon.days[t] % 7))
            }
        ]
        return campaign
    }

    private func level(_ need: IntervalRequirement, _ campaign: OneCampaign, in range: Range<Int>) -> Double {
        var served = 0.0
        var all = 0.0
        for t in range {
            let calls = campaign.contacts[Identifier("calls")]?[t] ?? 0
            served += calls * need.serviceAround[5 * t + 2]
            all += calls
        }
        return all > 0 ? served / all : 1
    }

    @Test(arguments: [TargetPeriod.day, .week, .month], [nil, Seconds(120)])
    func thePeriodMeetsItsTargetWithFewerHours(_ period: TargetPeriod, _ patience: Seconds?) throws {
        let target = ServiceTarget(serviceLevel: 0.8, period: period)
        let campaign = campaign(target, patience: patience, weeks: 2)
        let need = try campaign.intervals("calls")
        let alone = try #require(need.scheduledPerInterval)
        for range in campaign.horizon.periods(period) {
            #expect(level(need, campaign, in: range) >= 0.8)
            #expect(need.scheduled[range].reduce(0, +) <= alone[range].reduce(0, +))
        }
        #expect(need.scheduled.reduce(0, +) < alone.reduce(0, +))
        var single = campaign
        single.activities = [.calls(patience: patience)]
        let intervals = try single.intervals("calls")
        #expect(alone == intervals.scheduled && intervals.scheduledPerInterval == nil)
        #expect(need.binding.allSatisfy { [.none, .periodServiceLevel, .stability].contains($0) })
        #expect(need.binding.contains(.periodServiceLevel))
    }

    /// Every split of agents over the three hours of a day, by brute force.
    @Test(arguments: [0.5, 0.8, 0.95])
    func noOtherSplitOfADayIsCheaper(_ share: Double) throws {
        let campaign = campaign(ServiceTarget(serviceLevel: share, period: .day), patience: Seconds(90))
        let need = try campaign.intervals("calls")
        let calls = [30.0, 300, 90]
        let most = 40
        let level = try calls.map { perHour in
            try (0...most).map {
                try performance(
                    of: .erlangA(patienceSeconds: 90), callsPerHour: perHour, handleTimeSeconds: 240,
                    agents: $0, thresholdSeconds: 20
                ).serviceLevel * perHour
            }
        }
        var cheapest = Int.max
        // Everywhere enough to carry the load: 2, 20 and 6 erlangs.
        for a in 3...most {
            for b in 21...most {
                for c in 7...most where level[0][a] + level[1][b] + level[2][c] >= share * 420 {
                    cheapest = min(cheapest, a + b + c)
                }
            }
        }
        #expect(need.positions[9..<12].reduce(0, +) == cheapest)
    }

    @Test func minimumStaffingAndLimitsHoldInEveryInterval() throws {
        let target = ServiceTarget(serviceLevel: 0.5, period: .week, maximumOccupancy: 0.7)
        let campaign = campaign(target, minimum: 4)
        let need = try campaign.intervals("calls")
        for t in campaign.horizon.intervals where need.positions[t] > 0 {
            #expect(need.positions[t] >= 4)
            #expect(need.sizedLoad[t] <= 0.7 * Double(need.positions[t]) * (1 + 1e-12))
        }
        #expect(need.binding[9] == .minimumStaffing && need.binding[10] == .occupancy)
        #expect(need.positions[12] == 0)
    }

    /// A period's service level never writes an hour off: 2, 20 and 6 erlangs.
    @Test func everyOpenIntervalCarriesItsLoad() throws {
        let target = ServiceTarget(serviceLevel: 0.01, period: .month)
        let patient = try campaign(target).intervals("calls")
        let leaving = try campaign(target, patience: Seconds(30)).intervals("calls")
        for t in [9, 10, 11] {
            #expect(leaving.positions[t] == Int(leaving.sizedLoad[t]) + 1)
            #expect(Double(patient.positions[t]) > patient.sizedLoad[t])
        }
        #expect(patient.binding[10] == .stability)
    }

    /// A first activity takes what the minimum leaves when the second is sized over its week.
    @Test func theMinimumCountsForAllActivities() throws {
        var campaign = campaign(ServiceTarget(serviceLevel: 0.8), minimum: 12)
        campaign.activities.append(.calls("more", target: ServiceTarget(serviceLevel: 0.8, period: .week)))
        campaign.contacts[Identifier("more")] = campaign.contacts[Identifier("calls")]
        let (first, second) = (try campaign.intervals("calls"), try campaign.intervals("more"))
        for day in 0..<7 {
            for t in campaign.horizon.intervals(ofDay: day).dropFirst(9).prefix(3) {
                #expect(first.positions[t] + second.positions[t] >= 12)
            }
        }
        #expect(first.positions[9] + second.positions[9] == 12 && first.binding[9] == .minimumStaffing)
        #expect(first.scheduledPerInterval == nil && second.scheduledPerInterval != nil)
    }

    @Test func monthsAreCutAtTheFirst() {
        // 23 November 2026 for two weeks: eight days of November, six of December.
        let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 2, intervalMinutes: 60)
        #expect(horizon.periods(.month) == [0..<192, 192..<336])
        #expect(horizon.periods(.week) == [0..<168, 168..<336])
        #expect(horizon.periods(.day).count == 14 && horizon.periods(.interval).count == 336)
        let empty = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 0)
        for period in TargetPeriod.allCases { #expect(empty.periods(period) == []) }
    }

    @Test func noPeriodServesEverybodyInTime() throws {
        let campaign = campaign(ServiceTarget(serviceLevel: 1, period: .day))
        #expect(throws: SizingError.targetUnreachable(OneCampaign.key("calls"), .serviceLevel)) {
            try campaign.requirement()
        }
        let quiet = OneCampaign(activities: [.calls(target: ServiceTarget(serviceLevel: 0.8, period: .day))])
        #expect(try quiet.intervals("calls").positions.allSatisfy { $0 == 0 })
    }

    @Test func chatsAreSizedOverTheirPeriodToo() throws {
        let terms = ChatTerms(
            demand: .history, handleTime: Seconds(240), concurrency: 3,
            target: ServiceTarget(serviceLevel: 0.8, period: .day))
        var campaign = campaign(ServiceTarget())
        campaign.activities = [Activity(id: Identifier("calls"), channel: .chat(terms))]
        let need = try campaign.intervals("calls")
        #expect(level(need, campaign, in: 0..<24) >= 0.8)
        #expect(need.scheduled.reduce(0, +) <= (try #require(need.scheduledPerInterval)).reduce(0, +))
    }
}
