import Execution
import Workforce

/// One campaign's week, ready to be solved: the model, and a tour programme for each group that
/// has a legal week.
struct PreparedPool: Sendable {
    let work: WeekOfWork
    /// Random numbers of each pool are independent of the others'.
    let stream: Int
    private(set) var groups: [TourGroup]
    var model: PoolModel
    private(set) var programmes: [TourProgramme]

    /// - Parameter choices: hours and weekends decided for all weeks.
    /// - Returns: nil when there is neither work nor anybody who must be given a tour.
    init?(
        _ work: WeekOfWork, stream: Int = 0, requirement: Requirement, staffing: Staffing?,
        choices: WeekChoices = WeekChoices(), scenario: Scenario
    ) {
        self.work = work
        self.stream = stream
        groups =
            staffing.map { work.namedGroups($0, scenario: scenario, choices: choices) }
            ?? work.sizingGroups(scenario: scenario)
        let builder = PoolBuilder(
            work: work, groups: groups, requirement: requirement, scenario: scenario,
            isNamed: staffing != nil)
        (model, programmes) = builder.pricedModel()
        guard model.cost.hasWork || (staffing != nil && !groups.isEmpty) else { return nil }
        for programme in programmes where programme.hours != nil {
            groups[programme.group].settle(normal: programme.paid * scenario.horizon.intervalMinutes)
        }
    }

    /// Whether anybody may have a tour.
    var hasPeople: Bool { !programmes.isEmpty && model.groups.contains { $0.headcount != 0 } }

    /// Groups without a legal tour give none: their people are a named gap.
    private mutating func keepToProgrammes() {
        for index in groups.indices where !programmes.contains(where: { $0.group == index }) {
            model.groups[index].headcount = 0
        }
    }

    /// The same pool with shifts of some kinds only. Contracts whose hours these kinds cannot give
    /// are not used.
    func restricted(to kinds: Set<ShiftKind>) -> PreparedPool {
        var pool = self
        pool.model = model.restricted(to: kinds)
        pool.programmes = programmes.compactMap { whole in
            TourProgramme(group: whole.group, model: pool.model).flatMap { $0.paid < whole.paid ? nil : $0 }
        }
        pool.keepToProgrammes()
        return pool
    }

    /// The run's control with the pool's own seed.
    func control(_ control: RunControl) -> RunControl {
        var control = control
        control.seed &+= UInt64(stream) &* 0x9E37_79B9_7F4A_7C15
        return control
    }

    func week(_ solution: PoolSolution, scenario: Scenario) -> PoolWeek {
        PoolWeek(
            campaign: work.campaign.id, week: work.week, groups: groups,
            tours: model.tourCounts(solution.tours, groups: groups, isPaid: scenario.paidBreaks),
            optimality: solution.optimality)
    }
}

extension TourGroup {
    /// Notes the paid time of a tour with neither overtime nor time off.
    fileprivate mutating func settle(normal: Int) {
        guard var hours = flexibility else { return }
        hours.normalMinutes = normal
        hours.leastMinutes = min(hours.leastMinutes, normal)
        flexibility = hours
    }
}
