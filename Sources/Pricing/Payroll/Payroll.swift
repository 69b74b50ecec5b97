import Workforce

/// What one person, or one anonymous tour × its count, is paid by one campaign.
struct PayEntry {
    var campaign: Identifier<Campaign>
    /// People, 1 in named mode.
    var people = 1
    var wage: UnitPrice
    /// Per person, over the horizon (named mode) or the week (sizing mode).
    var workedMinutes = 0
    var absenceMinutes = 0
    var effectiveMinutes = 0
    var premium = PremiumTime()
    /// Minutes beyond what the week owes, and Σ minutes × premium of them.
    var overtimeMinutes = 0
    var overtimeWeighted = 0.0
    /// Minutes in training sessions, of whatever campaign, inside this campaign's shifts.
    var sessionMinutes = 0

    var paidMinutes: Int { workedMinutes + absenceMinutes }
    var baseEuros: Double { Double(paidMinutes) / 60 * wage.euros }
    var premiumEuros: Double { premium.weightedMinutes / 60 * wage.euros }
    var overtimeEuros: Double { overtimeWeighted / 60 * wage.euros }
    var grossEuros: Double { baseEuros + premiumEuros + overtimeEuros }
}

/// Paid time and pay of every campaign over the horizon.
///
/// Paid is what the roster (without one, the schedule) works, paid breaks
/// inside, plus paid absence days: approved annual leave, time off in lieu,
/// training and delegation, and closed public holidays, each at the contract's
/// mean day. Sickness and unpaid leave are not paid by the employer. Unplanned
/// absence (`Shrinkage.external`) is taken as paid in full: the tours sized for
/// it are all paid, which is prudent where a waiting period applies. Hours owed
/// but not given are not priced: voluntary time off saves its pay, and the audit
/// names the rest. Hours beyond what a week owes bear their premium where the
/// contract provides for them.
struct Payroll {
    /// By person, then campaign: one person's entries share one reduction of contributions.
    var people: [[PayEntry]]

    init(plan: Plan, scenario: Scenario) {
        if let roster = plan.roster {
            people = Payroll.named(roster, training: plan.training, scenario: scenario)
        } else {
            people = Payroll.anonymous(plan.schedule, scenario: scenario)
        }
    }

    private static func anonymous(_ schedule: Schedule, scenario: Scenario) -> [[PayEntry]] {
        let horizon = scenario.horizon
        var people: [[PayEntry]] = []
        for pool in schedule.pools where (0..<horizon.weekCount).contains(pool.week) {
            guard let campaign = scenario.campaign(pool.campaign) else { continue }
            for entry in pool.tours where entry.count > 0 {
                guard let contract = scenario.floor.contract(entry.tour.contract) else { continue }
                var pay = PayEntry(
                    campaign: pool.campaign, people: entry.count, wage: contract.grossHourlyWage)
                pay.absenceMinutes = paidAbsence(
                    agent: nil, contract: contract, campaign: campaign, week: pool.week, scenario: scenario)
                for (weekday, shift) in entry.tour.shifts.enumerated() {
                    guard let shift else { continue }
                    pay.add(shift, day: pool.week * 7 + weekday, campaign: campaign, scenario: scenario)
                }
                pay.addOvertime(
                    worked: pay.workedMinutes, agent: nil, contract: contract, campaign: campaign,
                    week: pool.week, scenario: scenario)
                people.append([pay])
            }
        }
        return people
    }

    private static func named(
        _ roster: Roster, training: TrainingPlan?, scenario: Scenario
    ) -> [[PayEntry]] {
        let lines = Dictionary(grouping: roster.lines, by: \.agent)
        var sessions: [Identifier<Agent>: [TrainingSession]] = [:]
        for session in training?.sessions ?? [] {
            for agent in session.agents { sessions[agent, default: []].append(session) }
        }
        return scenario.floor.agents.compactMap { agent in
            guard let contract = scenario.floor.contract(agent.contract) else { return nil }
            var account = PersonAccount(
                agent: agent, contract: contract, sessions: sessions[agent.id] ?? [], scenario: scenario)
            let own = (lines[agent.id] ?? []).filter { (0..<scenario.horizon.weekCount).contains($0.week) }
            for line in own { account.add(line) }
            if let usual = agent.homeCampaign ?? own.first?.campaign {
                for week in 0..<scenario.horizon.weekCount where !own.contains(where: { $0.week == week }) {
                    account.addAbsence(week: week, campaign: usual)
                }
            }
            return account.entries
        }
    }

