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

    @Test func withoutCallsNobodyWaits() throws {
        for more in [["--agents", "0"], ["--target", "80/20"]] {
            let json = try PlateauRun(["erlang", "--calls", "0", "--aht", "240s", "--json"] + more).json()
            #expect(json["agents"] as? Int == 0)
            #expect(json["serviceLevel"] as? Double == 1)
            #expect(json["waitProbability"] as? Double == 0)
            #expect(json["asa"] as? Double == 0)
        }
    }

    @Test func addsWhatIsAskedFor() throws {
        let question = [
            "erlang", "--calls", "360", "--per", "30m", "--aht", "240s", "--patience", "180s",
            "--target", "80/20", "--json",
        ]
        let plain = try PlateauRun(question).json()
        let json = try PlateauRun(
            question + ["--sensitivity", "--max-load", "--chart", "--table", "48..52"]
        ).json()
        for key in plain.keys { #expect("\(json[key] ?? "")" == "\(plain[key] ?? "")", "\(key)") }
        let agents = try #require(plain["agents"] as? Int)
        let rows = try #require(json["table"] as? [[String: Any]])
        #expect(rows.map { $0["agents"] as? Int } == [48, 49, 50, 51, 52])
        let chosen = try #require(rows.first { $0["agents"] as? Int == agents })
        #expect(chosen["serviceLevel"] as? Double == plain["serviceLevel"] as? Double)
        let fewer = (json["sensitivity"] as? [String: Any])?["oneAgentFewer"] as? [String: Any]
        #expect((fewer?["serviceLevel"] as? Double ?? 1) < 0.8)
        #expect(json["binding"] as? [String] == ["serviceLevel"])
        // In calls per half hour: a little more than asked for, and less than one agent's worth.
        let largest = try #require(json["largestCalls"] as? Double)
        #expect(largest >= 360 && largest < 368)
        #expect((json["curve"] as? [Any])?.count == 5)
    }

    /// 80 % of all calls need more agents than 80 % of the calls that are answered.
    @Test func definitions() throws {
        func agents(_ definition: String) throws -> Int? {
            try PlateauRun([
                "erlang", "--calls", "360", "--per", "30m", "--aht", "240s", "--patience", "60s",
                "--target", "80/20", "--definition", definition, "--json",
            ]).json()["agents"] as? Int
        }
        let offered = try #require(try agents("offered"))
        for definition in ["short-abandons", "answered", "answered-or-abandoned"] {
            #expect(try #require(try agents(definition)) < offered, "\(definition)")
        }
    }

    /// What each option adds to the agents of the plain question, or saves.
    @Test func queues() throws {
        func agents(_ options: [String]) throws -> Int {
            let question = ["erlang", "--calls", "360", "--per", "30m", "--aht", "240s", "--target", "80/20"]
            return try #require(try PlateauRun(question + options + ["--json"]).json()["agents"] as? Int)
        }
        let plain = try agents([])
        #expect(try agents(["--handle-cv", "1"]) == plain)
        #expect(try agents(["--handle-cv", "200%"]) > plain)
        #expect(try agents(["--rate-cv", "0"]) == plain)
        #expect(try agents(["--rate-cv", "10%"]) > plain)
        let patience = ["--patience", "60s"]
        let abandoning = try agents(patience)
        #expect(abandoning < plain)
        #expect(try agents(patience + ["--patience-law", "exponential"]) == abandoning)
        #expect(try agents(patience + ["--patience-law", "weibull:1"]) == abandoning)
        // Nobody hangs up within the threshold.
        #expect(try agents(patience + ["--patience-law", "deterministic"]) > abandoning)
        for law in ["uniform", "lognormal:1.5", "weibull:2"] {
            let found = try agents(patience + ["--patience-law", law])
            #expect(abs(found - abandoning) <= 4, "\(law)")
        }
        #expect(try agents(patience + ["--redial", "0"]) == abandoning)
        #expect(try agents(patience + ["--redial", "60%", "--sensitivity", "--max-load"]) > abandoning)
    }

    @Test func chats() throws {
        let question = ["erlang", "--calls", "90", "--aht", "500s", "--target", "80/60", "--json"]
        let one = try PlateauRun(question + ["--slots", "1", "--slowdown", "0"]).json()
        let calls = try PlateauRun(question).json()
        #expect(one["model"] as? String == "chat")
        #expect(one["agents"] as? Int == calls["agents"] as? Int)
        let three = try PlateauRun(question + ["--slots", "3", "--slowdown", "0.6"]).json()
        #expect(try #require(three["agents"] as? Int) < (try #require(calls["agents"] as? Int)))
    }

    @Test(arguments: [
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--max-load"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--table", "5..3"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--table", "0..10000000"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--short-abandon", "5s"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--definition", "some"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--slots", "3"],
        [
            "--model", "chat", "--calls", "10", "--aht", "10s", "--agents", "3", "--slots", "0", "--slowdown",
            "0",
        ],
        [
            "--model", "c", "--calls", "10", "--aht", "10s", "--agents", "3", "--slots", "2", "--slowdown",
            "0",
        ],
        ["--model", "b", "--load", "10", "--agents", "14", "--chart"],
        ["--model", "b", "--load", "10", "--agents", "14", "--redial", "0.3"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--redial", "0.3"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--patience", "60s", "--redial", "1"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--patience", "60s", "--handle-cv", "1"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--patience-law", "uniform"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--patience", "60s", "--patience-law", "weibull"],
        [
            "--calls", "10", "--aht", "10s", "--agents", "3", "--patience", "60s", "--patience-law",
            "weibull:0",
        ],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--rate-cv", "-1"],
        ["--calls", "10", "--aht", "10s", "--agents", "3", "--rate-cv", "11"],
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
