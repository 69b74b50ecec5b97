import Execution
import LinearProgramming
import Workforce

/// Places the courses that posts call for, before each agent's first week in the
/// campaign, where coverage suffers least.
///
/// Classes are formed first, of people who share enough hours (`ClassFormation`).
/// Then sessions are chosen by an integer program
/// (`models/training.mod`): as many agents as possible are trained, and then the
/// agent-minutes that fall below requirement are least. A session lies within
/// the shift of everyone who attends and replaces calls and rest breaks (it has
/// breaks of its own), never lunch: what lasts longer than half a day is written
/// as several sessions. Trainers teach within their hours; nobody and no room is
/// booked twice. A campaign with fewer learners than the least class may teach
/// them all the same. Agents who could not come with their class are tried again
/// in classes of their own.
///
/// `optimality` is in agent-minutes below requirement, among plans that train as
/// many agents; its bound holds for the classes as formed.
///
/// - Throws: `LinearProgramError` when the solver breaks down.
public func placeTraining(
    _ roster: Roster, staffing: Staffing, requirement: Requirement, for scenario: Scenario,
    control: RunControl
) throws(LinearProgramError) -> TrainingPlan {
    control.report(StageProgress(stage: .training, done: 0, total: 1))
    var presence = FloorPresence(roster: roster, requirement: requirement, scenario: scenario)
    var resources = TrainingResources(scenario: scenario)
    let all = Trainee.all(staffing: staffing, scenario: scenario)
    let placeable = all.filter { $0.deadlineDay > 0 }
    var waiting = placeable
    var proof = Optimality(status: .optimal, cost: 0, bound: 0)
    for round in 0..<trainingRounds where !waiting.isEmpty {
        let classes = try nextClasses(
            waiting, of: placeable, scenario, presence, resources, control: control)
        guard !classes.isEmpty, !control.shouldStop else { break }
        let candidates = TrainingCandidates(
            classes: classes, scenario: scenario, presence: presence, resources: resources)
        let placed = try placeSessions(candidates, control: control)
        let lost = placed.sessions.reduce(0) { sum, session in
            sum
                + session.agents.reduce(0) {
                    $0 + presence.leave($1, on: session.day, during: session.range)
                }
        }
        placed.sessions.forEach { resources.book($0) }
        proof = proof.adding(cost: Double(lost), placed)
        control.report(StageProgress(stage: .training, done: round + 1, total: trainingRounds))
        let before = waiting.count
        let trained = Set(
            placed.sessions.flatMap { session in session.agents.map { Booking($0, session.campaign) } })
        waiting.removeAll { trained.contains(Booking($0.agent, scenario.campaigns[$0.campaign].id)) }
        if waiting.count == before { break }
    }
    if control.shouldStop, !waiting.isEmpty { proof.status = .stopped }
    control.report(StageProgress(stage: .training, done: trainingRounds, total: trainingRounds))
    return plan(resources.sessions, of: all, scenario, proof)
}

/// Times that agents who could not come with their class are put together again.
private let trainingRounds = 5
/// Nodes after which the best sessions found stand, with their gap.
private let trainingNodeLimit = 200

private struct Booking: Hashable {
    var agent: Identifier<Agent>
    var campaign: Identifier<Campaign>

    init(_ agent: Identifier<Agent>, _ campaign: Identifier<Campaign>) {
        self.agent = agent
        self.campaign = campaign
    }
}

/// Classes of one round: an agent who takes two courses takes them in two rounds.
func nextClasses(
    _ waiting: [Trainee], of all: [Trainee], _ scenario: Scenario, _ presence: FloorPresence,
    _ resources: TrainingResources, control: RunControl
) throws(LinearProgramError) -> [CourseClass] {
    var taken = Set<Identifier<Agent>>()
    var classes: [CourseClass] = []
    for (k, campaign) in scenario.campaigns.enumerated() {
        guard let need = campaign.training else { continue }
        let own = waiting.filter { $0.campaign == k && !taken.contains($0.agent) }
        guard !own.isEmpty else { continue }
        let formation = ClassFormation(
            own, campaign: campaign, need: need, learners: all.count { $0.campaign == k },
            scenario: scenario, presence: presence, resources: resources)
        let formed = try formation.classes(control: control)
        for course in formed { taken.formUnion(course.members) }
        classes += formed
    }
    return classes
}

