/// The agents of a campaign whose lines of inbound calls share them.
///
/// What partly skilled agents need lies between two extremes: everybody serves every line
/// (`pooled`), or every line has its own agents (`apart`).
public struct SharedRequirement: Hashable, Sendable, Codable {
    public var campaign: Identifier<Campaign>
    /// The lines, in the order of the campaign's activities; two or more.
    public var lines: [Identifier<Activity>]
    /// Agents on these lines per interval of the horizon, were everybody to serve all of them.
    public var pooled: [Int]
    /// The same, were every line to have its own agents.
    public var apart: [Int]
    /// Agents on these lines that the plan asks for: from `pooled` to `apart`.
    public var positions: [Int]
    /// Agents to schedule so that `positions` are there after shrinkage.
    public var scheduled: [Int]
    /// How `positions` came about.
    public var origin: Origin

    /// How the agents of lines that share them were found.
    public enum Origin: Hashable, Sendable, Codable {
        /// The safe extreme, `apart`, before any simulation.
        case apart
        /// The same, but with the skills of the agents even these miss a target in the simulation.
        case skillsMissing
        /// The same, since the run was stopped before the simulation ended.
        case stopped
        /// The fewest that met the targets in a simulation with the skills of the agents: the
        /// share of the way from `pooled` (0) to `apart` (1).
        case simulated(share: Double)
    }

    public init(
        campaign: Identifier<Campaign>, lines: [Identifier<Activity>], pooled: [Int], apart: [Int],
        positions: [Int], scheduled: [Int], origin: Origin
    ) {
        self.campaign = campaign
        self.lines = lines
        self.pooled = pooled
        self.apart = apart
        self.positions = positions
        self.scheduled = scheduled
        self.origin = origin
    }
}
