import Execution
import Foundation
import Workforce

/// Simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983) on whole shifts: everybody's starts,
/// pauses and skeletons at once, a move in a microsecond, against the true cost.
///
/// Where people are few, a pool's linear programmes are degenerate and slow, and what they promise
/// is lost in rounding: many cheap moves then reach further than few dear ones. Where they are
/// more, it removes the last surplus agents that whole shifts left.
struct ShiftAnnealing {
    /// What the search counts; never seconds.
    struct Effort: Sendable {
        var steps = 0
        /// Temperature at the start and the end, in prices of the literature (5 and 1).
        var hot = 3.0
        var cold = 0.4
    }

    let space: SkeletonSpace
    private let moves: SkeletonMoves
    private var people: [Skeleton]
    private var shifts: [[DayShift]]
    private var coverage: [Int]
    /// Cost of the coverage beyond that of the start.
    private var cost = 0.0
    private var worth: [Double]
    private var sums: [Double]
    private let sets: [PatternSet]
    private let slots: Int
    private let needs: [Int]
    private let under: Double
    private let over: Double

    /// - Returns: nil where a cell's cost is not that of missing and surplus agents alone, or no
    ///   band holds a tour.
    init?(_ space: SkeletonSpace, tours: [WeekTour]) {
        let model = space.model
        guard model.cost.loads.isEmpty, model.cost.repeated.isEmpty else { return nil }
        self.space = space
        moves = SkeletonMoves(space: space)
        people = []
        shifts = []
        for tour in tours where !tour.isVacant {
            guard let skeleton = space.skeleton(of: tour) else { return nil }
            people.append(skeleton)
            shifts.append(tour.days)
        }
        guard !people.isEmpty else { return nil }
        coverage = model.coverage(of: tours)
        sets = model.sets
        slots = model.grid.slotCount
        needs = model.cost.needs
        (under, over) = (model.cost.under, model.cost.over)
        worth = [Double](repeating: 0, count: slots)
        sums = [Double](repeating: 0, count: slots + 1)
    }

    /// Anneals for so many steps.
    ///
    /// - Returns: the cheapest tours met, the given ones where nothing was cheaper.
    mutating func run(
        _ effort: Effort, generator: inout SeededGenerator, control: RunControl
    ) -> (skeletons: [Skeleton], tours: [WeekTour]) {
        cost = 0
        var best = (cost: cost, people: people, shifts: shifts)
        let (hot, cold) = (effort.hot * space.unit, effort.cold * space.unit)
        var temperature = hot
        for step in 0..<effort.steps {
            if step & 1023 == 0 {
                if control.shouldStop { break }
                temperature = hot * pow(cold / hot, Double(step) / Double(effort.steps))
            }
            let threshold = -log(generator.uniform() + 1e-12) * temperature
            let draw = generator.below(100)
            if draw < 30 {
                moveSkeletons(threshold, &generator)
            } else {
                let person = generator.below(people.count)
                let day = generator.below(7)
                guard !shifts[person][day].isOff else { continue }
                switch draw {
                case ..<45: replace(person, day, threshold, &generator)
                case ..<65: changePattern(person, day, threshold, &generator)
                default: movePause(person, day, threshold, &generator)
                }
            }
            if cost < best.cost - 1e-6 { best = (cost, people, shifts) }
        }
        let tours = zip(best.people, best.shifts).map {
            WeekTour(group: $0.group, days: $1, band: $0.band)
        }
        return (best.people, tours)
    }

    // MARK: Coverage

    private func set(_ skeleton: Skeleton, _ day: Int) -> Int {
        space.model.groups[skeleton.group].sets[day]
    }

    /// Adds one agent (or takes one off) in a stretch; what that costs.
    @inline(__always)
    private mutating func cover(_ from: Int, _ to: Int, _ sign: Int) -> Double {
        var change = 0.0
        for cell in from..<max(from, to) {
            let count = coverage[cell]
            let need = needs[cell]
            coverage[cell] = count + sign
            guard need >= 0 else { continue }
            if sign > 0 {
                change += count < need ? -under : over
            } else {
                change += count <= need ? under : -over
            }
        }
        return change
    }

    private mutating func cover(_ shift: DayShift, _ set: Int, _ day: Int, _ sign: Int) -> Double {
        guard !shift.isOff else { return 0 }
        let base = day * slots
        let p = Int(shift.pattern)
        var from = base + sets[set].start[p]
        var change = 0.0
        let first = sets[set].pauseOffset[p]
        for pause in first..<sets[set].pauseOffset[p + 1] {
            let start = base + Int(shift.starts[pause - first])
            change += cover(from, start, sign)
            from = start + sets[set].pauseLength[pause]
        }
        return change + cover(from, base + sets[set].end[p], sign)
    }

    // MARK: Moves of one shift

    /// One pause elsewhere in its window.
    private mutating func movePause(
        _ person: Int, _ day: Int, _ threshold: Double, _ generator: inout SeededGenerator
    ) {
        let set = set(people[person], day)
        let shift = shifts[person][day]
        let pauses = sets[set].pauseOffset[Int(shift.pattern)]..<sets[set].pauseOffset[Int(shift.pattern) + 1]
        guard !pauses.isEmpty else { return }
        let place = generator.below(pauses.count)
        let pause = pauses.lowerBound + place
        let old = Int(shift.starts[place])
        let new =
            sets[set].pauseEarliest[pause]
            + generator.below(sets[set].pauseLatest[pause] - sets[set].pauseEarliest[pause] + 1)
        guard new != old else { return }
        let (base, length) = (day * slots, sets[set].pauseLength[pause])
        let change =
            cover(base + old, base + old + length, 1) + cover(base + new, base + new + length, -1)
        if change <= threshold {
            cost += change
            shifts[person][day].starts[place] = Int16(new)
        } else {
            _ = cover(base + new, base + new + length, 1)
            _ = cover(base + old, base + old + length, -1)
        }
    }

