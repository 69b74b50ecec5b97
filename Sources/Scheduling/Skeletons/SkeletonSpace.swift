import Workforce

/// The frame of one person's week: a start band and, for each day, what kind of shift; when
/// shifts begin and breaks fall within those stays open.
struct Skeleton: Hashable, Sendable {
    var group: Int
    var band: Int
    /// Candidate of the band's day (`BandDays`); −1 = off. Seven count.
    var days: SIMD8<Int16>

    static func off(group: Int, band: Int) -> Skeleton {
        Skeleton(group: group, band: band, days: SIMD8(repeating: -1))
    }
}

/// Shifts of one day among which only worth decides, whoever works them: the members of a candidate.
struct DayKind: Sendable {
    /// Set of the group that brought the kind first, and its patterns in canonical order.
    let set: Int
    let patterns: [Int]
    /// Slots that each pattern covers; nil when they differ.
    let covered: Int?
}

/// What skeletons of a pool are made of.
///
/// Once everybody's skeleton stands, days are independent: a day's cost depends on how many
/// people have each kind, and kinds of different groups with the same shifts are one.
struct SkeletonSpace: Sendable {
    let model: PoolModel
    let programmes: [TourProgramme]
    /// Index of each group's programme; −1 = no legal tour.
    let programmeOf: [Int]
    /// By day.
    private(set) var kinds: [[DayKind]] = [[DayKind]](repeating: [], count: 7)
    /// By group, band and day: kind of each candidate.
    private var kindOf: [[[[Int]]]]
    /// By group, band and day: patterns of each candidate in canonical order.
    private var patternsOf: [[[[[Int]]]]]
    /// By group, band and day: candidates of equal paid time as each candidate.
    private var alike: [[[[[Int]]]]]

    init(pricing: TourPricing) {
        model = pricing.model
        programmes = pricing.programmes
        hasFlexibleHours = programmes.contains { $0.hours != nil }
        var programmeOf = [Int](repeating: -1, count: model.groups.count)
        for (index, programme) in programmes.enumerated() { programmeOf[programme.group] = index }
        self.programmeOf = programmeOf
        kindOf = model.groups.map { _ in [] }
        patternsOf = kindOf.map { _ in [] }
        alike = kindOf.map { _ in [] }
        var known = [[KindKey: Int]](repeating: [:], count: 7)
        for programme in programmes {
            let group = programme.group
            for band in programme.bands {
                var bandKinds: [[Int]] = []
                var bandPatterns: [[[Int]]] = []
                for day in 0..<7 {
                    let found = SkeletonSpace.candidates(of: band, day: day)
                    bandPatterns.append(
                        found.map { canonical($0, set: programme.sets[day]) })
                    bandKinds.append(
                        bandPatterns[day].map { number($0, set: programme.sets[day], day, &known) })
                }
                kindOf[group].append(bandKinds)
                patternsOf[group].append(bandPatterns)
                alike[group].append(
                    band.excesses.map { excesses in
                        excesses.map { own in excesses.indices.filter { excesses[$0] == own } }
                    })
            }
        }
    }

    private struct KindKey: Hashable {
        var patterns: [ShiftPattern]
        var costs: [Double]
    }

    /// Members of each candidate.
    private static func candidates(of band: BandDays, day: Int) -> [[Int]] {
        var members = [[Int]](repeating: [], count: band.excesses[day].count)
        for (member, slot) in zip(band.members[day], band.slots[day]) {
            members[Int(slot)].append(Int(member))
        }
        return members
    }

    /// Patterns in an order that does not depend on their set.
    private func canonical(_ patterns: [Int], set: Int) -> [Int] {
        guard set >= 0 else { return patterns }
        let all = model.sets[set].patterns
        return patterns.sorted { all[$0].precedes(all[$1]) }
    }

    private mutating func number(
        _ patterns: [Int], set: Int, _ day: Int, _ known: inout [[KindKey: Int]]
    ) -> Int {
        let costs = model.sets[set].costs.isEmpty ? [] : patterns.map { model.sets[set].costs[$0] }
        let key = KindKey(patterns: patterns.map { model.sets[set].patterns[$0] }, costs: costs)
        if let kind = known[day][key] { return kind }
        let covered = Set(key.patterns.map { $0.end - $0.start - $0.pauses.reduce(0) { $0 + $1.length } })
        known[day][key] = kinds[day].count
        kinds[day].append(
            DayKind(set: set, patterns: patterns, covered: covered.count == 1 ? covered.first : nil))
        return kinds[day].count - 1
    }