private struct PlacedSessions {
    var sessions: [TrainingSession] = []
    var outcome: SolveOutcome
    /// Price of those left out, in agent-minutes.
    var unplacedPrice = 0.0
}

private func placeSessions(
    _ candidates: TrainingCandidates, control: RunControl
) throws(LinearProgramError) -> PlacedSessions {
    let instance = candidates.instance
    let model = TrainingProgram(instance)
    let options = SolveOptions {
        $0.nodeLimit = trainingNodeLimit
        $0.cuts = [.mixedIntegerRounding, .gomory]
    }
    var outcome = try model.program.solve(options: options, control: control)
    if outcome.solution == nil, !control.shouldStop {
        // Going down first finds some plan where going for the best bound found none.
        let dive = SolveOptions {
            $0.nodeLimit = 10 * trainingNodeLimit
            $0.backtracking = .depthFirst
            $0.branching = .mostFractional
        }
        outcome = try model.program.solve(options: dive, control: control)
    }
    var placed = PlacedSessions(outcome: outcome)
    guard let solution = outcome.solution else { return placed }
    var book = candidates.resources
    for (c, course) in instance.classes.enumerated() {
        let attending = course.course.members.indices.filter { solution[model.places[c][$0]] > 0.5 }
        placed.unplacedPrice +=
            Double(instance.unplacedMinutes) * Double(course.course.members.count - attending.count)
    }
    var numbers = instance.classes.map { _ in 0 }
    let chosen = instance.candidates.indices.filter { solution[model.sessions[$0]] > 0.5 }
        .sorted { (instance.candidates[$0].begin, $0) < (instance.candidates[$1].begin, $1) }
    for j in chosen {
        let candidate = instance.candidates[j]
        let course = instance.classes[candidate.course]
        numbers[candidate.course] += 1
        // In order of start the first free one of a kind is always there.
        let (day, range) = (candidate.day, candidate.range)
        let trainers = candidates.trainerKinds[candidate.trainer].members
        let rooms = candidates.roomKinds[candidate.room].members
        guard let trainer = trainers.first(where: { book.isTrainerFree($0, day: day, range: range) }),
            let room = rooms.first(where: { book.isRoomFree($0, day: day, range: range) })
        else { continue }
        let session = TrainingSession(
            campaign: candidates.scenario.campaigns[course.course.campaign].id,
            number: numbers[candidate.course], day: day, range: range,
            trainer: candidates.scenario.floor.trainers[trainer].id,
            room: candidates.scenario.floor.rooms[room].id,
            agents: course.course.members.indices
                .filter { solution[model.places[candidate.course][$0]] > 0.5 }
                .map { course.course.members[$0] })
        book.book(session)
        placed.sessions.append(session)
    }
    return placed
}

extension Optimality {
    /// Adds one round: the price of those left out is no coverage lost, so it
    /// leaves the cost and, agent for agent, the bound.
    fileprivate func adding(cost lost: Double, _ placed: PlacedSessions) -> Optimality {
        let round = Assignments.optimality(cost: lost + placed.unplacedPrice, outcome: placed.outcome)
        let bound = max(0, min(lost, round.bound - placed.unplacedPrice))
        let worst: Status =
            status == .stopped || round.status == .stopped
            ? .stopped : status == .feasible || round.status == .feasible ? .feasible : .optimal
        return Optimality(status: worst, cost: self.cost + lost, bound: self.bound + bound)
    }
}

private func plan(
    _ sessions: [TrainingSession], of trainees: [Trainee], _ scenario: Scenario, _ proof: Optimality
) -> TrainingPlan {
    let trained = Set(sessions.flatMap { session in session.agents.map { Booking($0, session.campaign) } })
    let unplaced = trainees.filter {
        !trained.contains(Booking($0.agent, scenario.campaigns[$0.campaign].id))
    }
    return TrainingPlan(
        sessions: sessions.sorted {
            ($0.day, $0.range.start, $0.campaign.name, $0.number, $0.trainer.name)
                < ($1.day, $1.range.start, $1.campaign.name, $1.number, $1.trainer.name)
        },
        unplaced: unplaced.map {
            TrainingPlan.Unplaced(agent: $0.agent, campaign: scenario.campaigns[$0.campaign].id)
        }, optimality: proof)
}
