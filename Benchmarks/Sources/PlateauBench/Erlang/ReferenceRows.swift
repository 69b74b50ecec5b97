import ArgumentParser
import Foundation
import Queueing

/// Rows of a reference file, computed elsewhere with many digits.
struct ReferenceRows {
    let name: String
    private let rows: [[String: String]]

    init(contentsOf url: URL) throws {
        name = url.deletingPathExtension().lastPathComponent
        let lines = try String(contentsOf: url, encoding: .utf8)
            .split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let header = lines.first ?? []
        guard header.contains("model"), header.contains("n") || header.contains("n_min") else {
            throw ValidationError("\(url.path): needs the columns model and n, or model and n_min")
        }
        rows = lines.dropFirst().map { line in
            Dictionary(zip(header, line), uniquingKeysWith: { first, _ in first })
        }
    }

    /// Largest relative error over the values, and the staffings that differ.
    func measure() throws -> Measurement {
        let best = try Measurement.best(atLeast: 0) {
            var errors = Errors()
            for row in rows {
                if row["n_min"] != nil {
                    try staffing(row, &errors)
                } else if row["model"] == "B" {
                    try loss(row, &errors)
                } else {
                    try queue(row, &errors)
                }
            }
            return errors
        }
        var measurement = Measurement(suite: "erlang", instance: name, seconds: best.seconds)
        measurement.count = best.result.values + best.result.staffings
        if best.result.values > 0 { measurement.maxRelativeError = best.result.worst }
        if best.result.staffings > 0 {
            measurement.mismatches = best.result.mismatches
            measurement.compared = best.result.staffings
        }
        return measurement
    }

    private struct Errors {
        var worst = 0.0
        var values = 0
        var staffings = 0
        var mismatches = 0

        mutating func note(_ value: Double, _ expected: Double?) {
            guard let expected else { return }
            values += 1
            if value == expected { return }
            worst = max(worst, abs(value - expected) / max(abs(expected), 1e-300))
        }
    }

    private func number(_ row: [String: String], _ column: String) -> Double? {
        row[column].flatMap { $0.isEmpty ? nil : Double($0) }
    }

    private func model(_ row: [String: String]) -> QueueModel? {
        switch row["model"] {
        case "C": .erlangC
        case "A": number(row, "patience_s").map { .erlangA(patienceSeconds: $0) }
        default: nil
        }
    }

    private func loss(_ row: [String: String], _ errors: inout Errors) throws {
        guard let agents = number(row, "n"), let load = number(row, "a") else { return }
        errors.note(
            try ErlangB.blocking(agents: Int(agents), offeredLoad: load), number(row, "B"))
    }

    private func queue(_ row: [String: String], _ errors: inout Errors) throws {
        guard let model = model(row), let agents = number(row, "n"),
            let calls = number(row, "calls_per_h"), let handleTime = number(row, "aht_s"),
            let threshold = number(row, "T_s")
        else { return }
        let service = try performance(
            of: model, callsPerHour: calls, handleTimeSeconds: handleTime, agents: Int(agents),
            thresholdSeconds: threshold)
        errors.note(service.waitProbability, number(row, "PW"))
        errors.note(service.abandonment, number(row, "PAb"))
        errors.note(service.averageSpeedOfAnswerSeconds, number(row, "ASA_s"))
        errors.note(service.serviceLevel, number(row, "SL"))
        errors.note(service.occupancy, number(row, "occ"))
    }

    private func staffing(_ row: [String: String], _ errors: inout Errors) throws {
        guard let model = model(row), let calls = number(row, "calls_per_h"),
            let handleTime = number(row, "aht_s"), let threshold = number(row, "T_s"),
            let share = number(row, "SL_target"), let fewest = number(row, "n_min")
        else { return }
        let targets = try StaffingTargets(
            serviceLevel: .init(share: share, thresholdSeconds: threshold))
        let found = try smallestStaffing(
            meeting: targets, model: model, callsPerHour: calls, handleTimeSeconds: handleTime
        ).agents
        errors.staffings += 1
        if found != Int(fewest) { errors.mismatches += 1 }
    }
}