    static func paidAbsence(
        agent: Agent?, contract: EmploymentContract, campaign: Campaign, week: Int, scenario: Scenario
    ) -> Int {
        scenario.absences(agent: agent, contract: contract, campaign: campaign, week: week)
            .count { $0.isPaid } * contract.absenceDayMinutes
    }
}

extension PayEntry {
    mutating func add(_ shift: Shift, day: Int, campaign: Campaign, scenario: Scenario) {
        let horizon = scenario.horizon
        workedMinutes += horizon.paidMinutes(of: shift, day: day)
        effectiveMinutes += horizon.effectiveMinutes(of: shift, day: day)
        let isHoliday = scenario.holidays(of: campaign).isHoliday(horizon.date(ofDay: day))
        premium =
            premium
            + scenario.rules.work.premiumTime(of: shift, day: day, isHoliday: isHoliday, horizon: horizon)
    }
}

extension PayEntry {
    /// Overtime of one week, in which so many minutes are worked and paid.
    mutating func addOvertime(
        worked: Int, agent: Agent?, contract: EmploymentContract, campaign: Campaign, week: Int,
        scenario: Scenario
    ) {
        guard contract.overtimeMinutes > 0 else { return }
        let absences = scenario.absences(agent: agent, contract: contract, campaign: campaign, week: week)
        let owed = max(0, contract.weeklyMinutes - absences.count * contract.absenceDayMinutes)
        let over = max(0, worked - owed)
        overtimeMinutes += over
        overtimeWeighted += scenario.rules.work.overtimePremiumMinutes(over, contract: contract)
    }
}

/// One person's pay, campaign by campaign.
private struct PersonAccount {
    let agent: Agent
    let contract: EmploymentContract
    let sessions: [TrainingSession]
    let scenario: Scenario
    var entries: [PayEntry] = []

    mutating func change(_ campaign: Identifier<Campaign>, _ body: (inout PayEntry) -> Void) {
        if let index = entries.firstIndex(where: { $0.campaign == campaign }) {
            body(&entries[index])
        } else {
            var entry = PayEntry(
                campaign: campaign, wage: agent.grossHourlyWage ?? contract.grossHourlyWage)
            body(&entry)
            entries.append(entry)
        }
    }

    mutating func addAbsence(week: Int, campaign id: Identifier<Campaign>) {
        guard let campaign = scenario.campaign(id) else { return }
        let minutes = Payroll.paidAbsence(
            agent: agent, contract: contract, campaign: campaign, week: week, scenario: scenario)
        if minutes > 0 { change(id) { $0.absenceMinutes += minutes } }
    }

    /// A week's line. Time in a session for another campaign is paid by that
    /// campaign and counts as its effective time.
    mutating func add(_ line: RosterLine) {
        let (agent, contract, scenario) = (agent, contract, scenario)
        guard let campaign = scenario.campaign(line.campaign) else { return }
        addAbsence(week: line.week, campaign: line.campaign)
        let worked = (0..<7).reduce(0) { sum, weekday in
            sum
                + (line.shift(on: weekday).map {
                    scenario.horizon.paidMinutes(of: $0, day: line.week * 7 + weekday)
                } ?? 0)
        }
        if contract.overtimeMinutes > 0, worked > 0 {
            change(line.campaign) {
                $0.addOvertime(
                    worked: worked, agent: agent, contract: contract, campaign: campaign, week: line.week,
                    scenario: scenario)
            }
        }
        for weekday in 0..<7 {
            guard let shift = line.shift(on: weekday) else { continue }
            let day = line.week * 7 + weekday
            change(line.campaign) { $0.add(shift, day: day, campaign: campaign, scenario: scenario) }
            for session in sessions where session.day == day {
                let minutes = session.range.overlapMinutes(with: shift.range)
                guard minutes > 0 else { continue }
                if session.campaign != line.campaign {
                    change(line.campaign) {
                        $0.workedMinutes -= minutes
                        $0.effectiveMinutes -= minutes
                    }
                    change(session.campaign) {
                        $0.workedMinutes += minutes
                        $0.effectiveMinutes += minutes
                    }
                }
                change(session.campaign) { $0.sessionMinutes += minutes }
            }
        }
    }
}
