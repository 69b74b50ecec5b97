import PlanFiles
import Testing
import Workforce

/// Keys of inbound calls and chats.
struct QueuedActivityTests {
    private func campaign(_ keys: String, channel: String = "inbound") throws -> WorkspaceReading {
        try base(replacing: [
            "campaigns/renewal.yaml": """
            client: MaxiPhone
            channel: \(channel)
            volume: 1000/month
            handleTime: 300s
            openingHours:
              mon-fri: 08:00-20:00
            skills: [mobile]
            \(keys)

            """,
            "scenarios.yaml": "busier:\n  - demand=+10%\n",
        ])
    }

    private func target(_ keys: String, channel: String = "inbound") throws -> ServiceTarget {
        let reading = try campaign("serviceTarget: {\(keys)}\npatience: 60s", channel: channel)
        #expect(lines(reading).filter { $0.contains("error") } == [])
        let renewal = try #require(reading.scenario?.campaign(Identifier("renewal")))
        switch try #require(renewal.activities.first).channel {
        case .inbound(let terms): return terms.target
        case .chat(let terms): return terms.target
        default: return try #require(nil)
        }
    }

    @Test(arguments: ServiceLevelBasis.allCases)
    func everyBasisCanBeWritten(_ basis: ServiceLevelBasis) throws {
        let read = try target("serviceLevel: 80 %, basis: \(basis.rawValue)")
        #expect(read == ServiceTarget(serviceLevel: 0.8, basis: basis))
    }

    @Test(arguments: TargetPeriod.allCases)
    func everyPeriodCanBeWritten(_ period: TargetPeriod) throws {
        let read = try target("serviceLevel: 80 %, period: \(period.rawValue)")
        #expect(read == ServiceTarget(serviceLevel: 0.8, period: period))
        #expect(try target("serviceLevel: 80 %").period == .interval)
    }

    @Test func aTargetSaysOnlyWhatIsWritten() throws {
        #expect(
            try target("maximumOccupancy: 85 %") == ServiceTarget(serviceLevel: nil, maximumOccupancy: 0.85))
        #expect(
            try target("serviceLevel: 90 %, threshold: 30s, basis: exceptShortAbandons, shortAbandon: 8s")
                == ServiceTarget(
                    serviceLevel: 0.9, threshold: Seconds(30), basis: .exceptShortAbandons,
                    shortAbandon: Seconds(8)))
    }

    @Test func chatsHaveASlowdownAndAPatience() throws {
        func chat(_ keys: String) throws -> ChatTerms {
            let reading = try campaign(keys, channel: "chat")
            #expect(lines(reading).filter { $0.contains("error") } == [])
            let renewal = try #require(reading.scenario?.campaign(Identifier("renewal")))
            guard case .chat(let terms) = renewal.activities.first?.channel else { return try #require(nil) }
            return terms
        }
        let read = try chat("concurrency: 3\nslowdown: 20 %\npatience: 90s")
        #expect(read.concurrency == 3 && read.slowdown == 0.2 && read.patience == Seconds(90))
        let plain = try chat("")
        #expect(plain.concurrency == 2 && plain.slowdown == 0 && plain.patience == nil)
        let limited = "serviceTarget: {serviceLevel: 80 %, maximumAbandonment: 5 %}\npatience: 90s"
        #expect(try chat(limited).target.maximumAbandonment == 0.05)
    }

    private func inbound(_ keys: String) throws -> InboundTerms {
        let reading = try campaign(keys)
        #expect(lines(reading).filter { $0.contains("error") } == [])
        let renewal = try #require(reading.scenario?.campaign(Identifier("renewal")))
        guard case .inbound(let terms) = renewal.activities.first?.channel else { return try #require(nil) }
        return terms
    }

    @Test(
        arguments: [
            ("exponential", .exponential), ("deterministic", .deterministic), ("uniform", .uniform),
            ("{law: uniform}", .uniform), ("{law: weibull, shape: 2}", .weibull(shape: 2)),
            ("{law: lognormal, variation: 0.8}", .lognormal(variation: 0.8)),
        ] as [(String, PatienceLaw)])
    func everyPatienceLawCanBeWritten(_ written: String, _ law: PatienceLaw) throws {
        let terms = try inbound("patience: 90s\npatienceLaw: \(written)")
        #expect(terms.patience == Seconds(90) && terms.patienceLaw == law)
        #expect(try inbound("patience: 90s").patienceLaw == .exponential)
    }

    @Test func linesAreHeldInTheMenuAndFreeInWrapUp() throws {
        let terms = try inbound("wrapUp: 40s\nvoiceMenu: 25s")
        #expect(terms.wrapUp == Seconds(40) && terms.voiceMenu == Seconds(25))
        let plain = try inbound("")
        #expect(plain.wrapUp == Seconds(0) && plain.voiceMenu == Seconds(0))
    }

    @Test func activitiesHaveSkillsAndPriorities() throws {
        let reading = try base(replacing: [
            "campaigns/renewal.yaml": """
            client: MaxiPhone
            openingHours:
              mon-fri: 08:00-20:00
            activities:
              gold:
                channel: inbound
                volume: 1000/month
                handleTime: 300s
                skills: [mobile]
                priority: 1
              others:
                channel: chat
                volume: 1000/month
                handleTime: 300s
                skills: mobil
                priority: 3

            """,
            "scenarios.yaml": "busier:\n  - demand=+10%\n",
        ])
        let activities = try #require(reading.scenario?.campaign(Identifier("renewal"))).activities
        #expect(activities[0].requiredSkills == [Identifier("mobile")] && activities[0].priority == 1)
        #expect(activities[1].requiredSkills == [Identifier("mobil")] && activities[1].priority == 3)
        #expect(lines(reading).contains { $0.contains("no agent has the skill mobil") })
    }

    private func method(_ keys: String) throws -> SizingMethod {
        let reading = try campaign("sizing: {\(keys)}")
        #expect(lines(reading).filter { $0.contains("error") } == [])
        return try #require(reading.scenario?.campaign(Identifier("renewal"))).sizing
    }

    @Test(arguments: LoadMethod.allCases)
    func everyLoadMethodCanBeWritten(_ load: LoadMethod) throws {
        #expect(try method("load: \(load.rawValue)").load == load)
    }

    @Test(
        arguments: [
            ("forecast", .fromForecast), ("none", .variation(0)), ("10 %", .variation(0.1)),
            ("0.25", .variation(0.25)),
        ] as [(String, DemandUncertainty)])
    func everyUncertaintyCanBeWritten(_ written: String, _ uncertainty: DemandUncertainty) throws {
        #expect(try method("uncertainty: \(written)").uncertainty == uncertainty)
    }

    @Test func redialsAndHandleTimesVary() throws {
        let terms = try inbound("patience: 90s\nredialShare: 40 %\nhandleTimeVariation: 0.7")
        #expect(terms.redialShare == 0.4 && terms.handleTimeVariation == 0.7)
        let plain = try inbound("")
        #expect(plain.redialShare == 0 && plain.handleTimeVariation == 1)
    }

    @Test func theLargestLoadIsTheDefault() throws {
        #expect(try method("").load == .modifiedOfferedLoad)
        let hotline = try #require(readWorkspace(at: Fixtures.base).scenario?.campaign(Identifier("hotline")))
        #expect(hotline.sizing == SizingMethod())
    }
}
