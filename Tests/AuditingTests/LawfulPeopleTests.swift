import Testing
import Workforce

@testable import Auditing

@Suite struct LawfulPeopleTests {
    @Test func aCourseEndedBeforeTheFirstContactIsLawful() {
        var floor = TinyFloor()
        floor.changeAgent { $0.skills = [] }
        floor.scenario.campaigns[0].training?.sessionMinutes = 90
        floor.teach(number: 1, from: 540, minutes: 90)
        floor.teach(number: 2, from: 630, minutes: 90)
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    /// Six people under one supervisor who is alone: no legal split exists.
    @Test func teamsAsGoodAsNumbersPermitAreLawful() {
        var floor = TinyFloor()
        floor.scenario.costs.teamSize = 2...4
        floor.scenario.floor.supervisors.removeLast(2)
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    @Test func aSmallClassIsLawfulWhereNobodyElseNeedsTheCourse() {
        var floor = TinyFloor()
        floor.teach(agents: [1])
        #expect(audit(floor.plan, for: floor.scenario).isEmpty)
    }

    @Test func thoseThePlanNamesAreWarningsOnly() {
        var floor = TinyFloor()
        floor.changeAgent { $0.skills = [] }
        floor.plan.training?.unplaced = [
            TrainingPlan.Unplaced(agent: Identifier("a1"), campaign: TinyFloor.help)
        ]
        floor.plan.teams?.teams[0].agents.removeLast()
        #expect(
            audit(floor.plan, for: floor.scenario).map(\.subject) == [
                .untrained(agent: Identifier("a1"), campaign: TinyFloor.help),
                .withoutTeam(agent: Identifier("a6")),
            ])
    }
}
