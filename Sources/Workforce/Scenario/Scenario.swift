/// Everything a plan is made from: a workspace, read and checked.
public struct Scenario: Hashable, Sendable, Codable {
    public var name: String
    public var horizon: Horizon
    public var floor: Floor
    public var campaigns: [Campaign]
    public var histories: [History]
    public var requests: [LeaveRequest]
    public var published: [PublishedShift]
    public var rules: RulePack
    public var costs: FloorCosts
    public var weights: PlanningWeights
    /// Named sets of changes of `scenarios.yaml`.
    public var variants: [NamedVariant]
    /// Mailings, invoice runs, outages: past ones to learn from, future ones to expect.
    public var events: [DayEvent]
    /// The planner's corrections of the forecast, applied in this order.
    public var overrides: [ForecastOverride]
    /// How few kinds of shift are wanted; nil = any number.
    public var shiftKinds: ShiftKindLimit?
    /// Nil: agents work for one campaign a week.
    public var sharing: AgentSharing?

    public init(
        name: String, horizon: Horizon, floor: Floor, campaigns: [Campaign], histories: [History] = [],
        requests: [LeaveRequest] = [], published: [PublishedShift] = [], rules: RulePack, costs: FloorCosts,
        weights: PlanningWeights = PlanningWeights(), variants: [NamedVariant] = [],
        events: [DayEvent] = [], overrides: [ForecastOverride] = [],
        shiftKinds: ShiftKindLimit? = nil, sharing: AgentSharing? = nil
    ) {
        self.name = name
        self.horizon = horizon
        self.floor = floor
        self.campaigns = campaigns
        self.histories = histories
        self.requests = requests
        self.published = published
        self.rules = rules
        self.costs = costs
        self.weights = weights
        self.variants = variants
        self.events = events
        self.overrides = overrides
        self.shiftKinds = shiftKinds
        self.sharing = sharing
    }

    /// Without agents the chain sizes contracts as types and skips named stages.
    public var isNamed: Bool { !floor.agents.isEmpty }

    public func campaign(_ id: Identifier<Campaign>) -> Campaign? { campaigns.first { $0.id == id } }

    public func activity(_ key: ActivityKey) -> Activity? {
        campaign(key.campaign)?.activities.first { $0.id == key.activity }
    }

    public func history(_ key: ActivityKey) -> History? { histories.first { $0.activity == key } }

    public func holidays(of campaign: Campaign) -> HolidayCalendar {
        floor.site(campaign.site)?.holidays ?? HolidayCalendar(region: .none)
    }

    /// Holidays, school holidays and events that concern a campaign.
    public func calendar(of campaign: Campaign) -> EventCalendar {
        EventCalendar(
            holidays: holidays(of: campaign),
            schoolHolidays: floor.site(campaign.site)?.schoolHolidays ?? [],
            events: events.filter { $0.campaign == nil || $0.campaign == campaign.id })
    }

    /// Whether a campaign works in an interval: launched, not ended, open.
    public func isOpen(_ campaign: Campaign, interval: Int) -> Bool {
        let date = horizon.date(of: interval)
        return campaign.isLive(on: date)
            && campaign.openingHours.isOpen(
                on: date, at: horizon.clock(of: interval), holidays: holidays(of: campaign))
    }

    /// `isOpen` for every interval of the horizon, in one pass.
    public func openIntervals(of campaign: Campaign) -> [Bool] {
        var open = [Bool](repeating: false, count: horizon.intervalCount)
        let calendar = holidays(of: campaign)
        for day in 0..<horizon.dayCount where campaign.isLive(on: horizon.date(ofDay: day)) {
            for range in campaign.openingHours.ranges(on: horizon.date(ofDay: day), holidays: calendar) {
                for t in horizon.intervals(ofDay: day, in: range) { open[t] = true }
            }
        }
        return open
    }
}

/// What optimisers weigh against each other, in money.
public struct PlanningWeights: Hashable, Sendable, Codable {
    /// Cost of one agent missing, and of one too many, for an hour.
    public var understaffingPerHour: Money
    public var overstaffingPerHour: Money
    /// Cost of an hour of outbound or back-office work not done in its week.
    public var undoneWorkPerHour: Money
    /// Roster: a wish refused; an unfilled tour; a Saturday or late shift above the fair share.
    public var refusedWish: Money
    public var unfilledTour: Money
    public var unfairness: Money
    /// Staffing: one agent-week away from the home campaign.
    public var awayFromHome: Money

    public init(
        understaffingPerHour: Money = Money(cents: 6000), overstaffingPerHour: Money = Money(cents: 600),
        undoneWorkPerHour: Money = Money(cents: 4000), refusedWish: Money = Money(cents: 2000),
        unfilledTour: Money = Money(cents: 100_000), unfairness: Money = Money(cents: 500),
        awayFromHome: Money = Money(cents: 3000)
    ) {
        self.understaffingPerHour = understaffingPerHour
        self.overstaffingPerHour = overstaffingPerHour
        self.undoneWorkPerHour = undoneWorkPerHour
        self.refusedWish = refusedWish
        self.unfilledTour = unfilledTour
        self.unfairness = unfairness
        self.awayFromHome = awayFromHome
    }
}
