import Execution
import Foundation
import PlanFiles
import Reports
import Testing
import Workforce

struct ReadWorkspaceTests {
    @Test func theBaseSaysWhatItsFilesSay() throws {
        let scenario = try #require(readWorkspace(at: Fixtures.base).scenario)
        #expect(scenario.horizon.firstDay.iso8601 == "2026-11-23")
        #expect(scenario.horizon.intervalCount == 14 * 96)
        #expect(scenario.floor.agents.map(\.id.name) == ["T001", "T002", "T003"])
        let camille = scenario.floor.agents[0]
        #expect(camille.campaigns.map(\.name) == ["hotline", "renewal"])
        #expect(camille.grossHourlyWage == UnitPrice(euros: 12.95))
        #expect(camille.hired?.iso8601 == "2024-03-12")
        let ines = scenario.floor.agents[1]
        #expect(ines.hired?.iso8601 == "2025-05-23")
        #expect(ines.unavailableWeekdays == [.wednesday])
        #expect(ines.availableWindow == ClockRange(ClockTime(hour: 8), ClockTime(hour: 16, minute: 30)))
        #expect(scenario.floor.contracts.map(\.weeklyMinutes) == [2100, 1440])
        // No wage of its own: the legal minimum on the first day.
        #expect(scenario.floor.contracts[1].grossHourlyWage == UnitPrice(euros: 12.31))
        let hotline = try #require(scenario.campaign(Identifier("hotline")))
        #expect(hotline.openingHours.weekdays[5].count == 2)
        #expect(hotline.openingHours.weekdays[6].isEmpty)
        #expect(hotline.openingHours.exceptions.count == 1)
        #expect(hotline.activities.map(\.id.name) == ["inbound"])
        #expect(scenario.campaign(Identifier("renewal"))?.activities.map(\.id.name) == ["calls", "letters"])
        #expect(scenario.histories.map(\.slotMinutes) == [15])
        #expect(scenario.requests.map(\.isBinding) == [true, false])
        #expect(scenario.published.count == 2)
        #expect(scenario.variants.map(\.changes.count) == [2])
    }

    @Test func theRulePackCarriesFiguresAndSources() throws {
        let rules = try #require(readWorkspace(at: Fixtures.base).scenario?.rules)
        #expect(rules.work.maximumDailyEffectiveMinutes == 600)
        #expect(rules.work.minimumDailyRestMinutes == 660)
        #expect(rules.work.lunchMinutes == 45...60)
        #expect(rules.calling.map(\.from.iso8601) == ["2023-03-01", "2026-08-11"])
        #expect(rules.calling.map(\.requiresConsent) == [false, true])
        #expect(rules.calling.map(\.consentDays) == [nil, 365])
        #expect(rules.sources["calling[1]"]?.contains("2025-594") == true)
        #expect(rules.calling[1].windows[4].map(\.minutes) == [180, 360])
        #expect(rules.calling[1].windows[5].isEmpty)
        #expect(rules.tariff.reductionDelta == 0.3821)
        #expect(rules.tariff.minimumWages.last?.grossHourly == UnitPrice(euros: 12.31))
        #expect(rules.sources["work.maximumDailyEffective"] == "Code du travail L3121-18 (2026-11-01)")
        #expect(rules.sources.count >= 30)
    }

    @Test func overridesReplaceFiguresAndSources() throws {
        let site = String(decoding: Fixtures.files(of: Fixtures.base)["site.yaml"] ?? [], as: UTF8.self)
        let own =
            site + """
                rules:
                  work:
                    maximumDailyEffective: {value: 9h, source: company agreement, date: 2026-01-01}
                    sundayPremium: 50 %
                  tariff:
                    reductionDelta: 0.3781
                """
        let reading = try base(replacing: ["site.yaml": own])
        #expect(lines(reading) == [])
        let rules = try #require(reading.scenario?.rules)
        #expect(rules.work.maximumDailyEffectiveMinutes == 540)
        #expect(rules.work.sundayPremium == 0.5)
        #expect(rules.work.holidayPremium == 1)
        #expect(rules.tariff.reductionDelta == 0.3781)
        #expect(rules.sources["work.maximumDailyEffective"] == "company agreement (2026-01-01)")
        #expect(rules.sources["work.sundayPremium"]?.hasPrefix("site.yaml:") == true)
    }

