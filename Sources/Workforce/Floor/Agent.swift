/// Someone who takes or makes calls.
public struct Agent: Hashable, Sendable, Codable, Identifiable {
    /// The employee number (*matricule*).
    public var id: Identifier<Agent>
    public var firstName: String
    public var lastName: String
    public var contract: Identifier<EmploymentContract>
    public var site: Identifier<Site>
    public var skills: Set<Identifier<Skill>>
    /// Campaign the agent belongs to; nil = free for any that their skills allow.
    public var homeCampaign: Identifier<Campaign>?
    /// Campaigns the agent is also trained for.
    public var secondaryCampaigns: [Identifier<Campaign>]
    public var hired: CivilDate?
    /// Gross wage per paid hour; nil = the contract's.
    public var grossHourlyWage: UnitPrice?
    /// Weekdays never worked.
    public var unavailableWeekdays: Set<Weekday>
    /// Daily window the agent can work in; nil = the contract's.
    public var availableWindow: ClockRange?

    public init(
        id: Identifier<Agent>, firstName: String, lastName: String,
        contract: Identifier<EmploymentContract>, site: Identifier<Site>, skills: Set<Identifier<Skill>> = [],
        homeCampaign: Identifier<Campaign>? = nil, secondaryCampaigns: [Identifier<Campaign>] = [],
        hired: CivilDate? = nil, grossHourlyWage: UnitPrice? = nil,
        unavailableWeekdays: Set<Weekday> = [], availableWindow: ClockRange? = nil
    ) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.contract = contract
        self.site = site
        self.skills = skills
        self.homeCampaign = homeCampaign
        self.secondaryCampaigns = secondaryCampaigns
        self.hired = hired
        self.grossHourlyWage = grossHourlyWage
        self.unavailableWeekdays = unavailableWeekdays
        self.availableWindow = availableWindow
    }

    public var fullName: String { lastName.isEmpty ? firstName : "\(firstName) \(lastName)" }

    /// Home campaign first, then the others the agent is trained for.
    public var campaigns: [Identifier<Campaign>] { (homeCampaign.map { [$0] } ?? []) + secondaryCampaigns }
}
