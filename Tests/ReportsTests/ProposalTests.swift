import Testing
import Workforce

@testable import Reports

@Suite struct ProposalTests {
    private let plan = Sample.plan()
    private let scenario = Sample.scenario()

    @Test(arguments: Language.allCases)
    func clientsSeeNeitherCostNorMargin(language: Language) {
        for text in [
            quoteMarkdown(plan, scenario: scenario, client: "Alpha", language: language),
            quoteHTML(plan, scenario: scenario, client: "Alpha", language: language),
        ] {
            let lower = text.replacing("margin:", with: "").lowercased()
            for word in ["marge", "coût", "cost", "mark-up", "500.50", "500,50", "455", "wage", "salaire"] {
                #expect(!lower.contains(word))
            }
            #expect(!lower.contains("internal version") && !lower.contains("version interne"))
        }
        let own = quoteMarkdown(
            plan, scenario: scenario, client: "Alpha", language: language, audience: .internal)
        #expect(own.contains(language.money(Money(cents: 50_050))))
        #expect(own.contains(language.percent(plan.quotes[0].marginShare)))
        #expect(own.contains(language.percent(plan.quotes[0].markUpShare)))
    }

    @Test func noClientSeesAnother() {
        for language in Language.allCases {
            let alpha = quoteMarkdown(plan, scenario: scenario, client: "Alpha", language: language)
            #expect(!alpha.contains("Beta") && !alpha.contains("Ventes"))
            let beta = quoteMarkdown(plan, scenario: scenario, client: "Beta", language: language)
            #expect(!beta.contains("Hotline") && !beta.contains("Alpha"))
            #expect(beta.contains("## Ventes \\| été\\*"))
        }
        #expect(proposalClients(scenario) == ["Alpha", "Beta"])
    }

    @Test func pricesAddUp() {
        let text = quoteMarkdown(plan, scenario: scenario, client: "Alpha", language: .english)
        #expect(text.contains("| Hotline | Logged hour | 30 | €20.85 | €625.50 |"))
        #expect(text.contains("| Hotline | Set-up fee | 1 | €1,500.00 | €1,500.00 |"))
        #expect(text.contains("| Total before tax |  |  |  | €2,425.50 |"))
        #expect(text.contains("80% of offered calls answered within 20\u{A0}s"))
        #expect(text.contains("| Hotline | €20.85 | €0.6951 | – |"))
    }

    /// Months of the horizon only, and no other client's name.
    @Test func statedVolumesAreWordedByMonth() {
        var scenario = scenario
        let monday = scenario.horizon.firstDay
        let month = CalendarMonth(of: monday)
        let plan = VolumePlan.months([
            MonthVolume(month: month, contacts: 12_000),
            MonthVolume(month: CalendarMonth(year: month.year + 1, month: month.month), contacts: 777),
        ])
        for index in scenario.campaigns.indices where scenario.campaigns[index].client == "Alpha" {
            let other = ActivityKey(Identifier("betas-hotline"), Identifier("inbound"))
            let channel = scenario.campaigns[index].activities[0].channel
            scenario.campaigns[index].activities[0].channel = channel.with(
                demand: .monthlyVolume(plan, spread: .like(other)))
        }
        func text(_ language: Language) -> String {
            quoteMarkdown(self.plan, scenario: scenario, client: "Alpha", language: language)
        }
        let english = text(.english)
        #expect(english.contains("Stated volume of November 2026: 12,000 contacts"))
        #expect(!english.contains("777") && !english.contains("betas"))
        #expect(english.contains("Spread over days and hours as a comparable activity's history"))
        #expect(text(.french).contains("Volume annoncé pour novembre 2026"))
    }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("<b>", "\\<b\\>"), ("- x", "\\- x"), ("1. x", "1\\. x"), ("10 h", "10 h"),
        ("x\n# y", "x \\# y"), ("été", "été"),
    ])
    func markdownIsEscaped(text: String, expected: String) { #expect(escapedMarkdown(text) == expected) }
}
