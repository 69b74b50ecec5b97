import Testing
import Workforce

@testable import Reports

@Suite struct WallSheetTests {
    @Test(arguments: Language.allCases)
    func reasonsOfAbsenceAreNeverPrinted(language: Language) {
        let sheet = wallSheetHTML(Sample.plan(), scenario: Sample.scenario(), language: language).lowercased()
        for kind in LeaveKind.allCases {
            for word in Language.allCases.map({ $0.name(kind).lowercased() }) + [kind.rawValue.lowercased()] {
                #expect(!sheet.contains(word))
            }
        }
        for word in ["absence", "absent", "congé", "leave", "sick"] { #expect(!sheet.contains(word)) }
    }

    @Test func onePageATeamAndWeek() {
        let (plan, scenario) = (Sample.plan(), Sample.scenario())
        let sheet = wallSheetHTML(plan, scenario: scenario, language: .french)
        #expect(sheet.components(separatedBy: "<section>").count - 1 == 2)
        #expect(sheet.contains("<h1>Équipe Inès</h1>") && sheet.contains("<h1>Sans équipe</h1>"))
        let one = wallSheetHTML(plan, scenario: scenario, week: 0, team: 0, language: .french)
        #expect(one.components(separatedBy: "<section>").count - 1 == 1)
        #expect(
            wallSheetHTML(plan, scenario: scenario, week: 9, language: .english).contains("Nobody works."))
        #expect(one.contains("size:A4 landscape"))
    }

    @Test func cellsShowTheDay() {
        let sheet = wallSheetHTML(Sample.plan(), scenario: Sample.scenario(), team: 0, language: .french)
        #expect(
            sheet.contains(
                "<td class=\"c0\"><b>09:00–17:00</b><span>D 12:00–13:00</span><span>P 10:30 15:00</span></td>"
            ))
        // A struck day and a day off look the same.
        let all = wallSheetHTML(Sample.plan(), scenario: Sample.scenario(), language: .french)
        #expect(all.components(separatedBy: "<td class=\"off\">–</td>").count - 1 == 2 + 3)
    }

    @Test func largeTeamsSpreadOverPages() {
        let large = LargeSample.make()
        var plan = large.plan
        plan.teams = nil
        let sheet = wallSheetHTML(plan, scenario: large.scenario, week: 0, language: .english)
        // 27 + 27 + 26 agents, 16 a page.
        #expect(sheet.components(separatedBy: "<section>").count - 1 == 6)
    }
}
