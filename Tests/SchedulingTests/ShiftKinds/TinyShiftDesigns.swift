import Execution

@testable import Scheduling

/// Problems small enough to try every design.
enum TinyShiftDesigns {
    /// Two days of four intervals, three or four kinds that may pass midnight.
    static func random(seed: UInt64) -> MinimumShiftDesign {
        var generator = SeededGenerator(seed: seed)
        let late = generator.below(2)
        return MinimumShiftDesign(
            days: 2, intervalsPerDay: 4, requirement: (0..<8).map { _ in generator.below(3) },
            types: [
                ShiftType(starts: 0...1, lengths: 2...2),
                ShiftType(starts: 2 + late...2 + late, lengths: 2...3),
            ], underCost: 1 + generator.below(3), overCost: 1 + generator.below(3),
            kindCost: generator.below(4), maximumKinds: generator.below(2) == 0 ? nil : generator.below(4))
    }

    /// The least cost over every number of 0 to `most` agents on every shift.
    static func bruteForce(_ problem: MinimumShiftDesign, most: Int = 2) -> Int {
        let kinds = problem.allowedKinds
        var agents = kinds.map { _ in [Int](repeating: 0, count: problem.days) }
        var best = Int.max
        func extend(_ shift: Int) {
            guard shift < kinds.count * problem.days else {
                let used = agents.count { $0.contains { $0 > 0 } }
                if used <= problem.maximumKinds ?? .max { best = min(best, cost(problem, kinds, agents)) }
                return
            }
            for count in 0...most {
                agents[shift / problem.days][shift % problem.days] = count
                extend(shift + 1)
            }
            agents[shift / problem.days][shift % problem.days] = 0
        }
        extend(0)
        return best
    }

    /// The definition, spelled out interval by interval.
    private static func cost(
        _ problem: MinimumShiftDesign, _ kinds: [ShiftKind], _ agents: [[Int]]
    ) -> Int {
        var cost = problem.kindCost * agents.count { $0.contains { $0 > 0 } }
        let horizon = problem.requirement.count
        for t in 0..<horizon {
            var present = 0
            for (kind, counts) in zip(kinds, agents) {
                for (day, count) in counts.enumerated() {
                    let after = (t - day * problem.intervalsPerDay - kind.start + 2 * horizon) % horizon
                    if after < kind.length { present += count }
                }
            }
            let missing = problem.requirement[t] - present
            cost += missing > 0 ? missing * problem.underCost : -missing * problem.overCost
        }
        return cost
    }

    /// A week by the hour whose requirement six planted kinds meet exactly.
    static let plantedKinds = [
        ShiftKind(start: 6, length: 8), ShiftKind(start: 7, length: 9), ShiftKind(start: 9, length: 7),
        ShiftKind(start: 13, length: 8), ShiftKind(start: 14, length: 9), ShiftKind(start: 22, length: 8),
    ]

    static func planted(kindCost: Int = 60, maximumKinds: Int? = nil) -> MinimumShiftDesign {
        var generator = SeededGenerator(seed: 5)
        var requirement = [Int](repeating: 0, count: 168)
        for kind in plantedKinds {
            let usual = 1 + generator.below(5)
            for day in 0..<7 {
                let count = max(0, usual - (day > 4 ? 1 : 0) + generator.below(2))
                for t in 0..<kind.length { requirement[(day * 24 + kind.start + t) % 168] += count }
            }
        }
        return MinimumShiftDesign(
            days: 7, intervalsPerDay: 24, requirement: requirement,
            types: zip([5, 9, 13, 21], [8, 11, 15, 23]).map {
                ShiftType(starts: $0...$1, lengths: 7...9)
            }, underCost: 60, overCost: 60, kindCost: kindCost, maximumKinds: maximumKinds)
    }
}
