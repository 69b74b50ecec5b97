import Workforce

/// The dynamic programme over (day, rest state, days worked, paid time) that
/// finds a group's best legal week exactly.
///
/// Within a day, patterns of equal paid time and rest class compete alone, so
/// that the programme sees one candidate for each. O(days · states · days
/// worked · paid time · candidates), with one state where rest never binds.
struct TourProgramme {
    let group: Int
    /// Paid slots of every tour: the most that can be reached without exceeding what is owed.
    private(set) var paid = 0

    private let sets: [Int]
    private let automaton: RestAutomaton
    private let bands: [ClosedRange<Int>?]
    private let daysPerWeek: ClosedRange<Int>
    /// Paid slots of the shortest pattern; the programme counts what exceeds it.
    private let shortest: Int
    private let excessCount: Int
    /// Columns of paid time.
    private var width = 0
    private var rowsOfLayer: [Int] = []

    private var layers: [[Double]] = []
    /// Best candidate by day, then excess · classes + class.
    private var candidateWorth: [[Double]] = []
    private var candidatePattern: [[Int]] = []

    private static let impossible = -1e300

    /// - Returns: nil when the group has no legal tour.
    init?(group: Int, model: PoolModel) {
        let terms = model.groups[group]
        self.group = group
        sets = terms.sets
        let daySets = (0..<7).map { model.set(of: group, day: $0) }
        let paidRange = daySets.compactMap { set in
            set.flatMap { $0.isEmpty ? nil : $0.paid[0]...$0.paid[$0.count - 1] }
        }
        guard let shortest = paidRange.map(\.lowerBound).min(),
            let longest = paidRange.map(\.upperBound).max(), terms.owed >= shortest
        else { return nil }
        let most = min(terms.daysPerWeek.upperBound, paidRange.count)
        guard most >= terms.daysPerWeek.lowerBound, most >= 1 else { return nil }
        daysPerWeek = max(1, terms.daysPerWeek.lowerBound)...most
        self.shortest = shortest
        excessCount = longest - shortest + 1
        bands = terms.startBands.map { $0.map(Optional.some) } ?? [nil]
        automaton = RestAutomaton(
            rest: terms.rest, sets: daySets, grid: model.grid, daysPerWeek: daysPerWeek)
        let owed = min(terms.owed, most * longest)
        width = max(0, owed - daysPerWeek.lowerBound * shortest) + 1
        guard owed >= daysPerWeek.lowerBound * shortest else { return nil }
        layers = automaton.stateCounts.map {
            [Double](repeating: TourProgramme.impossible, count: $0 * (most + 1) * width)
        }
        candidateWorth = (0..<7).map { [Double](repeating: 0, count: excessCount * automaton.classCounts[$0]) }
        candidatePattern = candidateWorth.map { [Int](repeating: -1, count: $0.count) }
        guard let reached = longestReachable(owed: owed, model: model) else { return nil }
        paid = reached
    }

    /// Most paid slots of a legal tour that do not exceed `owed`.
    private mutating func longestReachable(owed: Int, model: PoolModel) -> Int? {
        var best: Int?
        let free = (0..<7).map { day in
            sets[day] >= 0 ? [Double](repeating: 0, count: model.sets[sets[day]].count) : []
        }
        for band in bands {
            collect(worth: free, band: band, model: model)
            run(longest: owed)
            for days in daysPerWeek {
                for excess in stride(from: min(width - 1, owed - days * shortest), through: 0, by: -1)
                where final(days: days, excess: excess).worth > TourProgramme.impossible / 2 {
                    best = max(best ?? 0, days * shortest + excess)
                    break
                }
            }
        }
        return best
    }

    /// Worth of the group's best tour under the board's prices, tour cost apart.
    mutating func best(_ board: PriceBoard, model: PoolModel) -> Double {
        search(board, model: model).worth
    }

    /// The group's best tour under the board's prices, and its worth.
    mutating func bestTour(_ board: PriceBoard, model: PoolModel) -> (tour: WeekTour, worth: Double)? {
        let found = search(board, model: model)
        guard found.worth > TourProgramme.impossible / 2 else { return nil }
        if bands.count > 1 {
            collect(worth: worths(board), band: bands[found.band], model: model)
            run(longest: paid)
        }
        guard let tour = trace(board, model: model) else { return nil }
        return (tour, found.worth)
    }

    private func worths(_ board: PriceBoard) -> [[Double]] {
        (0..<7).map { sets[$0] >= 0 ? board.worth[$0][sets[$0]] : [] }
    }

    private mutating func search(_ board: PriceBoard, model: PoolModel) -> (worth: Double, band: Int) {
        var best = (worth: TourProgramme.impossible, band: 0)
        let worth = worths(board)
        for (index, band) in bands.enumerated() {
            collect(worth: worth, band: band, model: model)
            if bands.count > 1, ceiling() <= best.worth + 1e-9 { continue }
            run(longest: paid)
            let found = bestFinal()
            if found > best.worth + 1e-9 { best = (found, index) }
        }
        return best
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
        return best
    }

    /// Best pattern of each day, excess and class among starts in `band`.
    private mutating func collect(worth: [[Double]], band: ClosedRange<Int>?, model: PoolModel) {
        for day in 0..<7 {
            let classes = automaton.classCounts[day]
            for i in candidateWorth[day].indices {
                candidateWorth[day][i] = TourProgramme.impossible
                candidatePattern[day][i] = -1
            }
            guard sets[day] >= 0 else { continue }
            let set = model.sets[sets[day]]
            worth[day].withUnsafeBufferPointer { worth in
                set.start.withUnsafeBufferPointer { start in
                    for p in 0..<worth.count {
                        if let band, !band.contains(start[p]) { continue }
                        let i = (set.paid[p] - shortest) * classes + automaton.classOf[day][p]
                        if worth[p] > candidateWorth[day][i] {
                            candidateWorth[day][i] = worth[p]
                            candidatePattern[day][i] = p
                        }
                    }
                }
            }
        }
    }

