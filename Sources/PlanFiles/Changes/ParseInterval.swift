import Workforce

/// Reads which interval of which queue is meant: `campaign[.activity]@date time`, for example
/// `hotline@2026-12-14 10:00`. A time inside an interval means that interval; in an hour lived
/// twice the first. Without an activity all queued ones of the campaign are meant.
///
/// - Throws: what is wrong, with the nearest name of a campaign or activity that does not exist.
public func parseInterval(
    _ text: String, in scenario: Scenario
) throws(Problem) -> (activities: [ActivityKey], interval: Int) {
    guard let at = text.lastIndex(of: "@") else { throw malformed(text, in: scenario) }
    let activities = try queuedActivities(text[..<at].trimmed, in: scenario)
    let words = text[text.index(after: at)...].split { $0 == " " || $0 == "T" }
    guard words.count == 2, let date = MomentText.date(words[0]), let clock = MomentText.clock(words[1]),
        clock.minute < 1440
    else { throw malformed(text, in: scenario) }
    return (activities, try interval(date, clock, of: text, in: scenario))
}

private func interval(
    _ date: CivilDate, _ clock: ClockTime, of text: String, in scenario: Scenario
) throws(Problem) -> Int {
    let horizon = scenario.horizon
    guard let day = horizon.day(of: date) else {
        let bounds = ValueBounds(
            kind: .date, low: horizon.firstDay.iso8601, high: horizon.lastDay.iso8601)
        throw date < horizon.firstDay
            ? .value(.below(key: "explain", found: date.iso8601, bounds: bounds))
            : .value(.above(key: "explain", found: date.iso8601, bounds: bounds))
    }
    let found = horizon.intervals(ofDay: day).first {
        (horizon.clockMinutes[$0]..<horizon.clockMinutes[$0] + horizon.intervalMinutes)
            .contains(clock.minute)
    }
    guard let found else { throw malformed(text, in: scenario) }
    return found
}

/// `campaign` or `campaign.activity`.
private func queuedActivities(
    _ name: String, in scenario: Scenario
) throws(Problem) -> [ActivityKey] {
    let parts = name.split(separator: ".", maxSplits: 1).map { $0.trimmed }
    guard let first = parts.first, let campaign = scenario.campaign(Identifier(first)) else {
        let nearest = nearestName(to: parts.first ?? "", among: scenario.campaigns.map(\.id.name))
        throw .reference(.unknown(thing: .campaign, name: parts.first ?? name, nearest: nearest))
    }
    var meant = campaign.activities
    if parts.count > 1 {
        meant = meant.filter { $0.id.name == parts[1] }
        guard !meant.isEmpty else {
            let nearest = nearestName(to: parts[1], among: campaign.activities.map(\.id.name))
            throw .reference(.unknown(thing: .activity, name: parts[1], nearest: nearest))
        }
    }
    let queued = meant.filter(\.channel.queues)
    guard !queued.isEmpty else {
        let channel = meant.first?.channel.name ?? "outbound"
        throw .yaml(.keyOfOtherChannel(key: "explain", channel: channel, channels: ["inbound", "chat"]))
    }
    return queued.map { ActivityKey(campaign.id, $0.id) }
}

private func malformed(_ text: String, in scenario: Scenario) -> Problem {
    let campaign = scenario.campaigns.first { $0.activities.contains(where: \.channel.queues) }
    let example = "\(campaign?.id.name ?? "hotline")@\(scenario.horizon.firstDay.iso8601) 10:00"
    return .value(.malformed(key: "explain", found: text, expected: .moment, suggestion: example))
}

extension Channel {
    fileprivate var queues: Bool {
        switch self {
        case .inbound, .chat: true
        case .outbound, .backOffice: false
        }
    }

    fileprivate var name: String {
        switch self {
        case .inbound: "inbound"
        case .outbound: "outbound"
        case .backOffice: "backOffice"
        case .chat: "chat"
        }
    }
}
