import Execution
import Foundation
import LinearProgramming
import Testing

/// The figures of `datasets/tiny/README.md`, to the cent.
@Suite struct TinyTests {
    static let plan = Result { try PlateauRun(["plan", "datasets/tiny", "--json"]) }

    func plan() throws -> [String: Any] {
        let run = try TinyTests.plan.get()
        #expect(run.status == 0)
        #expect(run.errors == "")
        return try run.json()
    }

    @Test func requirement() throws {
        let run = try PlateauRun(["size", "datasets/tiny", "--csv"])
        let rows = run.output.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = try #require(rows.first).map(String.init)
        let campaign = try #require(header.firstIndex(of: "campaign"))
        let positions = try #require(header.firstIndex(of: "positions"))
        let calls = rows.dropFirst().filter { $0[campaign] == "accueil" }
        #expect(calls.count == 100)
        #expect(calls.allSatisfy { $0[positions] == "3" })
    }

    @Test func scheduleIsOptimalAtTheHandMadeCost() throws {
        let pools = try #require(try plan()["schedule"] as? [[String: Any]])
        let costs = pools.map { ($0["optimality"] as? [String: Any])?["cost"] as? Double }
        let bounds = pools.map { ($0["optimality"] as? [String: Any])?["bound"] as? Double }
        #expect(costs.count == 2)
        for (index, wanted) in [12_000.0, 750].enumerated() {
            #expect(abs((costs[index] ?? 0) - wanted) < 1e-6)
            #expect(abs((bounds[index] ?? 0) - wanted) < 0.01)
        }
    }

    /// What `glpsol` reads and solves (the same translator and solver): 20 hours too many at 6 €,
    /// four of them on Monday.
    @Test(arguments: [("day", 2400.0), ("week", 12_000), ("tours", 12_000)])
    func anExportedModelHasTheSameOptimum(model: String, cents: Double) throws {
        let run = try PlateauRun(["export-model", "datasets/tiny", "--model", model])
        #expect(run.status == 0 && run.errors == "")
        let folder = try TemporaryFolder()
        let data = folder.url.appending(path: "data.dat")
        try run.output.write(to: data, atomically: true, encoding: .utf8)
        let program = try MathProgModel.read(
            modelPath: PlateauRun.root.appending(path: "models/\(model).mod").path, dataPath: data.path)
        let outcome = try program.solve(options: SolveOptions(), control: RunControl())
        #expect(abs(try #require(outcome.solution).objective - cents) < 1e-6)
    }

    @Test(arguments: [
        (["--campaign", "acueil"], "no campaign 'acueil'; there are accueil, relance"),
        (["--date", "2026-01-01"], "2026-01-01 lies outside 2027-02-01 to 2027-02-07"),
        (["--date", "2027-02-07", "--campaign", "relance", "--campaign", "x"], "no campaign 'x'"),
    ])
    func anImpossibleExportSaysWhy(arguments: [String], message: String) throws {
        let run = try PlateauRun(["export-model", "datasets/tiny", "--model", "day"] + arguments)
        #expect(run.status == 64 && run.output == "")
        #expect(run.errors.contains(message))
    }

    @Test func service() throws {
        let service = try #require(try plan()["service"] as? [[String: Any]])
        let overall = try #require(service.first?["overall"] as? Double)
        #expect(
            abs(overall - (0.2 * (1 - exp(-40.0 / 180) / 11) + 0.8 * (1 - exp(-60.0 / 180) / 49))) < 1e-12)
    }

    @Test(arguments: [
        ("accueil", "agentWages", 1300.00), ("accueil", "employerContributions", 126.49),
        ("accueil", "supervision", 763.20), ("accueil", "seats", 110.77), ("accueil", "telecom", 15.00),
        ("accueil", "software", 55.38), ("accueil", "overhead", 237.08), ("relance", "agentWages", 325.00),
        ("relance", "employerContributions", 31.62), ("relance", "supervision", 763.20),
        ("relance", "seats", 27.69), ("relance", "telecom", 7.95), ("relance", "software", 13.85),
        ("relance", "overhead", 116.93),
    ])
    func costLine(_ campaign: String, _ item: String, _ amount: Double) throws {
        let cost = try #require(try plan()["cost"] as? [String: Any])
        let lines = try #require(cost["lines"] as? [[String: Any]])
        #expect(lines.count == 14)
        let line = lines.first { $0["campaign"] as? String == campaign && $0["item"] as? String == item }
        #expect(line?["amount"] as? Double == amount)
    }

    @Test(arguments: [
        ("accueil", 2607.92, 29.06, 3260.70, 652.78), ("relance", 1286.24, 76.23, 1715.18, 428.94),
    ])
    func quote(_ campaign: String, _ cost: Double, _ price: Double, _ revenue: Double, _ margin: Double)
        throws
    {
        let quotes = try #require(try plan()["quotes"] as? [[String: Any]])
        let quote = try #require(quotes.first { $0["campaign"] as? String == campaign })
        #expect(quote["cost"] as? Double == cost)
        #expect(quote["unitPrice"] as? Double == price)
        #expect(quote["revenue"] as? Double == revenue)
        #expect(quote["margin"] as? Double == margin)
    }

    @Test func nothingIsFound() throws {
        #expect((try plan()["findings"] as? [Any])?.isEmpty == true)
    }
}
