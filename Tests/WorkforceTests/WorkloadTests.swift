import Execution
import Testing
import Workforce

@Suite struct WorkloadTests {
    private let campaign = Identifier<Campaign>("help")
    private let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 1, intervalMinutes: 60)

    private func load(
        _ hours: Double, at intervals: [Int], atOnce: ClosedRange<Int> = 0...99,
        days: ClosedRange<Int> = 0...6
    ) -> WorkloadRequirement {
        var permitted = [Bool](repeating: false, count: horizon.intervalCount)
        for t in intervals { permitted[t] = true }
        return WorkloadRequirement(
            days: days, hours: hours, permitted: permitted, agentsAtOnce: atOnce, contacts: hours * 10,
            sales: hours)
    }

    private func coverage(_ agents: [Int: Int]) -> [Int] { horizon.intervals.map { agents[$0] ?? 0 } }

    private func done(_ loads: [WorkloadRequirement], scheduled: [Int: Int] = [:], _ agents: [Int: Int])
        -> [Double]
    {
        let requirement = Requirement(
            activities: [
                ActivityRequirement(
                    activity: ActivityKey(campaign, Identifier("calls")),
                    kind: .perInterval(
                        IntervalRequirement(
                            positions: [], scheduled: coverage(scheduled), offeredLoad: [], binding: [],
                            serviceAround: [])))
            ]
                + loads.enumerated().map {
                    ActivityRequirement(
                        activity: ActivityKey(campaign, Identifier("work\($0.offset)")),
                        kind: .workload([$0.element]))
                })
        return requirement.progress(of: campaign, coverage: coverage(agents), horizon: horizon).map(
            \.hoursDone)
    }

    @Test func onlyPeopleBeyondTheCallsDoIt() {
        #expect(done([load(10, at: [9, 10])], scheduled: [9: 2, 10: 5], [9: 5, 10: 4, 11: 9]) == [3])
    }

    @Test func noMoreAtOnceThanItTakesAndNoneWhereTooFew() {
        #expect(done([load(10, at: [9, 10], atOnce: 2...3)], [9: 7, 10: 1]) == [3])
        #expect(done([load(2.5, at: [9, 10])], [9: 7]) == [2.5])
    }

    @Test func earlierDueComesFirstAndNothingIsCountedTwice() {
        let loads = [load(3, at: [9], days: 0...6), load(3, at: [9], days: 0...2)]
        #expect(done(loads, [9: 4]) == [1, 3])
    }

    /// The first load could take the shared hour and starve the second; the most is done instead.
    @Test func sharedHoursGoWhereTheyAreNeeded() {
        let loads = [load(2, at: [9, 10]), load(2, at: [9])]
        #expect(done(loads, [9: 2, 10: 2]) == [2, 2])
    }

    @Test func aWorkloadOutsideTheHorizonIsUndone() {
        #expect(done([load(2, at: [9], days: 9...12)], [9: 4]) == [0])
        #expect(done([load(.nan, at: [9])], [9: 4]) == [0])
        #expect(done([load(-3, at: [9])], [9: 4]) == [0])
    }

    @Test func sharesOfNothingAreWhole() {
        let nothing = WorkloadProgress(
            activity: ActivityKey(campaign, Identifier("x")), workload: load(0, at: []), hoursDone: 0)
        #expect(nothing.doneShare == 1)
        #expect(nothing.hoursUndone == 0)
    }

    /// Against every way of sharing three hours among three loads.
    @Test(arguments: 1...60) func theMostHoursAreDone(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let free = (0..<3).map { _ in generator.below(4) }
        let loads = (0..<3).map { _ in
            load(
                Double(generator.below(6)), at: (9...11).filter { _ in generator.below(3) > 0 },
                atOnce: 0...(1 + generator.below(3)))
        }
        let agents = Dictionary(uniqueKeysWithValues: free.enumerated().map { ($0.offset + 9, $0.element) })
        let hours = done(loads, agents)
        #expect(hours.reduce(0, +) == Double(best(loads, free, at: 9, left: loads.map { Int($0.hours) })))
        #expect(zip(hours, loads).allSatisfy { $0 >= 0 && $0 <= $1.hours })
    }

    private func best(_ loads: [WorkloadRequirement], _ free: [Int], at t: Int, left: [Int]) -> Int {
        guard t < 12 else { return 0 }
        var most = 0
        func limit(_ k: Int) -> Int {
            loads[k].permitted[t] ? min(left[k], loads[k].agentsAtOnce.upperBound, free[t - 9]) : 0
        }
        for a in 0...limit(0) {
            for b in 0...limit(1) {
                for c in 0...limit(2) where a + b + c <= free[t - 9] {
                    let rest = [left[0] - a, left[1] - b, left[2] - c]
                    most = max(most, a + b + c + best(loads, free, at: t + 1, left: rest))
                }
            }
        }
        return most
    }
}
