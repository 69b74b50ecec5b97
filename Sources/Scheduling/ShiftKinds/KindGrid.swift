/// The problem as the search sees it: kinds by number, intervals on one circle.
struct KindGrid {
    let days: Int
    let perDay: Int
    let needs: [Int]
    let kinds: [ShiftKind]
    let under: Int
    let over: Int
    let price: Int
    /// Most kinds in use.
    let maximum: Int
    /// Every cost is a multiple of this.
    let unit: Int
    /// Agents by kind and day beyond which one more never pays.
    let useful: [Int]
    /// Shifts (kind · days + day) that cover each interval.
    let covering: [[Int32]]

    var intervals: Int { needs.count }
    var shifts: Int { kinds.count * days }

    init(_ problem: MinimumShiftDesign) {
        days = problem.days
        perDay = problem.intervalsPerDay
        needs = problem.requirement
        kinds = problem.allowedKinds
        under = problem.underCost
        over = problem.overCost
        price = problem.kindCost
        maximum = min(kinds.count, problem.maximumKinds ?? kinds.count)
        unit = max(1, [under, over, price].reduce(0, greatestCommonDivisor))
        var useful: [Int] = []
        var covering = [[Int32]](repeating: [], count: needs.count)
        for (number, kind) in kinds.enumerated() {
            for day in 0..<days {
                let first = day * perDay + kind.start
                let span = (first..<first + kind.length).map { $0 % problem.requirement.count }
                useful.append(
                    usefulAgents(span.map { problem.requirement[$0] }, under: under, over: over))
                for t in span { covering[t].append(Int32(number * days + day)) }
            }
        }
        self.useful = useful
        self.covering = covering
    }

    /// First interval of a shift.
    func first(_ shift: Int) -> Int {
        (shift % days * perDay + kinds[shift / days].start) % intervals
    }

    func length(_ shift: Int) -> Int { kinds[shift / days].length }

    /// Whether a shift covers an interval; O(1).
    @inline(__always)
    func covers(_ shift: Int, _ t: Int) -> Bool {
        let after = t - first(shift)
        return (after < 0 ? after + intervals : after) < length(shift)
    }

    /// The least cost that a design may have whose relaxation costs so much; `Int.max` for one
    /// that cannot be.
    func bound(_ relaxed: Double) -> Int {
        guard relaxed > 0 else { return 0 }
        guard relaxed < 1e18 else { return .max }
        // GLPK's tolerances are 1e-7 of the objective.
        let safe = relaxed - 1e-6 * (1 + relaxed)
        return max(0, Int((safe / Double(unit)).rounded(.up)) * unit)
    }
}

/// The least number from which one agent more costs at least as much in surplus as it can save in
/// shortage, whoever else covers the intervals: without it no design is dearer.
private func usefulAgents(_ needs: [Int], under: Int, over: Int) -> Int {
    let sorted = needs.sorted()
    var index = 0
    while index < sorted.count {
        let level = sorted[index]
        while index < sorted.count, sorted[index] == level { index += 1 }
        // Agent level + 1 is surplus on `index` intervals at least.
        if over * index >= under * (sorted.count - index) { return level }
    }
    return sorted.last ?? 0
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
}
