import Foundation
import Testing

/// `plateau forecast` on files and workspaces, as a planner runs it.
@Suite struct ForecastTests {
    /// Twelve weeks of half-hours from Monday 2026-08-31: 20 calls each on weekdays from 9:00 to 17:00.
    private static func halfHours(_ change: (Int, Int) -> String? = { _, _ in nil }) -> String {
        var text = "start,offered,handleTime\n"
        for day in 0..<84 where day % 7 < 5 {
            // 31 August is day 0.
            let date =
                day == 0
                ? "2026-08-31"
                : day <= 30
                    ? "2026-09-\(two(day))"
                    : day <= 61 ? "2026-10-\(two(day - 30))" : "2026-11-\(two(day - 61))"
            for slot in 18..<34 {
                let clock = "\(two(slot / 2)):\(slot % 2 == 0 ? "00" : "30")"
                text += "\(date) \(clock),\(change(day, slot) ?? "20"),240\n"
            }
        }
        return text
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private struct Files {
        let folder: TemporaryFolder
        init() throws { folder = try TemporaryFolder() }

        func write(_ text: String, _ name: String) throws -> String {
            let url = folder.url.appending(path: name)
            try Data(text.utf8).write(to: url)
            return url.path
        }
    }

    /// Numbers of a CSV's rows, by their first cell.
    private static func rows(_ output: String) -> [String: [Double]] {
        var rows: [String: [Double]] = [:]
        for line in output.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            rows[String(cells[0])] = cells.dropFirst().compactMap { Double($0) }
        }
        return rows
    }

    @Test func aSteadyWeekReturns() throws {
        let files = try Files()
        let path = try files.write(ForecastTests.halfHours(), "calls.csv")
        let run = try PlateauRun(["forecast", "--history", path, "--horizon", "2w", "--csv"])
        #expect(run.status == 0 && run.errors.isEmpty)
        // The history ends on Friday 2026-11-20.
        let rows = ForecastTests.rows(run.output)
        #expect(rows.count == 14 * 48)
        let monday = try #require(rows["2026-11-23 09:00"])
        #expect(abs(monday[0] - 20) < 1e-6 && monday.count == 5)
        #expect(rows["2026-11-23 08:30"]?[0] == 0 && rows["2026-11-28 10:00"]?[0] == 0)
    }

    @Test func intervalsAreSummedOrSplit() throws {
        let files = try Files()
        let path = try files.write(ForecastTests.halfHours(), "calls.csv")
        for (interval, start, expected) in [
            ("60m", "2026-11-23 09:00", 40.0), ("15m", "2026-11-23 09:15", 10),
        ] {
            let run = try PlateauRun([
                "forecast", "--history", path, "--horizon", "1w", "--interval", interval, "--csv",
            ])
            let row = try #require(ForecastTests.rows(run.output)[start])
            #expect(abs(row[0] - expected) < 1e-6)
        }
        let odd = try PlateauRun(["forecast", "--history", path, "--interval", "20m", "--csv"])
        #expect(odd.status == 64 && odd.errors.contains("30 minutes"))
    }

    @Test func rowsByDayByWeekAndQuantiles() throws {
        let files = try Files()
        let path = try files.write(ForecastTests.halfHours(), "calls.csv")
        let base = ["forecast", "--history", path, "--horizon", "30d", "--csv"]
        let days = ForecastTests.rows(try PlateauRun(base + ["--by", "day"]).output)
        #expect(abs((days["2026-11-24"]?[0] ?? 0) - 320) < 1e-6 && days.count == 30)
        let weeks = try PlateauRun(base + ["--by", "week"])
        #expect(weeks.output.hasPrefix("week,days,mean,low80,high80,low95,high95,handleTime\n"))
        let second = try #require(ForecastTests.rows(weeks.output)["2026-11-30"])
        #expect(second[0] == 7 && abs(second[1] - 1600) < 1e-6 && abs(second[6] - 240) < 1e-6)
        let quantiles = try PlateauRun(base + ["--quantiles", "10,97.5"])
        #expect(quantiles.output.hasPrefix("start,mean,low80,high80,low95,high95,q10,q97.5\n"))
    }

    @Test func eventsAndCorrectionsAreApplied() throws {
        let files = try Files()
        let path = try files.write(ForecastTests.halfHours(), "calls.csv")
        let events = try files.write(
            "date,name,until,effect\n2026-11-24,mailing,2026-11-25,+50 %\n", "events.csv")
        let overrides = try files.write(
            "du,au,changement,qui,pourquoi\n2026-11-25,,-10 %,M. Delcourt,courrier retardé\n"
                + "2026-11-26,,=400,M. Delcourt,réunion\n", "overrides.csv")
        let run = try PlateauRun([
            "forecast", "--history", path, "--horizon", "1w", "--events", events, "--overrides", overrides,
            "--by", "day", "--csv",
        ])
        #expect(run.status == 0)
        let rows = ForecastTests.rows(run.output)
        for (date, expected) in [
            ("2026-11-23", 320.0), ("2026-11-24", 480), ("2026-11-25", 432), ("2026-11-26", 400),
        ] {
            #expect(abs((rows[date]?[0] ?? 0) - expected) < 1e-6, "\(date)")
        }
        let text = try PlateauRun([
            "forecast", "--history", path, "--horizon", "1w", "--events", events, "--overrides", overrides,
            "--lang", "fr",
        ])
        for part in ["mailing", "+50", "M. Delcourt", "courrier retardé"] {
            #expect(text.output.contains(part), "\(part)")
        }
    }

