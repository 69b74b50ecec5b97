import Queueing
import Workforce

/// Agents of one interval, and which target asks for them.
struct SizedInterval: Hashable, Sendable {
    var agents: Int
    var binding: BindingTarget

    static let nobody = SizedInterval(agents: 0, binding: .none)
}

/// Answers of the queueing model for one activity; equal questions are asked once.
struct QueueAnswers {
    let work: QueuedWork
    private var sizes: [Load: SizedInterval] = [:]
    private var leasts: [Load: SizedInterval] = [:]
    private var performances: [LoadAndAgents: ServicePerformance] = [:]

    private struct Load: Hashable {
        var callsPerHour: Double
        var handleSeconds: Double
        var rateVariation: Double
    }

    private struct LoadAndAgents: Hashable {
        var load: Load
        var agents: Int
    }

    init(_ work: QueuedWork) { self.work = work }

    private func question(_ interval: Int) -> Load {
        Load(
            callsPerHour: work.sizedCallsPerHour[interval], handleSeconds: work.handleSeconds[interval],
            rateVariation: work.rateVariation[interval])
    }

    /// The fewest agents on the line that meet the targets in this interval alone.
    mutating func smallest(_ interval: Int) throws(SizingError) -> SizedInterval {
        guard work.needsAgents(interval) else { return .nobody }
        let load = question(interval)
        if let known = sizes[load] { return known }
        let answer = try smallest(interval, meeting: work.targets)
        sizes[load] = answer
        return answer
    }

    /// The fewest agents that keep the limits which hold in every interval, where the service
    /// level is measured over a longer period, and at least enough to carry the load: a period's
    /// service level alone would leave whole hours to one agent where few callers lose more than
    /// others gain.
    mutating func least(_ interval: Int) throws(SizingError) -> SizedInterval {
        guard work.needsAgents(interval) else { return .nobody }
        let load = question(interval)
        if let known = leasts[load] { return known }
        let carrying = try smallest(interval, meeting: nil)
        let answer = try work.limits.map { limits throws(SizingError) in
            try smallest(interval, meeting: limits)
        }
        let least = answer.map { $0.agents >= carrying.agents ? $0 : carrying } ?? carrying
        leasts[load] = least
        return least
    }

    private func smallest(
        _ interval: Int, meeting targets: StaffingTargets?
    ) throws(SizingError) -> SizedInterval {
        let load = question(interval)
        guard let targets else {
            let erlangs = work.sizedLoad(interval)
            guard erlangs < Double(maximumAgents) else {
                throw .impossibleTerm(work.key, .offeredLoad, value: erlangs)
            }
            return SizedInterval(agents: Int(erlangs) + 1, binding: .stability)
        }
        do {
            let staffing = try smallestStaffing(
                meeting: targets, queue: work.queue(interval), callsPerHour: load.callsPerHour,
                handleTimeSeconds: load.handleSeconds)
            return SizedInterval(
                agents: staffing.agents,
                binding: staffing.binding.first.map { BindingTarget($0) } ?? .none)
        } catch {
            throw SizingError(error, of: work.key)
        }
    }

    /// Expected service level with `agents` on the line, by the contract's definition; 1 where
    /// nobody calls.
    mutating func serviceLevel(_ interval: Int, agents: Int) throws(SizingError) -> Double {
        try service(interval, agents: agents).level
    }

    /// The same before its division, with any number of agents; negative ones count as none.
    mutating func service(_ interval: Int, agents: Int) throws(SizingError) -> ServiceCounts {
        guard work.hasContacts(interval) else { return .full }
        return ServiceCounts(try performance(interval, agents: agents))
    }

    /// All that `agents` give at the interval's sized load; without load, the limits of an empty
    /// queue. The service level is the contract's.
    mutating func performance(
        _ interval: Int, agents: Int
    ) throws(SizingError) -> ServicePerformance {
        let load = question(interval)
        let agents = min(maximumAgents, max(0, agents))
        let question = LoadAndAgents(load: load, agents: agents)
        if let known = performances[question] { return known }
        do {
            let answer = try Queueing.performance(
                of: work.queue(interval), callsPerHour: load.callsPerHour,
                handleTimeSeconds: load.handleSeconds, agents: agents,
                thresholdSeconds: work.thresholdSeconds, definition: work.definition)
            performances[question] = answer
            return answer
        } catch {
            throw SizingError(error, of: work.key)
        }
    }

    /// The same for a fractional mean number of agents, linear between whole ones.
    mutating func service(_ interval: Int, onLine: Double) throws(SizingError) -> ServiceCounts {
        let agents = max(0, min(onLine, Double(maximumAgents)))
        let whole = Int(agents)
        let part = agents - Double(whole)
        let low = try service(interval, agents: whole)
        // 4.9999999999 agents are five that a product of shares rounded down.
        guard part > 1e-9 else { return low }
        let high = try service(interval, agents: whole + 1)
        return ServiceCounts(
            inTime: low.inTime + part * (high.inTime - low.inTime),
            counted: low.counted + part * (high.counted - low.counted))
    }
}
