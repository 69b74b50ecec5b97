import ArgumentParser
import Execution
import Forecasting
import Reports
import Workforce

/// `plateau forecast --as-of 11:00`: the rest of a running day.
extension ForecastCommand {
    /// The running day of one history file.
    ///
    /// - Throws: exit code 65 where the file has no hours, or no day before.
    func forecastRunningDay(of history: History, asOf: MomentArgument, calendar: EventCalendar) throws {
        guard history.slotMinutes < 1440 else {
            Console.error("--as-of: " + output.language.dailyHistoryHasNoRunningDay + "\n")
            throw ExitCode.badData
        }
        guard let update = updateToday(history, asOf: asOf.clock, date: asOf.date, calendar: calendar) else {
            Console.error("--as-of: " + output.language.noDayBefore + "\n")
            throw ExitCode.badData
        }
        noteEarlier(update, than: asOf.clock)
        show(alone: update)
    }

    /// The running day of every history of a workspace that has hours.
    ///
    /// - Throws: exit code 65 where none has.
    func forecastRunningDay(of scenario: Scenario, asOf: MomentArgument) throws {
        var chosen = scenario
        chosen.histories.removeAll { $0.slotMinutes >= 1440 }
        for history in scenario.histories where history.slotMinutes >= 1440 {
            Console.error(
                "--as-of, \(scenario.name(history.activity)): "
                    + output.language.dailyHistoryHasNoRunningDay + "\n")
        }
        guard !chosen.histories.isEmpty else { throw ExitCode.badData }
        let reporter = ProgressReporter(language: output.language)
        defer { reporter.finish() }
        let updates = updateToday(
            of: chosen, asOf: asOf.clock, date: asOf.date, control: runOptions.control(reporter: reporter))
        reporter.finish()
        for (activity, update) in updates.map({ ($0.activity, $0.update) }) {
            noteEarlier(update, than: asOf.clock, of: scenario.name(activity))
        }
        show(updates.map { (scenario.name($0.activity), $0.update) })
    }

    /// Says so where the record, or the grid, gives less of the day than was asked for.
    private func noteEarlier(_ update: IntradayUpdate, than asked: ClockTime, of name: String? = nil) {
        guard let phrase = output.language.phrase(earlier: update, than: asked) else { return }
        Console.error("--as-of" + (name.map { ", \($0)" } ?? "") + ": " + phrase + "\n")
    }

    private func show(alone update: IntradayUpdate) {
        if csv {
            Console.print(intradayCSV(update))
        } else if output.json {
            Console.print(intradayJSON(update) + "\n")
        } else {
            Console.print(intradayText(update, language: output.language, colour: Console.colours))
        }
    }

    private func show(_ updates: [(name: String, update: IntradayUpdate)]) {
        if csv {
            Console.print(intradayCSV(updates))
        } else if output.json {
            Console.print(intradayJSON(updates) + "\n")
        } else {
            Console.print(intradayText(updates, language: output.language, colour: Console.colours))
        }
    }
}
