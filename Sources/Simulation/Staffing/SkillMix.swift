import Workforce

/// How many of a campaign's agents may serve which of its lines.
public struct SkillMix: Sendable {
    /// Agents who may serve exactly these lines; sets in a fixed order.
    private let counts: [(lines: Set<Identifier<Activity>>, agents: Int)]

    /// Without named agents who may work on the campaign, everybody serves every line.
    public init(of campaign: Campaign, lines: [Identifier<Activity>], agents: [Agent]) {
        var found: [Set<Identifier<Activity>>: Int] = [:]
        for agent in agents
        where agent.homeCampaign == campaign.id || agent.campaigns.contains(campaign.id) {
            guard campaign.requiredSkills.isSubset(of: agent.skills) else { continue }
            let served = campaign.activities.filter {
                lines.contains($0.id) && $0.requiredSkills.isSubset(of: agent.skills)
            }
            guard !served.isEmpty else { continue }
            found[Set(served.map(\.id)), default: 0] += 1
        }
        if found.isEmpty { found[Set(lines)] = 1 }
        counts = found.map { ($0.key, $0.value) }
            .sorted { $0.0.map(\.name).sorted().lexicographicallyPrecedes($1.0.map(\.name).sorted()) }
    }

    /// Splits agents in the proportions of the mix; every one is in exactly one group.
    public func groups(of positions: [Int]) -> [StaffedGroup] {
        let all = Double(counts.reduce(0) { $0 + $1.agents })
        var before = 0.0
        return counts.map { count in
            let after = before + Double(count.agents)
            let onLine = positions.map { n in
                Int((Double(n) * after / all).rounded()) - Int((Double(n) * before / all).rounded())
            }
            before = after
            return StaffedGroup(activities: count.lines, onLine: onLine)
        }
    }
}
