import PlanFiles
import Testing
import Workforce

struct ChangeTests {
    typealias Amount = ScenarioChange.Amount

    @Test(
        arguments: [
            ("demand=+10%", ScenarioChange.Key.demand, nil, Amount.relative(share: 0.1)),
            ("aht=-15s", .aht, nil, .added(-15)), ("aht=240s", .aht, nil, .replaced(240)),
            ("aht = +10 %", .aht, nil, .relative(share: 0.1)),
            ("target=90/15", .target, nil, .target(serviceLevel: 0.9, thresholdSeconds: 15)),
            ("hotline.demand=+10%", .demand, "hotline", .relative(share: 0.1)),
            ("absence=12%", .absence, nil, .replaced(0.12)), ("absence=+2pt", .absence, nil, .added(0.02)),
            ("shrinkage=0,08", .shrinkage, nil, .replaced(0.08)),
            ("wage=+2%", .wage, nil, .relative(share: 0.02)),
            ("wage=+0.30", .wage, nil, .added(0.3)), ("wage=13,20", .wage, nil, .replaced(13.2)),
            ("reach=35%", .reach, nil, .replaced(0.35)),
            ("conversion=-10%", .conversion, nil, .relative(share: -0.1)),
            ("patience=3m", .patience, nil, .replaced(180)),
        ] as [(String, ScenarioChange.Key, String?, Amount)])
    func changesRead(_ text: String, _ key: ScenarioChange.Key, _ campaign: String?, _ amount: Amount) throws
    {
        let change = try parseChange(text)
        #expect(change == ScenarioChange(key: key, campaign: campaign.map { Identifier($0) }, amount: amount))
    }

    @Test(arguments: [
        ("demand", "change.noAmount"), ("demand=", "change.noAmount"), ("demnd=+10%", "change.unknownKey"),
        ("demand=10%", "change.badAmount"), ("demand=+10", "change.badAmount"),
        ("aht=240", "change.badAmount"),
        ("target=+5%", "change.badAmount"), ("target=190/20", "change.badAmount"),
        ("demand=-200%", "change.outOfRange"), ("aht=9h", "change.outOfRange"),
        ("absence=95%", "change.outOfRange"),
        ("wage=0.10", "change.outOfRange"), ("", "change.noAmount"), ("=", "change.noAmount"),
        ("a.b.c=1", "change.unknownKey"),
        ("wage=-100%", "change.outOfRange"),
    ])
    func otherTextIsExplained(_ text: String, _ code: String) {
        #expect(throws: Problem.self) { try parseChange(text) }
        do { _ = try parseChange(text) } catch { #expect(error.code == code) }
    }

    @Test func sweepsWalkTheirRange() throws {
        let sweep = try parseSweep("demand=-20%..+30%:10%")
        #expect(sweep.labels == ["-20%", "-10%", "+0%", "+10%", "+20%", "+30%"])
        #expect(sweep.changes.map(\.amount).first == .relative(share: -0.2))
        #expect(try parseSweep("hotline.aht=200s..300s:40s").labels == ["200s", "240s", "280s"])
        #expect(try parseSweep("aht=300s..200s:-50s").labels == ["300s", "250s", "200s"])
        #expect(try parseSweep("target=80/20..90/20:5").labels == ["80/20", "85/20", "90/20"])
        #expect(try parseSweep("wage=12.5..13:0.25").labels == ["12.5", "12.75", "13"])
        #expect(try parseSweep("absence=0.1..0.3:0.1").changes.count == 3)
    }

    @Test(arguments: [
        ("demand=+10%", "change.badSweep"), ("demand=0%..10%", "change.badSweep"),
        ("demand=+0%..+10%:0%", "change.emptySweep"), ("demand=+10%..+0%:1%", "change.emptySweep"),
        ("aht=1s..20000s:1s", "change.sweepTooLong"), ("aht=100s..200:10s", "change.badSweep"),
        ("aht=..:", "change.badSweep"), ("aht=:..", "change.badSweep"), ("foo=1..2:1", "change.unknownKey"),
    ])
    func otherSweepsAreExplained(_ text: String, _ code: String) {
        #expect(throws: Problem.self) { try parseSweep(text) }
        do { _ = try parseSweep(text) } catch { #expect(error.code == code) }
    }

    @Test func aCampaignThatIsNotThereIsNamed() throws {
        let scenario = try #require(readWorkspace(at: Fixtures.base).scenario)
        let change = try parseChange("hotlin.aht=240s")
        #expect(
            unknownCampaign(of: change, in: scenario)
                == .reference(.unknown(thing: .campaign, name: "hotlin", nearest: "hotline")))
        #expect(unknownCampaign(of: try parseChange("hotline.aht=240s"), in: scenario) == nil)
    }
}
