import Execution
import Foundation
import PlanFiles
import Planning
import Testing
import Workforce

/// The committed workspaces, read as a user's.
enum Workspaces {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func scenario(_ name: String) throws -> Scenario {
        let reading = readWorkspace(at: root.appending(path: "datasets/\(name)"))
        return try #require(reading.scenario)
    }
}

@Suite struct MakePlanTests {
    @Test func theChainStopsWhereItIsTold() throws {
        let scenario = try Workspaces.scenario("tiny")
        let sized = try makePlan(from: scenario, through: .size, control: RunControl())
        #expect(!sized.requirement.activities.isEmpty)
        #expect(sized.schedule.pools.isEmpty && sized.staffing == nil && sized.cost.lines.isEmpty)
        let rostered = try makePlan(from: scenario, through: .roster, control: RunControl())
        #expect(rostered.roster?.lines.count == 5)
        #expect(rostered.teams == nil && rostered.findings.isEmpty)
    }

    @Test func withoutAgentsTheNamedStagesAreSkipped() throws {
        var scenario = try Workspaces.scenario("tiny")
        scenario.floor.agents = []
        let plan = try makePlan(from: scenario, through: .audit, control: RunControl())
        #expect(plan.staffing == nil && plan.roster == nil && plan.teams == nil && plan.training == nil)
        #expect(plan.schedule.pools.contains { !$0.tours.isEmpty })
        #expect(plan.quotes.count == 2)
        #expect(!plan.findings.contains { $0.severity == .violation })
    }

    @Test func everyStageReportsItsProgressInOrder() throws {
        let seen = Seen()
        let control = RunControl(report: { seen.add($0.stage) })
        _ = try makePlan(from: Workspaces.scenario("tiny"), through: .audit, control: control)
        let expected: [Stage] = [
            .forecast, .size, .staff, .schedule, .roster, .teams, .training, .price, .audit,
        ]
        #expect(seen.firsts == expected)
    }

    @Test func anUnreachableTargetIsNamed() throws {
        var scenario = try Workspaces.scenario("tiny")
        guard case .inbound(var terms) = scenario.campaigns[0].activities[0].channel else {
            Issue.record("the first campaign is inbound")
            return
        }
        terms.target.serviceLevel = 1
        scenario.campaigns[0].activities[0].channel = .inbound(terms)
        let key = ActivityKey(scenario.campaigns[0].id, scenario.campaigns[0].activities[0].id)
        #expect(throws: PlanningError.sizing(.targetUnreachable(key, .serviceLevel))) {
            try makePlan(from: scenario, through: .audit, control: RunControl())
        }
    }

    @Test func anEmptyScenarioPlansToNothing() throws {
        var scenario = try Workspaces.scenario("tiny")
        scenario.campaigns = []
        let plan = try makePlan(from: scenario, through: .audit, control: RunControl())
        #expect(plan.schedule.pools.isEmpty && plan.cost.total == .zero && plan.quotes.isEmpty)
    }

    @Test func aDeadlineAlreadyPastStillGivesAPlan() throws {
        let control = RunControl(deadline: .after(seconds: 0))
        let plan = try makePlan(from: Workspaces.scenario("tiny"), through: .audit, control: control)
        #expect(plan.roster?.lines.count == 5)
        #expect(!plan.findings.contains { $0.severity == .violation })
    }
}

/// Stages in the order they were first seen.
private final class Seen: @unchecked Sendable {
    private let lock = NSLock()
    private var stages: [Stage] = []

    func add(_ stage: Stage) { lock.withLock { if !stages.contains(stage) { stages.append(stage) } } }

    var firsts: [Stage] { lock.withLock { stages } }
}
