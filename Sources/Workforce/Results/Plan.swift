/// Everything planned for a scenario. The named parts are nil in sizing mode
/// (no agents).
public struct Plan: Hashable, Sendable, Codable {
    public var forecast: Forecast
    public var requirement: Requirement
    public var staffing: Staffing?
    public var schedule: Schedule
    public var roster: Roster?
    public var teams: TeamPlan?
    public var training: TrainingPlan?
    public var service: [ServicePrediction]
    public var cost: CostEstimate
    public var quotes: [Quote]
    public var findings: [Finding]
    /// Sizing mode, where asked: headcount by campaign, week and contract, with proved ranges.
    public var headcounts: [HeadcountRange]

    public init(
        forecast: Forecast, requirement: Requirement, staffing: Staffing?, schedule: Schedule,
        roster: Roster?, teams: TeamPlan?, training: TrainingPlan?, service: [ServicePrediction],
        cost: CostEstimate, quotes: [Quote], findings: [Finding],
        headcounts: [HeadcountRange] = []
    ) {
        self.forecast = forecast
        self.requirement = requirement
        self.staffing = staffing
        self.schedule = schedule
        self.roster = roster
        self.teams = teams
        self.training = training
        self.service = service
        self.cost = cost
        self.quotes = quotes
        self.findings = findings
        self.headcounts = headcounts
    }
}
