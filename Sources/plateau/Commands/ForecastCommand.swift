import ArgumentParser
import Execution
import Forecasting
import Foundation
import PlanFiles
import Reports
import Workforce

/// `plateau forecast`: volumes to come, of a workspace or of one history file.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Volumes and handle times to come, with bands and accuracy in backtest.",
        discussion: """
            A workspace is forecast over its horizon; with --horizon, --by, --accuracy, --as-of, \
            --quantiles, --activity or --out each of its histories is forecast from its own last day on.

            Examples:
              plateau forecast floor
              plateau forecast floor --horizon 52w --by week
              plateau forecast --history calls.csv --horizon 4w --csv
              plateau forecast --history calls.csv --holidays FR --events events.csv --out forecast.html
              plateau forecast --history calls.csv --accuracy
              plateau forecast --history calls.csv --as-of 11:00
            """)

    @Argument(help: "Folder of the workspace; leave out with --history.", completion: .directory)
    var workspace: String?
    @Option(name: .long, help: "One history file instead of a workspace.", completion: .file())
    var history: String?
    @Option(name: .long, help: "How far to forecast after the last row (4w, 10d; default 4w).")
    var horizon: DurationArgument?
    @Option(name: .long, help: "With --history: length of the slots (30m); default: the file's own.")
    var interval: DurationArgument?
    @Option(name: .long, help: "With --history: the only queue of the file to read.")
    var queue: String?
    @Option(name: .long, help: "With --history: time zone whose clock the file follows.")
    var timeZone = "Europe/Paris"
    @OptionGroup var calendar: CalendarOptions
    @Option(
        name: .long,
        help:
            "Activity of the workspace with a history: campaign, or campaign/activity. One of stated volume has none."
    )
    var activity: String?
    @Option(name: .long, help: "Rows: day or week; default: the slots of the history.") var by: ForecastRows?
    @Option(name: .long, help: "Further quantiles (10,50,97.5).") var quantiles: QuantilesArgument?
    @Flag(name: .long, help: "Judge the method on the past: errors by horizon, coverage, worst days.")
    var accuracy = false
    @Option(
        name: .long,
        help: "Forecast the rest of the last day from what is known before a time (11:00, 11h30)."
    )
    var asOf: MomentArgument?
    @Option(name: .long, help: "Write the forecast with its charts into an HTML file.", completion: .file())
    var out: String?
    @Flag(name: .long, help: "Print CSV, one row an interval (a day for daily histories).") var csv = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var runOptions: RunOptions

    /// Days to forecast where nothing is said.
    private static let usualDays = 28

    func validate() throws {
        guard (workspace == nil) != (history == nil) else {
            throw ValidationError("write either a workspace or --history FILE")
        }
        if workspace != nil {
            guard !calendar.isAny, interval == nil, queue == nil else {
                throw ValidationError(
                    "--holidays, --school-holidays, --events, --overrides, --interval and --queue go "
                        + "with --history; a workspace has its own files")
            }
        } else if activity != nil {
            throw ValidationError("--activity goes with a workspace; a file has --queue")
        }
        if let horizon {
            let days = horizon.seconds / 86_400
            guard days >= 1, days <= 3660 else {
                throw ValidationError("--horizon: write a time from 1d to 3660d, for example 4w")
            }
        }
        if let interval {
            let minutes = interval.seconds / 60
            guard minutes >= 5, minutes <= 1440, minutes.rounded() == minutes,
                1440 % Int(minutes) == 0
            else { throw ValidationError("--interval: write 5m to 24h, a divisor of the day, such as 30m") }
        }
        if csv, output.json { throw ValidationError("write either --csv or --json") }
        if asOf != nil, by != nil || accuracy || out != nil || quantiles != nil || horizon != nil {
            throw ValidationError("--as-of forecasts the rest of one day: leave the other options out")
        }
    }

    /// Whether histories of a workspace are forecast beyond their own last day.
    private var goesBeyond: Bool {
        horizon != nil || by != nil || accuracy || asOf != nil || out != nil || quantiles != nil
            || activity != nil
    }

    private var days: Int { horizon.map { Int($0.seconds / 86_400) } ?? ForecastCommand.usualDays }

    private var options: ForecastOptions {
        ForecastOptions(
            slotMinutes: interval.map { Int($0.seconds / 60) }, quantiles: quantiles?.levels ?? [],
            judged: accuracy || out != nil)
    }

    func run() throws {
        if let history {
            try forecastFile(history)
        } else if let workspace {
            let shared = try WorkspaceOptions.parse(
                [workspace, "--seed", "\(runOptions.seed)", "--lang", output.language.rawValue]
                    + (runOptions.threads.map { ["--threads", "\($0)"] } ?? []))
            let scenario = try shared.readScenario()
            if goesBeyond {
                try forecastHistories(of: scenario)
            } else {
                try forecastHorizon(of: scenario, shared)
            }
        }
    }
}

// MARK: A workspace

