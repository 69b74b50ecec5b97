import ArgumentParser
import Execution
import Forecasting
import Foundation
import SampleData
import Workforce

/// Accuracy, coverage and speed of the forecast on one queue's history.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Backtest the forecast on one history by the rolling-origin protocol.",
        discussion: """
            Windows of 1, 5, 20 and 60 weekdays from every third weekday after the sixtieth; days \
            without rows stay missing and are skipped in the errors. The rivals' figures belong to \
            the bank's file and are printed beside it alone.
            """)

    @Option(help: "History in CSV with the columns ts,calls.")
    var file = "../shared/benchmarks/bank_calls/bank2003_30min.csv"
    @Option(help: "Least time spent measuring the speed; the best run counts.")
    var seconds = 1.0
    @Option(help: "Instead of a file: coverage of the bands on so many queues of known law.")
    var laws: Int?
    @Option(help: "Instead of a file: seconds for so many queues of a year of half-hours, on two threads.")
    var queues: Int?
    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        if let laws {
            let coverage = LawCoverage(queues: max(1, laws), threads: 2)
            print(json ? try Measurement.json(coverage) : coverage.table)
        } else if let queues {
            let measured = ForecastCommand.many(max(1, queues))
            print(json ? try Measurement.json([measured]) : measured.line)
        } else {
            try runFile()
        }
    }

    /// Forecasts of four weeks, of queues that differ.
    private static func many(_ count: Int) -> Measurement {
        let queues = (1...count).map { CallLaw(seed: UInt64($0), weeks: 52...52, later: 0).known }
        let calendar = EventCalendar(holidays: HolidayCalendar(region: .france))
        let start = ContinuousClock.now
        let forecasts = orderedParallelMap(queues, threads: 2) {
            forecastHistory($0, days: 28, calendar: calendar).dailyMean.reduce(0, +)
        }
        let spent = ContinuousClock.now - start
        var measured = Measurement(
            suite: "forecast", instance: "\(count) queues",
            seconds: Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18)
        measured.count = forecasts.count
        return measured
    }

    private func runFile() throws {
        let url = URL(filePath: file)
        guard FileManager.default.fileExists(atPath: url.path) else {
            FileHandle.standardError.write(Data("\(file): absent, skipped\n".utf8))
            return
        }
        let series = try CallSeries(contentsOf: url)
        let result = Result(
            instance: url.deletingPathExtension().lastPathComponent, cells: RollingOrigins(series).cells,
            speed: Speed(series, atLeast: seconds))
        if json {
            print(try Measurement.json(result))
        } else {
            print(result.table)
        }
    }
}

/// Milliseconds, of the best run.
private struct Speed: Encodable {
    /// Everything for a year of slots: backtest, weights, bands, twelve weeks of forecast.
    let fullFitMilliseconds: Double
    /// The full fit divided by the times each of the three families is fitted in it.
    let methodMilliseconds: Double

    init(_ series: CallSeries, atLeast seconds: Double) {
        let year = series.year
        let calendar = EventCalendar(holidays: HolidayCalendar(region: .none))
        let fit = Measurement.best(atLeast: seconds) {
            forecastHistory(year, days: 84, calendar: calendar)
        }
        fullFitMilliseconds = 1000 * fit.seconds
        let fits = 3 * ((fit.result.accuracy?.origins ?? 0) + 1)
        methodMilliseconds = fullFitMilliseconds / Double(fits)
    }
}

private struct Result: Encodable {
    struct Row: Encodable {
        let window: String
        let origins: Int
        let dayWAPE: Double
        let slotWAPE: Double
        let dayGoal: Double?
        let slotGoal: Double?
        let reachesGoal: Bool?
        /// % inside the 80 % and the 95 % band.
        let dayCoverage: [Double]
        let slotCoverage: [Double]
    }

    let suite = "forecast"
    let instance: String
    let windows: [Row]
    let speed: Speed
    let peakMemory = Measurement(suite: "forecast", instance: "", seconds: 0).peakMemory

    var isBank: Bool { instance == "bank2003_30min" }

    init(instance: String, cells: [RollingOrigins.Cell], speed: Speed) {
        self.instance = instance
        self.speed = speed
        let goal = instance == "bank2003_30min" ? ForecastRival.goal : nil
        windows = cells.enumerated().map { window, cell in
            func reaches(_ value: Double, _ goal: Double?) -> Bool? {
                goal.map { (10 * value).rounded() <= (10 * $0).rounded() }
            }
            let day = reaches(cell.dayWAPE, goal?.day?[window])
            let slot = reaches(cell.slotWAPE, goal?.slot?[window])
            return Row(
                window: RollingOrigins.names[window], origins: cell.origins, dayWAPE: cell.dayWAPE,
                slotWAPE: cell.slotWAPE, dayGoal: goal?.day?[window], slotGoal: goal?.slot?[window],
                reachesGoal: day.flatMap { day in slot.map { day && $0 } }, dayCoverage: cell.dayCoverage,
                slotCoverage: cell.slotCoverage)
        }
    }

    private func figures(_ values: [Double]?, decimals: Int) -> String {
        guard let values else { return "—" }
        return values.map { String(format: "%.\(decimals)f", $0) }.joined(separator: " / ")
    }

    private func line(_ name: String, _ day: String, _ slot: String) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        return padded(name, 48) + padded(day, 32) + slot
    }

    var table: String {
        var lines = [
            "forecast \(instance): WAPE in % at " + RollingOrigins.names.joined(separator: " / ") + ", "
                + windows.map { String($0.origins) }.joined(separator: " / ") + " origins",
            line("", "day", "slot"),
        ]
        if isBank {
            lines += ForecastRival.all.map {
                line($0.name, figures($0.day, decimals: 1), figures($0.slot, decimals: 1))
            }
        }
        lines.append(
            line(
                "plateau", figures(windows.map(\.dayWAPE), decimals: 2),
                figures(windows.map(\.slotWAPE), decimals: 2)))
        if isBank {
            let reached = windows.allSatisfy { $0.reachesGoal == true }
            lines.append("goal reached in every cell: \(reached ? "yes" : "no")")
        }
        for (band, level) in ["80", "95"].enumerated() {
            lines.append(
                line(
                    "inside the \(level) % band, %",
                    figures(windows.map { $0.dayCoverage[band] }, decimals: 1),
                    figures(windows.map { $0.slotCoverage[band] }, decimals: 1)))
        }
        lines.append(
            String(
                format: "full fit of one year %.1f ms, one method %.2f ms, peak %.1f MB",
                speed.fullFitMilliseconds, speed.methodMilliseconds, Double(peakMemory) / 1e6))
        return lines.joined(separator: "\n")
    }
}
