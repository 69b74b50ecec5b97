import PlanFiles
import Reports
import Testing
import Workforce

/// Keys of back office, e-mail and callbacks.
struct DeferredActivityTests {
    private func campaign(_ activities: String) throws -> WorkspaceReading {
        try base(replacing: [
            "campaigns/renewal.yaml": """
            client: MaxiPhone
            openingHours:
              mon-fri: 08:00-20:00
            skills: [mobile]
            activities:
              calls: {channel: inbound, volume: 1000/month, handleTime: 300s}
              list: {channel: outbound, listSize: 10, reachRate: 20 %, conversionRate: 10 %, handleTime: 300s}
            \(activities)

            """,
            "scenarios.yaml": "busier:\n  - demand=+10%\n",
        ])
    }

    private func terms(_ keys: String) throws -> DeferredTerms {
        let reading = try campaign("  more: {handleTime: 400s, \(keys)}")
        #expect(lines(reading).filter { $0.contains("error") } == [])
        let renewal = try #require(reading.scenario?.campaign(Identifier("renewal")))
        guard case .backOffice(let terms) = try #require(renewal.activities.last).channel else {
            return try #require(nil)
        }
        return terms
    }

    @Test func channels() throws {
        let mail = try terms("channel: email, volume: 500/month, backlog: 120, dueWithin: 4h")
        #expect(mail.dueWithin == Seconds(4 * 3600) && mail.backlog == 120)
        #expect(try terms("channel: backOffice, volume: 500/month").dueWithin == Seconds(48 * 3600))
        #expect(try terms("channel: backOffice, volume: 500/month").backlog == nil)
        let callback = try terms("channel: callback, from: calls, share: 10 %")
        #expect(
            callback
                == DeferredTerms(
                    demand: .share(of: Identifier("calls"), share: 0.1), handleTime: Seconds(400),
                    dueWithin: Seconds(7200)))
    }

    @Test(arguments: [
        ("channel: callback, from: cals, share: 10 %", "activity cals"),
        ("channel: callback, from: list, share: 10 %", "calls"),
        ("channel: callback, from: more, share: 10 %", "calls"),
        ("channel: callback, share: 10 %", "from"),
        ("channel: callback, from: calls, share: 110 %", "share 110 % is above 100 %"),
        ("channel: callback, from: calls, share: 10 %, volume: 5/month", "volume"),
        ("channel: email, volume: 5/month, share: 10 %", "share"),
        ("channel: email, volume: 5/month, backlog: -3", "backlog"),
    ])
    func whatCannotBe(_ keys: String, says: String) throws {
        let found = lines(try campaign("  more: {handleTime: 400s, \(keys)}")).filter { $0.contains("error") }
        #expect(found.count == 1, "\(found)")
        #expect(found.contains { $0.contains(says) }, "\(found)")
    }

    /// An activity that has an error of its own is not said to be unknown as well.
    @Test func oneMistakeIsSaidOnce() throws {
        let found = lines(
            try campaign(
                """
                  chats: {channel: chat, volume: 5/month, handleTime: 0s}
                  more: {channel: callback, from: chats, share: 10 %, handleTime: 60s}
                """)
        ).filter { $0.contains("error") }
        #expect(found.count == 1 && found[0].contains("handleTime"), "\(found)")
    }

    @Test func aCallbackAloneRelievesNobody() throws {
        let reading = try base(replacing: [
            "campaigns/renewal.yaml": """
            client: MaxiPhone
            openingHours: {mon-fri: 08:00-20:00}
            channel: callback
            from: calls
            share: 10 %
            handleTime: 60s

            """
        ])
        #expect(lines(reading).contains { $0.contains("channel: callback needs activities") })
    }
}