extension ForecastCommand {
    private func forecastHorizon(of scenario: Scenario, _ shared: WorkspaceOptions) throws {
        let plan = try shared.makePlan(of: scenario, through: .forecast)
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

    private func forecastHistories(of scenario: Scenario) throws {
        let chosen = try histories(of: scenario)
        if let asOf {
            try forecastRunningDay(of: chosen, asOf: asOf)
            return
        }
        let reporter = ProgressReporter(language: output.language)
        defer { reporter.finish() }
        let control = runOptions.control(reporter: reporter)
        let forecasts = Forecasting.forecastHistories(
            of: chosen, days: days, options: options, control: control)
        reporter.finish()
        if forecasts.count == 1, let only = forecasts.first {
            try show(only.forecast, title: scenario.name(only.activity))
            return
        }
        guard !csv, out == nil else {
            throw ValidationError(
                "several activities have a history: choose one with --activity ("
                    + forecasts.map(\.activity.written).joined(separator: ", ") + ")")
        }
        if output.json {
            Console.print(historyForecastsJSON(forecasts.map { ($0.activity, $0.forecast) }) + "\n")
            return
        }
        for (index, forecast) in forecasts.enumerated() {
            Console.print((index > 0 ? "\n" : "") + scenario.name(forecast.activity) + "\n")
            try show(forecast.forecast, title: scenario.name(forecast.activity))
        }
    }

    /// The scenario with the histories asked for alone.
    private func histories(of scenario: Scenario) throws -> Scenario {
        guard let activity else {
            guard !scenario.histories.isEmpty else {
                throw ValidationError("no activity of the workspace has a history")
            }
            return scenario
        }
        func isMeant(_ key: ActivityKey) -> Bool {
            key.written == activity || key.campaign.name == activity
        }
        var chosen = scenario
        chosen.histories = scenario.histories.filter { isMeant($0.activity) }
        if chosen.histories.isEmpty {
            let known = scenario.histories.map(\.activity.written)
            let all = scenario.campaigns.flatMap { campaign in
                campaign.activities.map { ActivityKey(campaign.id, $0.id) }
            }
            let (language, isKnown) = (output.language, all.contains(where: isMeant))
            throw ValidationError(
                "--activity "
                    + (isKnown
                        ? language.phrase(withoutHistory: activity, known: known)
                        : language.phrase(unknownActivity: activity, known: known)))
        }
        return chosen
    }
}

// MARK: One file

extension ForecastCommand {
    private func report(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { Console.error(diagnosticLine(diagnostic, output.language) + "\n") }
    }

    private func forecastFile(_ path: String) throws {
        guard isTimeZone(timeZone) else {
            throw ValidationError("--time-zone \(timeZone): write an IANA name such as Europe/Paris")
        }
        let reading = readHistory(
            file: URL(filePath: path), timeZone: timeZone, queue: queue,
            callSlotMinutes: options.slotMinutes ?? 15)
        report(reading.diagnostics)
        let (events, overrides) = try calendar.read(report)
        guard let history = reading.history else { throw ExitCode.badData }
        if let asOf {
            try forecastRunningDay(of: history, asOf: asOf, calendar: events)
            return
        }
        var options = options
        options.overrides = overrides
        try settle(&options, slotMinutes: history.slotMinutes)
        try show(
            forecastHistory(history, days: days, calendar: events, options: options),
            title: URL(filePath: path).lastPathComponent)
    }

    /// Slots of the answer must fit those of the file; a daily history has no hours to give.
    private func settle(_ options: inout ForecastOptions, slotMinutes own: Int) throws {
        guard let wanted = options.slotMinutes, wanted != own else { return }
        if own == 1440 {
            options.slotMinutes = nil
            Console.error("--interval: " + output.language.dailyHistoryHasNoHours + "\n")
        } else if wanted % own != 0, own % wanted != 0 {
            throw ValidationError(
                "--interval \(wanted)m: write a multiple or a divisor of the file's slots of \(own) minutes")
        }
    }
}

// MARK: Output

extension ForecastCommand {
    private func show(_ forecast: HistoryForecast, title: String) throws {
        let language = output.language
        if let out {
            try OutputFolder.write(
                historyForecastPage(forecast, title: title, language: language), language,
                to: URL(filePath: out))
        }
        if csv {
            Console.print(
                by == .week
                    ? historyForecastWeeksCSV(forecast)
                    : historyForecastCSV(by == .day ? forecast.byDay : forecast))
        } else if output.json {
            Console.print(historyForecastJSON(by == .day ? forecast.byDay : forecast) + "\n")
        } else {
            Console.print(text(forecast))
        }
    }

    private func text(_ forecast: HistoryForecast) -> String {
        let language = output.language
        if accuracy {
            guard let report = forecast.report else { return language.nothingJudged + "\n" }
            return accuracyText(report, language: language, colour: Console.colours)
        }
        return by == .week
            ? historyForecastWeeksText(forecast, language: language, colour: Console.colours)
            : historyForecastText(forecast, language: language, colour: Console.colours)
    }
}

extension ActivityKey {
    /// As users write it.
    fileprivate var written: String { "\(campaign.name)/\(activity.name)" }
}
