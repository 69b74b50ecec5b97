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

    var most: Int { costs.count - 1 }

    /// - Parameter costs: of each number of slots, from any base.
    init(least: Int, costs: [Double]) {
        self.least = max(0, min(least, costs.count - 1))
        self.costs = costs
    }

    /// Counts costs from those of the normal tour, which is always allowed.
    mutating func settle(normal: Int) {
        guard costs.indices.contains(normal) else { return }
        least = min(least, normal)
        let base = costs[normal]
        for slots in costs.indices { costs[slots] -= base }
    }

    func allows(_ slots: Int) -> Bool { (least...most).contains(slots) }

    /// What the cheapest tour costs beside the normal one, at most 0.
    var cheapest: Double { min(0, costs[least...].min() ?? 0) }
}

extension PoolGroup {
    /// Cost of one tour of so many paid slots, cents.
    @inline(__always)
    func tourCost(paid: Int) -> Double {
        guard let hours, hours.costs.indices.contains(paid) else { return tourCost }
        return tourCost + hours.costs[paid]
    }

    /// Cost of the cheapest tour, cents.
    var leastTourCost: Double { tourCost + (hours?.cheapest ?? 0) }
}

extension PoolModel {
    /// Cost of a person's tour, cents; that of a vacant one is 0.
    func tourCost(_ tour: WeekTour) -> Double {
        if tour.isVacant { return 0 }
        guard groups[tour.group].hours != nil else { return groups[tour.group].tourCost }
        return groups[tour.group].tourCost(paid: paidSlots(of: tour))
    }

    func paidSlots(of tour: WeekTour) -> Int {
        (0..<7).reduce(0) { sum, day in
            guard !tour.days[day].isOff, let set = set(of: tour.group, day: day) else { return sum }
            return sum + set.paid[Int(tour.days[day].pattern)]
        }
    }
}
