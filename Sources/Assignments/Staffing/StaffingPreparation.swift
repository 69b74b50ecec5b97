import Workforce

extension StaffingInstance {
    init(requirement: Requirement, scenario: Scenario) {
        weekCount = scenario.horizon.weekCount
        campaigns = scenario.campaigns.map(\.id)
        needs = scenario.campaigns.map { StaffingInstance.needs(of: $0.id, requirement, scenario.horizon) }
        prices = StaffingPrices(scenario.weights)
        kinds = StaffingInstance.kinds(scenario: scenario, prices: prices)
    }

    private static func needs(
        of campaign: Identifier<Campaign>, _ requirement: Requirement, _ horizon: Horizon
    ) -> [WeeklyNeed] {
        var needs = [WeeklyNeed](repeating: WeeklyNeed(), count: horizon.weekCount)
        let scheduled = requirement.scheduled(for: campaign, intervalCount: horizon.intervalCount)
        for t in horizon.intervals {
            needs[horizon.week(of: t)].intervalHours +=
                Double(max(0, scheduled[t])) * horizon.intervalHours
        }
        for (_, load) in requirement.workloads(for: campaign) where load.hours.isFinite && load.hours > 0 {
            let week = load.days.lowerBound / 7
            if needs.indices.contains(week) { needs[week].workloadHours += load.hours }
        }
        return needs
    }

    /// Agents grouped by equal choices, in the order of the floor.
    private static func kinds(scenario: Scenario, prices: StaffingPrices) -> [AgentKind] {
        struct Key: Hashable {
            var choices: [[Choice]]
            var trainingCosts: [Double]
        }
        let availability = AgentAvailability(scenario: scenario)
        let openings = scenario.campaigns.map { CampaignOpening($0, scenario: scenario) }
        var kinds: [AgentKind] = []
        var known: [Key: Int] = [:]
        for agent in scenario.floor.agents {
            let weeks = (0..<scenario.horizon.weekCount).map {
                choices(of: agent, week: $0, scenario, availability, openings)
            }
            let costs = scenario.campaigns.indices.map { k in
                let needsIt = weeks.contains { $0.contains { $0.campaign == k && $0.needsTraining } }
                guard needsIt, let training = scenario.campaigns[k].training else { return 0.0 }
                // An hour in class is an hour away from the line.
                return Double(max(0, training.sessions)) * Double(max(0, training.sessionMinutes)) / 60
                    * prices.missingHour
            }
            let key = Key(choices: weeks, trainingCosts: costs)
            if let kind = known[key] {
                kinds[kind].agents.append(agent.id)
            } else {
                known[key] = kinds.count
                kinds.append(AgentKind(agents: [agent.id], choices: weeks, trainingCosts: costs))
            }
        }
        return kinds
    }

    private static func choices(
        of agent: Agent, week: Int, _ scenario: Scenario, _ availability: AgentAvailability,
        _ openings: [CampaignOpening]
    ) -> [Choice] {
        guard let contract = availability.contract(of: agent) else { return [] }
        let share = availability.coveringShare(of: contract)
        var choices: [Choice] = []
        for (k, campaign) in scenario.campaigns.enumerated() {
            guard let standing = Standing(of: agent, at: campaign, horizon: scenario.horizon) else {
                continue
            }
            let paid = availability.paidMinutes(of: agent, in: week, at: openings[k])
            guard paid > 0 else { continue }
            // Nobody can be trained before the horizon: an untrained agent's first
            // week covers nothing, which leaves the post a last resort.
            let isUseful = !(standing == .toTrain && week == 0)
            choices.append(
                Choice(
                    campaign: k, hours: isUseful ? Double(paid) / 60 * share : 0, awayCost: 0,
                    needsTraining: standing == .toTrain))
        }
        // Away only costs where home would have had a place.
        let home = agent.homeCampaign
        if let home, choices.contains(where: { scenario.campaigns[$0.campaign].id == home }) {
            for c in choices.indices where scenario.campaigns[choices[c].campaign].id != home {
                choices[c].awayCost = Double(scenario.weights.awayFromHome.cents)
            }
            // Home comes first where costs tie.
            let first = choices.partition { scenario.campaigns[$0.campaign].id != home }
            choices[first...].sort { $0.campaign < $1.campaign }
        }
        return choices
    }
}

/// How an agent stands towards a campaign; nil = may not work there.
enum Standing: Equatable {
    case ready
    /// Lacks the skills or the course of a campaign launched within the horizon.
    case toTrain

    init?(of agent: Agent, at campaign: Campaign, horizon: Horizon) {
        guard agent.site == campaign.site else { return nil }
        let isListed = agent.campaigns.contains(campaign.id)
        guard isListed || agent.homeCampaign == nil else { return nil }
        let isSkilled = campaign.requiredSkills.isSubset(of: agent.skills)
        let isNew = campaign.training != nil && campaign.launch.flatMap(horizon.day(of:)) != nil
        // Without a skill to tell who knows a new campaign, everybody has to learn it.
        let mustLearn = isNew && (!isSkilled || campaign.requiredSkills.isEmpty)
        if mustLearn {
            guard isListed else { return nil }
            self = .toTrain
        } else if isSkilled {
            self = .ready
        } else {
            return nil
        }
    }
}
