import Foundation
import Testing
import Workforce

@testable import Reports

@Suite struct TechnicalReportTests {
    static let needs: TechnicalNeeds = {
        let calls = PeakNeeds(seats: 12, seatsInterval: 20, lines: 24, linesInterval: 20, lineLoad: 11.25)
        let dials = PeakNeeds(seats: 8, seatsInterval: 22, lines: 31, linesInterval: 22, lineLoad: 17.5)
        let both = PeakNeeds(seats: 19, seatsInterval: 22, lines: 46, linesInterval: 22, lineLoad: 28.75)
        return TechnicalNeeds(sites: [
            SiteTechnicalNeeds(
                site: Identifier("paris"), peak: both,
                licences: [
                    ToolLicences(tool: .telephony, concurrent: 12),
                    ToolLicences(tool: .dialler, concurrent: 8),
                ],
                campaigns: [
                    CampaignTechnicalNeeds(campaign: Sample.hotline, peak: calls, dialing: []),
                    CampaignTechnicalNeeds(
                        campaign: Sample.sales, peak: dials,
                        dialing: [
                            DialingPace(activity: Sample.dials, mode: .predictive, linesPerAgent: 2.1875)
                        ]),
                ])
        ])
    }()

    @Test func theSheetOfASite() {
        var scenario = Sample.scenario()
        scenario.floor.sites[0].seats = 15
        let text = technicalText(TechnicalReportTests.needs, scenario: scenario, language: .english)
        #expect(text.hasPrefix("Technical needs: Paris\n"))
        #expect(text.contains("Hotline           12  Mon 23 Nov 10:00     24  Mon 23 Nov 10:00     11.3"))
        #expect(text.contains("Together"))
        #expect(text.contains("at most 0.10% of calls find them all busy"))
        #expect(text.contains("The site has 15 seats: 4 too few"))
        #expect(text.contains("Licences at the same time: telephony 12, dialler 8"))
        #expect(text.contains("predictive dialling, 2.19 lines per agent"))
        let french = technicalText(TechnicalReportTests.needs, scenario: scenario, language: .french)
        #expect(french.contains("Besoins techniques") && french.contains("il en manque 4"))
        scenario.floor.sites[0].seats = nil
        let open = technicalText(TechnicalReportTests.needs, scenario: scenario, language: .english)
        #expect(!open.contains("too few"))
    }

    @Test func json() throws {
        let text = requirementJSON(
            Sample.plan().requirement, technical: TechnicalReportTests.needs, scenario: Sample.scenario())
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let site = try #require((object["technicalNeeds"] as? [[String: Any]])?.first)
        #expect(site["site"] as? String == "paris")
        #expect(site["seats"] as? Int == 19 && site["lines"] as? Int == 46)
        let campaigns = try #require(site["campaigns"] as? [[String: Any]])
        #expect(campaigns.map { $0["seatsInterval"] as? Int } == [20, 22])
        let pace = try #require((campaigns[1]["dialing"] as? [[String: Any]])?.first)
        #expect(pace["linesPerAgent"] as? Double == 2.1875)
    }

    /// Without anyone: no moment of a peak, null in JSON.
    @Test func nobody() {
        var needs = TechnicalReportTests.needs
        let none = PeakNeeds(seats: 0, seatsInterval: nil, lines: 0, linesInterval: 9999, lineLoad: .nan)
        needs.sites[0].peak = none
        needs.sites[0].site = Identifier("gone")
        let text = technicalText(needs, scenario: Sample.scenario(), language: .english)
        #expect(text.hasPrefix("Technical needs: gone\n"))
        let json = requirementJSON(
            Requirement(activities: []), technical: needs, scenario: Sample.scenario())
        #expect(json.contains(#""seatsInterval":null"#) && json.contains(#""lineLoad":null"#))
        #expect(
            technicalText(TechnicalNeeds(sites: []), scenario: Sample.scenario(), language: .french).isEmpty)
    }
}
