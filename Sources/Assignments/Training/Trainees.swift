import Workforce

/// Someone to be trained for a campaign before their first week there.
struct Trainee: Equatable, Sendable {
    var agent: Identifier<Agent>
    /// Index of the campaign in the scenario.
    var campaign: Int
    /// Course must be over before this day of the horizon.
    var deadlineDay: Int
    /// Mean start of the agent's shifts before the deadline, in minutes.
    var meanStart: Int
}

/// Agents who attend a course together.
struct CourseClass: Equatable, Sendable {
    var campaign: Int
    var members: [Identifier<Agent>]
    var deadlineDay: Int
    /// Fewest members the class can be held with.
    var leastMembers: Int
}

extension Trainee {
    /// Everybody whose posts call for training, in the order of campaigns and agents.
    static func all(staffing: Staffing, scenario: Scenario, presence: FloorPresence) -> [Trainee] {
        var firstWeek: [Identifier<Agent>: [Identifier<Campaign>: Int]] = [:]
        for post in staffing.posts where post.needsTraining {
            let known = firstWeek[post.agent]?[post.campaign] ?? post.week
            firstWeek[post.agent, default: [:]][post.campaign] = min(known, post.week)
        }
        var trainees: [Trainee] = []
        for (k, campaign) in scenario.campaigns.enumerated() {
            for agent in scenario.floor.agents {
                guard let week = firstWeek[agent.id]?[campaign.id] else { continue }
                let deadline = min(max(0, week), scenario.horizon.weekCount) * 7
                let starts = (0..<deadline).compactMap {
                    presence.shift(of: agent.id, on: $0)?.range.start.minute
                }
                trainees.append(
                    Trainee(
                        agent: agent.id, campaign: k, deadlineDay: deadline,
                        meanStart: starts.isEmpty ? 0 : starts.reduce(0, +) / starts.count))
            }
        }
        return trainees
    }
}

extension CourseClass {
    /// Splits a campaign's trainees into even classes of people who start at
    /// similar hours, as few classes as let most of them in.
    ///
    /// - Parameter learners: everybody whom the campaign has to teach; where they
    ///   are fewer than the least class, a class may be as small as need be.
    static func form(
        _ trainees: [Trainee], need: TrainingNeed, roomCapacity: Int, learners: Int
    ) -> [CourseClass] {
        let largest = min(need.classSize.upperBound, roomCapacity)
        let least = learners < need.classSize.lowerBound ? 1 : max(1, need.classSize.lowerBound)
        guard largest >= least, trainees.count >= least, need.sessions > 0 else { return [] }
        let ordered = trainees.enumerated().sorted {
            ($0.element.deadlineDay, $0.element.meanStart, $0.offset)
                < ($1.element.deadlineDay, $1.element.meanStart, $1.offset)
        }.map(\.element)
        // The most people that any number of classes lets in, then the fewest classes.
        let most = max(1, (trainees.count + largest - 1) / largest)
        var number = 1
        for classes in 1...most where classes * least <= trainees.count {
            if min(trainees.count, classes * largest) > min(trainees.count, number * largest) {
                number = classes
            }
        }
        let admitted = min(trainees.count, number * largest)
        var classes: [CourseClass] = []
        var from = 0
        for index in 0..<number {
            let size = admitted / number + (index < admitted % number ? 1 : 0)
            let members = ordered[from..<from + size]
            from += size
            guard let first = members.first else { continue }
            classes.append(
                CourseClass(
                    campaign: first.campaign, members: members.map(\.agent),
                    deadlineDay: members.map(\.deadlineDay).min() ?? 0, leastMembers: least))
        }
        return classes
    }
}
