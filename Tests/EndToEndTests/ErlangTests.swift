import Foundation
import Testing

@Suite struct ErlangTests {
    @Test func theCalculatorPrintsItsTable() throws {
        let run = try PlateauRun([
            "erlang", "--calls", "360", "--per", "30m", "--aht", "240s", "--target", "80/20",
        ])
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(
            run.output == """
                Erlang
                  Agents on the line             54
                  Agents to schedule             54
                  Offered load (erlangs)      48.00
                  Service level within 20 s  81.72%
                  Probability of waiting     30.13%
                  Average speed of answer    12.1\u{A0}s
                  Occupancy                  88.89%
                  Abandonment                 0.00%

                """)
    }

    @Test func jsonHasTheContractsKeys() throws {
        let run = try PlateauRun([
            "erlang", "--model", "c", "--calls", "360", "--per", "30m", "--aht", "240s", "--target", "80/20",
            "--shrinkage", "0.3", "--json",
        ])
        let json = try run.json()
        #expect(json["schema"] as? String == "plateau.erlang.v1")
        #expect(json["agents"] as? Int == 54)
        // 54 / 0.7 = 77.14
        #expect(json["scheduled"] as? Int == 78)
        #expect(json["offeredLoad"] as? Double == 48)
        for key in ["serviceLevel", "waitProbability", "asa", "occupancy", "abandonment"] {
            #expect(json[key] is Double, "\(key)")
        }
    }

    @Test func lossModel() throws {
        let json = try PlateauRun(["erlang", "--model", "b", "--load", "10", "--agents", "14", "--json"])
            .json()
        // Published table: 0.0568.
        #expect(abs((json["blocking"] as? Double ?? 0) - 0.0568) < 5e-5)
        let inverse = try PlateauRun([
            "erlang", "--model", "b", "--load", "10", "--blocking", "0.06", "--json",
        ])
        #expect(try inverse.json()["agents"] as? Int == 14)
    }

    @Test func moreLoadThanAgentsWaitsForEver() throws {
        let json = try PlateauRun([
            "erlang", "--calls", "100", "--aht", "3600s", "--agents", "99", "--json",
        ]).json()
        #expect(json["asa"] is NSNull)
        #expect((json["reason"] as? String)?.isEmpty == false)
        #expect(json["waitProbability"] as? Double == 1)
        #expect(json["serviceLevel"] as? Double == 0)
    }

    @Test(arguments: [
        ["--calls", "360"], ["--calls", "-1", "--aht", "240s", "--target", "80/20"],
        ["--calls", "360", "--aht", "0s", "--target", "80/20"],
        ["--calls", "360", "--aht", "240", "--target", "80/20"],
        ["--calls", "360", "--aht", "240s", "--target", "180/20"],
        ["--calls", "360", "--aht", "240s", "--target", "100/20"],
        ["--calls", "nan", "--aht", "240s", "--target", "80/20"],
        ["--calls", "360", "--aht", "240s", "--agents", "-3"],
        ["--calls", "360", "--aht", "240s", "--target", "80/20", "--shrinkage", "1"],
        ["--model", "a", "--calls", "360", "--aht", "240s", "--target", "80/20"],
        ["--model", "b", "--load", "10"], ["--model", "z"], [],
    ])
    func absurdArgumentsAreWrongUsage(_ arguments: [String]) throws {
        let run = try PlateauRun(["erlang"] + arguments)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("Error: "))
    }
}
