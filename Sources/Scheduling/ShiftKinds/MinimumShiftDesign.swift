/// The minimum shift design problem (Di Gaspero, Gärtner, Kortsarz, Musliu, Schaerf and Slany
/// 2007): agents for every interval of a cyclic horizon, from few distinct kinds of shifts.
///
/// Cost = `overCost` per agent too many and interval + `underCost` per agent missing and interval
/// + `kindCost` per kind used on any day. Zero or more agents work each kind on each day; what
/// passes the end of the last day covers the beginning of the first.
public struct MinimumShiftDesign: Hashable, Sendable {
    public var days: Int
    public var intervalsPerDay: Int
    /// Agents wanted, one per interval, day after day.
    public var requirement: [Int]
    public var types: [ShiftType]
    public var underCost: Int
    public var overCost: Int
    public var kindCost: Int
    /// Most kinds in use; nil = as many as pay.
    public var maximumKinds: Int?

    public init(
        days: Int, intervalsPerDay: Int, requirement: [Int], types: [ShiftType], underCost: Int,
        overCost: Int, kindCost: Int, maximumKinds: Int? = nil
    ) {
        self.days = days
        self.intervalsPerDay = intervalsPerDay
        self.requirement = requirement
        self.types = types
        self.underCost = underCost
        self.overCost = overCost
        self.kindCost = kindCost
        self.maximumKinds = maximumKinds
    }
}

/// A family of kinds, such as morning shifts: every start of a window with every length of another.
public struct ShiftType: Hashable, Sendable {
    /// Intervals from the day's beginning.
    public var starts: ClosedRange<Int>
    /// Intervals between two starts.
    public var startStep: Int
    /// Intervals.
    public var lengths: ClosedRange<Int>
    public var lengthStep: Int

    public init(
        starts: ClosedRange<Int>, startStep: Int = 1, lengths: ClosedRange<Int>, lengthStep: Int = 1
    ) {
        self.starts = starts
        self.startStep = startStep
        self.lengths = lengths
        self.lengthStep = lengthStep
    }
}

/// A start and a length, in intervals, the same on every day.
public struct ShiftKind: Hashable, Comparable, Sendable {
    public var start: Int
    public var length: Int

    public init(start: Int, length: Int) {
        self.start = start
        self.length = length
    }

    public static func < (a: ShiftKind, b: ShiftKind) -> Bool {
        (a.start, a.length) < (b.start, b.length)
    }
}

/// Kinds of shifts and who works them, with the proof of how good they are.
public struct ShiftKindDesign: Hashable, Sendable {
    /// Kinds used on at least one day, in order of start and length.
    public var kinds: [ShiftKind]
    /// Agents by kind, then by day.
    public var agents: [[Int]]
    public var cost: Int
    /// No design costs less.
    public var bound: Double
    /// Nodes of the search tree.
    public var nodes: Int

    public init(kinds: [ShiftKind], agents: [[Int]], cost: Int, bound: Double, nodes: Int = 0) {
        self.kinds = kinds
        self.agents = agents
        self.cost = cost
        self.bound = bound
        self.nodes = nodes
    }

    public var isOptimal: Bool { bound >= Double(cost) }
    /// (cost − bound) / cost.
    public var gap: Double { cost > 0 ? max(0, (Double(cost) - bound) / Double(cost)) : 0 }
}

extension MinimumShiftDesign {
    /// Every kind that the types allow, once, in order.
    public var allowedKinds: [ShiftKind] {
        var kinds: Set<ShiftKind> = []
        for type in types {
            for start in stride(
                from: type.starts.lowerBound, through: type.starts.upperBound, by: type.startStep)
            {
                for length in stride(
                    from: type.lengths.lowerBound, through: type.lengths.upperBound, by: type.lengthStep)
                {
                    kinds.insert(ShiftKind(start: start, length: length))
                }
            }
        }
        return kinds.sorted()
    }

    /// What kinds with so many agents by day cost; a kind without agents costs nothing.
    public func cost(of kinds: [ShiftKind], agents: [[Int]]) -> Int {
        var present = [Int](repeating: 0, count: requirement.count)
        var cost = 0
        for (kind, counts) in zip(kinds, agents) where counts.contains(where: { $0 > 0 }) {
            cost += kindCost
            for (day, count) in counts.enumerated() {
                let first = day * intervalsPerDay + kind.start
                for t in first..<first + kind.length { present[t % present.count] += count }
            }
        }
        for (need, count) in zip(requirement, present) {
            cost += count < need ? underCost * (need - count) : overCost * (count - need)
        }
        return cost
    }

    /// Whether the numbers make a problem: sizes that agree, nothing negative, kinds that start
    /// within their day and do not meet their own beginning.
    var isSound: Bool {
        days >= 1 && intervalsPerDay >= 1 && days <= 100_000 && intervalsPerDay <= 1440
            && requirement.count == days * intervalsPerDay && requirement.count <= 100_000
            && requirement.allSatisfy { (0...1_000_000).contains($0) }
            && [underCost, overCost, kindCost].allSatisfy { (0...1_000_000).contains($0) }
            && (maximumKinds ?? 0) >= 0
            && types.allSatisfy { type in
                type.starts.lowerBound >= 0 && type.starts.upperBound < intervalsPerDay
                    && type.lengths.lowerBound >= 1 && type.lengths.upperBound <= requirement.count
                    && type.startStep >= 1 && type.lengthStep >= 1
            }
    }
}
