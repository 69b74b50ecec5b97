import Workforce

/// The dynamic programme over (day, rest state, days worked, paid time) that
/// finds a group's best legal week exactly.
///
/// Within a day, patterns of equal paid time and rest class compete alone, so
/// that the programme sees one candidate for each. O(days · states · days
/// worked · paid time · candidates), with one state where rest never binds.
struct TourProgramme: Sendable {
    let group: Int
    /// Paid slots of a normal tour: the most that can be reached without exceeding what is owed.
    private(set) var paid = 0
    /// Paid times allowed beside the normal one, and their costs; nil = none.
    private(set) var hours: PaidHours?
    let daysPerWeek: ClosedRange<Int>

    let sets: [Int]
    let bands: [BandDays]
    /// Paid slots of the shortest pattern; the programme counts what exceeds it, in grains.
    let shortest: Int
    let grain: Int
    private let longestExcess: Int
    /// Columns of paid time.
    private(set) var width = 0
    /// Best worth by layer (before each day, and after Sunday), then state, days and excess.
    private(set) var layers: [Double] = []
    private(set) var layerSize = 0
    /// Best member of each candidate by day, and its worth.
    private var candidateWorth: [[Double]] = [[Double]](repeating: [], count: 7)
    private var candidatePattern: [[Int32]] = [[Int32]](repeating: [], count: 7)

    static let impossible = -1e300
    /// Below this a value is impossible, whatever was added to it.
    static let hopeless = -1e299

    /// - Returns: nil when the group has no legal tour.
    init?(group: Int, model: PoolModel) {
        let terms = model.groups[group]
        self.group = group
        sets = terms.sets
        let daySets = (0..<7).compactMap { model.set(of: group, day: $0) }.filter { !$0.isEmpty }
        guard let shortest = daySets.map({ $0.paid[0] }).min(),
            let longest = daySets.map({ $0.paid[$0.count - 1] }).max()
        else { return nil }
        let most = min(terms.daysPerWeek.upperBound, daySets.count)
        let least = max(1, terms.daysPerWeek.lowerBound)
        guard most >= least, terms.owed >= least * shortest else { return nil }
        self.shortest = shortest
        daysPerWeek = least...most
        grain = max(1, daySets.reduce(0) { $1.paid.reduce($0) { gcd($0, $1 - shortest) } })
        longestExcess = (longest - shortest) / grain
        let (days, grain) = (daysPerWeek, grain)
        let starts: [ClosedRange<Int>?] = terms.startBands.map { $0.map(Optional.some) } ?? [nil]
        bands = starts.map {
            BandDays(
                band: $0, terms: terms, model: model, daysPerWeek: days, shortest: shortest, grain: grain)
        }
        let owed = min(terms.owed, most * longest)
        width = (min(max(terms.owed, terms.hours?.most ?? 0), most * longest) - least * shortest) / grain + 1
        let states = bands.flatMap(\.automaton.stateCounts).max() ?? 1
        layerSize = states * (most + 1) * width
        layers = [Double](repeating: TourProgramme.impossible, count: 8 * layerSize)
        guard let reached = longestReachable(owed: owed, model: model) else { return nil }
        paid = reached
        hours = terms.hours
        if let hours = terms.hours {
            let paid = reachable(Array(min(hours.least, reached)...max(hours.most, reached)), model: model)
            self.hours?.settle(normal: reached, reachable: paid)
        }
    }

    /// Most paid slots of a legal tour that do not exceed `owed`.
    private mutating func longestReachable(owed: Int, model: PoolModel) -> Int? {
        var best: Int?
        let free = (0..<7).map { day in
            sets[day] >= 0 ? [Double](repeating: 0, count: model.sets[sets[day]].count) : []
        }
        for band in bands {
            collect(worth: free, band: band)
            run(band: band)
            for days in daysPerWeek where owed >= days * shortest {
                for excess in stride(from: (owed - days * shortest) / grain, through: 0, by: -1)
                where final(days: days, excess: excess, band: band).worth > TourProgramme.hopeless {
                    best = max(best ?? 0, days * shortest + excess * grain)
                    break
                }
            }
        }
        return best
    }

