import Testing
import Workforce

@testable import Auditing

/// Two of six agents help the sales campaign on the first Monday from 9:00 to 10:00; then one
/// thing of it is spoiled.
@Suite struct LoanRuleTests {
    struct Spoiled: Sendable, CustomTestStringConvertible {
        var rule: Finding.Rule
        var actual: Int
        var limit: Int
        var severity = Finding.Severity.violation
        var spoil: @Sendable (inout TinyFloor) -> Void

        var testDescription: String { rule.rawValue }
    }

    private static func lending() -> TinyFloor {
        var floor = TinyFloor()
        for agent in floor.scenario.floor.agents.indices {
            floor.scenario.floor.agents[agent].secondaryCampaigns = [TinyFloor.sales]
        }
        floor.plan.schedule.loans = [
            Loan(
                lender: TinyFloor.help, borrower: TinyFloor.sales, day: 0, range: TinyFloor.range(540, 600),
                agents: 2)
        ]
        floor.plan.roster?.loans = ["a1", "a2"].map {
            AgentLoan(
                agent: Identifier($0), borrower: TinyFloor.sales, day: 0, range: TinyFloor.range(540, 600))
        }
        return floor
    }

    @Test func aGoodLoanIsNoFinding() {
        let floor = Self.lending()
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    static let spoiled: [Spoiled] = [
        Spoiled(rule: .loanSupply, actual: 7, limit: 6) { $0.plan.schedule.loans[0].agents = 7 },
        // Of six people there, two cannot help: of any three, one surely can.
        Spoiled(rule: .loanSupply, actual: 5, limit: 4) {
            $0.plan.schedule.loans[0].agents = 5
            for agent in 4..<6 { $0.scenario.floor.agents[agent].secondaryCampaigns = [] }
        },
        // The rest break from 10:30 takes everybody off the line.
        Spoiled(rule: .loanSupply, actual: 2, limit: 0) {
            $0.plan.schedule.loans[0].range = TinyFloor.range(540, 660)
        },
        Spoiled(rule: .loanHours, actual: 60, limit: 0) {
            $0.plan.schedule.loans[0].range = TinyFloor.range(420, 480)
        },
        Spoiled(rule: .loanPresence, actual: 30, limit: 0) {
            $0.plan.roster?.loans[0].range = TinyFloor.range(510, 570)
        },
        Spoiled(rule: .loanPresence, actual: 60, limit: 0) {
            $0.plan.roster?.loans[1].agent = Identifier("a1")
        },
        Spoiled(rule: .loanSkill, actual: 0, limit: 0) { $0.scenario.floor.agents[0].skills = [] },
        Spoiled(rule: .loanSkill, actual: 0, limit: 0) {
            $0.scenario.floor.agents[0].secondaryCampaigns = []
        },
        Spoiled(rule: .loanUnnamed, actual: 60, limit: 120, severity: .warning) {
            $0.plan.roster?.loans.removeLast()
        },
        Spoiled(rule: .loanUnnamed, actual: 120, limit: 60) { $0.plan.schedule.loans[0].agents = 1 },
    ]

    @Test(arguments: spoiled.indices) func aSpoiledLoanIsFound(_ index: Int) {
        let spoiled = Self.spoiled[index]
        var floor = Self.lending()
        spoiled.spoil(&floor)
        let found = audit(floor.plan, for: floor.scenario).contains { finding in
            guard case .rule(spoiled.rule, _, 0, spoiled.actual, spoiled.limit) = finding.subject else {
                return false
            }
            return finding.severity == spoiled.severity
        }
        #expect(found)
    }
}