    /// Another pattern of the same candidate, pauses where they were in the shift.
    private mutating func changePattern(
        _ person: Int, _ day: Int, _ threshold: Double, _ generator: inout SeededGenerator
    ) {
        let set = set(people[person], day)
        let old = shifts[person][day]
        let patterns = space.patterns(of: people[person], day: day)
        let p = patterns[generator.below(patterns.count)]
        let shift = sets[set].start[p] - sets[set].start[Int(old.pattern)]
        var new = DayShift(pattern: Int32(p), starts: SIMD8(repeating: 0))
        let first = sets[set].pauseOffset[p]
        for pause in first..<sets[set].pauseOffset[p + 1] {
            let wanted = Int(old.starts[pause - first]) + shift
            new.starts[pause - first] = Int16(
                min(sets[set].pauseLatest[pause], max(sets[set].pauseEarliest[pause], wanted)))
        }
        guard new != old else { return }
        let change = cover(old, set, day, -1) + cover(new, set, day, 1)
        if change <= threshold {
            cost += change
            shifts[person][day] = new
        } else {
            _ = cover(new, set, day, -1)
            _ = cover(old, set, day, 1)
        }
    }

    /// The best shift of the same candidate, one of the best at random.
    private mutating func replace(
        _ person: Int, _ day: Int, _ threshold: Double, _ generator: inout SeededGenerator
    ) {
        let skeleton = people[person]
        let set = set(skeleton, day)
        let old = shifts[person][day]
        let before = cover(old, set, day, -1)
        let new = best(skeleton, day, set, &generator)
        cost += before + cover(new, set, day, 1)
        shifts[person][day] = new
    }

    /// A candidate's cheapest shift against the present coverage. O(slots + patterns · pauses · window).
    private mutating func best(
        _ skeleton: Skeleton, _ day: Int, _ set: Int, _ generator: inout SeededGenerator
    ) -> DayShift {
        let base = day * slots
        var sum = 0.0
        for slot in 0..<slots {
            let need = needs[base + slot]
            if need >= 0 { sum += coverage[base + slot] < need ? under : -over }
            sums[slot + 1] = sum
        }
        var found = DayShift.off
        var most = -Double.infinity
        var equals = 0
        sums.withUnsafeBufferPointer { sums in
            for p in space.patterns(of: skeleton, day: day) {
                var value = sums[sets[set].end[p]] - sums[sets[set].start[p]]
                var shift = DayShift(pattern: Int32(p), starts: SIMD8(repeating: 0))
                let first = sets[set].pauseOffset[p]
                for pause in first..<sets[set].pauseOffset[p + 1] {
                    let length = sets[set].pauseLength[pause]
                    var least = Double.infinity
                    var ties = 0
                    var place = 0
                    for start in sets[set].pauseEarliest[pause]...sets[set].pauseLatest[pause] {
                        let loss = sums[start + length] - sums[start]
                        guard loss <= least else { continue }
                        ties = loss < least ? 1 : ties + 1
                        if ties == 1 || generator.below(ties) == 0 { place = start }
                        least = loss
                    }
                    shift.starts[pause - first] = Int16(place)
                    value -= least
                }
                guard value >= most else { continue }
                equals = value > most ? 1 : equals + 1
                if equals == 1 || generator.below(equals) == 0 { found = shift }
                most = value
            }
        }
        return found
    }

    // MARK: Moves of skeletons

    /// A random legal change of one or two skeletons, the shifts of the days it changes placed anew.
    private mutating func moveSkeletons(_ threshold: Double, _ generator: inout SeededGenerator) {
        let changes = moves.random(people, generator: &generator)
        guard !changes.isEmpty else { return }
        var change = 0.0
        var done: [(person: Int, day: Int, old: DayShift)] = []
        for (person, skeleton) in changes {
            let old = people[person]
            for day in 0..<7 where old.band != skeleton.band || old.days[day] != skeleton.days[day] {
                let shift = shifts[person][day]
                guard !shift.isOff || skeleton.days[day] >= 0 else { continue }
                change += cover(shift, set(old, day), day, -1)
                done.append((person, day, shift))
            }
        }
        for (person, skeleton) in changes {
            for day in 0..<7 where done.contains(where: { $0.person == person && $0.day == day }) {
                let set = set(skeleton, day)
                let new = skeleton.days[day] < 0 ? DayShift.off : best(skeleton, day, set, &generator)
                change += cover(new, set, day, 1)
                shifts[person][day] = new
            }
        }
        if change <= threshold {
            cost += change
            for (person, skeleton) in changes { people[person] = skeleton }
            return
        }
        for (person, day, old) in done.reversed() {
            let set = set(people[person], day)
            _ = cover(shifts[person][day], set, day, -1)
            _ = cover(old, set, day, 1)
            shifts[person][day] = old
        }
    }
}
