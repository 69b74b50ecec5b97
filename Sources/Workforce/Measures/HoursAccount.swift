/// A person's paid hours beside those of a contract with modulation.
public struct HoursAccount: Hashable, Sendable {
    public var agent: Identifier<Agent>
    public var contract: Identifier<EmploymentContract>
    /// Minutes given in the first period before the horizon, above (or below) what was owed then.
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

    public init(
        agent: Identifier<Agent>, contract: Identifier<EmploymentContract>, carried: Int, weeks: [Week?]
    ) {
        self.agent = agent
        self.contract = contract
        self.carried = carried
        self.weeks = weeks
    }

    /// Minutes given above what was owed, at the end of a week of the horizon.
    public func balance(through week: Int) -> Int {
        carried + weeks.prefix(week + 1).reduce(0) { $0 + ($1.map { $0.given - $0.owed } ?? 0) }
    }
}

extension Scenario {
    /// Accounts of everybody whose contract modulates hours, in the order of the
    /// floor: by the roster where there is one, else by the groups of the
    /// schedule, whose people all get the same.
    public func hoursAccounts(of plan: Plan) -> [HoursAccount] {
        guard floor.contracts.contains(where: { $0.modulation != nil }) else { return [] }
        struct Worked {
            var campaign: Identifier<Campaign>
            var minutes: Int
        }
        var worked: [Identifier<Agent>: [Int: Worked]] = [:]
        if let roster = plan.roster {
            for line in roster.lines {
                worked[line.agent, default: [:]][line.week] = Worked(
                    campaign: line.campaign, minutes: line.tour?.paidMinutes ?? 0)
            }
        } else {
            for pool in plan.schedule.pools {
                for (index, group) in pool.groups.enumerated() where !group.agents.isEmpty {
                    let minutes = pool.tours.reduce(0) {
                        $0 + ($1.group == index ? $1.count * $1.tour.paidMinutes : 0)
                    }
                    for agent in group.agents {
                        worked[agent, default: [:]][pool.week] = Worked(
                            campaign: pool.campaign, minutes: minutes / group.agents.count)
                    }
                }
            }
        }
        return floor.agents.compactMap { agent in
            guard let own = worked[agent.id], let contract = floor.contract(agent.contract),
                let modulation = contract.modulation
            else { return nil }
            let first = own.min { $0.key < $1.key }.flatMap { campaign($0.value.campaign) }
            let start = modulation.periods(in: horizon).first?.lowerBound ?? 0
            let carried = first.map {
                carriedMinutes(of: agent, contract: contract, campaign: $0, weeks: min(start, 0)..<0)
            }
            let weeks = (0..<horizon.weekCount).map { week in
                own[week].flatMap { worked in
                    campaign(worked.campaign).map {
                        HoursAccount.Week(
                            given: worked.minutes,
                            owed: owedMinutes(of: agent, contract: contract, campaign: $0, week: week))
                    }
                }
            }
            return HoursAccount(
                agent: agent.id, contract: contract.id, carried: carried ?? 0, weeks: weeks)
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
