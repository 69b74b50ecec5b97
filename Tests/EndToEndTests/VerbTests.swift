import Foundation
import Testing

@Suite struct VerbTests {
    static let verbs = [
        "forecast", "size", "staff", "schedule", "roster", "teams", "training", "cost", "plan",
    ]

    @Test(arguments: verbs)
    func everyVerbPrintsOneObjectWithASchema(_ verb: String) throws {
        let run = try PlateauRun([verb, "datasets/tiny", "--json"])
        #expect(run.status == 0)
        #expect((try run.json()["schema"] as? String)?.hasPrefix("plateau.") == true)
    }

    @Test(arguments: verbs)
    func everyVerbSpeaksBothLanguages(_ verb: String) throws {
        let english = try PlateauRun([verb, "datasets/tiny"])
        let french = try PlateauRun([verb, "datasets/tiny"], language: "fr_FR.UTF-8")
        #expect(english.status == 0 && french.status == 0)
        #expect(!english.output.isEmpty && english.output != french.output)
        #expect(try PlateauRun([verb, "datasets/tiny", "--lang", "fr"]).output == french.output)
    }

    @Test(arguments: ["datasets/tiny", "datasets/dst-weekend"])
    func sameBytesOnAnyNumberOfThreads(_ workspace: String) throws {
        let once = try PlateauRun(["plan", workspace, "--json", "--threads", "1"])
        let again = try PlateauRun(["plan", workspace, "--json", "--threads", "1"])
        let wide = try PlateauRun(["plan", workspace, "--json", "--threads", "4"])
        #expect(once.status == 0)
        #expect(once.output == again.output)
        #expect(once.output == wide.output)
    }

