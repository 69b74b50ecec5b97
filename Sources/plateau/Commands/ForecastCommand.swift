import ArgumentParser
import Forecasting
import Foundation
import PlanFiles
import Reports
import Workforce

extension HolidayRegion: ExpressibleByArgument {}

/// `plateau forecast`: volumes to come, of a workspace or of one history file.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Volumes and handle times to come, with bands and accuracy in backtest.",
        discussion: """
            Examples:
              plateau forecast floor
              plateau forecast --history calls.csv --horizon 4w --csv
            """)

    @Argument(help: "Folder of the workspace; leave out with --history.", completion: .directory)
    var workspace: String?
    @Option(name: .long, help: "One history file instead of a workspace.", completion: .file())
    var history: String?
    @Option(name: .long, help: "With --history: how far to forecast after its last row (4w, 10d).")
    var horizon = DurationArgument(seconds: 28 * 86_400)
    @Option(name: .long, help: "With --history: public holidays to take into account (FR, …, NONE).")
    var holidays: HolidayRegion = .none
    @Flag(name: .long, help: "Print CSV, one row an interval (a day for daily histories).") var csv = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var runOptions: RunOptions

    func validate() throws {
        guard (workspace == nil) != (history == nil) else {
            throw ValidationError("write either a workspace or --history FILE")
        }
        let days = horizon.seconds / 86_400
        guard days >= 1, days <= 3660 else {
            throw ValidationError("--horizon: write a time from 1d to 3660d, for example 4w")
        }
    }

    func run() throws {
        if let history {
            try forecastFile(history)
        } else if let workspace {
            try forecastWorkspace(workspace)
        }
    }

    private func forecastWorkspace(_ path: String) throws {
        let options = try WorkspaceOptions.parse(
            [path, "--seed", "\(runOptions.seed)", "--lang", output.language.rawValue])
        let scenario = try options.readScenario()
        let plan = try options.makePlan(of: scenario, through: .forecast)
        if csv {
            Console.print(forecastCSV(plan.forecast, scenario: scenario, language: output.language))
        } else if output.json {
            Console.print(forecastJSON(plan.forecast, scenario: scenario) + "\n")
        } else {
            Console.print(
                forecastText(
                    plan.forecast, scenario: scenario, language: output.language, colour: Console.colours))
        }
    }

    private func forecastFile(_ path: String) throws {
        let reading = readHistory(file: URL(filePath: path))
        for diagnostic in reading.diagnostics where diagnostic.severity != .note {
            Console.error(diagnosticLine(diagnostic, output.language) + "\n")
        }
        guard let history = reading.history else { throw ExitCode.badData }
        let forecast = forecastHistory(
            history, days: Int((horizon.seconds / 86_400).rounded(.down)),
            calendar: EventCalendar(holidays: HolidayCalendar(region: holidays)))
        if csv {
            Console.print(historyForecastCSV(forecast))
        } else if output.json {
            Console.print(historyForecastJSON(forecast) + "\n")
        } else {
            Console.print(
                historyForecastText(forecast, language: output.language, colour: Console.colours))
        }
    }
}