    @Test func theHorizonKnowsItsClockChanges() throws {
        let site = String(decoding: Fixtures.files(of: Fixtures.base)["site.yaml"] ?? [], as: UTF8.self)
        func horizon(_ start: String, _ zone: String = "Europe/Paris") throws -> Horizon {
            let text = site.replacingOccurrences(of: "2026-11-23", with: start)
                .replacingOccurrences(of: "Europe/Paris", with: zone)
            return try #require(
                try base(replacing: [
                    "site.yaml": text, "published/2026-11-16.csv": "matricule;date;début;fin\n",
                ])
                .scenario?.horizon)
        }
        let autumn = try horizon("2026-10-19")
        #expect(autumn.clockChanges.map(\.forwardMinutes) == [-60])
        #expect(autumn.clockChanges.first?.date.iso8601 == "2026-10-25")
        #expect(autumn.clockChanges.first?.clock == ClockTime(hour: 2))
        #expect(autumn.intervals(ofDay: 6).count == 100)
        let spring = try horizon("2027-03-22")
        #expect(
            spring.clockChanges == [
                ClockChange(
                    date: try #require(CivilDate(year: 2027, month: 3, day: 28)), clock: ClockTime(hour: 2),
                    forwardMinutes: 60)
            ])
        #expect(try horizon("2026-10-19", "Indian/Reunion").clockChanges.isEmpty)
        #expect(try horizon("2026-10-26", "America/New_York").clockChanges.first?.clock == ClockTime(hour: 1))
    }

    @Test func withoutAgentsThePlanIsInSizingMode() throws {
        var files = Fixtures.files(of: Fixtures.base)
        for path in ["agents.csv", "requests.csv", "published/2026-11-16.csv"] { files[path] = nil }
        let reading = try reading(files)
        #expect(lines(reading) == [])
        #expect(reading.scenario?.isNamed == false)
    }

    @Test func otherFilesAreIgnored() throws {
        let more = ["notes.txt": "x", "actuals/2026-11.csv": "\0", ".hidden": "y", "history/.DS_Store": "z"]
        #expect(lines(try base(replacing: more)) == [])
    }

    @Test func allMistakesAreFoundAtOnceInOrder() throws {
        var files = Fixtures.files(of: Fixtures.base)
        files["agents.csv"]?.append(contentsOf: Array("T004;X;;cdi-99;;;;;;;\n".utf8))
        files["campaigns/hotline.yaml"]?.append(contentsOf: Array("colour: red\nqality:\n".utf8))
        files["scenarios.yaml"] = Array("a: [demand=10]\n".utf8)
        let found = try reading(files).diagnostics
        #expect(found.count == 4)
        #expect(found.map(\.location) == found.map(\.location).sorted())
        #expect(Set(found.map(\.location.file)).count == 3)
    }

    @Test func aFolderThatIsNotThere() {
        let reading = readWorkspace(at: URL(fileURLWithPath: "/nonexistent/workspace"))
        #expect(reading.diagnostics.map(\.problem) == [.file(.folderMissing)])
    }

    @Test func readingTwiceGivesTheSame() {
        #expect(readWorkspace(at: Fixtures.base).scenario == readWorkspace(at: Fixtures.base).scenario)
    }

    /// Random bytes changed, dropped, repeated: never a crash, and always either a scenario or an error.
    @Test(arguments: 0..<8)
    func mutatedWorkspacesNeverCrash(_ stream: Int) throws {
        var random = SeededGenerator(seed: 20_261_123, stream: stream)
        let original = Fixtures.files(of: Fixtures.base)
        let paths = original.keys.sorted()
        for _ in 0..<25 {
            var files = original
            for _ in 0...random.below(4) {
                let path = paths[random.below(paths.count)]
                files[path] = files[path].map { mutated($0, &random) }
            }
            let reading = try reading(files)
            let hasError = reading.diagnostics.contains { $0.severity == .error }
            #expect((reading.scenario == nil) == hasError)
            for diagnostic in reading.diagnostics { #expect(!diagnosticLine(diagnostic, .french).isEmpty) }
        }
    }

    private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        guard !bytes.isEmpty else { return bytes }
        let alphabet = Array(" \n\t:-#&*[]{}\"'|>%,;./0129aeé\u{0}\u{FF}".utf8) + [0xFF, 0x80]
        for _ in 0...random.below(6) {
            let at = random.below(max(1, bytes.count))
            switch random.below(5) {
            case 0 where at < bytes.count: bytes[at] = alphabet[random.below(alphabet.count)]
            case 1 where at < bytes.count: bytes.remove(at: at)
            case 2: bytes.insert(alphabet[random.below(alphabet.count)], at: min(at, bytes.count))
            case 3:
                let end = min(bytes.count, at + random.below(60))
                if at < end { bytes.insert(contentsOf: Array(bytes[at..<end]), at: at) }
            default:
                let end = min(bytes.count, at + random.below(40))
                if at < end { bytes.removeSubrange(at..<end) }
            }
        }
        return bytes
    }
}
