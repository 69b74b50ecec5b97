/// A person's paid hours over the weeks of a period of modulation.
public struct HoursAccount: Hashable, Sendable {
    /// Minutes given before the horizon in the period, above (or below) what was owed then.
    public var carried: Int
    /// By week of the horizon; nil where the person has no post.
    public var weeks: [Week?]

    public struct Week: Hashable, Sendable {
        /// Paid minutes given, and those the contract's week owes less absences.
        public var given: Int
        public var owed: Int

        public init(given: Int, owed: Int) {
            self.given = given
            self.owed = owed
        }
    }

    public init(carried: Int, weeks: [Week?]) {
        self.carried = carried
        self.weeks = weeks
    }

    /// Minutes given above what was owed at the end of some weeks of the horizon.
    public func balance(of weeks: Range<Int>) -> Int {
        carried + self.weeks[weeks.clamped(to: 0..<self.weeks.count)].reduce(0) {
            $0 + ($1.map { $0.given - $0.owed } ?? 0)
        }
    }
}

extension Scenario {
    /// Paid minutes that a contract's week owes someone posted to a campaign: its
    /// weekly hours less the contract's mean day for each day of absence.
    public func owedMinutes(
        of agent: Agent?, contract: EmploymentContract, campaign: Campaign, week: Int
    ) -> Int {
        let absences = absences(agent: agent, contract: contract, campaign: campaign, week: week)
        return max(0, contract.weeklyMinutes - absences.count * contract.absenceDayMinutes)
    }

    /// Paid minutes given above what was owed in weeks before the horizon.
    ///
    /// A week without a published shift of the agent is not known, and counts as
    /// given in full.
    ///
    /// - Parameter weeks: counted from the horizon's first, so negative.
    public func carriedMinutes(
        of agent: Agent, contract: EmploymentContract, campaign: Campaign, weeks: Range<Int>
    ) -> Int {
        var given: [Int: Int] = [:]
        for shift in published where shift.agent == agent.id && shift.date < horizon.firstDay {
            let week = (horizon.firstDay.distance(to: shift.date) - 6) / 7
            guard weeks.contains(week) else { continue }
            given[week, default: 0] += rules.work.paidMinutes(ofPresence: shift.range, contract: contract)
        }
        return given.reduce(0) {
            $0 + $1.value
                - owedMinutes(of: agent, contract: contract, campaign: campaign, week: $1.key)
        }
    }
}

extension WorkRules {
    /// Paid minutes of a presence known by its start and end alone: less the
    /// shortest lunch where one is due, and the rest breaks a contract does not pay.
    public func paidMinutes(ofPresence range: ClockRange, contract: EmploymentContract) -> Int {
        let middle = ClockTime(minute: (lunchWindow.start.minute + lunchWindow.end.minute) / 2)
        let lunch = lunchMinutes.lowerBound
        let hasLunch = range.contains(middle) && range.minutes - lunch >= lunchRequiredFromMinutes
        let present = range.minutes - (hasLunch ? lunch : 0)
        guard !contract.breaksArePaid else { return present }
        let breaks = max(0, restBreaksDue(paidMinutes: present) - (hasLunch ? 1 : 0))
        return max(0, present - breaks * restBreakMinutes)
    }
}
