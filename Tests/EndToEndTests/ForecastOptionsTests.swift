import Foundation
import Testing

/// What `plateau forecast` takes, refuses and notes, as a planner runs it.
@Suite struct ForecastOptionsTests {
    /// Twenty-eight days from 2026-09-01 on, 20 calls in each half-hour from 9:00 to 12:00.
    private static var halfHours: String {
        "start,offered,handleTime\n"
            + (1...28).flatMap { day in
                (18..<24).map { slot in
                    "2026-09-\(two(day)) \(two(slot / 2)):\(slot % 2 == 0 ? "00" : "30"),20,240\n"
                }
            }.joined()
    }

    private static var days: String {
        "date,calls\n" + (1...28).map { "2026-09-\(two($0)),120\n" }.joined()
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private let folder: TemporaryFolder
    private let calls: String
    private let daily: String

    init() throws {
        folder = try TemporaryFolder()
        (calls, daily) = (
            folder.url.appending(path: "calls.csv").path, folder.url.appending(path: "days.csv").path
        )
        try Data(ForecastOptionsTests.halfHours.utf8).write(to: URL(filePath: calls))
        try Data(ForecastOptionsTests.days.utf8).write(to: URL(filePath: daily))
    }

    @Test(arguments: ["10h30", "10:30", "10H30", "2026-09-28 10h30"])
    func timesAsPlannersWriteThem(asOf: String) throws {
        let run = try PlateauRun(["forecast", "--history", calls, "--as-of", asOf, "--json"])
        #expect(run.status == 0)
        // Three half-hours of 20.
        #expect(try run.json()["asOf"] as? String == "10:30" && run.json()["soFar"] as? Double == 60)
    }

    @Test(arguments: ["10h5x", "h30", "25h", "10h60", "10hh", "10h30h"]) func noTimes(asOf: String) throws {
        #expect(try PlateauRun(["forecast", "--history", calls, "--as-of", asOf]).status == 64)
    }

    @Test func aDailyHistoryHasNoRunningDay() throws {
        let run = try PlateauRun(["forecast", "--history", daily, "--as-of", "11h", "--lang", "fr"])
        #expect(run.status == 65 && run.output.isEmpty && run.errors.contains("jours entiers"))
    }

    @Test func slotsAreNoRowsToChoose() throws {
        let run = try PlateauRun(["forecast", "--history", calls, "--by", "slot"])
        #expect(run.status == 64 && run.errors.contains("day") && run.errors.contains("week"))
    }

    @Test func activitiesWithoutHistoryAreTold() throws {
        let stated = try PlateauRun(["forecast", "datasets/maxiphone", "--activity", "fibre/installation"])
        #expect(
            stated.status == 64
                && stated.errors.contains("has no history to forecast from; with a history: hotline/"))
        let unknown = try PlateauRun(["forecast", "datasets/maxiphone", "--activity", "hotlin"])
        #expect(unknown.status == 64 && unknown.errors.contains("no activity has this name"))
    }

    @Test func filesGoIntoFoldersThatExist() throws {
        let missing = folder.url.appending(path: "missing")
        let run = try PlateauRun([
            "forecast", "--history", calls, "--out", missing.appending(path: "forecast.html").path,
        ])
        #expect(run.status == 73 && run.output.isEmpty && run.errors.contains("there is no folder"))
        #expect(!FileManager.default.fileExists(atPath: missing.path))
        let plan = try PlateauRun(["plan", "datasets/tiny", "--out", missing.path])
        #expect(plan.status == 0)
        #expect(FileManager.default.fileExists(atPath: missing.appending(path: "plan.html").path))
    }

    @Test func rowsCarryHandleTimes() throws {
        for (by, key) in [([], "rows"), (["--by", "day"], "rows"), (["--by", "week"], "weeks")] {
            let run = try PlateauRun(["forecast", "--history", calls, "--horizon", "1w", "--json"] + by)
            let rows = try #require(try run.json()[key] as? [[String: Any]])
            let open = rows.filter { ($0["mean"] as? Double ?? 0) > 0 }
            #expect(!open.isEmpty)
            #expect(open.allSatisfy { abs(($0["handleTime"] as? Double ?? 0) - 240) < 1e-6 })
        }
    }

    @Test func everyRegionIsNamed() throws {
        let help = try PlateauRun(["forecast", "--help"]).output
        for region in ["FR-ALSACE-MOSELLE", "FR-GP", "FR-MQ", "FR-GF", "FR-RE", "FR-YT", "NONE"] {
            #expect(help.contains(region))
        }
    }
}
