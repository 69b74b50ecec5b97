/// A day of a week on which someone who would work is away.
public struct AbsenceDay: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case leave(LeaveKind)
        /// The campaign closes for a public holiday.
        case publicHoliday
        /// Before the first day of the contract.
        case notHired
    }

    /// 0 = Monday.
    public var weekday: Int
    public var reason: Reason

    /// Whether the employer pays the day. Sickness is not (social security and a
    /// waiting time come first; where an agreement tops it up, that is its own
    /// cost), nor is unpaid leave, nor a day before hiring. A closed public
    /// holiday is (Code du travail L3133-3).
    public var isPaid: Bool {
        switch reason {
        case .publicHoliday: true
        case .notHired: false
        case .leave(let kind):
            switch kind {
            case .annualLeave, .timeOffInLieu, .training, .unionDelegation: true
            case .sickness, .unpaid, .wish: false
            }
        }
    }
}

extension Scenario {
    /// Days of a week that count as absence for someone posted to a campaign.
    ///
    /// A day counts when the contract works that weekday, the agent is not
    /// unavailable anyway, and the live campaign is open, or closed by a public
    /// holiday on a weekday it otherwise opens. Each counts once (a closed holiday
    /// inside a leave is a holiday), and no week loses more days than the contract
    /// works. Without an agent only the holidays count.
    public func absences(
        agent: Agent?, contract: EmploymentContract, campaign: Campaign, week: Int
    ) -> [AbsenceDay] {
        let leaves = requests.filter { $0.isBinding && $0.agent == agent?.id }
        let calendar = holidays(of: campaign)
        var days: [AbsenceDay] = []
        for weekday in Weekday.allCases {
            let date = horizon.date(ofDay: week * 7 + weekday.rawValue)
            guard contract.weekdays.contains(weekday), campaign.isLive(on: date),
                agent?.unavailableWeekdays.contains(weekday) != true
            else { continue }
            let isOpen = !campaign.openingHours.ranges(on: date, holidays: calendar).isEmpty
            let isClosedHoliday =
                !isOpen && !campaign.openingHours.weekdays[weekday.rawValue].isEmpty
                && calendar.isHoliday(date)
            guard isOpen || isClosedHoliday else { continue }
            if let hired = agent?.hired, date < hired {
                days.append(AbsenceDay(weekday: weekday.rawValue, reason: .notHired))
            } else if isClosedHoliday {
                days.append(AbsenceDay(weekday: weekday.rawValue, reason: .publicHoliday))
            } else if let leave = leaves.first(where: { $0.covers(date) }) {
                days.append(AbsenceDay(weekday: weekday.rawValue, reason: .leave(leave.kind)))
            }
        }
        return Array(days.prefix(max(0, contract.daysPerWeek.upperBound)))
    }
}
