import Workforce

/// Agents whose weeks offer the same choices: one contract, the same campaigns,
/// absences and past. They get the same hours, and the weekend in turn.
struct WeekCohort: Sendable {
    var contract: EmploymentContract
    var agents: [Identifier<Agent>]
    /// By week of the horizon; nil where they have no post.
    var weeks: [CohortWeek?]
    /// By rotation: whether each of the last weeks before the horizon was worked, the latest last.
    var history: [[Bool]]
    var targets: [HoursTarget]

    var people: Int { agents.count }
}

/// One week of a cohort: what may be chosen.
struct CohortWeek: Sendable {
    /// Index of the week's pool.
    var pool: Int
    var campaign: Identifier<Campaign>
    /// By the rotations whose days may be worked.
    var options: [WeekOption]
    /// Whether its hours are chosen and count towards a target.
    var isModulated: Bool
    /// Paid slots that the contract owes without modulation.
    var contractSlots: Int
}

/// Some rotations' days free, and the hours that may be given then.
struct WeekOption: Hashable, Sendable {
    /// Bit r: days of the contract's rotation r may be worked.
    var permitted: Int
    var freeDays: [Weekday]
    /// Index among the pool's offers.
    var offer: Int
    /// Paid slots that legal tours have, rising; 0 alone where there is none.
    var slots: [Int]
}

/// Paid slots that the modulated weeks of one period sum to.
struct HoursTarget: Hashable, Sendable {
    var weeks: Range<Int>
    var slots: Int
}

/// What tells agents apart before tours are known.
struct WeekOutlook: Hashable {
    var contract: Identifier<EmploymentContract>
    var weeks: [Week?]
    var history: [[Bool]]
    /// By period of the modulation: paid minutes given before the horizon above what was owed.
    var carried: [Int]

    struct Week: Hashable {
        var campaign: Identifier<Campaign>
        /// Paid minutes owed by the contract, less absences; and with modulation, least and most.
        var owed: Int
        var bounds: ClosedRange<Int>?
        var offers: [Offer]
    }

    struct Offer: Hashable {
        var permitted: Int
        var freeDays: [Weekday]
        /// With the most hours that the week may have.
        var group: TourGroup
    }
}

extension EmploymentContract {
    /// Whether weeks leave anything to decide together.
    var hasWeekChoices: Bool { modulation != nil || !rotations.isEmpty }
}

extension WeekOutlook {
    /// The weeks of an agent as the scenario and their posts set them.
    init(
        of agent: Agent, contract: EmploymentContract, _ staffing: Staffing,
        works: [[Identifier<Campaign>: WeekOfWork]], scenario: Scenario
    ) {
        self.contract = contract.id
        let posts = Dictionary(
            staffing.posts.filter { $0.agent == agent.id }.map { ($0.week, $0.campaign) },
            uniquingKeysWith: { first, _ in first })
        weeks = works.indices.map { week in
            posts[week].flatMap { works[week][$0] }.map {
                Week(of: agent, contract: contract, staffing, work: $0, scenario: scenario)
            }
        }
        let shifts = scenario.published.filter { $0.agent == agent.id }
        let worked = Set(shifts.map(\.date))
        let first = scenario.horizon.firstDay
        history = contract.rotations.map { rotation in
            (1..<max(1, rotation.weeks)).reversed().map { back in
                rotation.days.weekdays.contains { worked.contains(first - 7 * back + $0.rawValue) }
            }
        }
        let campaign = posts.min { $0.key < $1.key }.flatMap { scenario.campaign($0.value) }
        carried = (contract.modulation?.periods(in: scenario.horizon) ?? []).map { period in
            guard let campaign, period.lowerBound < 0 else { return 0 }
            return scenario.carriedMinutes(
                of: agent, contract: contract, campaign: campaign, weeks: period.lowerBound..<0)
        }
    }
}

extension WeekOutlook.Week {
    init(
        of agent: Agent, contract: EmploymentContract, _ staffing: Staffing, work: WeekOfWork,
        scenario: Scenario
    ) {
        campaign = work.campaign.id
        let off = work.daysOff(agent, contract: contract, scenario: scenario) * contract.absenceDayMinutes
        owed = max(0, contract.weeklyMinutes - off)
        bounds = contract.modulation.map {
            max(0, $0.weeklyMinutes.lowerBound - off)...max(0, $0.weeklyMinutes.upperBound - off)
        }
        let most = bounds?.upperBound
        func offer(_ permitted: Int, free: [Weekday]) -> WeekOutlook.Offer {
            WeekOutlook.Offer(
                permitted: permitted, freeDays: free,
                group: work.offer(
                    to: agent, contract: contract, staffing, scenario: scenario,
                    choice: WeekChoice(minutes: most, freeDays: free)))
        }
        let whole = offer(0, free: []).group
        // Only rotations whose days could be worked at all matter in this week.
        let bits = contract.rotations.indices.filter { r in
            contract.rotations[r].days.weekdays.contains { whole.workableDays[$0.rawValue] }
        }
        let all = bits.reduce(0) { $0 | 1 << $1 }
        offers = (0...all).filter { $0 & ~all == 0 }.map { permitted in
            let free = Set(
                bits.filter { permitted & 1 << $0 == 0 }.flatMap { contract.rotations[$0].days.weekdays })
            return offer(permitted, free: Weekday.allCases.filter { free.contains($0) })
        }
    }
}
