import Foundation
import Testing

@Suite struct SimulateTests {
    static let verb = ["simulate", "datasets/tiny", "--replications", "30"]

    @Test func jsonHoldsTheSimulatedWeek() throws {
        let run = try PlateauRun(Self.verb + ["--json"])
        #expect(run.status == 0 && run.errors == "")
        let json = try run.json()
        #expect(json["schema"] as? String == "plateau.simulate.v1")
        #expect(json["replications"] as? Int == 30)
        let activities = try #require(json["activities"] as? [[String: Any]])
        let calls = try #require(activities.first { $0["campaign"] as? String == "accueil" })
        let overall = try #require(calls["overall"] as? [String: Any])
        let level = try #require((overall["serviceLevel"] as? [String: Any])?["mean"] as? Double)
        let predicted = try #require(overall["predicted"] as? Double)
        #expect(abs(level - predicted) < 0.1, "\(level) \(predicted)")
        #expect((calls["days"] as? [Any])?.count == 7)
    }

    /// Three agents on 1 erlang of calls, as the README of the data set works out.
    @Test func theRequirementCanBeSimulated() throws {
        let run = try PlateauRun(Self.verb + ["--requirement", "--json"])
        #expect(run.status == 0)
        let activities = try #require(try run.json()["activities"] as? [[String: Any]])
        #expect(activities.count == 1)
        let overall = try #require(activities.first?["overall"] as? [String: Any])
        let level = try #require((overall["serviceLevel"] as? [String: Any])?["mean"] as? Double)
        #expect(abs(level - (1 - exp(-40.0 / 180) / 11)) < 0.02, "\(level)")
    }

    @Test func sameBytesOnAnyNumberOfThreads() throws {
        let once = try PlateauRun(Self.verb + ["--json", "--threads", "1"])
        #expect(try PlateauRun(Self.verb + ["--json", "--threads", "3"]).output == once.output)
        #expect(try PlateauRun(Self.verb + ["--json", "--seed", "2"]).output != once.output)
    }

    @Test func textAndCSVSpeakBothLanguages() throws {
        let english = try PlateauRun(Self.verb)
        let french = try PlateauRun(Self.verb + ["--lang", "fr"])
        #expect(english.status == 0 && french.status == 0)
        #expect(english.output.contains("Simulated service") && french.output.contains("Service simulé"))
        let table = try PlateauRun(Self.verb + ["--csv"])
        let rows = table.output.split(separator: "\r\n")
        #expect(rows.first?.hasPrefix("date,time,campaign,activity,contacts,") == true)
        #expect(rows.count > 90)
    }

    @Test(arguments: ["0", "-1", "100001", "many"])
    func absurdReplicationsAreRefused(_ count: String) throws {
        let run = try PlateauRun(["simulate", "datasets/tiny", "--replications=\(count)"])
        #expect(run.status == 64 && !run.errors.isEmpty)
    }
}