    @Test func planWritesItsFolder() throws {
        let folder = try TemporaryFolder()
        let run = try PlateauRun(["plan", "datasets/tiny", "--out", folder.url.path])
        #expect(run.status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(
            names == [
                "coverage.csv", "forecast.csv", "plan.html", "plan.json", "requirement.csv", "roster.csv",
                "schedule.csv",
                "wall-sheets.html",
            ])
        let page = try String(contentsOf: folder.url.appending(path: "plan.html"), encoding: .utf8)
        #expect(page.contains("<svg") && page.hasSuffix("</html>\n"))
        // Self-contained: nothing is fetched.
        #expect(!page.contains("src=\"http") && !page.contains("<link"))
    }

    @Test(arguments: ["0", "12"])
    func aStarterWorkspaceIsCleanAndPlans(_ agents: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "floor").path
        #expect(try PlateauRun(["init", path, "--agents", agents, "--start", "2027-01-04"]).status == 0)
        let check = try PlateauRun(["check", path])
        #expect(check.status == 0)
        #expect(check.output.split(separator: "\n").count == 1, "\(check.output)")
        let plan = try PlateauRun(["plan", path])
        #expect(plan.status == 0, "\(plan.output)")
        let again = try PlateauRun(["init", path, "--agents", agents])
        #expect(again.status == 73)
        #expect(again.errors.contains("nothing was written"))
    }

    @Test func aProspectIsQuotedWithoutHistoryOrAgents() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "prospect").path
        #expect(try PlateauRun(["init", path, "--agents", "0", "--start", "2027-01-04"]).status == 0)
        let client = try PlateauRun(["quote", path, "--lang", "fr"])
        #expect(client.status == 0)
        #expect(client.output.hasPrefix("# Proposition commerciale"))
        #expect(!client.output.contains("Marge") && !client.output.contains("marge"))
        let own = try PlateauRun(["quote", path, "--internal", "--lang", "fr"])
        #expect(own.output.contains("arge"))
        let page = try PlateauRun(["quote", path, "--format", "html"])
        #expect(page.output.contains("</html>"))
    }

    @Test func aClientSeesNeitherCostsNorOthersInJSON() throws {
        let client = ["quote", "datasets/tiny", "--client", "Mairie de Tiny", "--json"]
        let run = try PlateauRun(client)
        #expect(try run.json()["schema"] as? String == "plateau.quote.v1")
        #expect((try run.json()["quotes"] as? [Any])?.count == 1)
        #expect(!run.output.contains("cost") && !run.output.contains("margin"))
        #expect(!run.output.contains("relance"))
        #expect(try PlateauRun(client + ["--internal"]).output.contains("\"margin\":652.78"))
    }

    @Test(arguments: ["99999999999999999999h", "3000000000000000h", "1e300h"])
    func noTimeLimitIsTooLong(_ limit: String) throws {
        #expect(try PlateauRun(["size", "datasets/tiny", "--time-limit", limit]).status == 0)
    }

    @Test func aStartThatIsNoMondayIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "floor").path
        let run = try PlateauRun(["init", path, "--start", "2027-01-05"])
        #expect(run.status == 64)
        #expect(run.errors.contains("2027-01-04"))
    }

    @Test func whatIfSetsVariantsBesideTheBase() throws {
        let run = try PlateauRun([
            "whatif", "datasets/tiny", "--set", "demand=+10%", "--set", "aht=-15s", "--set", "target=90/15",
            "--json",
        ])
        #expect(run.status == 0)
        let json = try run.json()
        #expect(json["schema"] as? String == "plateau.whatif.v1")
        #expect((json["variants"] as? [Any])?.count == 1)
        let sweep = try PlateauRun(["whatif", "datasets/tiny", "--sweep", "demand=-10%..+10%:10%", "--json"])
        #expect((try sweep.json()["variants"] as? [Any])?.count == 3)
    }

    @Test func aHistoryFileIsForecastAlone() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "calls.csv")
        var text = "date,calls\n"
        for day in 1...28 { text += "2027-02-\(day < 10 ? "0" : "")\(day),\(100 + day % 7)\n" }
        try Data(text.utf8).write(to: file)
        let run = try PlateauRun(["forecast", "--history", file.path, "--horizon", "1w", "--csv"])
        #expect(run.status == 0)
        let rows = run.output.split(separator: "\n")
        #expect(rows.count == 8)
        #expect(rows[0] == "start,mean,low80,high80,low95,high95")
        #expect(rows[1].hasPrefix("2027-03-01,"))
        #expect(rows[7].hasPrefix("2027-03-07,"))
    }

    static let wrongUses: [([String], Int32)] = [
        (["plan", "no/such/folder"], 65), (["plan"], 64), (["plan", "datasets/tiny", "--set", "demand"], 64),
        (["plan", "datasets/tiny", "--set", "nobody.demand=+10%"], 64),
        (["plan", "datasets/tiny", "--threads", "0"], 64), (["plan", "datasets/tiny", "--lang", "de"], 64),
        (["plan", "datasets/tiny", "--time-limit", "soon"], 64), (["whatif", "datasets/tiny"], 64),
        (["whatif", "datasets/tiny", "--scenario", "none"], 64),
        (["whatif", "datasets/tiny", "--sweep", "demand=1..2"], 64),
        (["quote", "datasets/tiny", "--client", "Nobody"], 64), (["forecast"], 64),
        (["forecast", "--history", "no/such/file.csv"], 65), (["frobnicate"], 64),
        (["init", "/proc/none"], 73), (["plan", "datasets/tiny", "--out", "/proc/none"], 73),
    ]

    @Test(arguments: wrongUses)
    func wrongUseSaysSoWithItsCode(_ arguments: [String], _ status: Int32) throws {
        let run = try PlateauRun(arguments)
        #expect(run.status == status, "\(run.errors)")
        #expect(!run.errors.isEmpty)
    }

    @Test func aBrokenFileIsNamedWithItsPlace() throws {
        let folder = try TemporaryFolder()
        let copy = folder.url.appending(path: "tiny")
        try FileManager.default.copyItem(at: PlateauRun.root.appending(path: "datasets/tiny"), to: copy)
        let file = copy.appending(path: "campaigns/accueil.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacing("serviceTarget: 80/20", with: "serviceTarget: 180/20")
        try Data(text.utf8).write(to: file)
        let run = try PlateauRun(["plan", copy.path])
        #expect(run.status == 65)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("campaigns/accueil.yaml:9:16: error: "))
    }
}
