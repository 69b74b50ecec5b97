/// Shifts to design for one day or one week, in intervals and whole units of cost: the bare
/// problem, without campaigns, law or money.
public struct ShiftDesignProblem: Hashable, Sendable {
    /// Agents wanted, day by day and interval by interval; 1 to 7 days of equal length.
    public var requirement: [[Int]]
    public var contracts: [DesignContract]
    /// Cost of one agent missing, and of one too many, for one interval.
    public var understaffingCost: Int
    public var overstaffingCost: Int
    public var intervalMinutes: Int
    /// Least intervals from the end of one day's shift to the start of the next day's.
    public var minimumRestIntervals: Int

    public init(
        requirement: [[Int]], contracts: [DesignContract], understaffingCost: Int, overstaffingCost: Int,
        intervalMinutes: Int = 15, minimumRestIntervals: Int = 0
    ) {
        self.requirement = requirement
        self.contracts = contracts
        self.understaffingCost = understaffingCost
        self.overstaffingCost = overstaffingCost
        self.intervalMinutes = intervalMinutes
        self.minimumRestIntervals = minimumRestIntervals
    }

    public var intervalsPerDay: Int { requirement.first?.count ?? 0 }
}

/// Agents who may be given any of the same shifts.
public struct DesignContract: Hashable, Sendable {
    public var id: String
    /// Nil = as many as pay.
    public var maximumAgents: Int?
    public var daysPerWeek: Int
    /// Paid intervals of a week, both ends inside.
    public var paidIntervals: ClosedRange<Int>
    /// Bands of which one holds all starts of a week; nil = any starts.
    public var startBand: StartBand?
    /// Cost of a tour beside its paid intervals, which cost 1 each.
    public var fixedCost: Int
    public var shapes: [DesignShape]

    public init(
        id: String, maximumAgents: Int?, daysPerWeek: Int, paidIntervals: ClosedRange<Int>,
        startBand: StartBand? = nil, fixedCost: Int = 0, shapes: [DesignShape]
    ) {
        self.id = id
        self.maximumAgents = maximumAgents
        self.daysPerWeek = daysPerWeek
        self.paidIntervals = paidIntervals
        self.startBand = startBand
        self.fixedCost = fixedCost
        self.shapes = shapes
    }
}

/// Starts within `halfWidth` intervals of one of the anchors `first`, `first + step`, …
public struct StartBand: Hashable, Sendable {
    public var halfWidth: Int
    public var first: Int
    public var step: Int

    public init(halfWidth: Int, first: Int, step: Int) {
        self.halfWidth = halfWidth
        self.first = first
        self.step = step
    }

    /// The bands that starts of `0 ..< intervals` fall into.
    func bands(intervals: Int) -> [ClosedRange<Int>] {
        stride(from: first, to: intervals + halfWidth, by: max(1, step)).map {
            $0 - halfWidth...$0 + max(0, halfWidth)
        }
    }
}

/// A shift of one length, to be started at any interval that leaves it inside the day.
public struct DesignShape: Hashable, Sendable {
    public var paid: Int
    public var span: Int
    /// Taken each, in order; they cover nothing.
    public var breaks: [DesignBreak]

    public init(paid: Int, span: Int, breaks: [DesignBreak]) {
        self.paid = paid
        self.span = span
        self.breaks = breaks
    }
}

/// A break that starts `earliest` to `latest` intervals after its shift does.
public struct DesignBreak: Hashable, Sendable {
    public var length: Int
    public var earliest: Int
    public var latest: Int

    public init(length: Int, earliest: Int, latest: Int) {
        self.length = length
        self.earliest = earliest
        self.latest = latest
    }
}

/// One shift of a design, in intervals of its day.
public struct DesignedShift: Hashable, Sendable {
    /// Index among the contract's shapes.
    public var shape: Int
    public var start: Int
    /// Start of each break of the shape.
    public var breaks: [Int]

    public init(shape: Int, start: Int, breaks: [Int]) {
        self.shape = shape
        self.start = start
        self.breaks = breaks
    }
}

/// The week of one agent.
public struct DesignedTour: Hashable, Sendable {
    /// Index among the problem's contracts.
    public var contract: Int
    /// One entry a day; nil = off.
    public var days: [DesignedShift?]

    public init(contract: Int, days: [DesignedShift?]) {
        self.contract = contract
        self.days = days
    }
}

/// Tours, with the proof of how good they are.
public struct ShiftDesign: Hashable, Sendable {
    public var tours: [DesignedTour]
    public var cost: Int
    /// No design costs less.
    public var bound: Double

    public init(tours: [DesignedTour], cost: Int, bound: Double) {
        self.tours = tours
        self.cost = cost
        self.bound = bound
    }

    /// (cost − bound) / cost.
    public var gap: Double { cost > 0 ? max(0, (Double(cost) - bound) / Double(cost)) : 0 }
}

extension ShiftDesignProblem {
    /// What a set of tours costs: paid intervals, tours, agents missing and too many.
    public func cost(of tours: [DesignedTour]) -> Int {
        var coverage = requirement.map { [Int](repeating: 0, count: $0.count) }
        var cost = 0
        for tour in tours where contracts.indices.contains(tour.contract) {
            let contract = contracts[tour.contract]
            cost += contract.fixedCost
            for (day, shift) in tour.days.enumerated() {
                guard let shift, contract.shapes.indices.contains(shift.shape) else { continue }
                let shape = contract.shapes[shift.shape]
                cost += shape.paid
                for t in shift.start..<shift.start + shape.span { coverage[day][t] += 1 }
                for (pause, start) in zip(shape.breaks, shift.breaks) {
                    for t in start..<start + pause.length { coverage[day][t] -= 1 }
                }
            }
        }
        for (needs, present) in zip(requirement, coverage) {
            for (need, count) in zip(needs, present) {
                cost +=
                    count < need ? understaffingCost * (need - count) : overstaffingCost * (count - need)
            }
        }
        return cost
    }
}
