/// Which paid times tours of a group may have, and what each costs.
///
/// Costs enter the tour programme at its end, where paid time is a state anyway: a week of
/// flexible hours is priced as exactly as a fixed one (MATHS §3.3), in a wider programme.
struct PaidHours: Sendable {
    /// Slots of the shortest week.
    private(set) var least: Int
    /// Cost of a tour of each number of paid slots from 0 to the most, cents, beside what the
    /// normal tour costs.
    private(set) var costs: [Double]
    /// What the cheapest tour costs beside the normal one, at most 0; known once settled.
    private(set) var cheapest = 0.0

    var most: Int { costs.count - 1 }

    /// - Parameter costs: of each number of slots, from any base.
    init(least: Int, costs: [Double]) {
        self.least = max(0, min(least, costs.count - 1))
        self.costs = costs
    }

    /// Counts costs from those of the normal tour, which is always allowed.
    ///
    /// - Parameter reachable: paid slots that some legal tour has.
    mutating func settle(normal: Int, reachable: [Int]) {
        guard costs.indices.contains(normal) else { return }
        least = min(least, normal)
        let base = costs[normal]
        for slots in costs.indices { costs[slots] -= base }
        cheapest = reachable.reduce(0) { allows($1) ? min($0, costs[$1]) : $0 }
    }

    func allows(_ slots: Int) -> Bool { slots >= least && slots < costs.count }
}

extension PoolGroup {
    /// Cost of the cheapest tour, premiums apart, cents.
    var leastTourCost: Double { tourCost + (hours?.cheapest ?? 0) }
}

extension PoolModel {
    /// Cost of a person's tour, cents; that of a vacant one is 0.
    func tourCost(_ tour: WeekTour) -> Double {
        if tour.isVacant { return 0 }
        var cost = groups[tour.group].tourCost
        if let hours = groups[tour.group].hours { cost += hours.costs[paidSlots(of: tour)] }
        guard groups[tour.group].bearsPremiums else { return cost }
        for day in 0..<7 where !tour.days[day].isOff {
            if let set = set(of: tour.group, day: day) { cost += set.cost(Int(tour.days[day].pattern)) }
        }
        return cost
    }

    func paidSlots(of tour: WeekTour) -> Int {
        (0..<7).reduce(0) { sum, day in
            guard !tour.days[day].isOff, let set = set(of: tour.group, day: day) else { return sum }
            return sum + set.paid[Int(tour.days[day].pattern)]
        }
    }
}
