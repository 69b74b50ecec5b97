import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct TechnicalNeedsTests {
    static let morning = ClockRange(ClockTime(hour: 9), ClockTime(hour: 12))
    static let afternoon = ClockRange(ClockTime(hour: 13), ClockTime(hour: 16))

    /// 120 calls an hour of 240 s, 9 to 12 on Monday.
    private func calls(patience: Seconds? = nil) -> OneCampaign {
        var terms = InboundTerms(
            demand: .history, handleTime: Seconds(240), wrapUp: Seconds(40), voiceMenu: Seconds(30),
            patience: patience)
        terms.target = ServiceTarget()
        var campaign = OneCampaign(
            hours: .daily(TechnicalNeedsTests.morning, on: [.monday]),
            activities: [Activity(id: Identifier("calls"), channel: .inbound(terms))])
        campaign.contacts[Identifier("calls")] = campaign.horizon.intervals.map {
            (9..<12).contains($0) ? 120 : 0
        }
        return campaign
    }

    private func needs(_ campaign: OneCampaign, blocking: Double = 0.001) throws -> SiteTechnicalNeeds {
        var scenario = campaign.scenario
        scenario.floor.sites[0].lineBlocking = blocking
        return try needs(scenario, campaign.forecast)
    }

    private func needs(_ scenario: Scenario, _ forecast: Forecast) throws -> SiteTechnicalNeeds {
        let requirement = try size(forecast, for: scenario, control: .init())
        return try #require(try technicalNeeds(requirement, forecast: forecast, for: scenario).sites.first)
    }

    /// λ(menu + E[W] + talk) = 120/3600 × (30 + E[W] + 200) erlangs, and the Erlang B recursion on it.
    @Test func linesByHand() throws {
        let campaign = calls()
        let positions = try campaign.intervals("calls").positions[9]
        let wait = try ErlangC(callsPerHour: 120, handleTimeSeconds: 240, agents: positions)
            .averageSpeedOfAnswerSeconds
        let load = 120.0 / 3600 * (30 + wait + 200)
        var (lines, blocking) = (0, 1.0)
        while blocking > 0.001 {
            lines += 1
            blocking = load * blocking / (Double(lines) + load * blocking)
        }
        let site = try needs(campaign)
        #expect(site.peak.lines == lines)
        #expect(abs(site.peak.lineLoad - load) < 1e-9)
        #expect(site.peak.linesInterval == 9 && site.peak.seatsInterval == 9)
        #expect(site.peak.seats == positions)
        #expect(site.licences == [ToolLicences(tool: .telephony, concurrent: positions)])
        #expect(site.campaigns.map(\.peak) == [site.peak])
    }

    /// On an uncertain day calls that wait for ever have no mean wait; lines are for the volume
    /// expected, as many as on a certain one with the same agents.
    @Test func uncertainDaysDoNotHoldLinesForEver() throws {
        var campaign = calls()
        let certain = try needs(campaign)
        campaign.sizing.uncertainty = .variation(0.1)
        let uncertain = try needs(campaign)
        #expect(uncertain.peak.seats >= certain.peak.seats)
        #expect(uncertain.peak.lineLoad <= certain.peak.lineLoad + 1e-9)
        #expect(uncertain.peak.lines <= certain.peak.lines)
    }

    /// Those who call again hold lines too.
    @Test func redialsHoldLines() throws {
        let once = try needs(calls(patience: Seconds(60)))
        var campaign = calls(patience: Seconds(60))
        guard case .inbound(var terms) = campaign.activities[0].channel else { return }
        terms.redialShare = 0.9
        campaign.activities[0].channel = .inbound(terms)
        #expect(try needs(campaign).peak.lineLoad > once.peak.lineLoad)
    }

    /// Sixteen agents for two lines have sixteen seats, however many each line would need alone.
    @Test func sharedAgentsHaveTheirSeatsOnce() throws {
        var campaign = calls()
        campaign.activities.append(.calls("more"))
        campaign.contacts[Identifier("more")] = campaign.contacts[Identifier("calls")]
        var requirement = try campaign.requirement()
        requirement.shared[0] = try requirement.shared[0].staffed(share: 0, shrinkage: .none)
        let site = try technicalNeeds(
            requirement, forecast: campaign.forecast, for: campaign.scenario
        ).sites[0]
        #expect(site.peak.seats == requirement.shared[0].pooled.max())
        #expect(requirement.shared[0].pooled.max() ?? 0 < requirement.shared[0].apart.max() ?? 0)
    }

    /// Who gives up holds a line while waiting, and no longer.
    @Test func callersWhoHangUpLeaveTheirLine() throws {
        let campaign = calls(patience: Seconds(60))
        let positions = try campaign.intervals("calls").positions[9]
        let queue = try ErlangA(
            callsPerHour: 120, handleTimeSeconds: 240, patienceSeconds: 60, agents: positions)
        let held = 30 + queue.averageSpeedOfAnswerSeconds + (1 - queue.abandonment) * 200
        #expect(abs(try needs(campaign).peak.lineLoad - 120 * held / 3600) < 1e-9)
    }

    @Test func absentPeopleNeedNoSeat() throws {
        var campaign = calls()
        campaign.shrinkage = Workforce.Shrinkage(external: 0.2, internal: 0.1)
        let scheduled = try campaign.intervals("calls").scheduled[9]
        #expect(try needs(campaign).peak.seats == Int((Double(scheduled) * 0.8).rounded(.up)))
    }

    @Test func fewerCallsMayBeBlockedOnMoreLines() throws {
        var last = 0
        for blocking in [0.5, 0.1, 0.01, 0.001, 0.0001] {
            let lines = try needs(calls(), blocking: blocking).peak.lines
            #expect(lines > last)
            last = lines
        }
        #expect(throws: SizingError.impossibleTerm(OneCampaign.key("calls"), .blockingTarget, value: 0)) {
            try needs(calls(), blocking: 0)
        }
        #expect(throws: SizingError.self) { try needs(calls(), blocking: .nan) }
    }

    /// A campaign of the morning and one of the afternoon share seats and lines; two of the morning
    /// share lines, for not all calls come at the same time.
    @Test(arguments: [true, false])
    func campaignsShare(atOnce: Bool) throws {
        let first = calls()
        var scenario = first.scenario
        var forecast = first.forecast
        var other = scenario.campaigns[0]
        other.id = Identifier("other")
        if !atOnce { other.openingHours = .daily(TechnicalNeedsTests.afternoon, on: [.monday]) }
        scenario.campaigns.append(other)
        var contacts = forecast.activities[0]
        contacts.activity = ActivityKey(other.id, Identifier("calls"))
        if !atOnce {
            contacts.contacts = first.horizon.intervals.map { (13..<16).contains($0) ? 120 : 0 }
            contacts.handleSeconds = contacts.contacts.map { $0 > 0 ? 240 : 0 }
        }
        forecast.activities.append(contacts)
        let site = try needs(scenario, forecast)
        let (a, b) = (site.campaigns[0].peak, site.campaigns[1].peak)
        #expect(a.lines == b.lines && a.seats == b.seats && a.lines > 0)
        if atOnce {
            #expect(site.peak.seats == a.seats + b.seats)
            #expect(site.peak.lines > a.lines && site.peak.lines < a.lines + b.lines)
        } else {
            #expect(site.peak.seats == a.seats && site.peak.lines == a.lines)
        }
    }

    /// 481.8 h in four weeks of 40 permitted hours: 3.01 agents at any time, a line each.
    @Test func progressiveDiallingHoldsALineAnAgent() throws {
        let campaign = OutboundWorkloadsTests.campaign(OutboundWorkloadsTests.terms())
        let site = try needs(campaign)
        #expect(site.peak.seats == 4 && site.peak.lines == 4)
        #expect(site.licences == [ToolLicences(tool: .dialler, concurrent: 4)])
        #expect(site.campaigns[0].dialing.map(\.linesPerAgent) == [1])
        // Monday at 10, the first legal quarter.
        #expect(site.peak.linesInterval == 40)
    }

    /// By hand: answers λ = a/188 a second, each with three failed attempts of 20 s before it,
    /// 12 s of ringing, and 180 s of conversation or 2 s of waiting.
    @Test func predictiveDiallingHoldsSeveral() throws {
        var terms = OutboundWorkloadsTests.terms(100_000)
        terms.mode = .predictive
        let campaign = OutboundWorkloadsTests.campaign(terms)
        let load = try campaign.workloads("list")[0]
        let agents = load.hours / 40
        let team = Int(agents.rounded(.up))
        let dialing = try PredictiveDialing(
            agents: team, handleTimeSeconds: 188, maximumDropped: 0.03, connectWithinSeconds: 2)
        let lines = dialing.offeredLoad / 188 * (3 * 20 + 12 + 0.97 * 180 + 0.03 * 2)
        let site = try needs(campaign)
        #expect(abs(site.peak.lineLoad - lines) < 1e-6)
        #expect(site.peak.lines > Int(lines) && site.peak.lines < Int(2 * lines))
        #expect(try ErlangB.blocking(agents: site.peak.lines, offeredLoad: lines) <= 0.001)
        let pace = try #require(site.campaigns[0].dialing.first)
        #expect(abs(pace.linesPerAgent - lines / agents) < 1e-9)
        #expect(pace.mode == .predictive && pace.linesPerAgent > 1)
    }

    @Test func edges() throws {
        // A site without campaigns, one without work, campaigns on no site.
        var nobody = calls()
        nobody.contacts = [:]
        let idle = try needs(nobody)
        #expect(
            idle.peak
                == PeakNeeds(seats: 0, seatsInterval: nil, lines: 0, linesInterval: nil, lineLoad: 0))
        #expect(idle.licences.isEmpty)
        var scenario = calls().scenario
        scenario.campaigns[0].site = Identifier("elsewhere")
        let none = try technicalNeeds(
            Requirement(activities: []), forecast: Forecast(activities: []), for: scenario)
        #expect(none.sites.isEmpty)
        // A requirement of another horizon, of other kinds, or with absurd figures.
        let campaign = calls()
        let key = OneCampaign.key("calls")
        let short = IntervalRequirement(
            positions: [-3], scheduled: [-3, .max], offeredLoad: [], binding: [], serviceAround: [])
        let absurd = WorkloadRequirement(
            days: 0...0, hours: .infinity, permitted: [true], agentsAtOnce: 0...0, contacts: 0, sales: 0)
        for kind in [
            ActivityRequirement.Kind.perInterval(short), .workload([absurd]), .workload([]),
        ] {
            let requirement = Requirement(activities: [ActivityRequirement(activity: key, kind: kind)])
            let site = try technicalNeeds(
                requirement, forecast: campaign.forecast, for: campaign.scenario
            ).sites[0]
            #expect(site.peak.lines >= 0 && site.peak.lineLoad.isFinite)
        }
    }
}
