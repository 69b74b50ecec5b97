import Execution
import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct IntervalRequirementsTests {
    /// One campaign with the same contacts in every interval.
    private func flat(
        _ perHour: Double, _ activity: Activity = .calls(), minutes: Int = 60
    ) -> OneCampaign {
        var campaign = OneCampaign(
            horizon: Horizon(
                firstDay: CivilDate(dayNumber: 20_780), weekCount: 1, intervalMinutes: minutes),
            activities: [activity])
        campaign.contacts = [
            activity.id: campaign.horizon.intervals.map { _ in perHour * Double(minutes) / 60 }
        ]
        return campaign
    }

    /// 720 calls an hour of 240 s are 48 erlangs whatever the interval.
    @Test(arguments: [5, 15, 30, 60])
    func intervalLengthDoesNotChangeTheAnswer(_ minutes: Int) throws {
        let need = try flat(720, minutes: minutes).intervals("calls")
        let direct = try smallestStaffing(
            meeting: StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20)),
            model: .erlangC, callsPerHour: 720, handleTimeSeconds: 240)
        #expect(need.positions.allSatisfy { $0 == direct.agents })
        #expect(abs(need.offeredLoad[0] - 48) < 1e-9)
        #expect(need.binding[0] == .serviceLevel)
        #expect(abs(need.serviceAround[2] - direct.performance.serviceLevel) < 1e-12)
        #expect(need.serviceAround[1] < 0.8 && need.serviceAround[2] >= 0.8)
        #expect(need.serviceAround.count == 5 * need.positions.count)
    }

    @Test(arguments: [nil, Seconds(60), Seconds(300)])
    func moreDemandOrAStricterTargetNeverNeedsFewer(_ patience: Seconds?) throws {
        var last = 0
        for calls in stride(from: 0.5, through: 400, by: 3.7) {
            let n = try flat(calls, .calls(patience: patience)).intervals("calls").positions[0]
            #expect(n >= last)
            // Square-root staffing bounds the answer from above.
            let load = calls * 240 / 3600
            #expect(Double(n) <= load + 3 * load.squareRoot() + 3)
            last = n
        }
        last = 0
        for level in [0.1, 0.5, 0.8, 0.9, 0.99, 0.999] {
            let target = ServiceTarget(serviceLevel: level)
            let n = try flat(300, .calls(target: target, patience: patience)).intervals("calls").positions[0]
            #expect(n >= last)
            last = n
        }
        let n = try flat(300, .calls(patience: patience)).intervals("calls").positions[0]
        let patient = try flat(300, .calls()).intervals("calls").positions[0]
        #expect(n <= patient)
    }

    @Test func eachTargetCanBind() throws {
        let cases: [(ServiceTarget, Seconds?, BindingTarget)] = [
            (ServiceTarget(serviceLevel: 0.9), nil, .serviceLevel),
            (ServiceTarget(serviceLevel: 0.1, maximumOccupancy: 0.6), nil, .occupancy),
            (ServiceTarget(serviceLevel: 0.1, maximumAbandonment: 0.01), Seconds(60), .abandonment),
            (ServiceTarget(serviceLevel: 0.1, maximumAnswerSpeed: Seconds(1)), nil, .answerSpeed),
            (ServiceTarget(serviceLevel: nil), nil, .stability),
        ]
        for (target, patience, binding) in cases {
            let need = try flat(300, .calls(target: target, patience: patience)).intervals("calls")
            #expect(need.binding.allSatisfy { $0 == binding })
        }
        // 300 × 240 s are 20 erlangs: no target asks for 21 agents, 60 % occupancy for 34.
        #expect(try flat(300, .calls(target: cases[4].0)).intervals("calls").positions[0] == 21)
        #expect(try flat(300, .calls(target: cases[1].0)).intervals("calls").positions[0] == 34)
    }

    /// 10 agents at 20 % absence and 15 % off the line: 10/0.68 = 14.7, once rounded up.
    @Test func shrinkageIsRoundedOnce() throws {
        var campaign = flat(0)
        campaign.minimumStaffing = 10
        campaign.shrinkage = Workforce.Shrinkage(external: 0.2, internal: 0.15)
        #expect(try campaign.intervals("calls").scheduled.allSatisfy { $0 == 15 })
        // 7/0.7 is 10.000000000000002 in floating point.
        campaign.minimumStaffing = 7
        campaign.shrinkage = Workforce.Shrinkage(external: 0.3, internal: 0)
        #expect(try campaign.intervals("calls").scheduled.allSatisfy { $0 == 10 })
    }

    @Test func minimumStaffingHoldsWhileOpenAndForTheCampaignAsAWhole() throws {
        var campaign = flat(0)
        campaign.hours = .daily(ClockRange(ClockTime(hour: 9), ClockTime(hour: 17)), on: [.monday])
        campaign.minimumStaffing = 3
        let need = try campaign.intervals("calls")
        for t in campaign.horizon.intervals {
            #expect(need.positions[t] == ((9..<17).contains(t) ? 3 : 0))
            #expect(need.binding[t] == ((9..<17).contains(t) ? .minimumStaffing : .none))
        }
        campaign.activities = [.calls("a"), .calls("b")]
        campaign.contacts = [Identifier("b"): campaign.horizon.intervals.map { _ in 10 }]
        let first = try campaign.intervals("a").positions[9]
        let second = try campaign.intervals("b").positions[9]
        #expect(second == 2 && first == 1)
    }

    @Test func closedIntervalsAndTinyLoadsNeedNobody() throws {
        var campaign = flat(1e-9)
        #expect(try campaign.intervals("calls").positions.allSatisfy { $0 == 0 })
        campaign = flat(100)
        campaign.hours = OpeningHours(weekdays: [])
        let need = try campaign.intervals("calls")
        #expect(need.positions.allSatisfy { $0 == 0 } && need.scheduled.allSatisfy { $0 == 0 })
    }

    @Test func unreachableTargetsNameTheActivity() throws {
        let key = OneCampaign.key("calls")
        #expect(throws: SizingError.targetUnreachable(key, .serviceLevel)) {
            try flat(100, .calls(target: ServiceTarget(serviceLevel: 1))).requirement()
        }
        #expect(throws: SizingError.targetUnreachable(key, .answerSpeed)) {
            try flat(100, .calls(target: ServiceTarget(maximumAnswerSpeed: Seconds(0)))).requirement()
        }
        #expect(throws: SizingError.impossibleTerm(key, .serviceLevelTarget, value: 80)) {
            try flat(100, .calls(target: ServiceTarget(serviceLevel: 80))).requirement()
        }
        #expect(throws: SizingError.impossibleTerm(key, .thresholdSeconds, value: -5)) {
            try flat(100, .calls(target: ServiceTarget(threshold: Seconds(-5)))).requirement()
        }
        #expect(throws: SizingError.impossibleTerm(key, .patienceSeconds, value: -1)) {
            try flat(100, .calls(patience: Seconds(-1))).requirement()
        }
        var campaign = flat(100)
        campaign.shrinkage = Workforce.Shrinkage(external: 1, internal: 0)
        #expect(throws: SizingError.impossibleTerm(key, .shrinkage, value: 1)) {
            try campaign.requirement()
        }
        #expect(throws: SizingError.self) { try flat(1e300).requirement() }
    }

    @Test(arguments: [Double.nan, -4, -Double.infinity])
    func brokenForecastsCountAsNoContacts(_ value: Double) throws {
        #expect(try flat(value).intervals("calls").positions.allSatisfy { $0 == 0 })
    }

    @Test func missingAndShortForecastsCountAsNoContacts() throws {
        var campaign = flat(100)
        campaign.contacts = [Identifier("calls"): [100]]
        let need = try campaign.intervals("calls")
        #expect(need.positions[0] > 0 && need.positions[1...].allSatisfy { $0 == 0 })
        campaign.contacts = [:]
        #expect(try campaign.intervals("calls").positions.count == campaign.horizon.intervalCount)
        campaign.horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 0)
        #expect(try campaign.intervals("calls").positions.isEmpty)
    }

    @Test(arguments: [1, 2, 3, 5])
    func chatAgentsHoldSeveralConversations(_ concurrency: Int) throws {
        let terms = ChatTerms(
            demand: .history, handleTime: Seconds(600), concurrency: concurrency, target: ServiceTarget())
        var campaign = flat(60, Activity(id: Identifier("chat"), channel: .chat(terms)))
        campaign.handleSeconds = 600
        // 60 conversations of 600 s are 10 at once.
        let servers = try smallestStaffing(
            meeting: StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20)),
            model: .erlangC, callsPerHour: 60, handleTimeSeconds: 600)
        let need = try campaign.intervals("chat")
        #expect(need.positions[0] == (servers.agents + concurrency - 1) / concurrency)
        #expect(abs(need.offeredLoad[0] - 10 / Double(concurrency)) < 1e-9)
        #expect(need.serviceAround[2] >= 0.8 && need.serviceAround[1] < 0.8)
    }

    /// Slowed down entirely, agents are no faster than with one conversation after the other:
    /// places to wait in become places at an agent, and the work stays.
    @Test func slowerChatsNeedMoreAgents() throws {
        func need(_ slowdown: Double, patience: Seconds? = nil, _ concurrency: Int = 3) throws
            -> IntervalRequirement
        {
            let terms = ChatTerms(
                demand: .history, handleTime: Seconds(600), concurrency: concurrency,
                slowdown: slowdown, patience: patience, target: ServiceTarget())
            return try flat(60, Activity(id: Identifier("chat"), channel: .chat(terms))).intervals("chat")
        }
        var last = 0
        for slowdown in [0, 0.2, 0.5, 0.8, 1] {
            let chats = try need(slowdown)
            #expect(chats.positions[0] >= last)
            last = chats.positions[0]
            // Four erlangs alone (`flat` forecasts 240 s), over c/(1 + g(c − 1)) at once.
            #expect(abs(chats.offeredLoad[0] - 4 * (1 + 2 * slowdown) / 3) < 1e-9)
            let direct = try smallestStaffing(
                meeting: StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20)),
                model: .chat(slots: 3, slowdown: slowdown, patienceSeconds: .infinity),
                callsPerHour: 60, handleTimeSeconds: 240)
            #expect(chats.positions[0] == direct.agents)
            #expect(try need(slowdown, patience: Seconds(30)).positions[0] <= chats.positions[0])
        }
        #expect(try need(1, patience: nil, 1) == flat(60, .calls("chat")).intervals("chat"))
        #expect(last > (try need(0).positions[0]))
    }

    @Test func absurdChatTermsAreHarmless() throws {
        for (slots, slowdown) in [(-3, 0.0), (0, .nan), (100_000, -5), (4, .infinity), (3, 7)] {
            let terms = ChatTerms(
                demand: .history, handleTime: Seconds(0), concurrency: slots, slowdown: slowdown,
                target: ServiceTarget())
            let need = try flat(30, Activity(id: Identifier("chat"), channel: .chat(terms)))
                .intervals("chat")
            #expect(need.positions.allSatisfy { (1...10).contains($0) })
        }
        let terms = ChatTerms(
            demand: .history, handleTime: Seconds(60), concurrency: 2, patience: Seconds(-1),
            target: ServiceTarget())
        #expect(throws: SizingError.self) {
            try flat(30, Activity(id: Identifier("chat"), channel: .chat(terms))).requirement()
        }
    }

    @Test func threadsDoNotShow() throws {
        let campaign = flat(123)
        #expect(try campaign.requirement(threads: 1) == campaign.requirement(threads: 4))
    }

    /// Each law keeps the mean that is stated, and gives what its queue gives.
    @Test(
        arguments: [
            (.exponential, .exponential(meanSeconds: 120)), (.deterministic, .deterministic(seconds: 120)),
            (.uniform, .uniform(upToSeconds: 240)),
            (.lognormal(variation: 0.8), .lognormal(meanSeconds: 120, variation: 0.8)),
            (.weibull(shape: 1), .exponential(meanSeconds: 120)),
            (.weibull(shape: 2), .weibull(scaleSeconds: 240 / Double.pi.squareRoot(), shape: 2)),
        ] as [(PatienceLaw, PatienceDistribution)])
    func everyPatienceLawHasItsQueue(_ law: PatienceLaw, _ distribution: PatienceDistribution) throws {
        let terms = InboundTerms(
            demand: .history, handleTime: Seconds(240), patience: Seconds(120), patienceLaw: law)
        let need = try flat(300, Activity(id: Identifier("calls"), channel: .inbound(terms)))
            .intervals("calls")
        let direct = try smallestStaffing(
            meeting: StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20)),
            model: .generalPatience(distribution), callsPerHour: 300, handleTimeSeconds: 240)
        #expect(need.positions[0] == direct.agents)
        #expect(abs(need.serviceAround[2] - direct.performance.serviceLevel) < 1e-9)
    }

    @Test(arguments: [
        PatienceLaw.weibull(shape: 0), .weibull(shape: .nan), .lognormal(variation: -1),
        .lognormal(variation: .infinity),
    ])
    func impossiblePatienceIsAnError(_ law: PatienceLaw) throws {
        let terms = InboundTerms(
            demand: .history, handleTime: Seconds(240), patience: Seconds(120), patienceLaw: law)
        #expect(throws: SizingError.self) {
            try flat(300, Activity(id: Identifier("calls"), channel: .inbound(terms))).requirement()
        }
    }
}
