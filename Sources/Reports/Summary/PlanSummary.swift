import Workforce

/// Figures of one campaign in one week, as reports show them.
struct CampaignWeek {
    var campaign: Identifier<Campaign>
    var week: Int
    /// Agent-hours to schedule: per-interval needs and workloads.
    var requiredHours = 0.0
    /// Part of them that is covered.
    var coveredHours = 0.0
    /// Agent-hours present, needed or not.
    var presentHours = 0.0
    var paidHours = 0.0
    /// Expected share answered in time, weighted by contacts; nil without inbound contacts.
    var service: Double?
    /// People with a tour, by contract, in the order of the floor.
    var headcount: [(contract: Identifier<EmploymentContract>, count: Int)] = []
    var optimality: Optimality?
    /// Workload hours that nobody is scheduled to do.
    var undoneHours = 0.0
    /// Agent-hours missing while the lines are open.
    var missingHours = 0.0
    /// Overtime and voluntary time off; nil where no contract has flexible hours.
    var flexible: FlexibleHours?

    var people: Int { headcount.reduce(0) { $0 + $1.count } }
    var coveredShare: Double? { requiredHours > 0 ? coveredHours / requiredHours : nil }
}

/// A campaign over the horizon: its curves and its weeks.
struct CampaignSummary {
    var campaign: Identifier<Campaign>
    /// Agents to schedule per interval, workloads not included.
    var required: [Int]
    var covered: [Int]
    /// Whether workloads may be done, per interval.
    var permitted: [Bool]
    var weeks: [CampaignWeek]
    var target: ServiceTarget?
    var service: Double?

    var requiredHours: Double { weeks.reduce(0) { $0 + $1.requiredHours } }
    var coveredHours: Double { weeks.reduce(0) { $0 + $1.coveredHours } }
    var paidHours: Double { weeks.reduce(0) { $0 + $1.paidHours } }
    var coveredShare: Double? { requiredHours > 0 ? coveredHours / requiredHours : nil }
    /// Mean people a week.
    var people: Double {
        weeks.isEmpty ? 0 : Double(weeks.reduce(0) { $0 + $1.people }) / Double(weeks.count)
    }
}

/// What every report of a plan reads: measures of `Workforce` gathered by
/// campaign and week. Linear in shifts and intervals.
struct PlanSummary {
    var campaigns: [CampaignSummary]

    init(_ plan: Plan, _ scenario: Scenario) {
        let named = plan.schedule.pools.map(\.campaign) + plan.requirement.activities.map(\.activity.campaign)
        campaigns = scenario.orderedCampaigns(also: named).map {
            PlanSummary.summarise($0, plan: plan, scenario: scenario)
        }
    }

    subscript(campaign: Identifier<Campaign>) -> CampaignSummary? {
        campaigns.first { $0.campaign == campaign }
    }

    var requiredHours: Double { campaigns.reduce(0) { $0 + $1.requiredHours } }
    var paidHours: Double { campaigns.reduce(0) { $0 + $1.paidHours } }
    var coveredShare: Double? {
        requiredHours > 0 ? campaigns.reduce(0) { $0 + $1.coveredHours } / requiredHours : nil
    }
    var people: Double { campaigns.reduce(0) { $0 + $1.people } }

    private static func summarise(
        _ campaign: Identifier<Campaign>, plan: Plan, scenario: Scenario
    ) -> CampaignSummary {
        let horizon = scenario.horizon
        let required = plan.requirement.scheduled(for: campaign, intervalCount: horizon.intervalCount)
        let covered = plan.coverage(of: campaign, horizon: horizon)
        var summary = CampaignSummary(
            campaign: campaign, required: required, covered: covered,
            permitted: [Bool](repeating: false, count: horizon.intervalCount), weeks: [],
            target: scenario.campaign(campaign)?.activities.lazy.compactMap(\.channel.serviceTarget).first,
            service: weightedService(of: campaign, week: nil, plan: plan, horizon: horizon))
        let workloads = plan.requirement.progress(of: campaign, coverage: covered, horizon: horizon)
        for load in workloads.map(\.workload) {
            for (t, isPermitted) in load.permitted.enumerated() where isPermitted && t < covered.count {
                summary.permitted[t] = true
            }
        }
        for week in 0..<horizon.weekCount {
            var figures = CampaignWeek(campaign: campaign, week: week)
            for t in horizon.intervals(ofWeek: week) {
                let met = min(covered[t], required[t])
                figures.requiredHours += Double(required[t]) * horizon.intervalHours
                figures.coveredHours += Double(met) * horizon.intervalHours
                figures.missingHours += Double(required[t] - met) * horizon.intervalHours
                figures.presentHours += Double(covered[t]) * horizon.intervalHours
            }
            for load in workloads where load.workload.days.lowerBound / 7 == week {
                figures.requiredHours += load.workload.hours
                figures.coveredHours += load.hoursDone
                figures.undoneHours += max(0, load.workload.hours - load.hoursDone)
            }
            figures.service = weightedService(of: campaign, week: week, plan: plan, horizon: horizon)
            addPeople(to: &figures, plan: plan, scenario: scenario)
            summary.weeks.append(figures)
        }
        return summary
    }

