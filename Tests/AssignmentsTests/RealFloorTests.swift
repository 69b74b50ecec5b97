import Execution
import Testing
import Workforce

@testable import Assignments

/// Eighty agents, three campaigns, four weeks, one launch.
@Suite struct RealFloorTests {
    static let launch = Identifier<Campaign>("launch")

    static func floor(seed: UInt64) -> (Scenario, Requirement) {
        var random = SeededGenerator(seed: seed)
        let course = TrainingNeed(sessionMinutes: 180, sessions: 4, classSize: 4...12)
        let campaigns = [
            makeCampaign(helpline), makeCampaign(sales, skills: [selling]),
            makeCampaign(launch, skills: [Identifier("new")], launchDay: 14, training: course),
        ]
        let agents = (0..<80).map { index in
            makeAgent(
                index, home: index < 45 ? helpline : index < 75 ? sales : nil,
                also: (random.below(3) == 0 ? [sales] : []) + (random.below(3) == 0 ? [launch] : []),
                skills: index >= 45 || random.below(2) == 0 ? [selling] : [],
                hired: firstMonday - 30 * (1 + random.below(30)))
        }
        let requests = agents.indices.filter { _ in random.below(6) == 0 }.map { index in
            let day = random.below(28)
            return leave(index, day...day + random.below(6))
        }
        let scenario = makeScenario(
            agents: agents, campaigns: campaigns, weeks: 4, requests: requests,
            supervisors: (0..<7).map { index in
                FormTeamsTests.supervisor("S\(index)", 7 + index % 4, 16 + index % 4)
            }, trainers: [PlaceTrainingTests.trainer("T1"), PlaceTrainingTests.trainer("T2", 11, 20)],
            rooms: [PlaceTrainingTests.room("R1", 12), PlaceTrainingTests.room("R2", 8)])
        let horizon = scenario.horizon
        let needs = Requirement(activities: [
            need(helpline, agents: 40, weeks: [0, 1, 2, 3], horizon: horizon),
            need(sales, agents: 30, weeks: [0, 1, 2, 3], horizon: horizon),
            need(launch, agents: 14, weeks: [2, 3], horizon: horizon),
        ])
        return (scenario, needs)
    }

    /// Shifts of eight hours at random starts for everybody's posts.
    static func roster(_ staffing: Staffing, _ scenario: Scenario, seed: UInt64) -> Roster {
        var random = SeededGenerator(seed: seed)
        let starts = scenario.floor.agents.map { _ in 8 + random.below(4) }
        let index = Dictionary(
            scenario.floor.agents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        return makeRoster(
            staffing.posts.map { post in
                let a = index[post.agent] ?? 0
                return line(
                    a, week: post.week, campaign: post.campaign, shift: shift(starts[a], starts[a] + 8))
            })
    }

    @Test(arguments: [1, 2])
    func staffsTeachesAndLeads(_ seed: Int) throws {
        let (scenario, needs) = Self.floor(seed: UInt64(seed))
        let control = RunControl()
        let staffing = try staff(needs, for: scenario, control: control)
        #expect(staffing.optimality.gap < 0.001)
        let roster = Self.roster(staffing, scenario, seed: UInt64(seed))
        let training = try placeTraining(
            roster, staffing: staffing, requirement: needs, for: scenario, control: control)
        let learners = Set(staffing.posts.filter(\.needsTraining).map(\.agent))
        #expect(learners.count >= 8)
        #expect(Set(training.sessions.flatMap(\.agents)).count + training.unplaced.count == learners.count)
        #expect(training.unplaced.isEmpty)
        let teams = try formTeams(roster, for: scenario, control: control)
        #expect(teams.optimality.status == .optimal)
        #expect(teams.unassigned.isEmpty)
    }

    /// 24 learners among 60 who start from 8 to 11, two trainers, two rooms, and
    /// little to spare on the line.
    @Test func teachesManyWithLittleToSpare() throws {
        var random = SeededGenerator(seed: 2)
        let scenario = makeScenario(
            agents: (0..<60).map { makeAgent($0, also: [sales]) },
            campaigns: [
                makeCampaign(helpline),
                makeCampaign(
                    sales, skills: [selling], launchDay: 14,
                    training: TrainingNeed(sessionMinutes: 210, sessions: 4, classSize: 6...12)),
            ], weeks: 3,
            trainers: [PlaceTrainingTests.trainer("T1"), PlaceTrainingTests.trainer("T2", 11, 20)],
            rooms: [PlaceTrainingTests.room("R1", 12), PlaceTrainingTests.room("R2", 10)])
        let starts = (0..<60).map { _ in 8 + random.below(4) }
        let roster = makeRoster(
            (0..<2).flatMap { week in
                (0..<60).map { line($0, week: week, shift: shift(starts[$0], starts[$0] + 8)) }
            })
        let covered = scenario.horizon.coverage(of: roster, campaign: helpline)
        let wanted = covered.map { max(0, $0 - random.below(12)) }
        let needs = Requirement(activities: [
            ActivityRequirement(
                activity: ActivityKey(helpline, Identifier("calls")),
                kind: .perInterval(
                    IntervalRequirement(
                        positions: wanted, scheduled: wanted, offeredLoad: [], binding: [],
                        serviceAround: [])))
        ])
        let staffing = PlaceTrainingTests.posts(24, learnFrom: 2)
        let plan = try placeTraining(
            roster, staffing: staffing, requirement: needs, for: scenario, control: RunControl())
        #expect(plan.unplaced.isEmpty)
        #expect(plan.optimality.status == .optimal)
        let violations = PlaceTrainingTests.violations(plan, roster, scenario, staffing)
        #expect(violations.filter { !$0.hasPrefix("loss") } == [])
    }
}