    @Test func theRestOfARunningDay() throws {
        let files = try Files()
        // The last Friday brings 30 a half-hour until 11:00; what follows is not looked at.
        let text = ForecastTests.halfHours { day, slot in day == 81 ? (slot < 22 ? "30" : "999") : nil }
        let path = try files.write(text, "calls.csv")
        let run = try PlateauRun(["forecast", "--history", path, "--as-of", "11:00", "--json"])
        #expect(run.status == 0)
        let json = try run.json()
        #expect(json["schema"] as? String == "plateau.forecast-intraday.v1")
        #expect(json["soFar"] as? Double == 120)
        let rows = try #require(json["rows"] as? [[String: Any]])
        #expect((rows.first?["start"] as? String)?.hasSuffix("11:00") == true)
        let last = try PlateauRun(["forecast", "--history", path, "--as-of", "2026-08-31 11:00"])
        #expect(last.status == 65 && last.errors.contains("no earlier day"))
        let clock = try PlateauRun(["forecast", "--history", path, "--as-of", "25:00"])
        #expect(clock.status == 64)
    }

    @Test func theMethodIsJudged() throws {
        let files = try Files()
        let path = try files.write(
            ForecastTests.halfHours { day, slot in "\(18 + (day * 7 + slot * 3) % 5)" }, "calls.csv")
        let run = try PlateauRun(["forecast", "--history", path, "--accuracy", "--lang", "fr"])
        #expect(run.status == 0)
        for part in ["WAPE", "MASE", "Plus gros écarts"] { #expect(run.output.contains(part)) }
        let page = files.folder.url.appending(path: "forecast.html")
        let written = try PlateauRun(["forecast", "--history", path, "--out", page.path])
        #expect(written.status == 0)
        let html = try String(contentsOf: page, encoding: .utf8)
        #expect(html.contains("<svg") && html.hasSuffix("</html>\n") && !html.contains("src=\"http"))
    }

    @Test func aWorkspaceIsForecastMonthsAhead() throws {
        let run = try PlateauRun([
            "forecast", "datasets/maxiphone", "--horizon", "26w", "--by", "week", "--csv",
        ])
        #expect(run.status == 0)
        // The history ends on Sunday 2026-11-22.
        let weeks = ForecastTests.rows(run.output)
        #expect(weeks.count == 26)
        let first = try #require(weeks["2026-11-23"])
        #expect(first[1] > 7500 && first[1] < 10_000)
        // The line is closed on Christmas Day: that week has less.
        #expect((weeks["2026-12-21"]?[1] ?? 0) < (weeks["2026-12-14"]?[1] ?? 0))
        let json = try PlateauRun(["forecast", "datasets/maxiphone", "--accuracy", "--json"])
        #expect((try json.json()["report"] as? [String: Any])?["day"] != nil)
        let unknown = try PlateauRun(["forecast", "datasets/maxiphone", "--activity", "hotlin"])
        #expect(unknown.status == 64 && unknown.errors.contains("hotline"))
    }

    @Test func queuesAreSummedOrReadAlone() throws {
        let files = try Files()
        var text = "date;file;appels\n"
        for day in 1...28 {
            text += "\(ForecastTests.two(day))/09/2026;A;100\n\(ForecastTests.two(day))/09/2026;B;50\n"
        }
        let path = try files.write(text, "queues.csv")
        for (queue, expected) in [(nil, 150.0), ("B", 50)] {
            let run = try PlateauRun(
                ["forecast", "--history", path, "--horizon", "1d", "--csv"]
                    + (queue.map { ["--queue", $0] } ?? []))
            #expect(run.status == 0)
            #expect(abs((ForecastTests.rows(run.output)["2026-09-29"]?[0] ?? 0) - expected) < 1e-6)
        }
        #expect(
            try PlateauRun(["forecast", "--history", path, "--horizon", "1d"]).errors.contains("note"))
    }

    static let broken: [(String, String, String)] = [
        ("negative", "date,calls\n2026-09-01,12\n2026-09-02,-3\n", ":3:"),
        ("fraction", "date,calls\n2026-09-01,12.5\n", ":2:"),
        ("twice", "date,calls\n2026-09-01,12\n2026-09-02,5\n2026-09-01,13\n", ":4"),
        ("empty", "", "empty"), ("headers", "date,calls\n", ":1"), ("no date", "jour,appels\nx,5\n", ":2:"),
    ]

    @Test(arguments: broken.indices) func brokenFilesAreRefusedWithTheirLine(_ index: Int) throws {
        let (name, text, part) = ForecastTests.broken[index]
        let files = try Files()
        let path = try files.write(text, "\(name).csv")
        let run = try PlateauRun(["forecast", "--history", path])
        #expect(run.status == 65 && run.output.isEmpty)
        #expect(run.errors.contains(part), "\(run.errors)")
    }

    static let misuses: [[String]] = [
        ["--csv", "--json"], ["--interval", "7m"], ["--horizon", "0d"], ["--quantiles", "120"],
        ["--as-of", "11:00", "--by", "day"], ["--activity", "x"], ["--holidays", "XX"], ["--by", "month"],
        ["--time-zone", "Mars/Base"],
    ]

    @Test(arguments: misuses) func misuseIsExplained(_ options: [String]) throws {
        let files = try Files()
        let path = try files.write(ForecastTests.halfHours(), "calls.csv")
        let run = try PlateauRun(["forecast", "--history", path] + options)
        #expect(run.status == 64 && !run.errors.isEmpty && run.output.isEmpty)
    }
}
