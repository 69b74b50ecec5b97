import Workforce

/// What only shows when all files are read: skills nobody has, campaigns
/// nobody works for, days outside the horizon.
struct WorkspaceChecks {
    let site: SiteFile
    let campaigns: [CampaignFile]
    let agents: AgentList

    func run(_ log: inout DiagnosticLog) {
        for file in campaigns { checkDates(file, &log) }
        guard !agents.agents.isEmpty else { return }
        let had = agents.agents.reduce(into: Set<Identifier<Skill>>()) { $0.formUnion($1.skills) }
        checkSkills(had, &log)
        checkCampaigns(had, &log)
    }

    private func checkDates(_ file: CampaignFile, _ log: inout DiagnosticLog) {
        guard let start = site.start else { return }
        let last = start + (site.weeks * 7 - 1)
        let name = file.campaign.id.name
        if let launch = file.campaign.launch, launch > last {
            log.warning(
                .meaning(.outsideHorizon(campaign: name, date: launch)), at: SourceLocation(file: file.file))
        } else if let end = file.campaign.end, end < start {
            log.warning(
                .meaning(.outsideHorizon(campaign: name, date: end)), at: SourceLocation(file: file.file))
        }
    }

    private func checkSkills(_ had: Set<Identifier<Skill>>, _ log: inout DiagnosticLog) {
        for file in campaigns {
            for (skill, place) in file.skillPlaces.sorted(by: { $0.key < $1.key })
            where !had.contains(Identifier(skill)) {
                let nearest = nearestName(to: skill, among: had.map(\.name).sorted())
                log.warning(.reference(.skillOfNobody(skill: skill, nearest: nearest)), at: place)
            }
        }
    }

    /// Agents whose campaigns need skills they lack but others have, or lie at another site.
    private func checkCampaigns(_ had: Set<Identifier<Skill>>, _ log: inout DiagnosticLog) {
        let byID = Dictionary(
            campaigns.map { ($0.campaign.id, $0.campaign) }, uniquingKeysWith: { first, _ in first })
        for agent in agents.agents {
            let place = SourceLocation(file: AgentList.file, line: agents.lines[agent.id.name] ?? 0)
            for id in agent.campaigns {
                guard let campaign = byID[id] else { continue }
                if let lacking = campaign.requiredSkills.intersection(had).subtracting(agent.skills).min() {
                    let problem = ReferenceProblem.agentLacksSkill(
                        agent: agent.id.name, campaign: id.name, skill: lacking.name)
                    log.warning(.reference(problem), at: place)
                }
                if campaign.site != agent.site {
                    log.warning(.reference(.otherSite(agent: agent.id.name, campaign: id.name)), at: place)
                }
            }
        }
        for file in campaigns {
            let id = file.campaign.id
            let isServed = agents.agents.contains { agent in
                agent.campaigns.isEmpty
                    ? file.campaign.requiredSkills.isSubset(of: agent.skills) : agent.campaigns.contains(id)
            }
            if !isServed {
                log.warning(
                    .reference(.noAgentOfCampaign(campaign: id.name)), at: SourceLocation(file: file.file))
            }
        }
    }
}
