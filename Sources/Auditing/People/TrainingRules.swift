import Workforce

/// A class holds at most the course's number, and at least its smallest where
/// the campaign has that many people to teach.
func checkClassSize(_ context: AuditContext) -> [Finding] {
    let sessions = context.plan.training?.sessions ?? []
    return sessions.compactMap { session in
        guard let need = context.campaigns[session.campaign]?.training else { return nil }
        let size = session.agents.count
        if size > need.classSize.upperBound {
            return broken(
                .classSize, who: session.campaign.name, day: session.day, actual: size,
                limit: need.classSize.upperBound)
        }
        let learners = Set(sessions.filter { $0.campaign == session.campaign }.flatMap(\.agents)).count
        guard size < need.classSize.lowerBound, learners >= need.classSize.lowerBound else { return nil }
        return broken(
            .classSize, who: session.campaign.name, day: session.day, actual: size,
            limit: need.classSize.lowerBound)
    }
}

/// A room holds its class; an unknown room holds nobody.
func checkRoomCapacity(_ context: AuditContext) -> [Finding] {
    (context.plan.training?.sessions ?? []).compactMap { session in
        let capacity = context.scenario.floor.rooms.first { $0.id == session.room }?.capacity ?? 0
        guard session.agents.count > capacity else { return nil }
        return broken(
            .roomCapacity, who: session.room.name, day: session.day, actual: session.agents.count,
            limit: capacity)
    }
}

/// One session at a time in a room.
func checkRoomTwice(_ context: AuditContext) -> [Finding] {
    Dictionary(grouping: context.plan.training?.sessions ?? [], by: \.room).flatMap { room, sessions in
        overlaps(of: sessions).map {
            broken(.roomTwice, who: room.name, day: $0.day, actual: 2, limit: 1)
        }
    }
}

/// One session at a time for a trainer.
func checkTrainerTwice(_ context: AuditContext) -> [Finding] {
    Dictionary(grouping: context.plan.training?.sessions ?? [], by: \.trainer).flatMap { trainer, sessions in
        overlaps(of: sessions).map {
            broken(.trainerTwice, who: trainer.name, day: $0.day, actual: 2, limit: 1)
        }
    }
}

/// A session lies in its trainer's hours, and the trainer teaches the campaign.
/// Reports minutes outside; an unknown trainer has no hours.
func checkTrainerHours(_ context: AuditContext) -> [Finding] {
    (context.plan.training?.sessions ?? []).compactMap { session in
        let trainer = context.scenario.floor.trainers.first { $0.id == session.trainer }
        let weekday = ((session.day % 7) + 7) % 7
        let teaches =
            trainer.map { $0.campaigns.isEmpty || $0.campaigns.contains(session.campaign) } ?? false
        let held = teaches ? trainer?.hours[weekday]?.overlapMinutes(with: session.range) ?? 0 : 0
        guard held < session.range.minutes else { return nil }
        return broken(
            .trainerHours, who: session.trainer.name, day: session.day, actual: session.range.minutes - held,
            limit: 0)
    }
}

/// Each learner is at work during the session and not at lunch. Reports the
/// minutes of the session outside the shift.
func checkTrainingWithinShift(_ context: AuditContext) -> [Finding] {
    guard context.plan.roster != nil else { return [] }
    var shifts: [Identifier<Agent>: [WorkedDay]] = [:]
    for worker in context.workers {
        if let agent = worker.agent { shifts[agent.id] = worker.worked }
    }
    return (context.plan.training?.sessions ?? []).flatMap { session in
        session.agents.compactMap { agent -> Finding? in
            let worked = shifts[agent]?.first { $0.day == session.day }
            var held = worked?.shift.range.overlapMinutes(with: session.range) ?? 0
            for pause in worked?.shift.breaks ?? [] where pause.kind != .rest {
                held -= pause.range.overlapMinutes(with: session.range)
            }
            guard held < session.range.minutes else { return nil }
            return broken(
                .trainingWithinShift, who: agent.name, day: session.day,
                actual: session.range.minutes - held, limit: 0)
        }
    }
}
