import Workforce

/// Channels whose contacts wait until they are due: back office, e-mail, callbacks.
extension ActivityReader {
    func backOffice(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog) -> Channel? {
        let demand = demand(&fields, &log)
        return deferred(demand, handleTime, dueWithin: 48 * 3600, &fields, &log)
    }

    /// Callers of another activity who are called back.
    func callback(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog) -> Channel? {
        if isWholeCampaign {
            log.error(
                .meaning(.requires(key: "channel: callback", other: "activities")),
                at: fields.place(of: "channel"))
        }
        let source = fields.required("from", .identifier, &log)
        let share = fields.required("share", .share, 0...1, &log)
        var demand: DemandSource?
        if let source, let share { demand = .share(of: Identifier(source), share: share) }
        return deferred(demand, handleTime, dueWithin: 2 * 3600, &fields, &log)
    }

    private func deferred(
        _ demand: DemandSource?, _ handleTime: Int?, dueWithin usual: Int, _ fields: inout Fields,
        _ log: inout DiagnosticLog
    ) -> Channel? {
        let due = fields.optional("dueWithin", .hourly, 60...(90 * 86_400), &log) ?? usual
        let backlog = fields.optional("backlog", .count, 0...10_000_000, &log)
        guard let demand, let handleTime else { return nil }
        return .backOffice(
            DeferredTerms(
                demand: demand, handleTime: Seconds(handleTime), dueWithin: Seconds(due), backlog: backlog))
    }
}

/// A share of another activity's contacts, with where that activity is named.
struct SharedDemand {
    var source: Identifier<Activity>
    var place: SourceLocation

    /// Says where a share is not of calls or chats of the same campaign.
    ///
    /// - Parameter stated: names of all activities, those that could not be read included.
    static func check(
        _ shares: [SharedDemand], among activities: [Activity], stated: [String],
        _ log: inout DiagnosticLog
    ) {
        let queued = activities.filter { activity in
            switch activity.channel {
            case .inbound, .chat: true
            case .outbound, .backOffice: false
            }
        }.map(\.id.name)
        for share in shares where !queued.contains(share.source.name) {
            let name = share.source.name
            let isRead = activities.contains { $0.id == share.source }
            if stated.contains(name), !isRead { continue }
            if isRead, !queued.isEmpty {
                let problem = ValueProblem.malformed(
                    key: "from", found: name, expected: .choice(queued), suggestion: nil)
                log.error(.value(problem), at: share.place)
            } else {
                let nearest = nearestName(to: name, among: queued)
                log.error(
                    .reference(.unknown(thing: .activity, name: name, nearest: nearest)), at: share.place)
            }
        }
    }
}