    private static func addPeople(to figures: inout CampaignWeek, plan: Plan, scenario: Scenario) {
        let pool = plan.schedule.pools.first { $0.campaign == figures.campaign && $0.week == figures.week }
        figures.optimality = pool?.optimality
        if let pool, pool.groups.contains(where: { $0.flexibility != nil }) {
            figures.flexible = scenario.flexibleHours(of: pool)
        }
        var counts: [Identifier<EmploymentContract>: Int] = [:]
        if let roster = plan.roster {
            for line in roster.lines where line.campaign == figures.campaign && line.week == figures.week {
                guard let tour = line.tour else { continue }
                counts[tour.contract, default: 0] += 1
                for weekday in 0..<7 {
                    guard let shift = line.shift(on: weekday) else { continue }
                    let day = figures.week * 7 + weekday
                    figures.paidHours += Double(scenario.horizon.paidMinutes(of: shift, day: day)) / 60
                }
            }
        } else {
            counts = plan.schedule.headcount(campaign: figures.campaign, week: figures.week)
            for entry in pool?.tours ?? [] {
                for case (let weekday, let shift?) in entry.tour.shifts.enumerated() {
                    let paid = scenario.horizon.paidMinutes(of: shift, day: figures.week * 7 + weekday)
                    figures.paidHours += Double(entry.count * paid) / 60
                }
            }
        }
        figures.headcount = scenario.orderedContracts(also: Array(counts.keys)).compactMap { contract in
            counts[contract].map { (contract: contract, count: $0) }
        }
    }

    /// Service of a campaign's activities, weighted by their contacts.
    private static func weightedService(
        of campaign: Identifier<Campaign>, week: Int?, plan: Plan, horizon: Horizon
    ) -> Double? {
        var contacts = 0.0
        var answered = 0.0
        for prediction in plan.service where prediction.activity.campaign == campaign {
            let level: Double?
            if let week {
                level = week < prediction.weekly.count ? prediction.weekly[week] : nil
            } else {
                level = prediction.overall
            }
            guard let level, level.isFinite else { continue }
            let range = week.map { horizon.intervals(ofWeek: $0) } ?? horizon.intervals
            let series = plan.forecast[prediction.activity]?.contacts ?? []
            let volume = range.reduce(0) { $0 + ($1 < series.count ? series[$1] : 0) }
            // Without a forecast the activities of the campaign weigh the same.
            let weight = series.isEmpty ? 1 : volume
            contacts += weight
            answered += weight * level
        }
        return contacts > 0 ? answered / contacts : nil
    }
}

extension Channel {
    /// What callers or writers are promised; nil for work that waits.
    var serviceTarget: ServiceTarget? {
        switch self {
        case .inbound(let terms): terms.target
        case .chat(let terms): terms.target
        case .outbound, .backOffice: nil
        }
    }
}

extension Finding.Severity {
    /// Worst first.
    var order: Int {
        switch self {
        case .violation: 0
        case .warning: 1
        case .note: 2
        }
    }
}

extension Array where Element == Finding {
    /// Worst first, otherwise in the order given.
    var bySeverity: [Finding] {
        enumerated().sorted {
            ($0.element.severity.order, $0.offset) < ($1.element.severity.order, $1.offset)
        }
        .map(\.element)
    }
}
