import PlanFiles
import Testing
import Workforce

/// Volumes by month, volumes spread like another activity, and new agents' handle times.
/// The base's horizon is 23 November to 6 December 2026; its hotline has a history.
struct StatedVolumeTests {
    private func campaign(_ keys: String, more: [String: String] = [:]) throws -> WorkspaceReading {
        let texts = [
            "campaigns/renewal.yaml": """
            client: MaxiPhone
            channel: inbound
            handleTime: 300s
            openingHours:
              mon-fri: 08:00-20:00
            skills: [mobile]
            \(keys)

            """,
            "scenarios.yaml": "busier:\n  - demand=+10%\n",
        ]
        return try base(replacing: texts.merging(more) { $1 })
    }

    private func errors(_ reading: WorkspaceReading) -> [String] {
        lines(reading).filter { $0.contains(": error: ") }
    }

    private func demand(_ keys: String, more: [String: String] = [:]) throws -> DemandSource {
        let reading = try campaign(keys, more: more)
        #expect(errors(reading) == [])
        let renewal = try #require(reading.scenario?.campaign(Identifier("renewal")))
        return try #require(renewal.activities.first?.channel.demand)
    }

    // MARK: Months

    @Test(arguments: [
        "volume: {2026-12: 14500, 2026-11: 12 000}",
        "volume:\n  12/2026: 14500\n  2026-11: 12000",
        "volume:\n  2026-12: 14 500\n  2026-11: 12000\n  2027-01: 9",
    ])
    func monthsAreRead(_ keys: String) throws {
        guard case .monthlyVolume(let plan, .profile(let profile), let variation) = try demand(keys) else {
            Issue.record("no volume")
            return
        }
        #expect(plan.contacts(year: 2026, month: 11) == 12_000)
        #expect(plan.contacts(year: 2026, month: 12) == 14_500)
        #expect(profile.name == "officeHours" && variation == 0.23)
    }

    @Test func onlyMonthsOfWorkAreNeeded() throws {
        let launched = try demand("launch: 2026-12-01\nvolume: {2026-12: 100}")
        #expect(launched != .history)
        let ended = try demand("end: 2026-11-30\nvolume: {2026-11: 100}")
        #expect(ended != .history)
    }

    @Test(arguments: [
        ("volume: {2026-11: 100}", "7:9: error: 2026-12 is missing; write 2026-12: with a whole number"),
        (
            "volume: {2026-11: 100, Dec: 5}",
            "7:24: error: volume Dec is not a month; write for example 2026-12"
        ),
        (
            "volume: {2026-11: 100, 2026-12-01: 5}",
            "7:24: error: volume 2026-12-01 is not a month; write 2026-12"
        ),
        (
            "volume: {2026-11: 100, 2026-13: 5}",
            "7:24: error: volume 2026-13 is not a month; write for example 2026-12"
        ),
        (
            "volume: {2026-11: 100, 2026-12: -5}",
            "7:33: error: 2026-12 -5 is below 0; write a whole number between 0 and 100000000"
        ),
        (
            "volume: {2026-11: 100, 2026-12: 5/month}",
            "7:33: error: 2026-12 5/month is not a whole number; write 5"
        ),
        (
            "volume: {2026-11: 100, 2026-12: }",
            "7:33: error: 2026-12 is missing; write 2026-12: with a whole number"
        ),
        (
            "volume: {2026-11: 1, 2026-12: 5, 12/2026: 6}",
            "7:34: error: 2026-12 and 12/2026 exclude each other; keep one"
        ),
        ("volume: [12]", "7:9: error: volume holds a list (- …); write a single value"),
    ])
    func brokenMonths(_ keys: String, _ line: String) throws {
        #expect(errors(try campaign(keys)) == ["campaigns/renewal.yaml:" + line])
    }

    @Test func bothMissingMonthsAreNamed() throws {
        let found = errors(try campaign("volume: {}"))
        #expect(found.count == 2 && found[0].contains("2026-11") && found[1].contains("2026-12"))
    }

    // MARK: Analogy

    private static let hotline = ActivityKey(Identifier("hotline"), Identifier("inbound"))

