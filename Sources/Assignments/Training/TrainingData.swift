import Execution
import LinearProgramming
import Workforce

/// The first round of a workspace's training as a data section for
/// `models/training.mod`: classes as formed, and the sessions they could have.
public func trainingData(
    _ roster: Roster, staffing: Staffing, requirement: Requirement, for scenario: Scenario
) throws(LinearProgramError) -> String {
    let presence = FloorPresence(roster: roster, requirement: requirement, scenario: scenario)
    let resources = TrainingResources(scenario: scenario)
    let trainees = Trainee.all(staffing: staffing, scenario: scenario)
    let placeable = trainees.filter { $0.deadlineDay > 0 }
    let classes = try nextClasses(
        placeable, of: placeable, scenario, presence, resources, control: RunControl())
    return TrainingCandidates(
        classes: classes, scenario: scenario, presence: presence, resources: resources
    ).instance.mathProgData
}

extension TrainingInstance {
    var mathProgData: String {
        var data = MathProgData()
        data.addSet("CLASSES", classes.indices)
        data.addSet("SESSIONS", candidates.indices)
        data.addSet("TRAINERS", trainerCounts.indices)
        data.addSet("ROOMS", roomCounts.indices)
        data.addSet(
            "MEMBERS",
            tuples: classes.enumerated().flatMap { c, course in course.course.members.indices.map { [c, $0] }
            })
        data.addSet(
            "ABSENT",
            tuples: candidates.enumerated().flatMap { j, session in session.absent.map { [j, $0] } })
        data.addSet("CELLS", cells.indices)
        let away = candidates.enumerated().flatMap { j, session in
            session.away.map { ([j, $0.cell], Double($0.agents)) }
        }
        data.addSet("AWAY", tuples: away.map(\.0))
        func perSession(_ name: String, _ value: (Candidate) -> Int) {
            data.addParameter(name, candidates.enumerated().map { ([$0], Double(value($1))) })
        }
        perSession("class") { $0.course }
        perSession("trainer") { $0.trainer }
        perSession("room") { $0.room }
        perSession("begin") { $0.begin }
        perSession("finish") { $0.end }
        data.addParameter("wanted", classes.enumerated().map { ([$0], Double($1.sessions)) })
        data.addParameter("least", classes.enumerated().map { ([$0], Double($1.course.leastMembers)) })
        data.addParameter("trainers", trainerCounts.enumerated().map { ([$0], Double($1)) })
        data.addParameter("rooms", roomCounts.enumerated().map { ([$0], Double($1)) })
        data.addParameter("away", away)
        data.addParameter("spare", cells.enumerated().map { ([$0], Double($1.spare)) })
        data.addScalar("minutes", Double(intervalMinutes))
        data.addScalar("unplaced", Double(unplacedMinutes))
        return data.text
    }
}
