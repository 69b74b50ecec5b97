import Execution
import Testing
import Workforce

@testable import Scheduling

@Suite struct ShiftAnnealingTests {
    private func annealed(
        seed: UInt64, steps: Int
    ) throws -> (space: SkeletonSpace, start: [WeekTour], skeletons: [Skeleton], tours: [WeekTour]) {
        let (space, pricing) = try SkeletonFixture.pool(seed: seed)
        var search = TourSearch(pricing: pricing, tours: [], loadPrices: [])
        search.complete()
        var generator = SeededGenerator(seed: seed)
        var annealing = try #require(ShiftAnnealing(space, tours: search.tours))
        let (skeletons, tours) = annealing.run(
            ShiftAnnealing.Effort(steps: steps), generator: &generator, control: RunControl())
        return (space, search.tours, skeletons, tours)
    }

    /// Weeks stay legal, shifts stay members of their skeletons with every pause in its window, and
    /// people keep their contracts.
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func annealedWeeksAreLegal(seed: UInt64) throws {
        let (space, start, skeletons, tours) = try annealed(seed: seed, steps: 30_000)
        #expect(tours.map(\.group) == start.map(\.group))
        for (skeleton, tour) in zip(skeletons, tours) {
            #expect(space.programme(of: tour.group).isLegal(skeleton))
            for (day, shift) in tour.days.enumerated() {
                #expect(shift.isOff == (skeleton.days[day] < 0))
                guard !shift.isOff else { continue }
                let p = Int(shift.pattern)
                #expect(space.patterns(of: skeleton, day: day).contains(p))
                let set = try #require(space.model.set(of: tour.group, day: day))
                for (place, pause) in (set.pauseOffset[p]..<set.pauseOffset[p + 1]).enumerated() {
                    let window = set.pauseEarliest[pause]...set.pauseLatest[pause]
                    #expect(window.contains(Int(shift.starts[place])))
                }
            }
        }
    }

    /// The cost kept move by move is the cost of the tours: what is returned is never dearer, and on
    /// these weeks far cheaper than the greedy start.
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func annealingLowersTheTrueCost(seed: UInt64) throws {
        let (space, start, _, tours) = try annealed(seed: seed, steps: 30_000)
        let before = space.model.cost(of: start)
        #expect(space.model.cost(of: tours) < before)
        let (_, _, _, same) = try annealed(seed: seed, steps: 0)
        #expect(space.model.cost(of: same) == before)
    }

    @Test func sameSeedSameTours() throws {
        #expect(try annealed(seed: 5, steps: 5000).tours == annealed(seed: 5, steps: 5000).tours)
    }
}
