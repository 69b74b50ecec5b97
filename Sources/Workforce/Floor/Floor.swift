/// What people must know to take a campaign's contacts: a language, a product, a tool.
public enum Skill {}

/// A place of work.
public struct Site: Hashable, Sendable, Codable, Identifiable {
    public var id: Identifier<Site>
    public var name: String
    /// IANA name, for example `Europe/Paris`.
    public var timeZone: String
    public var holidays: HolidayCalendar
    /// Zones whose school holidays move its contacts.
    public var schoolHolidays: [SchoolHolidays]
    /// Workstations; nil = not limited.
    public var seats: Int?
    /// Largest share of calls that may find every line busy.
    public var lineBlocking: Double

    public init(
        id: Identifier<Site>, name: String, timeZone: String = "Europe/Paris",
        holidays: HolidayCalendar = HolidayCalendar(region: .france),
        schoolHolidays: [SchoolHolidays] = [], seats: Int? = nil, lineBlocking: Double = 0.001
    ) {
        self.id = id
        self.name = name
        self.timeZone = timeZone
        self.holidays = holidays
        self.schoolHolidays = schoolHolidays
        self.seats = seats
        self.lineBlocking = lineBlocking
    }
}

/// Leads a team of agents.
public struct Supervisor: Hashable, Sendable, Codable, Identifiable {
    public var id: Identifier<Supervisor>
    public var name: String
    public var site: Identifier<Site>
    /// Campaigns the supervisor may lead; empty = any.
    public var campaigns: [Identifier<Campaign>]
    /// Working hours by weekday, Monday first; empty list = off.
    public var hours: [ClockRange?]

    public init(
        id: Identifier<Supervisor>, name: String, site: Identifier<Site>,
        campaigns: [Identifier<Campaign>] = [], hours: [ClockRange?]
    ) {
        self.id = id
        self.name = name
        self.site = site
        self.campaigns = campaigns
        self.hours = (0..<7).map { $0 < hours.count ? hours[$0] : nil }
    }
}

public struct Trainer: Hashable, Sendable, Codable, Identifiable {
    public var id: Identifier<Trainer>
    public var name: String
    public var site: Identifier<Site>
    /// Campaigns the trainer can teach; empty = any.
    public var campaigns: [Identifier<Campaign>]
    public var hours: [ClockRange?]

    public init(
        id: Identifier<Trainer>, name: String, site: Identifier<Site>,
        campaigns: [Identifier<Campaign>] = [], hours: [ClockRange?]
    ) {
        self.id = id
        self.name = name
        self.site = site
        self.campaigns = campaigns
        self.hours = (0..<7).map { $0 < hours.count ? hours[$0] : nil }
    }
}

/// A training room.
public struct Room: Hashable, Sendable, Codable, Identifiable {
    public var id: Identifier<Room>
    public var site: Identifier<Site>
    public var capacity: Int

    public init(id: Identifier<Room>, site: Identifier<Site>, capacity: Int) {
        self.id = id
        self.site = site
        self.capacity = capacity
    }
}

/// Everything and everyone that is there before any campaign.
public struct Floor: Hashable, Sendable, Codable {
    public var name: String
    public var sites: [Site]
    public var contracts: [EmploymentContract]
    public var agents: [Agent]
    public var supervisors: [Supervisor]
    public var trainers: [Trainer]
    public var rooms: [Room]

    public init(
        name: String, sites: [Site], contracts: [EmploymentContract], agents: [Agent] = [],
        supervisors: [Supervisor] = [], trainers: [Trainer] = [], rooms: [Room] = []
    ) {
        self.name = name
        self.sites = sites
        self.contracts = contracts
        self.agents = agents
        self.supervisors = supervisors
        self.trainers = trainers
        self.rooms = rooms
    }

    public func contract(_ id: Identifier<EmploymentContract>) -> EmploymentContract? {
        contracts.first { $0.id == id }
    }

    public func agent(_ id: Identifier<Agent>) -> Agent? { agents.first { $0.id == id } }

    public func site(_ id: Identifier<Site>) -> Site? { sites.first { $0.id == id } }
}
