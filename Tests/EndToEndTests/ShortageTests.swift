import Foundation
import Testing

/// `datasets/tiny` with 50 calls an hour where there were 20: 2.5 erlangs, 5 agents instead of 3
/// (Erlang C: 72.9 % with 4, 90.1 % with 5), and there are 4. Each covers 4.75 h of every day's
/// 5 h and breaks at a time of their own, so 25 − 19 = 6 agent-hours are missing a day.
@Suite struct ShortageTests {
    static let busy = ["schedule", "datasets/tiny", "--set", "accueil.demand=+150%"]

    @Test func shortagesAreNamed() throws {
        let run = try PlateauRun(Self.busy)
        #expect(run.status == 0 && run.errors == "")
        let rows = run.output.split(separator: "\n").filter { $0.contains("08:00–13:00  Accueil") }
        let days = ["Mon 1 Feb", "Tue 2 Feb", "Wed 3 Feb", "Thu 4 Feb", "Fri 5 Feb"]
        #expect(rows.count == 5)
        for (row, day) in zip(rows, days) {
            #expect(
                row.hasPrefix("  \(day)  08:00–13:00  Accueil       1–2          6.0    €360.00  "), "\(row)")
            #expect(
                row.hasSuffix(
                    "  everyone who can come that day comes, for the longest day (4\u{A0}agents)"))
        }
        #expect(run.output.contains("30.0  €1,800.00  day used up 30.0\u{A0}h\n"))
        #expect(!run.output.contains("What would lift them"))
    }

    /// A fifth agent leaves the five breaks of a quarter of an hour: 1.25 h a day, 6.25 h a week.
    @Test func whatWouldLiftThem() throws {
        let run = try PlateauRun(Self.busy + ["--shortages", "--json"])
        let shortages = try #require(try run.json()["shortages"] as? [[String: Any]])
        #expect(shortages.count == 5)
        for shortage in shortages {
            #expect(shortage["agentHours"] as? Double == 6)
            #expect((shortage["reason"] as? [String: Any])?["kind"] as? String == "dayFull")
            let remedies = try #require(shortage["remedies"] as? [[String: Any]])
            #expect(remedies.count == 1)
            let remedy = try #require(remedies.first)
            #expect((remedy["change"] as? [String: Any])?["kind"] as? String == "oneMore")
            #expect((remedy["change"] as? [String: Any])?["contract"] as? String == "matin")
            #expect(remedy["agentHours"] as? Double == 1.25)
            #expect(remedy["weekAgentHoursBefore"] as? Double == 30)
            #expect(remedy["weekAgentHours"] as? Double == 6.25)
            #expect(remedy["saving"] as? Double == 23.75 * 60)
            // 25 h × 13.00 × 1.427
            #expect(remedy["pay"] as? Double == 463.78)
        }
        let french = try PlateauRun(Self.busy + ["--shortages", "--lang", "fr"])
        let told = french.output.replacing("\u{A0}", with: " ")
        #expect(
            told.contains(
                "    un téléconseiller de plus en Temps partiel matin : reste 1,3 h, la semaine passe de 30,0 h à 6,3 h ; coût -1 425,00 €, salaires +463,78 €\n"
                    .replacing("-1 4", with: "-1\u{202F}4")))
        let table = try PlateauRun(Self.busy + ["--shortages", "--csv"])
        #expect(table.output.split(separator: "\r\n").count == 6)
    }

    /// Times go to standard error and change nothing of the results.
    @Test func timesAreNoResult() throws {
        let plain = try PlateauRun(Self.busy + ["--json"])
        let timed = try PlateauRun(Self.busy + ["--json", "--timing"])
        #expect(plain.output == timed.output)
        #expect(plain.errors == "")
        #expect(timed.errors.hasPrefix("Where time went"))
        #expect(timed.errors.contains("accueil 2027-02-01"))
    }
}
