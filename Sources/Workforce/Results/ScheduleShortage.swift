/// A stretch of one day in which a campaign's tours leave agents missing, with the one reason
/// found for all of it.
public struct ScheduleShortage: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    public var week: Int
    /// Day of the horizon.
    public var day: Int
    public var range: ClockRange
    /// Agents missing at the best and at the worst moment.
    public var least: Int
    public var most: Int
    /// Missing agent-hours, and what they cost at the scenario's weight.
    public var hours: Double
    public var cost: Money
    public var reason: ShortageReason
    /// Changes that lift it, best first, each checked by solving the week again; empty when none
    /// was asked for.
    public var remedies: [ShortageRemedy]

    public init(
        campaign: Identifier<Campaign>, week: Int, day: Int, range: ClockRange, least: Int, most: Int,
        hours: Double, cost: Money, reason: ShortageReason, remedies: [ShortageRemedy] = []
    ) {
        self.campaign = campaign
        self.week = week
        self.day = day
        self.range = range
        self.least = least
        self.most = most
        self.hours = hours
        self.cost = cost
        self.reason = reason
        self.remedies = remedies
    }
}

/// Why agents are missing, as the values of the week decide it.
///
/// The first six say that nobody's legal week reaches the time; the others are about people whose
/// week could.
public enum ShortageReason: Hashable, Sendable, Codable {
    /// Nobody is posted to the campaign this week.
    case nobody
    /// Agents are wanted while the campaign is closed.
    case closed
    /// No present contract works this weekday.
    case weekday
    /// Everybody who works this weekday is away: leave, unavailable, not yet hired, owed rest.
    case away
    /// Everybody learns for a launch at this time.
    case training
    /// Contracts and agents allow work inside these hours only.
    case window(ClockRange)
    /// No legal shift reaches the time; the rule without which one would, nil when it takes several.
    case noShift(ShiftRule?)
    /// Everybody whose week can reach the time works then: so many agents.
    case everyoneWorks(agents: Int)
    /// Without this rule, one person's week alone could cover it at a lower cost of the whole.
    case rule(ShiftRule)
    /// Everybody who can come that day comes, each for the longest day: so many agents.
    case dayFull(agents: Int)
    /// The week's hours are used up: more agent-hours are missing than are too many.
    case hours(missing: Double, surplus: Double)
    /// Sizing mode: every contract that could come has its largest headcount.
    case headcount
    /// The optimum's choice: the cheapest other week of one person that covers it costs so much
    /// more in all.
    case choice(addedCost: Money)
    /// The search missed a better week of one person.
    case search
    /// A plan without it is not excluded: its cost lies within what is not proved.
    case unproved(gap: Money)
}

/// Families of rules that shape a person's week.
public enum ShiftRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// Shortest day of the contract.
    case shiftLength
    /// When lunch may be taken.
    case lunch
    /// When rest breaks may be taken: the longest and the shortest stretch of calls.
    case restBreaks
    /// Rest between days, and weekly rest.
    case rest
    /// How far apart the starts of a week may lie.
    case startSpread
    /// Days worked in a week.
    case daysPerWeek
    /// The few kinds of shift that the campaign keeps to.
    case shiftKinds
}

/// A change of rules, contracts or people that lifts a shortage, checked by solving its week again.
public struct ShortageRemedy: Hashable, Sendable, Codable {
    public enum Change: Hashable, Sendable, Codable {
        case workUntil(Identifier<EmploymentContract>, ClockTime)
        case workFrom(Identifier<EmploymentContract>, ClockTime)
        case workOn(Identifier<EmploymentContract>, Weekday)
        case lunchWindow(ClockRange)
        /// Shortest paid day, in minutes.
        case shortestDay(Identifier<EmploymentContract>, minutes: Int)
        case startSpread(Identifier<EmploymentContract>, minutes: Int)
        case daysPerWeek(Identifier<EmploymentContract>, most: Int)
        /// So many minutes a week more for everybody on the contract.
        case moreHours(Identifier<EmploymentContract>, minutes: Int)
        case oneMore(Identifier<EmploymentContract>)
    }

    public var change: Change
    /// Agent-hours still missing in the stretch, and in its campaign and week before and after.
    public var hours: Double
    public var weekHoursBefore: Double
    public var weekHours: Double
    /// What the week's cost falls by, at the scenario's weights; the pay below is not in it.
    public var saving: Money
    /// More pay a week at the contract's wage with contributions, premiums apart; nil where the
    /// saving has it already (sizing mode).
    public var pay: Money?

    public init(
        change: Change, hours: Double, weekHoursBefore: Double, weekHours: Double, saving: Money,
        pay: Money?
    ) {
        self.change = change
        self.hours = hours
        self.weekHoursBefore = weekHoursBefore
        self.weekHours = weekHours
        self.saving = saving
        self.pay = pay
    }
}
