import Queueing
import Workforce

/// One activity whose contacts wait in a queue: inbound calls or chats.
///
/// A chat agent holds several conversations at once, each slowed down by the others
/// (`ChatQueue`); the handle time is that of one held alone.
struct QueuedWork: Sendable {
    let key: ActivityKey
    /// Contacts and handle time (seconds) per interval.
    let contacts: [Double]
    var handleSeconds: [Double]
    let intervalHours: Double
    /// Contacts per hour that each interval is staffed for (`LoadMethod`).
    var sizedCallsPerHour: [Double]
    var model: QueueModel
    /// Share of those who hang up that call again.
    var redialShare: Double
    /// Coefficient of variation of the day's factor on all rates, per interval.
    var rateVariation: [Double]
    /// Nil where the contract asks for nothing: then the load must be carried.
    let targets: StaffingTargets?
    /// Stretch over which the service level is measured; `.interval` where none is asked.
    let period: TargetPeriod
    /// The targets that hold in every interval, whatever the period; nil = none.
    let limits: StaffingTargets?
    /// Share of the service level asked, 0 … 1.
    let share: Double
    let thresholdSeconds: Double
    /// What the contract counts as service level.
    let definition: ServiceLevelDefinition
    /// Contacts that an agent who is never idle finishes in one handle time.
    let contactsPerAgent: Double
    /// Mean patience in seconds; nil = contacts never give up waiting.
    let patienceSeconds: Double?

    var hasPatience: Bool { patienceSeconds != nil }

    /// Loads under this many erlangs are rounding, not work.
    static let leastLoad = 1e-9

    /// The same for what is left of earlier contacts in an interval without any of its own.
    static let leastRemainder = 0.01

    /// Nil for channels that do not queue.
    init?(
        _ channel: Channel, key: ActivityKey, forecast: ActivityForecast?, isOpen: [Bool],
        scenario: Scenario
    ) throws(SizingError) {
        guard let terms = QueueTerms(channel) else { return nil }
        let target = terms.target
        self.key = key
        if let patience = terms.patience, patience.count < 0 {
            throw .impossibleTerm(key, .patienceSeconds, value: Double(patience.count))
        }
        model = terms.model
        redialShare = terms.redialShare
        rateVariation = scenario.rateVariation(of: key, terms: terms, forecast: forecast)
        contactsPerAgent = terms.contactsPerAgent
        patienceSeconds = terms.patience.map { Double($0.count) }
        let count = scenario.horizon.intervalCount
        let expected = forecast?.contacts ?? []
        let handle = forecast?.handleSeconds ?? []
        let fallback = Double(max(1, terms.handleTime.count))
        contacts = (0..<count).map {
            $0 < expected.count && expected[$0].isFinite ? max(0, expected[$0]) : 0
        }
        handleSeconds = (0..<count).map {
            $0 < handle.count && handle[$0].isFinite && handle[$0] > 0 ? handle[$0] : fallback
        }
        intervalHours = scenario.horizon.intervalHours
        let campaign = scenario.campaign(key.campaign)
        do throws(QueueingError) {
            sizedCallsPerHour = try Sizing.sizedCallsPerHour(
                contacts.map { [intervalHours] in $0 / intervalHours }, handleSeconds: handleSeconds,
                intervalHours: intervalHours, isOpen: isOpen,
                wasOpen: campaign.map(scenario.wasOpenBeforeHorizon) ?? false,
                method: campaign?.sizing.load ?? .modifiedOfferedLoad)
        } catch {
            throw SizingError(error, of: key)
        }
        thresholdSeconds = Double(target.threshold.count)
        definition = ServiceLevelDefinition(target)
        targets = try QueuedWork.targets(target, key: key)
        period = target.serviceLevel == nil ? .interval : target.period
        share = target.serviceLevel ?? 0
        var limit = target
        if period != .interval { limit.serviceLevel = nil }
        limits = try QueuedWork.targets(limit, key: key)
        if target.shortAbandon.count < 0 {
            throw .impossibleTerm(key, .shortAbandonSeconds, value: Double(target.shortAbandon.count))
        }
        if thresholdSeconds < 0 { throw .impossibleTerm(key, .thresholdSeconds, value: thresholdSeconds) }
    }

    private static func targets(
        _ target: ServiceTarget, key: ActivityKey
    ) throws(SizingError) -> StaffingTargets? {
        do {
            let level = try target.serviceLevel.map { share throws(QueueingError) in
                try StaffingTargets.ServiceLevel(
                    share: share, thresholdSeconds: Double(target.threshold.count),
                    definition: ServiceLevelDefinition(target))
            }
            return try StaffingTargets(
                serviceLevel: level, maxOccupancy: target.maximumOccupancy,
                maxAbandonment: target.maximumAbandonment,
                maxAverageSpeedOfAnswerSeconds: target.maximumAnswerSpeed.map { Double($0.count) })
        } catch .noTarget {
            return nil
        } catch {
            throw SizingError(error, of: key)
        }
    }

    /// The queue of an interval, without its load.
    func queue(_ interval: Int) -> ServiceQueue {
        ServiceQueue(
            model: model, redialShare: redialShare, rateVariation: rateVariation[interval])
    }

    /// Whether anybody calls in an interval.
    func hasContacts(_ interval: Int) -> Bool { load(interval) >= QueuedWork.leastLoad }

    /// Whether an interval needs anybody: contacts of its own, or enough left of earlier ones.
    func needsAgents(_ interval: Int) -> Bool {
        hasContacts(interval) || sizedLoad(interval) >= QueuedWork.leastRemainder
    }

    /// Erlangs of agents: for chats, conversations divided by those that an agent finishes.
    func load(_ interval: Int) -> Double { erlangs(contacts[interval] / intervalHours, interval) }

    /// Erlangs of agents that the interval is staffed for.
    func sizedLoad(_ interval: Int) -> Double { erlangs(sizedCallsPerHour[interval], interval) }

    private func erlangs(_ callsPerHour: Double, _ interval: Int) -> Double {
        callsPerHour * handleSeconds[interval] / 3600 / contactsPerAgent
    }
}
