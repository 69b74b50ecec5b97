import Queueing
import Workforce

/// Answers of the queueing model for one activity; equal questions are asked once.
struct QueueAnswers {
    let work: QueuedWork
    private var sizes: [Load: (agents: Int, binding: BindingTarget)] = [:]
    private var levels: [LoadAndAgents: Double] = [:]

    private struct Load: Hashable {
        var callsPerHour: Double
        var handleSeconds: Double
    }

    private struct LoadAndAgents: Hashable {
        var load: Load
        var agents: Int
    }

    init(_ work: QueuedWork) { self.work = work }

    private func question(_ interval: Int) -> Load {
        Load(callsPerHour: work.callsPerHour(interval), handleSeconds: work.handleSeconds[interval])
    }

    /// The fewest agents on the line that meet the targets, and which target asks for them.
    mutating func smallest(_ interval: Int) throws(SizingError) -> (agents: Int, binding: BindingTarget) {
        guard work.load(interval) >= QueuedWork.leastLoad else { return (0, .none) }
        let load = question(interval)
        if let known = sizes[load] { return known }
        let slots = work.slotsPerAgent
        let answer: (agents: Int, binding: BindingTarget)
        if let targets = work.targets {
            do {
                let staffing = try smallestStaffing(
                    meeting: targets, model: work.model, callsPerHour: load.callsPerHour,
                    handleTimeSeconds: load.handleSeconds)
                answer = (
                    (staffing.agents + slots - 1) / slots,
                    staffing.binding.first.map { BindingTarget($0) } ?? .none
                )
            } catch {
                throw SizingError(error, of: work.key)
            }
        } else {
            let erlangs = work.load(interval)
            guard erlangs < Double(maximumAgents) else {
                throw .impossibleTerm(work.key, .offeredLoad, value: erlangs)
            }
            answer = (Int(erlangs) + 1, .stability)
        }
        sizes[load] = answer
        return answer
    }

    /// Expected share answered in time with `agents` on the line; 1 where nobody calls.
    mutating func serviceLevel(_ interval: Int, agents: Int) throws(SizingError) -> Double {
        guard work.load(interval) >= QueuedWork.leastLoad else { return 1 }
        guard agents > 0 else { return 0 }
        let load = question(interval)
        let servers = min(maximumAgents, min(maximumAgents, agents) * work.slotsPerAgent)
        let question = LoadAndAgents(load: load, agents: servers)
        if let known = levels[question] { return known }
        do {
            let answer = try performance(
                of: work.model, callsPerHour: load.callsPerHour, handleTimeSeconds: load.handleSeconds,
                agents: servers, thresholdSeconds: work.thresholdSeconds)
            levels[question] = answer.serviceLevel
            return answer.serviceLevel
        } catch {
            throw SizingError(error, of: work.key)
        }
    }

    /// The same for a fractional mean number of agents, linear between whole ones.
    mutating func serviceLevel(_ interval: Int, onLine: Double) throws(SizingError) -> Double {
        let agents = max(0, min(onLine, Double(maximumAgents)))
        let whole = Int(agents)
        let part = agents - Double(whole)
        let low = try serviceLevel(interval, agents: whole)
        // 4.9999999999 agents are five that a product of shares rounded down.
        guard part > 1e-9 else { return low }
        let high = try serviceLevel(interval, agents: whole + 1)
        return low + part * (high - low)
    }
}