    /// Fills the layers; paid time beyond `longest` is not followed.
    private mutating func run(longest: Int) {
        let counts = daysPerWeek.upperBound + 1
        let width = width
        for day in layers.indices {
            for i in layers[day].indices { layers[day][i] = TourProgramme.impossible }
        }
        layers[0][0] = 0
        for day in 0..<7 {
            let classes = automaton.classCounts[day]
            let fewest = max(0, daysPerWeek.lowerBound - (7 - day))
            layers[day].withUnsafeBufferPointer { source in
                layers[day + 1].withUnsafeMutableBufferPointer { target in
                    for state in 0..<automaton.stateCounts[day] {
                        let off = automaton.offNext[day][state]
                        for n in fewest..<min(counts, day + 1) {
                            let from = (state * counts + n) * width
                            let to = (off * counts + n) * width
                            for h in 0..<width { target[to + h] = max(target[to + h], source[from + h]) }
                            guard n + 1 < counts else { continue }
                            for i in candidateWorth[day].indices {
                                let worth = candidateWorth[day][i]
                                guard worth > TourProgramme.impossible / 2 else { continue }
                                let next = automaton.workNext[day][state * classes + i % classes]
                                let excess = i / classes
                                guard next >= 0, excess < width else { continue }
                                let into = (next * counts + n + 1) * width + excess
                                for h in 0..<width - excess {
                                    target[into + h] = max(target[into + h], source[from + h] + worth)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func final(days: Int, excess: Int) -> (worth: Double, state: Int) {
        var best = (worth: TourProgramme.impossible, state: -1)
        guard excess >= 0, excess < width else { return best }
        for state in 0..<automaton.stateCounts[7] where automaton.accepts[state] {
            let worth = layers[7][(state * (daysPerWeek.upperBound + 1) + days) * width + excess]
            if worth > best.worth { best = (worth, state) }
        }
        return best
    }

    private func bestFinal() -> Double {
        daysPerWeek.map { final(days: $0, excess: paid - $0 * shortest).worth }.max()
            ?? TourProgramme.impossible
    }

    /// Walks back through the layers by finding again which choice gave each value.
    private func trace(_ board: PriceBoard, model: PoolModel) -> WeekTour? {
        let counts = daysPerWeek.upperBound + 1
        var (n, best) = (0, TourProgramme.impossible)
        for days in daysPerWeek {
            let worth = final(days: days, excess: paid - days * shortest).worth
            if worth > best { (n, best) = (days, worth) }
        }
        guard best > TourProgramme.impossible / 2 else { return nil }
        var h = paid - n * shortest
        var state = final(days: n, excess: h).state
        var tour = WeekTour(group: group, days: [DayShift](repeating: .off, count: 7))
        for day in stride(from: 6, through: 0, by: -1) {
            let value = layers[day + 1][(state * counts + n) * width + h]
            guard let step = step(into: state, value: value, day: day, n: n, h: h) else { return nil }
            state = step.state
            guard step.candidate >= 0 else { continue }
            let pattern = candidatePattern[day][step.candidate]
            tour.days[day] = board.placed(pattern, day: day, set: sets[day], model: model)
            n -= 1
            h -= step.candidate / automaton.classCounts[day]
        }
        return tour
    }

    private func step(into state: Int, value: Double, day: Int, n: Int, h: Int) -> (state: Int, candidate: Int)? {
        let counts = daysPerWeek.upperBound + 1
        let classes = automaton.classCounts[day]
        for before in 0..<automaton.stateCounts[day] {
            if automaton.offNext[day][before] == state, layers[day][(before * counts + n) * width + h] == value {
                return (before, -1)
            }
            guard n > 0 else { continue }
            for i in candidateWorth[day].indices {
                let excess = i / classes
                guard excess <= h, candidateWorth[day][i] > TourProgramme.impossible / 2,
                    automaton.workNext[day][before * classes + i % classes] == state
                else { continue }
                let source = layers[day][(before * counts + n - 1) * width + h - excess]
                if source > TourProgramme.impossible / 2, source + candidateWorth[day][i] == value {
                    return (before, i)
                }
            }
        }
        return nil
    }

    /// Whether a week of these shifts satisfies rest, days, paid time and start band.
    func isLegal(_ days: [DayShift], model: PoolModel) -> Bool {
        var state = 0
        var worked = 0
        var slots = 0
        var (first, last) = (Int.max, Int.min)
        for day in 0..<7 {
            guard !days[day].isOff else {
                state = automaton.offNext[day][state]
                continue
            }
            guard sets[day] >= 0 else { return false }
            let pattern = Int(days[day].pattern)
            let set = model.sets[sets[day]]
            state = automaton.workNext[day][
                state * automaton.classCounts[day] + automaton.classOf[day][pattern]]
            guard state >= 0 else { return false }
            worked += 1
            slots += set.paid[pattern]
            first = min(first, set.start[pattern])
            last = max(last, set.start[pattern])
        }
        let inBand = worked == 0 || bands.contains { $0.map { $0.contains(first) && $0.contains(last) } ?? true }
        return automaton.accepts[state] && daysPerWeek.contains(worked) && slots == paid && inBand
    }
}
