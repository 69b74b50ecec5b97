/// What a client has the floor do: one or several kinds of work done by one group of agents.
public struct Campaign: Hashable, Sendable, Codable, Identifiable {
    public var id: Identifier<Campaign>
    public var name: String
    public var client: String
    public var site: Identifier<Site>
    public var openingHours: OpeningHours
    /// One for a plain campaign, several for a mixed one.
    public var activities: [Activity]
    public var requiredSkills: Set<Identifier<Skill>>
    /// First and last day of production; nil = before or beyond the horizon.
    public var launch: CivilDate?
    public var end: CivilDate?
    public var training: TrainingNeed?
    /// Handle times of new agents; nil = everybody is taken to be experienced.
    public var learningCurve: LearningCurve?
    public var shrinkage: Shrinkage
    public var sizing: SizingMethod
    /// Fewest agents on the line whenever the campaign is open.
    public var minimumStaffing: Int
    public var priceTerms: PriceTerms
    public var quality: QualityPlan?

    public init(
        id: Identifier<Campaign>, name: String, client: String, site: Identifier<Site>,
        openingHours: OpeningHours, activities: [Activity], requiredSkills: Set<Identifier<Skill>> = [],
        launch: CivilDate? = nil, end: CivilDate? = nil, training: TrainingNeed? = nil,
        shrinkage: Shrinkage = .none,
        sizing: SizingMethod = SizingMethod(), minimumStaffing: Int = 0,
        priceTerms: PriceTerms = PriceTerms(),
        quality: QualityPlan? = nil, learningCurve: LearningCurve? = nil
    ) {
        self.id = id
        self.name = name
        self.client = client
        self.site = site
        self.openingHours = openingHours
        self.activities = activities
        self.requiredSkills = requiredSkills
        self.launch = launch
        self.end = end
        self.training = training
        self.shrinkage = shrinkage
        self.sizing = sizing
        self.minimumStaffing = minimumStaffing
        self.priceTerms = priceTerms
        self.quality = quality
        self.learningCurve = learningCurve
    }

    public func isLive(on date: CivilDate) -> Bool {
        (launch.map { date >= $0 } ?? true) && (end.map { date <= $0 } ?? true)
    }
}

/// One kind of work inside a campaign.
public struct Activity: Hashable, Sendable, Codable, Identifiable {
    public var id: Identifier<Activity>
    public var channel: Channel
    /// What agents need beyond the campaign's skills; empty = all of its agents can do it.
    public var requiredSkills: Set<Identifier<Skill>>
    /// Served first where several wait for one agent; 1 is the highest. Equal: longest wait first.
    public var priority: Int

    public init(
        id: Identifier<Activity>, channel: Channel, requiredSkills: Set<Identifier<Skill>> = [],
        priority: Int = 1
    ) {
        self.id = id
        self.channel = channel
        self.requiredSkills = requiredSkills
        self.priority = priority
    }
}

/// Names one activity of one campaign.
public struct ActivityKey: Hashable, Sendable, Codable, Comparable {
    public var campaign: Identifier<Campaign>
    public var activity: Identifier<Activity>

    public init(_ campaign: Identifier<Campaign>, _ activity: Identifier<Activity>) {
        self.campaign = campaign
        self.activity = activity
    }

    public static func < (lhs: ActivityKey, rhs: ActivityKey) -> Bool {
        (lhs.campaign, lhs.activity) < (rhs.campaign, rhs.activity)
    }
}

/// How the work of an activity arrives.
public enum Channel: Hashable, Sendable, Codable {
    /// Calls that customers make and wait for.
    case inbound(InboundTerms)
    /// Calls that agents make from a list.
    case outbound(OutboundTerms)
    /// Letters, e-mail, forms: done any time before they are due.
    case backOffice(DeferredTerms)
    /// Written conversations, several at once per agent.
    case chat(ChatTerms)
}

/// Time that scheduled people are not on the line, as shares between 0 and 1.
public struct Shrinkage: Hashable, Sendable, Codable {
    /// Away from the floor: unplanned absence (approved leave is known by name and not counted here).
    public var external: Double
    /// On the floor but not on the line: briefs, coaching, system time (breaks are placed in shifts).
    public var `internal`: Double

    public init(external: Double, internal: Double) {
        self.external = external
        self.internal = `internal`
    }

    public static let none = Shrinkage(external: 0, internal: 0)
}
