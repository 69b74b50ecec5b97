import PlanFiles
import Reports
import Testing
import Workforce

/// Keys of outbound calls.
struct OutboundActivityTests {
    private func campaign(_ keys: String) throws -> WorkspaceReading {
        try base(replacing: [
            "campaigns/renewal.yaml": """
            client: MaxiPhone
            channel: outbound
            listSize: 1000
            reachRate: 25 %
            conversionRate: 10 %
            handleTime: 300s
            openingHours:
              mon-fri: 08:00-20:00
            skills: [mobile]
            \(keys)

            """,
            "scenarios.yaml": "busier:\n  - demand=+10%\n",
        ])
    }

    private func terms(_ keys: String) throws -> OutboundTerms {
        let reading = try campaign(keys)
        #expect(lines(reading).filter { $0.contains("error") } == [])
        let renewal = try #require(reading.scenario?.campaign(Identifier("renewal")))
        guard case .outbound(let terms) = try #require(renewal.activities.first).channel else {
            return try #require(nil)
        }
        return terms
    }

    @Test(arguments: DialingMode.allCases)
    func everyModeCanBeWritten(_ mode: DialingMode) throws {
        #expect(try terms("mode: \(mode.rawValue)").mode == mode)
    }

    @Test func aPredictiveDiallerHasLimits() throws {
        let plain = try terms("mode: predictive")
        #expect(plain.maximumDropped == 0.03)
        #expect(plain.connectWithin == Seconds(2))
        let own = try terms("mode: predictive\nmaximumDropped: 1,5 %\nconnectWithin: 0s")
        #expect(own.maximumDropped == 0.015)
        #expect(own.connectWithin == Seconds(0))
    }

    @Test func recordsDifferAndConsentsAge() throws {
        #expect(try terms("").reachSpread == 0)
        #expect(try terms("").consentGiven == nil)
        let own = try terms("reachSpread: 15 %\nconsentGiven: 2026-01-10..20/11/2026")
        #expect(own.reachSpread == 0.15)
        #expect(own.consentGiven?.lowerBound.iso8601 == "2026-01-10")
        #expect(own.consentGiven?.upperBound.iso8601 == "2026-11-20")
        let day = try #require(CivilDate(iso8601: "2026-03-01"))
        #expect(try terms("consentGiven: 2026-03-01").consentGiven == day...day)
    }

    @Test(arguments: [
        ("reachSpread: 120 %", "reachSpread 120 % is above 100 %"),
        ("consentGiven: 2026-11-20..2026-01-10", "consentGiven"),
        ("consentGiven: last year", "a range of dates"),
        ("consentGiven: 2026-01-10..2026-01-11..2026-01-12", "a range of dates"),
        ("audience: business\nconsentGiven: 2026-01-10", "consentGiven needs audience: consumer"),
        ("maximumDropped: 3 %", "maximumDropped needs mode: predictive"),
        ("mode: progressive\nconnectWithin: 2s", "connectWithin needs mode: predictive"),
        ("mode: predictive\nmaximumDropped: 0 %", "maximumDropped 0 % is below 0.1 %"),
        ("mode: predictive\nmaximumDropped: 60 %", "maximumDropped 60 % is above 50 %"),
        ("mode: predictive\nconnectWithin: 2m", "connectWithin 2m is above 1m"),
    ])
    func whatCannotBe(_ keys: String, says: String) throws {
        let found = lines(try campaign(keys))
        #expect(found.filter { $0.contains("error") }.count == 1)
        #expect(found.contains { $0.contains(says) }, "\(found)")
    }
}
