import Execution
import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct PeriodLeewaysTests {
    /// Three hours a day with 30, 300 and 90 calls.
    private func campaign(
        _ period: TargetPeriod, minimum: Int = 0, shrinkage: Workforce.Shrinkage = .none
    ) -> OneCampaign {
        var campaign = OneCampaign(
            hours: OpeningHours(
                weekdays: Array(
                    repeating: [ClockRange(ClockTime(hour: 9), ClockTime(hour: 12))], count: 7),
                onHolidays: nil),
            activities: [
                .calls(target: ServiceTarget(serviceLevel: 0.8, period: period), patience: Seconds(90))
            ],
            shrinkage: shrinkage, minimumStaffing: minimum)
        let horizon = campaign.horizon
        campaign.contacts = [
            Identifier("calls"): horizon.intervals.map { t in
                let hour = horizon.clockMinutes[t] / 60
                return (9..<12).contains(hour) ? [30.0, 300, 90][hour - 9] : 0
            }
        ]
        return campaign
    }

    /// Every number of agents gains what the queue itself says, and the requirement's own meet the target.
    @Test(arguments: [TargetPeriod.day, .week, .month])
    func gainsAreThoseOfTheQueue(_ period: TargetPeriod) throws {
        let campaign = campaign(period)
        let requirement = try campaign.requirement()
        let leeway = try #require(
            try periodLeeways(of: requirement, forecast: campaign.forecast, for: campaign.scenario).first)
        #expect(leeway.periods == campaign.horizon.periods(period))
        for t in campaign.horizon.intervals {
            let calls = campaign.contacts[Identifier("calls")]?[t] ?? 0
            #expect(leeway.points[t].isEmpty == (calls == 0))
            for (index, point) in leeway.points[t].enumerated() {
                #expect(point.positions == leeway.points[t][0].positions + index)
                let level = try performance(
                    of: .erlangA(patienceSeconds: 90), callsPerHour: calls, handleTimeSeconds: 240,
                    agents: point.positions, thresholdSeconds: 20
                ).serviceLevel
                #expect(abs(point.gain - calls * (level - 0.8)) < 1e-9 * calls)
            }
            // From the load's agents: 2, 20 and 6 erlangs.
            if calls > 0 { #expect(leeway.points[t][0].positions == Int(calls * 240 / 3600) + 1) }
        }
        for range in leeway.periods {
            let gain = range.reduce(0.0) { sum, t in
                sum + (leeway.points[t].first { $0.positions == leeway.asked[t] }?.gain ?? 0)
            }
            #expect(gain >= -1e-9)
        }
    }

    @Test func shrinkageAndMinimumStaffingStay() throws {
        let campaign = campaign(
            .day, minimum: 5, shrinkage: Workforce.Shrinkage(external: 0.1, internal: 0.2))
        let requirement = try campaign.requirement()
        let leeway = try #require(
            try periodLeeways(of: requirement, forecast: campaign.forecast, for: campaign.scenario).first)
        for point in leeway.points.joined() {
            #expect(point.positions >= 5)
            #expect(point.scheduled == Int((Double(point.positions) / 0.72 - 1e-9).rounded(.up)))
        }
    }

    /// Other agents than the cheapest bring their service along, and what was cheapest stays beside.
    @Test func placingChangesAgentsAndTheirService() throws {
        let campaign = campaign(.day)
        let requirement = try campaign.requirement()
        guard case .perInterval(let need) = try #require(requirement[OneCampaign.key("calls")]).kind else {
            throw UnexpectedKind()
        }
        var positions = need.positions
        positions[9] += 1
        positions[10] += 1
        let placed = PlacedNeeds(
            campaign: OneCampaign.id, week: 0, period: .day, firstInterval: 0,
            lines: [PlacedNeeds.Line(activity: OneCampaign.key("calls"), positions: positions)],
            perInterval: nil, cheapest: PlacedNeeds.Outcome(hours: 0, missingHours: 0, cost: 0),
            placed: PlacedNeeds.Outcome(hours: 0, missingHours: 0, cost: 0),
            optimality: Optimality(status: .optimal, cost: 0, bound: 0))
        let result = try placing(
            [placed], in: requirement, forecast: campaign.forecast, for: campaign.scenario)
        guard case .perInterval(let other) = try #require(result[OneCampaign.key("calls")]).kind else {
            throw UnexpectedKind()
        }
        #expect(other.positions == positions)
        #expect(other.scheduledCheapest == need.scheduled)
        #expect(other.scheduledPerInterval == need.scheduledPerInterval)
        #expect(other.serviceAround[5 * 9 + 2] == need.serviceAround[5 * 9 + 3])
        let (after, before) = (try #require(other.served), try #require(need.served))
        #expect(after[10].inTime > before[10].inTime && after[11] == before[11])
        #expect(other.binding[9] == .periodServiceLevel)
        #expect(
            try placing([], in: requirement, forecast: campaign.forecast, for: campaign.scenario)
                == requirement)
    }

    @Test func withoutSuchATargetThereIsNone() throws {
        let campaign = campaign(.interval)
        let requirement = try campaign.requirement()
        #expect(
            try periodLeeways(of: requirement, forecast: campaign.forecast, for: campaign.scenario).isEmpty)
    }
}
