import Execution
import Foundation
import LinearProgramming
import Testing
import Workforce

@testable import Scheduling

/// The MathProg specifications of `models/` against the Swift builders.
@Suite struct ModelTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardized

    static func optimum(model: String, data: String) throws -> Double {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("plateau-\(model)-\(UUID().uuidString).dat")
        try data.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let program = try MathProgModel.read(
            modelPath: root.appendingPathComponent("models/\(model).mod").path, dataPath: file.path)
        let outcome = try program.solve(options: SolveOptions(), control: RunControl())
        return try #require(outcome.solution).objective
    }

    /// Wednesdays of the Israeli bank: published need by hour, and the published optimum.
    @Test func coverReproducesThePublishedOptimum() throws {
        let file = ModelTests.root.appendingPathComponent(
            "../shared/benchmarks/acd_export/data_anonymous_bank_shifts.csv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            print("skipped: \(file.path) is absent")
            return
        }
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",").dropFirst(2).compactMap { Int($0) }
        }
        #expect(rows.map(\.count) == [Int](repeating: 8, count: 24))
        let hours = [1, 1, 1, 0, 1, 1, 1, 4, 8, 9, 10, 9, 8, 16, 10, 10, 6, 7, 8, 8, 6, 6, 5, 4]
        let needs = hours.enumerated().map { $0 < 6 ? 0 : $1 }
        let costs = [252, 288, 180, 180, 180, 288, 288, 288]
        var data = "data;\nset PERIODS := \((0..<24).map(String.init).joined(separator: " "));\n"
        data += "set SHIFTS := \((0..<8).map(String.init).joined(separator: " "));\nparam under := 100000;\n"
        data += "param need := " + needs.enumerated().map { "\($0) \($1)" }.joined(separator: ", ") + ";\n"
        data += "param cost := " + costs.enumerated().map { "\($0) \($1)" }.joined(separator: ", ") + ";\n"
        let ones = rows.enumerated().flatMap { hour, row in
            row.enumerated().filter { $0.element == 1 }.map { "\(hour) \($0.offset) 1" }
        }
        data += "param covers := " + ones.joined(separator: ", ") + ";\nend;\n"
        #expect(abs(try ModelTests.optimum(model: "cover", data: data) - 6336) < 1e-6)
        #expect(abs(try swiftCover(rows: rows, needs: needs, costs: costs) - 6336) < 1e-6)
    }

    /// The same cover as tours of one day, by the Swift master.
    private func swiftCover(rows: [[Int]], needs: [Int], costs: [Int]) throws -> Double {
        var sets: [PatternSet] = []
        var groups: [PoolGroup] = []
        for shift in costs.indices {
            let hours = rows.indices.filter { rows[$0][shift] == 1 }
            let (first, last) = (try #require(hours.first), try #require(hours.last))
            #expect(hours.count == last - first + 1)
            let pattern = ShiftPattern(start: first, end: last + 1, paid: hours.count, pauses: [])
            sets.append(PatternSet([pattern], origin: 0))
            groups.append(
                PoolGroup(
                    sets: [shift] + [Int](repeating: -1, count: 6), daysPerWeek: 1...1, owed: hours.count,
                    headcount: nil, isExact: false, tourCost: Double(costs[shift]), startBands: nil,
                    rest: RestRules(
                        daily: 0, weekly: 0, consecutiveDays: 7, before: 0, after: 0, clockChanges: [])))
        }
        let model = PoolModel(
            grid: WeekGrid(week: 0, step: 60, used: 0..<24), sets: sets, groups: groups,
            cost: CoverageCost(
                needs: needs + [Int](repeating: -1, count: 144), repeated: [], under: 100_000, over: 0,
                undone: 0, loads: []))
        let master = TourMaster(model: model)
        var tour = WeekTour.vacant(group: 0)
        tour.days[0].pattern = 0
        let outcome = try master.program.withSession { session throws(LinearProgramError) in
            for group in groups.indices {
                tour.group = group
                _ = try session.addColumn(master.column(of: tour, tag: group))
            }
            return try session.solveInteger(options: SolveOptions(), control: RunControl())
        }
        return try #require(outcome.solution).objective
    }

    @Test(arguments: [(1, nil), (2, 6.0), (3, 2.5), (4, 40)] as [(Int, Double?)])
    func toursAgreeWithTheStage(seed: Int, loadHours: Double?) throws {
        let floor = TinyFloor(seed: UInt64(seed), people: 2, loadHours: loadHours)
        let pool = try #require(try floor.schedule().pools.first)
        let specified = try ModelTests.optimum(model: "tours", data: data(floor, floor.allTours(pool)))
        #expect(abs(pool.optimality.cost - specified) < 1e-4)
        #expect(pool.optimality.bound <= specified + 1e-6)
    }

    private func data(_ floor: TinyFloor, _ tours: [Tour]) -> String {
        let cells = floor.scenario.horizon.intervals.filter { floor.needs[$0] > 0 || isOpen(floor, $0) }
        var text = "data;\nset CELLS := \(cells.map(String.init).joined(separator: " "));\nset GROUPS := g;\n"
        text += "set TOURS := \(tours.indices.map(String.init).joined(separator: " "));\n"
        text += "param need := " + cells.map { "\($0) \(floor.needs[$0])" }.joined(separator: ", ") + ";\n"
        text += "param group := " + tours.indices.map { "\($0) g" }.joined(separator: ", ") + ";\n"
        text += "param least := g 2;\nparam most := g 2;\n"
        text += "param under := 6000;\nparam over := 600;\nparam undone := 4000;\n"
        let covers = tours.enumerated().flatMap { index, tour in
            floor.coverage(tour).enumerated().filter { $0.element == 1 }.map { "\($0.offset) \(index) 1" }
        }
        text += "param covers := " + covers.joined(separator: ", ") + ";\n"
        if let load = floor.load {
            text += "set LOADS := k;\nparam amount := k \(load.hours);\nparam agents := k 1;\n"
            let permitted = cells.filter { load.permitted[$0] }.map { "k \($0) 1" }
            text += "param permitted := " + permitted.joined(separator: ", ") + ";\n"
        }
        return text + "end;\n"
    }

    private func isOpen(_ floor: TinyFloor, _ interval: Int) -> Bool {
        floor.scenario.isOpen(floor.campaign, interval: interval)
    }
}
