import ArgumentParser
import Foundation
import PlanFiles
import Workforce

/// A moment of the running day: `11:00`, `11h`, `11h30`, or `2026-11-23 11:00`.
struct MomentArgument: ExpressibleByArgument, Equatable {
    /// Nil = the last day of the history.
    let date: CivilDate?
    let clock: ClockTime

    init?(argument: String) {
        let parts = argument.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard let last = parts.last, parts.count <= 2 else { return nil }
        guard let clock = MomentArgument.clock(last) else { return nil }
        if parts.count == 2 {
            guard let date = CivilDate(iso8601: parts[0]) else { return nil }
            self.date = date
        } else {
            date = nil
        }
        self.clock = clock
    }

    /// `11:00`, `11h` or `11h30`, up to `24:00`.
    private static func clock(_ text: Substring) -> ClockTime? {
        var digits = text.lowercased().split(omittingEmptySubsequences: false) { ":h".contains($0) }
        if text.last?.lowercased() == "h", digits.count == 2 { digits[1] = "00" }
        guard digits.count == 2,
            digits.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }),
            let hour = Int(digits[0]), let minute = Int(digits[1]), hour * 60 + minute <= 1440, minute < 60
        else { return nil }
        return ClockTime(hour: hour, minute: minute)
    }
}

/// Levels of quantiles as users write them: `10,50,97.5`, `0.1,0.9` or `10%,90%`.
struct QuantilesArgument: ExpressibleByArgument, Equatable {
    let levels: [Double]

    init?(argument: String) {
        var levels: [Double] = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let text = part.trimmingCharacters(in: .whitespaces)
            let isPercent = text.hasSuffix("%")
            guard let number = Double(isPercent ? String(text.dropLast()) : text), number.isFinite
            else { return nil }
            let level = isPercent || number >= 1 ? number / 100 : number
            guard level > 0, level < 1 else { return nil }
            if !levels.contains(level) { levels.append(level) }
        }
        self.levels = levels.sorted()
    }
}

/// Rows of a forecast.
enum ForecastRows: String, ExpressibleByArgument, CaseIterable { case day, week }

/// Where the calendar of a single history file comes from.
struct CalendarOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --history: public holidays, a region ("
                + HolidayRegion.allCases.map(\.rawValue).joined(separator: ", ") + ") or a CSV date,name.")
    )
    var holidays = HolidaySource.region(.none)
    @Option(
        name: .long,
        help: "With --history: school holidays, French zones (A,B) or a CSV zone,from,until.")
    var schoolHolidays: String?
    @Option(
        name: .long, help: "With --history: events, a CSV date,name[,until,effect].",
        completion: .file())
    var events: String?
    @Option(
        name: .long, help: "With --history: corrections, a CSV from,until,change,who,why.",
        completion: .file())
    var overrides: String?

    /// Whether anything was asked for.
    var isAny: Bool {
        holidays != .region(.none) || schoolHolidays != nil || events != nil || overrides != nil
    }

    /// Everything that can be read; problems are handed on.
    func read(_ report: ([Diagnostic]) -> Void) throws -> (
        calendar: EventCalendar, overrides: [ForecastOverride]
    ) {
        var isSound = true
        func checked<Value>(_ value: Value?, _ diagnostics: [Diagnostic], default other: Value) -> Value {
            report(diagnostics)
            if value == nil { isSound = false }
            return value ?? other
        }
        var calendar = EventCalendar(holidays: HolidayCalendar(region: .none))
        switch holidays {
        case .region(let region): calendar.holidays = HolidayCalendar(region: region)
        case .file(let path):
            let reading = readHolidays(file: URL(filePath: path))
            calendar.holidays = checked(
                reading.holidays, reading.diagnostics, default: calendar.holidays)
        }
        if let schoolHolidays {
            let reading =
                schoolHolidays.lowercased().hasSuffix(".csv")
                ? readSchoolHolidays(file: URL(filePath: schoolHolidays))
                : PlanFiles.schoolHolidays(
                    zones: schoolHolidays.split(separator: ",").map {
                        $0.trimmingCharacters(in: .whitespaces)
                    })
            calendar.schoolHolidays = checked(reading.schoolHolidays, reading.diagnostics, default: [])
        }
        if let events {
            let reading = readEvents(file: URL(filePath: events))
            calendar.events = checked(reading.events, reading.diagnostics, default: [])
        }
        var corrections: [ForecastOverride] = []
        if let overrides {
            let reading = readOverrides(file: URL(filePath: overrides))
            corrections = checked(reading.overrides, reading.diagnostics, default: [])
        }
        guard isSound else { throw ExitCode.badData }
        return (calendar, corrections)
    }
}

/// A region whose holidays are computed, or a file that lists them.
enum HolidaySource: ExpressibleByArgument, Equatable {
    case region(HolidayRegion)
    case file(String)

    init?(argument: String) {
        if let region = HolidayRegion(rawValue: argument.uppercased()) {
            self = .region(region)
        } else if argument.lowercased().hasSuffix(".csv") {
            self = .file(argument)
        } else {
            return nil
        }
    }

    var defaultValueDescription: String { "NONE" }
}
