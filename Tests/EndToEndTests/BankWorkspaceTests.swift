import Foundation
import Testing

/// Real calls of a bank (2003, weekdays, half-hours), planned end to end in
/// sizing mode for the week after their last day. The counts are third-party
/// data and stay beside the repository.
@Suite struct BankWorkspaceTests {
    static let counts = PlateauRun.root.appending(path: "../shared/benchmarks/bank_calls/bank2003_30min.csv")
    static var isThere: Bool { FileManager.default.fileExists(atPath: counts.path) }

    static let site = """
        name: Bank
        site:
          id: centre
          timeZone: America/New_York
          holidays: NONE
        horizon:
          start: 2003-10-27
          weeks: 1
        contracts:
          - id: full
            weeklyHours: 35h
            daysPerWeek: 5
            dailyHours: 7h
            wage: 14.00
          - id: flexible
            weeklyHours: 35h
            daysPerWeek: 4..5
            dailyHours: 6h..9h
            wage: 14.50
          - id: part
            weeklyHours: 25h
            daysPerWeek: 5
            dailyHours: 5h
            wage: 13.50
        costs:
          seatPerMonth: 150
          telecomPerMinute: 0.012
          softwarePerAgentAndMonth: 80
          supervisorGrossMonthly: 2600
          trainerGrossHourly: 19
          recruitmentPerHire: 900
          overheadShare: 12 %
        """

    static let campaign = """
        client: Bank
        channel: inbound
        openingHours:
          mon-fri: 07:00-21:00
        handleTime: 180s
        serviceTarget: 80/20
        """

    @Test(.enabled(if: isThere, "needs ../shared/benchmarks/bank_calls"))
    func theWeekAfterTheLastDataIsPlanned() throws {
        let folder = try TemporaryFolder()
        let files = FileManager.default
        for name in ["campaigns", "history"] {
            try files.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: true)
        }
        try Data(BankWorkspaceTests.site.utf8).write(to: folder.url.appending(path: "site.yaml"))
        try Data(BankWorkspaceTests.campaign.utf8)
            .write(to: folder.url.appending(path: "campaigns/calls.yaml"))
        try files.copyItem(
            at: BankWorkspaceTests.counts, to: folder.url.appending(path: "history/calls.csv"))

        let run = try PlateauRun(["plan", folder.url.path, "--json"])
        #expect(run.status == 0, "\(run.errors)")
        let plan = try run.json()
        let findings = try #require(plan["findings"] as? [[String: Any]])
        #expect(!findings.contains { $0["severity"] as? String == "violation" })
        let pool = try #require((plan["schedule"] as? [[String: Any]])?.first)
        let optimality = try #require(pool["optimality"] as? [String: Any])
        let gap = try #require(optimality["gap"] as? Double)
        #expect(gap < 0.05, "gap \(gap)")
        let service = try #require((plan["service"] as? [[String: Any]])?.first?["overall"] as? Double)
        #expect(service > 0.75)
    }
}
