import Workforce

/// Why someone may not take a campaign's contacts yet, and what of it is done.
struct TrainingState {
    /// Sessions needed and, of them, attended in full.
    var needed: Int
    var attended: Int
    /// When the last needed session ends; nil while some are missing.
    var completed: (day: Int, clock: ClockTime)?
    /// The first moment on the line, outside sessions and breaks.
    var firstContact: (day: Int, clock: ClockTime)?
}

extension AuditContext {
    /// Campaigns that an agent works for without already being fit for them:
    /// a skill is missing, a new campaign has a course and the agent is not
    /// listed for it, or the staffing says so.
    func unready(_ worker: Worker) -> [Campaign] {
        guard let agent = worker.agent else { return [] }
        var seen: Set<Identifier<Campaign>> = []
        let posted = worker.weeks.filter { !$0.worked.isEmpty }.map(\.campaign)
        return posted.filter { seen.insert($0).inserted }.compactMap { campaigns[$0] }.filter { campaign in
            !campaign.requiredSkills.isSubset(of: agent.skills)
                || (isTaughtToAll(campaign) && !agent.campaigns.contains(campaign.id))
                || plan.staffing?.posts.contains {
                    $0.agent == agent.id && $0.campaign == campaign.id && $0.needsTraining
                } == true
        }
    }

    /// Without a skill to tell who knows a campaign that launches in the horizon,
    /// its course is for everybody.
    private func isTaughtToAll(_ campaign: Campaign) -> Bool {
        campaign.training != nil && campaign.requiredSkills.isEmpty
            && campaign.launch.flatMap(scenario.horizon.day(of:)) != nil
    }

    func trainingState(of worker: Worker, for campaign: Campaign) -> TrainingState {
        let own = (worker.agent.flatMap { sessions[$0.id] } ?? []).filter { $0.campaign == campaign.id }
        let needed = campaign.training.map { max(0, $0.sessions) } ?? 0
        var ends: [Int: (day: Int, clock: ClockTime)] = [:]
        for session in own where session.range.minutes >= campaign.training?.sessionMinutes ?? 0 {
            guard (1...max(1, needed)).contains(session.number), ends[session.number] == nil else { continue }
            ends[session.number] = (session.day, session.range.end)
        }
        let isComplete = campaign.training != nil && ends.count >= needed
        let last = ends.values.max { ($0.day, $0.clock.minute) < ($1.day, $1.clock.minute) }
        return TrainingState(
            needed: needed, attended: ends.count,
            completed: isComplete ? last ?? (0, .midnight) : nil,
            firstContact: firstContact(of: worker, for: campaign.id))
    }

    private func firstContact(
        of worker: Worker, for campaign: Identifier<Campaign>
    ) -> (day: Int, clock: ClockTime)? {
        let all = worker.agent.flatMap { sessions[$0.id] } ?? []
        for worked in worker.worked where worked.campaign == campaign {
            let taken = all.filter { $0.day == worked.day }
            for stretch in worked.shift.workStretches {
                var from = stretch.start
                for session in taken where session.range.contains(from) { from = session.range.end }
                if from < stretch.end { return (worked.day, from) }
            }
        }
        return nil
    }

    func isListedUnplaced(_ agent: Identifier<Agent>, _ campaign: Identifier<Campaign>) -> Bool {
        plan.training?.unplaced.contains { $0.agent == agent && $0.campaign == campaign } ?? false
    }
}

/// Nobody takes contacts of a campaign without its skills unless its course is
/// complete. Where the plan itself names the person as untrained, that is the
/// warning `findUntrained`; a course that ends too late is
/// `checkTrainingBeforeLaunch`. Reports sessions attended and needed, or skills
/// held and required where no course can help.
func checkSkill(_ worker: Worker, _ context: AuditContext) -> [Finding] {
    guard let agent = worker.agent else { return [] }
    return context.unready(worker).compactMap { campaign in
        let state = context.trainingState(of: worker, for: campaign)
        guard let contact = state.firstContact, state.completed == nil,
            !context.isListedUnplaced(agent.id, campaign.id)
        else { return nil }
        let held = campaign.requiredSkills.intersection(agent.skills).count
        let (actual, limit) =
            campaign.training == nil ? (held, campaign.requiredSkills.count) : (state.attended, state.needed)
        return broken(.skill, who: worker.who, day: contact.day, actual: actual, limit: limit)
    }
}

/// A course ends before the person's first contact for its campaign. Reports
/// the day of the last session and that of the first contact.
func checkTrainingBeforeLaunch(_ context: AuditContext) -> [Finding] {
    context.workers.flatMap { worker in
        context.unready(worker).compactMap { campaign -> Finding? in
            let state = context.trainingState(of: worker, for: campaign)
            guard let done = state.completed, let contact = state.firstContact,
                (done.day, done.clock.minute) > (contact.day, contact.clock.minute)
            else { return nil }
            return broken(
                .trainingBeforeLaunch, who: worker.who, day: done.day, actual: done.day, limit: contact.day)
        }
    }
}

/// People whom the plan names as not trained in time.
func findUntrained(_ context: AuditContext) -> [Finding] {
    (context.plan.training?.unplaced ?? []).map {
        Finding(severity: .warning, subject: .untrained(agent: $0.agent, campaign: $0.campaign))
    }
}
