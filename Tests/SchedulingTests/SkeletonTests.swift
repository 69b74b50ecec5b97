import Execution
import LinearProgramming
import Testing
import Workforce

@testable import Scheduling

/// Skeletons of the best tours under random prices.
private func people(_ count: Int, seed: UInt64) throws -> (space: SkeletonSpace, skeletons: [Skeleton]) {
    var (space, pricing) = try SkeletonFixture.pool(seed: seed)
    var generator = SeededGenerator(seed: seed + 99)
    var skeletons: [Skeleton] = []
    while skeletons.count < count {
        let values = (0..<space.model.grid.cellCount).map { _ in generator.uniform() * 6 - 1 }
        for index in pricing.programmes.indices {
            guard let tour = pricing.best(index, values: values)?.tour else { continue }
            skeletons.append(try #require(space.skeleton(of: tour)))
        }
    }
    return (space, skeletons)
}

@Suite struct SkeletonTests {
    @Test(arguments: [UInt64(1), 2, 3])
    func skeletonsOfToursAreLegalAndStaySoUnderMoves(seed: UInt64) throws {
        let (space, start) = try people(8, seed: seed)
        let moves = SkeletonMoves(space: space)
        var generator = SeededGenerator(seed: seed)
        var people = start
        var moved = 0
        for _ in 0..<3000 {
            for change in moves.random(people, generator: &generator) {
                people[change.person] = change.skeleton
                moved += 1
            }
            let legal = people.filter { space.programme(of: $0.group).isLegal($0) }
            #expect(legal.count == people.count)
        }
        #expect(moved > 100)
        #expect(people != start)
    }

    /// Cuts bound the relaxation at counts other than those they were made at, and touch it there.
    @Test(arguments: [UInt64(1), 2, 3])
    func cutsBoundEveryDay(seed: UInt64) throws {
        let (space, people) = try people(8, seed: seed)
        let model = space.model
        let worth = model.loadWorth([])
        for day in 0..<7 {
            let frame = DayRelaxation.Frame(space, day: day, loadWorth: worth, loadRoom: model.loadRoom)
            try frame.program.withSession { session throws(LinearProgramError) in
                let relaxation = DayRelaxation(
                    space, day: day, frame: frame, session: session, loadWorth: worth,
                    loadRoom: model.loadRoom)
                var cuts = DayCuts(kinds: space.kinds[day].count)
                for person in people {
                    let kind = space.kind(person, day: day)
                    if let kind {
                        cuts.apply([(kind, 1)])
                        try relaxation.change(kind, by: 1)
                    }
                    try relaxation.solve(tolerance: 1e-9)
                    #expect(cuts.value <= relaxation.value + 1e-3)
                    cuts.add(
                        constant: relaxation.constant, costs: relaxation.kindCosts,
                        counts: relaxation.counts)
                    #expect(abs(cuts.value - relaxation.value) < 1e-3)
                }
            }
        }
    }

    /// Whole shifts of a day are members of their kinds, as many as asked, and cost what is said.
    @Test(arguments: [UInt64(4), 5, 6])
    func finishedDaysHoldEverybody(seed: UInt64) throws {
        let (space, people) = try people(6, seed: seed)
        let model = space.model
        var finisher = DayFinisher(
            space: space, loadWorth: model.loadWorth([]), loadRoom: model.loadRoom)
        for day in 0..<7 {
            var counts = [Int](repeating: 0, count: space.kinds[day].count)
            var covered = 0
            for person in people {
                guard let kind = space.kind(person, day: day) else { continue }
                counts[kind] += 1
                covered += try #require(space.kinds[day][kind].covered)
            }
            let needed = SkeletonFixture.week(seed: seed).requirement[day].reduce(0, +)
            let found = try finisher.finish(
                day: day, counts: counts, bound: 0, lattice: (Double(covered - needed), 6), limit: 1e9,
                control: RunControl())
            let finished = try #require(found)
            var coverage = [Int](repeating: 0, count: model.grid.slotCount)
            for kind in counts.indices {
                let shifts = finished.shifts.indices.contains(kind) ? finished.shifts[kind] : []
                #expect(shifts.count == counts[kind])
                let family = space.kinds[day][kind]
                for shift in shifts {
                    #expect(family.patterns.contains(Int(shift.pattern)))
                    model.sets[family.set].forEachStretch(of: shift) { from, to in
                        for t in from..<to { coverage[t] += 1 }
                    }
                }
            }
            let cost = zip(SkeletonFixture.week(seed: seed).requirement[day], coverage).reduce(0) {
                $0 + ($1.1 < $1.0 ? 5 * ($1.0 - $1.1) : $1.1 - $1.0)
            }
            #expect(Double(cost) == finished.cost)
        }
    }

    /// The search gives the same week on one thread and on three, and never more than its bound allows.
    @Test func searchesAreTheSameOnAnyNumberOfThreads() throws {
        let problem = SkeletonFixture.week(seed: 7)
        let one = try #require(try designShifts(problem, rounds: 1))
        let three = try #require(try designShifts(problem, rounds: 1, control: RunControl(threads: 3)))
        #expect(one == three)
        #expect(Double(one.cost) >= one.bound)
        #expect(one.cost == problem.cost(of: one.tours))
        #expect(one.gap < 0.2)
    }
}
