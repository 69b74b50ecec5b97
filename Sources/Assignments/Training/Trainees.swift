import Workforce

/// Someone to be trained for a campaign before their first week there.
struct Trainee: Equatable, Sendable {
    var agent: Identifier<Agent>
    /// Index of the campaign in the scenario.
    var campaign: Int
    /// Course must be over before this day of the horizon.
    var deadlineDay: Int
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
    static func all(staffing: Staffing, scenario: Scenario) -> [Trainee] {
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
                trainees.append(Trainee(agent: agent.id, campaign: k, deadlineDay: deadline))
            }
        }
        return trainees
    }
}
