import Workforce

/// A solved campaign and week, or the same under changed rules: the model that its tours are legal
/// in, rebuilt from values.
struct PoolInstance: Sendable {
    let work: WeekOfWork
    let scenario: Scenario
    let groups: [TourGroup]
    let model: PoolModel
    let programmes: [TourProgramme]
    /// Cell of each interval, by position in the week.
    let cells: [Int?]

    /// - Parameter kinds: kinds of shift that the campaign keeps to; nil = any.
    /// - Returns: nil when the scenario has no such campaign.
    init?(
        _ pool: PoolWeek, groups: [TourGroup]? = nil, requirement: Requirement, scenario: Scenario,
        isNamed: Bool, kinds: Set<ShiftKind>? = nil
    ) {
        guard let campaign = scenario.campaign(pool.campaign) else { return nil }
        self.scenario = scenario
        self.groups = groups ?? pool.groups
        work = WeekOfWork(campaign, week: pool.week, scenario: scenario)
        let builder = PoolBuilder(
            work: work, groups: self.groups, requirement: requirement, scenario: scenario, isNamed: isNamed)
        var (model, programmes) = builder.pricedModel()
        if let kinds {
            model = model.restricted(to: kinds)
            programmes = programmes.compactMap { TourProgramme(group: $0.group, model: model) }
        }
        self.model = model
        self.programmes = programmes
        let week = scenario.horizon.intervals(ofWeek: pool.week)
        var cells = [Int?](repeating: nil, count: week.count)
        for (cell, behind) in model.grid.intervals(in: scenario.horizon).enumerated() {
            for t in behind { cells[t - week.lowerBound] = cell }
        }
        self.cells = cells
    }

    /// First interval of the week.
    var origin: Int { scenario.horizon.intervals(ofWeek: work.week).lowerBound }

    /// What a tour of a group costs beside coverage, cents; legal or not under changed rules.
    func cost(of tour: Tour, group: Int) -> Double {
        let step = scenario.horizon.intervalMinutes
        var cost = model.groups[group].tourCost
        if let hours = model.groups[group].hours {
            cost += hours.costs[min(max(0, tour.paidMinutes / step), hours.most)]
        }
        for case (let day, let shift?) in tour.shifts.enumerated() {
            guard let set = model.set(of: group, day: day) else { continue }
            let pattern = set.patterns.firstIndex {
                $0.start * step == shift.range.start.minute && $0.end * step == shift.range.end.minute
                    && $0.paid * step == shift.paidMinutes
            }
            if let pattern { cost += set.cost(pattern) }
        }
        return cost
    }

    func cell(ofInterval t: Int) -> Int? {
        let position = t - origin
        return cells.indices.contains(position) ? cells[position] : nil
    }

    /// A series of the horizon by cell: where the clock lives an hour twice, its first interval.
    func byCell(_ series: [Int]) -> [Int] {
        var values = [Int](repeating: 0, count: model.grid.cellCount)
        for (position, cell) in cells.enumerated().reversed() where origin + position < series.count {
            if let cell { values[cell] = series[origin + position] }
        }
        return values
    }
}
