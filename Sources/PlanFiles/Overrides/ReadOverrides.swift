import Foundation
import Workforce

/// Reads a file of corrections of the forecast without a workspace:
/// `from,until,change,who,why[,when,campaign,activity,hours]`, in French
/// `du,au,changement,qui,pourquoi,le,opération,activité,heures`; see `Documentation/workspace.md`.
///
/// - Returns: the corrections in the order of the file, which is that of their application, nil
///   when a diagnostic is an error; all diagnostics.
public func readOverrides(
    file url: URL
) -> (overrides: [ForecastOverride]?, diagnostics: [Diagnostic]) {
    readTable(url) { source, file, log in
        OverrideReader(names: KnownNames(), activities: nil).read(source, file: file, &log)
    }
}

/// Reads `overrides.csv`.
struct OverrideReader {
    let names: KnownNames
    /// Activities of the campaigns that could be read; nil = not known, anything goes.
    let activities: [String: [String]]?

    static let file = "overrides.csv"

    /// Contacts of one day.
    private static let largestCount = 1e7

    private enum Column {
        static let from = 0, until = 1, change = 2, who = 3, why = 4, when = 5, campaign = 6, activity = 7
        static let hours = 8
    }

    private static let columns = [
        TableColumn("from", ["du", "début", "start", "date"], required: true),
        TableColumn("until", ["au", "jusqu'au", "through", "to", "fin", "end"]),
        TableColumn("change", ["changement", "effect", "effet", "correction"], required: true),
        TableColumn("who", ["qui", "author", "auteur"], required: true),
        TableColumn("why", ["pourquoi", "reason", "raison", "motif"], required: true),
        TableColumn("when", ["le", "written", "saisi le"]),
        TableColumn("campaign", ["opération", "campagne", "operation"]),
        TableColumn("activity", ["activité"]),
        TableColumn("hours", ["heures", "plage", "horaires"]),
    ]

    func read(
        _ source: FileBytes, file: String, _ log: inout DiagnosticLog
    ) -> [ForecastOverride] {
        guard var table = CSVTable(source, file: file, columns: Self.columns, &log) else { return [] }
        var overrides: [ForecastOverride] = []
        var lines: [ForecastOverride: Int] = [:]
        while table.next(&log) {
            guard let override = override(table, &log) else { continue }
            // A line pasted twice would be applied twice.
            if let first = lines[override] {
                let problem = ReferenceProblem.duplicate(
                    thing: .override, name: override.reason, firstLine: first)
                log.error(.reference(problem), at: table.place)
                continue
            }
            lines[override] = table.line
            overrides.append(override)
        }
        return overrides
    }

    private func override(_ table: CSVTable, _ log: inout DiagnosticLog) -> ForecastOverride? {
        let days = table.period(Column.from, Column.until, &log)
        let change = change(table, &log)
        let author = table.required(Column.who, &log) == nil ? nil : table.read(Column.who, .text, &log)
        let reason = table.required(Column.why, &log) == nil ? nil : table.read(Column.why, .text, &log)
        let written = table.read(Column.when, .date, &log)
        let hours = table.read(Column.hours, .hours, &log)
        let isScoped = checkScope(table, &log)
        // An optional cell that holds something must have been read.
        let isWhole =
            (written != nil || table.text(Column.when) == nil)
            && (hours != nil || table.text(Column.hours) == nil)
        guard let days, let change, let author, let reason, isWhole, isScoped else { return nil }
        return ForecastOverride(
            campaign: table.text(Column.campaign).map { Identifier($0) },
            activity: table.text(Column.activity).map { Identifier($0) }, days: days, hours: hours,
            change: change, author: author, written: written, reason: reason)
    }

    /// A factor, or `=` and the contacts of each day.
    private func change(_ table: CSVTable, _ log: inout DiagnosticLog) -> ForecastOverride.Change? {
        guard let text = table.required(Column.change, &log) else { return nil }
        if text.hasPrefix("=") {
            return table.read(Column.change, Self.contacts, 0...Self.largestCount, &log)
                .map { .contactsPerDay($0) }
        }
        return table.read(Column.change, Self.factor, 0...EffectText.largest, &log).map { .factor($0) }
    }

    private static let contacts = ValueFormat<Double>(
        .correction, parse: { Decimal.parse($0.trimmed.dropFirst()) }, written: { "=" + Written.number($0) })

    private static let factor = ValueFormat<Double>(
        .correction, parse: { contactsWithoutSign($0) == nil ? EffectText.factor($0) : nil },
        written: { EffectText.written($0) },
        suggest: { contactsWithoutSign($0).map(contacts.written) ?? EffectText.suggestion($0) })

    /// A bare number above 10 is no factor: spreadsheets turn `=1200` into `1200`.
    private static func contactsWithoutSign(_ text: String) -> Double? {
        guard text.first?.isNumber == true else { return nil }
        return Decimal.parse(text).flatMap { $0 > 10 ? $0 : nil }
    }

    /// False, with a diagnostic, for a campaign or an activity that does not exist.
    private func checkScope(_ table: CSVTable, _ log: inout DiagnosticLog) -> Bool {
        let place = table.place(Column.activity)
        guard let campaign = table.text(Column.campaign) else {
            guard table.text(Column.activity) != nil else { return true }
            log.error(.meaning(.requires(key: "activity", other: "campaign")), at: place)
            return false
        }
        guard names.check(campaign, .campaign, at: table.place(Column.campaign), &log) else { return false }
        guard let activity = table.text(Column.activity), let known = activities?[campaign],
            !known.contains(activity)
        else { return true }
        let problem = ReferenceProblem.unknown(
            thing: .activity, name: activity, nearest: nearestName(to: activity, among: known))
        log.error(.reference(problem), at: place)
        return false
    }
}
