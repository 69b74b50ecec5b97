/// A tool that people at work log in to, licensed by how many use it at the same time.
public enum LicensedTool: String, Sendable, Codable, CaseIterable {
    /// Inbound calls and callbacks.
    case telephony
    /// Calls from a list.
    case dialler
    /// Written conversations.
    case chat
    /// Letters, e-mail, forms.
    case backOffice
}

/// Most people who use a tool at the same time.
public struct ToolLicences: Hashable, Sendable, Codable {
    public var tool: LicensedTool
    public var concurrent: Int

    public init(tool: LicensedTool, concurrent: Int) {
        self.tool = tool
        self.concurrent = concurrent
    }
}

/// Calls that a dialler has under way.
public struct DialingPace: Hashable, Sendable, Codable {
    public var activity: ActivityKey
    public var mode: DialingMode
    /// Mean lines in use per agent on the line, ringing and talking together: at most 1 where
    /// agents dial for themselves.
    public var linesPerAgent: Double

    public init(activity: ActivityKey, mode: DialingMode, linesPerAgent: Double) {
        self.activity = activity
        self.mode = mode
        self.linesPerAgent = linesPerAgent
    }
}

/// Workstations and lines in their busiest interval, for one campaign or several together.
public struct PeakNeeds: Hashable, Sendable, Codable {
    /// Most people on the floor at once: scheduled less absent, rounded up.
    public var seats: Int
    /// First interval of the horizon with that many; nil without anyone.
    public var seatsInterval: Int?
    /// Lines so that the share of calls that find them all busy keeps to the site's limit.
    public var lines: Int
    public var linesInterval: Int?
    /// Mean number of lines in use in that interval, in erlangs.
    public var lineLoad: Double

    public init(seats: Int, seatsInterval: Int?, lines: Int, linesInterval: Int?, lineLoad: Double) {
        self.seats = seats
        self.seatsInterval = seatsInterval
        self.lines = lines
        self.linesInterval = linesInterval
        self.lineLoad = lineLoad
    }
}

public struct CampaignTechnicalNeeds: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    public var peak: PeakNeeds
    /// One entry an outbound activity with permitted work.
    public var dialing: [DialingPace]

    public init(campaign: Identifier<Campaign>, peak: PeakNeeds, dialing: [DialingPace]) {
        self.campaign = campaign
        self.peak = peak
        self.dialing = dialing
    }
}

public struct SiteTechnicalNeeds: Hashable, Sendable, Codable {
    public var site: Identifier<Site>
    /// All campaigns together: peaks at different hours share seats and lines.
    public var peak: PeakNeeds
    /// Tools that somebody uses, each with the most at the same time.
    public var licences: [ToolLicences]
    public var campaigns: [CampaignTechnicalNeeds]

    public init(
        site: Identifier<Site>, peak: PeakNeeds, licences: [ToolLicences],
        campaigns: [CampaignTechnicalNeeds]
    ) {
        self.site = site
        self.peak = peak
        self.licences = licences
        self.campaigns = campaigns
    }
}

/// What the people who do the required work need on each site: seats, lines, licences.
public struct TechnicalNeeds: Hashable, Sendable, Codable {
    public var sites: [SiteTechnicalNeeds]

    public init(sites: [SiteTechnicalNeeds]) { self.sites = sites }
}
