import Foundation
import Workforce

@testable import Scheduling

/// Reads the generated week instances of `shared/benchmarks/week` (their README has the format).
struct WeekInstance: Decodable {
    struct Contract: Decodable {
        struct Hours: Decodable {
            var minimum: Int
            var maximum: Int
        }
        struct Band: Decodable {
            var halfWidth: Int
            var anchorStep: Int
            var firstAnchor: Int
        }
        struct Shape: Decodable {
            struct Pause: Decodable {
                var length: Int
                var earliest: Int
                var latest: Int
            }
            var paid: Int
            var span: Int
            var breaks: [Pause]
        }
        var maximumAgents: Int?
        var daysPerWeek: Int
        var paidIntervalsPerWeek: Hours
        var startBand: Band?
        var fixedCost: Double
        var shapes: [Shape]
    }
    var intervalsPerDay: Int
    var understaffingCost: Double
    var overstaffingCost: Double
    var minimumRestIntervals: Int
    var requirement: [[Int]]
    var contracts: [Contract]

    static func load(_ name: String) throws -> WeekInstance? {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../shared/benchmarks/week/\(name).json").standardized
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return try JSONDecoder().decode(WeekInstance.self, from: Data(contentsOf: url))
    }

    func model() -> PoolModel {
        let grid = WeekGrid(week: 0, step: 15, used: 0..<intervalsPerDay)
        var sets: [PatternSet] = []
        var groups: [PoolGroup] = []
        for contract in contracts {
            var patterns: [ShiftPattern] = []
            for shape in contract.shapes {
                for start in 0...max(0, intervalsPerDay - shape.span) {
                    let pauses = shape.breaks.sorted { $0.earliest < $1.earliest }.map {
                        PauseWindow(
                            kind: $0.length == 1 ? .rest : .lunch, length: $0.length,
                            earliest: start + $0.earliest, latest: start + $0.latest)
                    }
                    patterns.append(
                        ShiftPattern(start: start, end: start + shape.span, paid: shape.paid, pauses: pauses))
                }
            }
            let bands = contract.startBand.map { band in
                stride(from: band.firstAnchor, to: intervalsPerDay, by: band.anchorStep).map {
                    $0 - band.halfWidth...$0 + band.halfWidth
                }
            }
            groups.append(
                PoolGroup(
                    sets: [Int](repeating: sets.count, count: 7),
                    daysPerWeek: contract.daysPerWeek...contract.daysPerWeek,
                    owed: contract.paidIntervalsPerWeek.maximum, headcount: contract.maximumAgents,
                    isExact: false,
                    tourCost: Double(contract.paidIntervalsPerWeek.maximum) + contract.fixedCost,
                    startBands: bands,
                    rest: RestRules(
                        daily: minimumRestIntervals * 15, weekly: 0, consecutiveDays: 7, before: 0, after: 0,
                        clockChanges: [])))
            sets.append(PatternSet(patterns, origin: 0))
        }
        return PoolModel(
            grid: grid, sets: sets, groups: groups,
            cost: CoverageCost(
                needs: requirement.flatMap { $0 }, repeated: [], under: understaffingCost,
                over: overstaffingCost, undone: 0, loads: []))
    }
}