    /// The group's best tour under the board's prices, and its worth less what its hours cost
    /// beside the normal ones; the normal tour's cost apart.
    mutating func bestTour(_ board: PriceBoard, model: PoolModel) -> (tour: WeekTour, worth: Double)? {
        var best = (worth: TourProgramme.impossible, band: -1)
        let worth = worths(board)
        for index in bands.indices {
            let found = search(bands[index], worth: worth, above: best.worth)
            if found > best.worth { best = (found, index) }
        }
        guard best.band >= 0 else { return nil }
        if best.band != bands.count - 1 || bands.count > 1 {
            collect(worth: worth, band: bands[best.band])
            run(band: bands[best.band])
        }
        guard let tour = trace(best.band, board, model: model) else { return nil }
        return (tour, best.worth)
    }

    /// The best tour of every band worth more than `least`.
    mutating func bestTours(
        _ board: PriceBoard, above least: Double, model: PoolModel
    ) -> [(tour: WeekTour, worth: Double)] {
        let worth = worths(board)
        var found: [(tour: WeekTour, worth: Double)] = []
        for band in bands.indices {
            let value = search(bands[band], worth: worth, above: least)
            guard value > least, let tour = trace(band, board, model: model) else { continue }
            found.append((tour, value))
        }
        return found
    }

    func worths(_ board: PriceBoard) -> [[Double]] {
        (0..<7).map { sets[$0] >= 0 ? board.worth[$0][sets[$0]] : [] }
    }

    /// Worth of a band's best tour; bands that cannot exceed `least` are not searched.
    private mutating func search(_ band: BandDays, worth: [[Double]], above least: Double) -> Double {
        collect(worth: worth, band: band)
        if ceiling() <= least { return TourProgramme.impossible }
        run(band: band)
        return bestEnd(band).net
    }

    /// More than any tour of the collected candidates is worth: the best days, hours apart.
    private func ceiling() -> Double {
        let days = candidateWorth.map { $0.max() ?? TourProgramme.impossible }.sorted(by: >)
        var sum = 0.0
        var best = TourProgramme.impossible
        for (index, worth) in days.prefix(daysPerWeek.upperBound).enumerated() {
            sum += worth
            if index + 1 >= daysPerWeek.lowerBound { best = max(best, sum) }
        }
        return best + 1e-9 - (hours?.cheapest ?? 0)
    }

