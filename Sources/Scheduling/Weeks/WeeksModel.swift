import Workforce

/// All weeks together, where contracts leave hours or weekends to decide: who
/// chooses alike, and the pools they work in.
struct WeeksModel: Sendable {
    private(set) var cohorts: [WeekCohort] = []
    private(set) var pools: [WeekPool] = []
    private(set) var places: Set<WeekPlace> = []
    let step: Int

    /// An offer of one pool.
    private struct OfferKey: Hashable {
        var group: TourGroup
        var least: Int?
    }

    private typealias Kind = (
        outlook: WeekOutlook, contract: EmploymentContract, agents: [Identifier<Agent>]
    )

    /// - Returns: nil where no agent's contract leaves a choice.
    init?(_ requirement: Requirement, staffing: Staffing, scenario: Scenario) {
        step = scenario.horizon.intervalMinutes
        let works = (0..<scenario.horizon.weekCount).map { week in
            Dictionary(
                scenario.campaigns.map { ($0.id, WeekOfWork($0, week: week, scenario: scenario)) },
                uniquingKeysWith: { first, _ in first })
        }
        let kinds = WeeksModel.kinds(staffing, works: works, scenario: scenario)
        guard !kinds.isEmpty, !works.isEmpty else { return nil }
        cohorts = kinds.map {
            WeekCohort(
                contract: $0.contract, agents: $0.agents, weeks: works.map { _ in nil },
                history: $0.outlook.history, targets: [])
        }
        let chosen = Set(kinds.flatMap(\.agents))
        for week in works.indices {
            for campaign in scenario.campaigns {
                guard let work = works[week][campaign.id] else { continue }
                addPool(
                    work, kinds: kinds, requirement, fixed: work.fixedGroups(staffing, chosen, scenario),
                    scenario: scenario)
            }
        }
        for (index, kind) in kinds.enumerated() { setTargets(index, kind.outlook, scenario: scenario) }
    }

    /// Agents by outlook, in the order of the floor.
    private static func kinds(
        _ staffing: Staffing, works: [[Identifier<Campaign>: WeekOfWork]], scenario: Scenario
    ) -> [Kind] {
        var kinds: [Kind] = []
        var known: [WeekOutlook: Int] = [:]
        for agent in scenario.floor.agents {
            guard let contract = scenario.floor.contract(agent.contract), contract.hasWeekChoices else {
                continue
            }
            let outlook = WeekOutlook(
                of: agent, contract: contract, staffing, works: works, scenario: scenario)
            if let index = known[outlook] {
                kinds[index].agents.append(agent.id)
            } else {
                known[outlook] = kinds.count
                kinds.append((outlook, contract, [agent.id]))
            }
        }
        return kinds
    }

    private mutating func addPool(
        _ work: WeekOfWork, kinds: [Kind], _ requirement: Requirement, fixed: [TourGroup], scenario: Scenario
    ) {
        var keys: [OfferKey] = []
        var known: [OfferKey: Int] = [:]
        var uses: [(cohort: Int, offers: [Int])] = []
        for (cohort, kind) in kinds.enumerated() {
            guard let week = kind.outlook.weeks[work.week], week.campaign == work.campaign.id else {
                continue
            }
            let offers = week.offers.map { offer in
                let key = OfferKey(group: offer.group, least: week.bounds?.lowerBound)
                if let index = known[key] { return index }
                known[key] = keys.count
                keys.append(key)
                return keys.count - 1
            }
            uses.append((cohort, offers))
        }
        guard !keys.isEmpty else { return }
        let offers = keys.map { key in
            var group = key.group
            group.headcount = 0
            return group
        }
        let pool = WeekPool(
            index: pools.count, work: work, groups: fixed, offers: offers, least: keys.map(\.least),
            requirement: requirement, scenario: scenario)
        pools.append(pool)
        places.insert(WeekPlace(campaign: work.campaign.id, week: work.week))
        for (cohort, offers) in uses {
            guard let week = kinds[cohort].outlook.weeks[work.week] else { continue }
            cohorts[cohort].weeks[work.week] = CohortWeek(
                week, offers: offers, pool: pool, step: step)
        }
    }

    /// Hours that each period's modulated weeks sum to: what the contract owes,
    /// less what the published weeks gave beyond it, as near as whole tours come.
    private mutating func setTargets(_ index: Int, _ outlook: WeekOutlook, scenario: Scenario) {
        guard let modulation = cohorts[index].contract.modulation else { return }
        for (period, carried) in zip(modulation.periods(in: scenario.horizon), outlook.carried) {
            let weeks = period.clamped(to: 0..<cohorts[index].weeks.count)
            let choices = weeks.compactMap { cohorts[index].weeks[$0] }.filter(\.isModulated)
            guard !choices.isEmpty else { continue }
            let owed = weeks.reduce(-carried) { minutes, week in
                let isChosen = cohorts[index].weeks[week]?.isModulated ?? false
                return minutes + (isChosen ? outlook.weeks[week]?.owed ?? 0 : 0)
            }
            let slots = nearestSum(to: (owed + step / 2) / step, of: choices.map { $0.options[0].slots })
            cohorts[index].targets.append(HoursTarget(weeks: weeks, slots: slots))
        }
    }
}

extension CohortWeek {
    /// With modulation the hours are those that any choice of weekends allows, so
    /// that a cohort's hours do not depend on it.
    fileprivate init(_ week: WeekOutlook.Week, offers: [Int], pool: WeekPool, step: Int) {
        var options = zip(week.offers, offers).map { outlook, offer in
            WeekOption(
                permitted: outlook.permitted, freeDays: outlook.freeDays, offer: offer,
                slots: pool.slots[offer])
        }
        var isModulated = false
        if week.bounds != nil {
            let common = options.dropFirst().reduce(Set(options[0].slots)) { $0.intersection($1.slots) }
            if common.isEmpty {
                for index in options.indices {
                    let slots = options[index].slots
                    options[index].slots = [slots.last { $0 <= week.owed / step } ?? slots[0]]
                }
            } else {
                isModulated = true
                for index in options.indices { options[index].slots = common.sorted() }
            }
        }
        self.init(
            pool: pool.index, campaign: week.campaign, options: options, isModulated: isModulated,
            contractSlots: week.owed / step)
    }
}

extension WeekOfWork {
    /// The groups of everybody but those whose weeks are chosen.
    fileprivate func fixedGroups(
        _ staffing: Staffing, _ chosen: Set<Identifier<Agent>>, _ scenario: Scenario
    ) -> [TourGroup] {
        namedGroups(staffing, scenario: scenario).compactMap { group in
            var group = group
            group.agents.removeAll { chosen.contains($0) }
            group.headcount = group.agents.count
            return group.agents.isEmpty ? nil : group
        }
    }
}

/// The sum, one number of each list, that is nearest to a wanted one; the lower of two as near.
func nearestSum(to wanted: Int, of lists: [[Int]]) -> Int {
    var sums: Set<Int> = [0]
    for list in lists { sums = Set(sums.flatMap { sum in list.map { sum + $0 } }) }
    return sums.min { (abs($0 - wanted), $0) < (abs($1 - wanted), $1) } ?? 0
}
