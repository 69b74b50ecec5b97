/// What an audit or a comparison of plan and requirement found.
public struct Finding: Hashable, Sendable, Codable {
    public enum Severity: String, Sendable, Codable { case violation, warning, note }

    public var severity: Severity
    public var subject: Subject

    public init(severity: Severity, subject: Subject) {
        self.severity = severity
        self.subject = subject
    }

    /// A rule broken by a named agent or tour; `Reports` has the words.
    public enum Subject: Hashable, Sendable, Codable {
        /// A working-time rule, by whom, on which day of the horizon; actual and limit in minutes or counts.
        case rule(Rule, who: String, day: Int, actual: Int, limit: Int)
        /// Coverage below requirement between two intervals of a day: agents short at worst.
        case short(
            campaign: Identifier<Campaign>, day: Int, range: ClockRange, worst: Int, cause: ShortageCause)
        /// Workload hours of a week that no one is scheduled to do.
        case undoneWork(activity: ActivityKey, week: Int, hours: Double)
        case unfilledTour(campaign: Identifier<Campaign>, week: Int, tour: Tour)
        case untrained(agent: Identifier<Agent>, campaign: Identifier<Campaign>)
        case withoutTeam(agent: Identifier<Agent>)
        /// Two computations of one figure differ, in the unit of the figure.
        case mismatch(Figure, who: String, stated: Double, recomputed: Double)
    }

    public enum Rule: String, Sendable, Codable, CaseIterable {
        case dailyEffective, dailySpan, weeklyEffective, weeklyPaid, dailyRest, weeklyRest, consecutiveDays
        case callStretch, restBreaks, lunchMissing, lunchWindow, lunchLength, lunchLate
        case workingWindow, contractDays, dailyPaid, unavailableDay, leaveDay, openingHours
        case breaksOrdered, skill, doubleBooking, teamSize, supervisorTwice, classSize, roomCapacity
        case roomTwice, trainerTwice, trainerHours, trainingBeforeLaunch, trainingWithinShift
        case headcount, offGrid
        /// Daily starts of one week too far apart (contract); minutes.
        case startSpread
        /// Gross hourly wage under the legal minimum of the date; cents.
        case minimumWage
        /// Contract under the legal part-time week; minutes.
        case partTimeMinimum
        /// Hours beyond the contract's week above what the law allows; minutes.
        case overtime
        /// A day in two parts that contract or rules forbid: the interruption, or the shorter part; minutes.
        case splitShift
        /// More people present than a site has workstations; people.
        case seats
        /// More distinct starts and ends of shifts in one campaign than wanted; counts.
        case shiftKinds
        /// Week outside the bounds of its contract's modulation; minutes.
        case modulatedWeek
        /// Hours that do not even out over a period of modulation; minutes given and owed.
        case modulationBalance
        /// More weekends worked than their rotation gives; weekends within its weeks.
        case weekendRotation
        /// More agents lent at once than are there and able; agents.
        case loanSupply
        /// An agent lent outside their work, or to two campaigns at once; minutes.
        case loanPresence
        /// An agent lent to a campaign whose contacts they may not take.
        case loanSkill
        /// A loan while the borrower is closed; minutes.
        case loanHours
        /// Loans of a day that the roster gives to nobody; agent-minutes given and planned.
        case loanUnnamed
        /// A day's, week's or month's service level under its target with the agents required; tenths
        /// of a percent.
        case periodTarget
        /// Fewer agents required in an interval than carry its load or than minimum staffing and
        /// shrinkage ask for; agents.
        case periodFloor
    }

    public enum Figure: String, Sendable, Codable, CaseIterable { case headcount, paidHours, cost, coverage }

    public enum ShortageCause: String, Sendable, Codable, CaseIterable {
        /// Every hour of every agent is used: more people are needed.
        case tooFewHours
        /// Hours exist but contracts or rules keep them from this time.
        case shape
        case training
        case absence
    }
}