    func programme(of group: Int) -> TourProgramme { programmes[programmeOf[group]] }

    /// Kind of a skeleton's day; nil = off.
    @inline(__always)
    func kind(_ skeleton: Skeleton, day: Int) -> Int? {
        let candidate = Int(skeleton.days[day])
        return candidate < 0 ? nil : kindOf[skeleton.group][skeleton.band][day][candidate]
    }

    func kinds(group: Int, band: Int, day: Int) -> [Int] { kindOf[group][band][day] }

    /// Whether any tours may pay more or less than others of their group.
    let hasFlexibleHours: Bool

    /// What a skeleton's hours cost beside the normal ones, cents.
    func extraCost(of skeleton: Skeleton) -> Double {
        let programme = programme(of: skeleton.group)
        guard let hours = programme.hours else { return 0 }
        return hours.costs[programme.paidSlots(of: skeleton)]
    }

    /// Candidates of a day with the same paid time as one of them.
    func candidates(likeThat candidate: Int, group: Int, band: Int, day: Int) -> [Int] {
        alike[group][band][day][candidate]
    }

    /// Patterns that a skeleton's day may be, numbers of the group's own set.
    @inline(__always)
    func patterns(of skeleton: Skeleton, day: Int) -> [Int] {
        patternsOf[skeleton.group][skeleton.band][day][Int(skeleton.days[day])]
    }

    /// The skeleton of a tour; nil when no band holds it.
    func skeleton(of tour: WeekTour) -> Skeleton? {
        guard programmeOf[tour.group] >= 0 else { return nil }
        let bands = programme(of: tour.group).bands
        let order = [tour.band] + bands.indices.filter { $0 != tour.band }
        for index in order where bands.indices.contains(index) {
            var skeleton = Skeleton.off(group: tour.group, band: index)
            var fits = true
            for day in 0..<7 where !tour.days[day].isOff {
                let candidate = bands[index].candidateOf[day][Int(tour.days[day].pattern)]
                skeleton.days[day] = Int16(candidate)
                fits = fits && candidate >= 0
            }
            if fits { return skeleton }
        }
        return nil
    }

    /// A shift of the kind's own set in terms of the skeleton's group.
    func shift(_ shift: DayShift, of kind: Int, for skeleton: Skeleton, day: Int) -> DayShift {
        let place = kinds[day][kind].patterns.firstIndex(of: Int(shift.pattern)) ?? 0
        let own = patterns(of: skeleton, day: day)
        return DayShift(pattern: Int32(own[place]), starts: shift.starts)
    }
}

extension ShiftPattern {
    /// An order on patterns that depends on nothing but what they are.
    fileprivate func precedes(_ other: ShiftPattern) -> Bool {
        let (mine, others) = (sortKey, other.sortKey)
        return mine.lexicographicallyPrecedes(others)
    }

    private var sortKey: [Int] {
        [start, end, paid] + pauses.flatMap { [$0.length, $0.earliest, $0.latest] }
    }
}

extension TourProgramme {
    func paidSlots(of skeleton: Skeleton) -> Int {
        let excesses = bands[skeleton.band].excesses
        return (0..<7).reduce(0) { sum, day in
            let candidate = Int(skeleton.days[day])
            return candidate < 0 ? sum : sum + shortest + excesses[day][candidate] * grain
        }
    }

    /// Whether the days of a skeleton make a legal week.
    func isLegal(_ skeleton: Skeleton) -> Bool {
        guard bands.indices.contains(skeleton.band) else { return false }
        let band = bands[skeleton.band]
        var state = 0
        var worked = 0
        var excess = 0
        for day in 0..<7 {
            let candidate = Int(skeleton.days[day])
            guard candidate >= 0 else {
                state = band.automaton.offNext[day][state]
                continue
            }
            guard candidate < band.excesses[day].count else { return false }
            worked += 1
            excess += band.excesses[day][candidate]
            state =
                band.automaton.workNext[day][
                    state * band.automaton.classCounts[day] + band.classes[day][candidate]]
            guard state >= 0 else { return false }
        }
        return daysPerWeek.contains(worked) && allows(paid: worked * shortest + excess * grain)
            && band.automaton.accepts[state]
    }
}
