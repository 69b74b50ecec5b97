/// How much of one workload the people on the floor can do.
public struct WorkloadProgress: Hashable, Sendable {
    public var activity: ActivityKey
    public var workload: WorkloadRequirement
    /// Agent-hours done, at most `workload.hours`.
    public var hoursDone: Double

    public init(activity: ActivityKey, workload: WorkloadRequirement, hoursDone: Double) {
        self.activity = activity
        self.workload = workload
        self.hoursDone = hoursDone
    }

    public var hoursUndone: Double { max(0, workload.hours - hoursDone) }

    /// Share of the work done; 1 where there was none to do.
    public var doneShare: Double { workload.hours > 0 ? min(1, hoursDone / workload.hours) : 1 }
}

extension Requirement {
    /// Hours of each workload of a campaign that its coverage can do beside the
    /// per-interval requirement.
    ///
    /// Only people beyond the per-interval requirement are free, only in
    /// permitted intervals, never more at once than the workload takes, and not
    /// where fewer are free than its fewest. Workloads that share days share the
    /// people: with free people s_t and most at once c_kt, hours x are possible
    /// exactly when every set S of workloads has x(S) ≤ Σ_t min(s_t, Σ_{k∈S} c_kt)
    /// (maximum flow, minimum cut). These sets form a polymatroid, so filling the
    /// workloads one after the other, earliest due first, does the most hours in
    /// all (Edmonds 1970). Cost: 2ᵏ passes for k workloads that share days (beyond 13, the earliest are
    /// left out of the count, which can then only be too hopeful).
    ///
    /// - Parameter coverage: agents per interval of the horizon.
    /// - Returns: one entry a workload, in the order of `workloads(for:)`.
    public func progress(
        of campaign: Identifier<Campaign>, coverage: [Int], horizon: Horizon
    ) -> [WorkloadProgress] {
        let loads = workloads(for: campaign)
        let required = scheduled(for: campaign, intervalCount: horizon.intervalCount)
        let free = horizon.intervals.map { t in
            t < coverage.count ? max(0, coverage[t] - required[t]) : 0
        }
        let order = loads.indices.sorted {
            (loads[$0].1.days.upperBound, $0) < (loads[$1].1.days.upperBound, $1)
        }
        var done = [Double](repeating: 0, count: loads.count)
        var placed: [Int] = []
        for index in order {
            let load = loads[index].1
            let rivals = rivals(of: index, among: placed, in: loads.map(\.1.days)).suffix(12)
            var most = max(0, load.hours.isFinite ? load.hours : 0)
            // Every set of rivals, with this workload, must fit in the people free.
            for mask in 0..<(1 << rivals.count) {
                let chosen = rivals.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
                let capacity = horizon.hours(of: chosen.map { loads[$0].1 } + [load], free: free)
                most = min(most, capacity - chosen.reduce(0) { $0 + done[$1] })
            }
            done[index] = max(0, most)
            placed.append(index)
        }
        return loads.indices.map {
            WorkloadProgress(activity: loads[$0].0, workload: loads[$0].1, hoursDone: done[$0])
        }
    }
}

/// Workloads placed before that share people with one, directly or through others.
private func rivals(of index: Int, among placed: [Int], in days: [ClosedRange<Int>]) -> [Int] {
    var found: [Int] = []
    var frontier = [index]
    while let current = frontier.popLast() {
        for other in placed where !found.contains(other) && days[other].overlaps(days[current]) {
            found.append(other)
            frontier.append(other)
        }
    }
    return found.sorted()
}

extension Horizon {
    /// Most agent-hours that some workloads can take together of the people free.
    fileprivate func hours(of loads: [WorkloadRequirement], free: [Int]) -> Double {
        var agentIntervals = 0
        let firstDay = max(0, loads.map(\.days.lowerBound).min() ?? 0)
        let lastDay = min(dayCount - 1, loads.map(\.days.upperBound).max() ?? -1)
        guard firstDay <= lastDay else { return 0 }
        for t in dayStarts[firstDay]..<dayStarts[lastDay + 1] where free[t] > 0 {
            var wanted = 0
            for load in loads
            where load.days.contains(days[t]) && t < load.permitted.count && load.permitted[t]
                && free[t] >= load.agentsAtOnce.lowerBound
            {
                wanted += min(free[t], max(0, load.agentsAtOnce.upperBound))
            }
            agentIntervals += min(free[t], wanted)
        }
        return Double(agentIntervals) * intervalHours
    }
}