    @Test(arguments: ["hotline", "hotline/inbound"])
    func anotherActivityIsFound(_ name: String) throws {
        let found = try demand("volume: 12000/month\nlike: \(name)\nvolumeUncertainty: 10 %")
        #expect(
            found
                == .monthlyVolume(
                    .everyMonth(12_000), spread: .like(StatedVolumeTests.hotline), variation: 0.1))
    }

    /// Two activities with a history, where one is meant.
    private static let mixed = [
        "campaigns/hotline.yaml": """
        client: MaxiPhone
        openingHours: {mon-fri: 08:00-20:00}
        skills: [mobile]
        activities:
          calls: {channel: inbound, handleTime: 300s}
          chats: {channel: chat, handleTime: 300s}
          letters: {channel: email, handleTime: 300s, volume: 10/month}

        """,
        "history/hotline.calls.csv": "start;offered\n2026-11-16 08:00;37\n",
        "history/hotline.chats.csv": "start;offered\n2026-11-16 08:00;37\n",
    ]

    @Test func oneOfSeveralIsNamed() throws {
        let keys = "volume: 12000/month\nlike: hotline/chats"
        var files = Fixtures.files(of: Fixtures.base)
        files["history/hotline.csv"] = nil
        for (path, text) in StatedVolumeTests.mixed { files[path] = Array(text.utf8) }
        func read(_ like: String) throws -> WorkspaceReading {
            files["campaigns/renewal.yaml"] = Array(
                """
                client: MaxiPhone
                channel: inbound
                handleTime: 300s
                openingHours: {mon-fri: 08:00-20:00}
                skills: [mobile]
                volume: 12000/month
                like: \(like)

                """.utf8)
            files["scenarios.yaml"] = nil
            return try reading(files)
        }
        let whole = try read("hotline/chats")
        #expect(errors(whole) == [])
        guard
            case .monthlyVolume(_, .like(let other), _)? = whole.scenario?.campaign(Identifier("renewal"))?
                .activities[0].channel.demand
        else {
            Issue.record("no analogy in \(keys)")
            return
        }
        #expect(other == ActivityKey(Identifier("hotline"), Identifier("chats")))
        #expect(
            errors(try read("hotline")) == [
                "campaigns/renewal.yaml:7:7: error: like hotline is not one of hotline/calls or hotline/chats; write hotline/calls"
            ])
        #expect(
            errors(try read("hotline/chat")) == [
                "campaigns/renewal.yaml:7:7: error: there is no activity hotline/chat; did you mean hotline/chats?"
            ])
        #expect(
            errors(try read("hotline/letters")) == [
                "campaigns/renewal.yaml:7:7: error: like hotline/letters is not an activity forecast from a history; write hotline/calls"
            ])
    }

    @Test(arguments: [
        ("volume: 1/month\nlike: hotlin", "8:7: error: there is no campaign hotlin; did you mean hotline?"),
        (
            "volume: 1/month\nlike: renewal",
            "8:7: error: like renewal is not an activity forecast from a history; write hotline/inbound"
        ),
        (
            "volume: 1/month\nlike: hotline/inbound/x",
            "8:7: error: like hotline/inbound/x is not an activity forecast from a history; write for example hotline or hotline/calls"
        ),
        (
            "volume: 1/month\nlike: hotline\nprofile: flat",
            "8:1: error: profile and like exclude each other; keep one"
        ),
        (
            "volume: 1/month\nvolumeUncertainty: 30",
            "8:20: error: volumeUncertainty 30 is not a share; write 30 %"
        ),
    ])
    func brokenAnalogies(_ keys: String, _ line: String) throws {
        #expect(errors(try campaign(keys)) == ["campaigns/renewal.yaml:" + line])
    }

    @Test(arguments: ["like: hotline", "volumeUncertainty: 10 %", "profile: flat"])
    func keysOfAVolumeNeedOne(_ key: String) throws {
        let name = key.prefix { $0 != ":" }
        let found = errors(try campaign(key))
        #expect(found.contains("campaigns/renewal.yaml:7:1: error: \(name) needs volume; write volume too"))
    }

    @Test func aBrokenFileIsNotReferredTo() throws {
        let reading = try campaign(
            "volume: 1/month\nlike: hotline/call", more: ["campaigns/hotline.yaml": "client: [\n"])
        #expect(errors(reading).allSatisfy { !$0.contains("like") && !$0.contains("renewal") })
    }

    // MARK: Learning curve

    private func curve(_ value: String) throws -> LearningCurve? {
        let reading = try campaign("volume: 1/month\nlearningCurve: \(value)")
        #expect(errors(reading) == [])
        return reading.scenario?.campaign(Identifier("renewal"))?.learningCurve
    }

    @Test func curvesAreRead() throws {
        let curve = LearningCurve(start: 1.4, halfLife: Seconds(28 * 86_400))
        #expect(try self.curve("{start: 140 %, halfLife: 4w}") == curve)
        #expect(try self.curve("{start: 1.4, halfLife: 28d}") == curve)
        #expect(try demand("volume: 1/month") != .history)
    }

    @Test(arguments: [
        ("{start: 140, halfLife: 4w}", "8:24: error: start 140 is not a share; write 140 %"),
        (
            "{start: 90 %, halfLife: 4w}",
            "8:24: error: start 90 % is below 100 %; write a share between 100 % and 500 %"
        ),
        ("{start: 140 %, halfLife: 4}", "8:41: error: halfLife 4 is not a duration; write 4w"),
        (
            "{start: 140 %, halfLife: 3w2h}",
            "8:41: error: halfLife 3w2h is not a duration; write for example 240s, 30m or 7.5h"
        ),
        ("{start: 140 %}", "8:16: error: halfLife is missing; write halfLife: with a duration"),
        ("{start: 140 %, halfLife: 4w, end: 1}", "8:45: error: unknown key end; remove it"),
        ("140 %", "8:16: error: learningCurve holds a single value; write a mapping (key: value)"),
    ])
    func brokenCurves(_ value: String, _ line: String) throws {
        let found = errors(try campaign("volume: 1/month\nlearningCurve: \(value)"))
        #expect(found == ["campaigns/renewal.yaml:" + line])
    }

    @Test func outboundCallsHaveNoForecastToLengthen() throws {
        let reading = try base(replacing: [
            "campaigns/renewal.yaml": """
            client: MaxiPhone
            channel: outbound
            listSize: 8000
            reachRate: 25 %
            conversionRate: 12 %
            handleTime: 300s
            openingHours: {mon-fri: 10:00-20:00}
            learningCurve: {start: 140 %, halfLife: 4w}

            """
        ])
        let found = errors(reading)
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix(
                "campaigns/renewal.yaml:8:1: error: learningCurve has no meaning for the channel outbound")
                == true)
    }
}