    /// Best member of each candidate.
    mutating func collect(worth: [[Double]], band: BandDays) {
        for day in 0..<7 {
            let count = band.excesses[day].count
            if candidateWorth[day].count != count || candidatePattern[day].count != count {
                candidateWorth[day] = [Double](repeating: TourProgramme.impossible, count: count)
                candidatePattern[day] = [Int32](repeating: -1, count: count)
            }
            candidateWorth[day].withUnsafeMutableBufferPointer { best in
                candidatePattern[day].withUnsafeMutableBufferPointer { pattern in
                    for i in 0..<count { best[i] = TourProgramme.impossible }
                    worth[day].withUnsafeBufferPointer { worth in
                        band.members[day].withUnsafeBufferPointer { members in
                            band.slots[day].withUnsafeBufferPointer { slots in
                                for i in 0..<members.count {
                                    let value = worth[Int(members[i])]
                                    let slot = Int(slots[i])
                                    if value > best[slot] {
                                        best[slot] = value
                                        pattern[slot] = members[i]
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Fills the layers.
    mutating func run(band: BandDays) {
        var filled: [Double] = []
        swap(&filled, &layers)
        filled.withUnsafeMutableBufferPointer { layers in
            guard let base = layers.baseAddress else { return }
            for i in 0..<layers.count { base[i] = TourProgramme.impossible }
            base[0] = 0
            for day in 0..<7 { extend(base, day: day, band: band) }
        }
        swap(&filled, &layers)
    }

    /// Makes the layer after `day` from the one before.
    private func extend(_ layers: UnsafeMutablePointer<Double>, day: Int, band: BandDays) {
        let counts = daysPerWeek.upperBound + 1
        let width = width
        let classes = band.automaton.classCounts[day]
        let fewest = max(0, daysPerWeek.lowerBound - (7 - day))
        let work = band.automaton.workNext[day]
        let excesses = band.excesses[day]
        let kinds = band.classes[day]
        let worths = candidateWorth[day]
        let source = layers + day * layerSize
        let target = source + layerSize
        for state in 0..<band.automaton.stateCounts[day] {
            let off = band.automaton.offNext[day][state]
            for n in fewest..<max(fewest, min(counts, day + 1)) {
                let reach = min(width, n * longestExcess + 1)
                let from = source + (state * counts + n) * width
                relax(from, target + (off * counts + n) * width, reach, adding: 0)
                guard n + 1 < counts else { continue }
                for i in 0..<worths.count {
                    let next = work[state * classes + kinds[i]]
                    guard next >= 0, excesses[i] < width else { continue }
                    let to = target + (next * counts + n + 1) * width + excesses[i]
                    relax(from, to, min(reach, width - excesses[i]), adding: worths[i])
                }
            }
        }
    }

    @inline(__always)
    private func relax(
        _ source: UnsafeMutablePointer<Double>, _ target: UnsafeMutablePointer<Double>, _ count: Int,
        adding worth: Double
    ) {
        for h in 0..<count {
            let value = source[h] + worth
            target[h] = value > target[h] ? value : target[h]
        }
    }

    /// Walks back through the layers by finding again which choice gave each
    /// value: the candidate of each day, −1 = off; nil when there is no legal week.
    private func path(_ band: BandDays) -> SIMD8<Int16>? {
        let counts = daysPerWeek.upperBound + 1
        var end = bestEnd(band)
        guard end.state >= 0, end.worth > TourProgramme.hopeless else { return nil }
        var path = SIMD8<Int16>(repeating: -1)
        for day in stride(from: 6, through: 0, by: -1) {
            let value = layers[(day + 1) * layerSize + (end.state * counts + end.days) * width + end.excess]
            guard
                let step = step(
                    band, into: end.state, value: value, day: day, n: end.days, h: end.excess)
            else { return nil }
            end.state = step.state
            guard step.candidate >= 0 else { continue }
            path[day] = Int16(step.candidate)
            end.days -= 1
            end.excess -= band.excesses[day][step.candidate]
        }
        return path
    }

    private func trace(_ band: Int, _ board: PriceBoard, model: PoolModel) -> WeekTour? {
        guard let path = path(bands[band]) else { return nil }
        var tour = WeekTour(group: group, days: [DayShift](repeating: .off, count: 7), band: band)
        for day in 0..<7 where path[day] >= 0 {
            let pattern = Int(candidatePattern[day][Int(path[day])])
            tour.days[day] = board.placed(pattern, day: day, set: sets[day], model: model)
        }
        return tour
    }

    private func step(
        _ band: BandDays, into state: Int, value: Double, day: Int, n: Int, h: Int
    ) -> (state: Int, candidate: Int)? {
        let counts = daysPerWeek.upperBound + 1
        let automaton = band.automaton
        for before in 0..<automaton.stateCounts[day] {
            if automaton.offNext[day][before] == state,
                layers[day * layerSize + (before * counts + n) * width + h] == value
            {
                return (before, -1)
            }
            guard n > 0 else { continue }
            for (i, excess) in band.excesses[day].enumerated() where excess <= h {
                guard
                    automaton.workNext[day][before * automaton.classCounts[day] + band.classes[day][i]]
                        == state
                else { continue }
                let source = layers[day * layerSize + (before * counts + n - 1) * width + h - excess]
                if source > TourProgramme.hopeless, source + candidateWorth[day][i] == value {
                    return (before, i)
                }
            }
        }
        return nil
    }
}

/// Greatest common divisor of two counts.
private func gcd(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
}
