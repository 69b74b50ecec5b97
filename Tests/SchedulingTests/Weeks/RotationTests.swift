import Execution
import Testing
import Workforce

@testable import Scheduling

/// Weekends in turn.
@Suite struct RotationTests {
    static let days: [Weekday] = [.monday, .tuesday, .saturday]

    /// Two people, two weeks, one Saturday each: who works which, tried out.
    @Test(arguments: Array(1...5)) func theBestTurnsOfTwoWeeks(seed: Int) throws {
        let floor = TwoWeekFloor(
            seed: UInt64(seed), people: 2, busy: [2, 2], days: Self.days,
            rotations: [DayRotation(.saturdays, worked: 1, of: 2)])
        let schedule = try floor.schedule()
        let covers = (0..<2).map { week in
            [true, false].map { free in
                floor.covers(week: week, hours: 8, free: free ? [.saturday] : [])
            }
        }
        // How many may work the first Saturday; the others may work the second.
        let least = (0...2).map { first in
            (0..<2).reduce(0.0) { cost, week in
                let working = week == 0 ? first : 2 - first
                return cost
                    + floor.leastCost(
                        week: week, covers: (0..<2).map { $0 < working ? covers[week][1] : covers[week][0] })
            }
        }
        let optimum = try #require(least.min())
        let across = try #require(schedule.acrossWeeks)
        #expect(schedule.pools.allSatisfy { brokenRules($0, floor.scenario).isEmpty })
        #expect(saturdays(schedule, floor.scenario).values.allSatisfy { $0.count { $0 } <= 1 })
        #expect(abs(across.cost - optimum) < 1e-6)
        #expect(across.bound <= optimum + 1e-6)
    }

    /// Whether each agent may work each week's Saturday.
    private func saturdays(_ schedule: Schedule, _ scenario: Scenario) -> [Identifier<Agent>: [Bool]] {
        var permitted: [Identifier<Agent>: [Bool]] = [:]
        for pool in schedule.pools {
            for group in pool.groups {
                for agent in group.agents {
                    permitted[agent, default: []].append(group.workableDays[5])
                }
            }
        }
        return permitted
    }

    /// A Saturday worked in the last published week counts.
    @Test func publishedSaturdaysCount() throws {
        let floor = TwoWeekFloor(
            seed: 3, people: 2, busy: [3, 3, 3], days: Self.days,
            rotations: [DayRotation(.weekends, worked: 1, of: 3)])
        var scenario = floor.scenario
        scenario.published = [
            PublishedShift(
                agent: Identifier("a00"), date: FloorFixture.monday - 2,
                range: ClockRange(ClockTime(hour: 9), ClockTime(hour: 12)))
        ]
        let schedule = try Scheduling.schedule(
            floor.requirement, staffing: floor.staffing, for: scenario, control: RunControl())
        let permitted = saturdays(schedule, scenario)
        #expect(permitted[Identifier("a00")] == [false, false, true])
        #expect(permitted[Identifier("a01")]?.count { $0 } == 1)
    }

    /// Turns within the rows give nobody more than their share, whatever the counts.
    @Test(arguments: Array(1...30)) func turnsAreShared(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let people = 1 + generator.below(7)
        let weeks = 4 + generator.below(9)
        let span = 2 + generator.below(4)
        let rotation = DayRotation(.saturdays, worked: 1 + generator.below(span - 1), of: span)
        var counts: [Int] = []
        for week in 0..<weeks {
            let spent = counts.suffix(span - 1).reduce(0, +)
            let room = min(people, max(0, people * rotation.worked - spent))
            counts.append(week % 3 == 2 ? room : generator.below(room + 1))
        }
        var contract = FloorFixture.fullTime()
        contract.rotations = [rotation]
        let options = [[], [Weekday.saturday]].enumerated().map {
            WeekOption(permitted: 1 - $0.offset, freeDays: $0.element, offer: $0.offset, slots: [140])
        }
        let week = CohortWeek(
            pool: 0, campaign: Identifier("help"), options: options, isModulated: false, contractSlots: 140)
        let cohort = WeekCohort(
            contract: contract, agents: (0..<people).map { Identifier("a\($0)") },
            weeks: counts.map { _ in week }, history: [[Bool](repeating: false, count: span - 1)],
            targets: [])
        let parts = cohort.split(turns: counts.map { [0: $0] })
        #expect(parts.flatMap(\.agents).count == people)
        for (week, count) in counts.enumerated() {
            let working = parts.filter { $0.weeks[week]?.options[0].permitted == 1 }
            #expect(working.reduce(0) { $0 + $1.people } == count)
        }
        // More than there is room for is cut.
        for part in parts + cohort.split(turns: counts.map { _ in [0: people] }) {
            let worked = part.weeks.map { $0?.options[0].permitted == 1 }
            for start in 0...max(0, weeks - span) {
                #expect(worked[start..<min(weeks, start + span)].count { $0 } <= rotation.worked)
            }
        }
    }

    /// Sizing mode: people by the days they are free.
    @Test(
        arguments: [
            ([DayRotation(.saturdays, worked: 1, of: 2)], [[]: 3, [Weekday.saturday]: 4]),
            (
                [DayRotation(.saturdays, worked: 1, of: 2), DayRotation(.sundays, worked: 1, of: 4)],
                [[.sunday]: 3, [.saturday]: 1, [.saturday, .sunday]: 3]
            ), ([], [[]: 7]),
        ] as [([DayRotation], [[Weekday]: Int])])
    func sizesOfTurns(_ rotations: [DayRotation], _ expected: [[Weekday]: Int]) {
        var contract = FloorFixture.fullTime(maximum: 7)
        contract.rotations = rotations
        let sizes = contract.turnSizes.map { ($0.freeDays, $0.people ?? -1) }
        #expect(Dictionary(uniqueKeysWithValues: sizes) == expected)
    }

    @Test func withoutALimitEverybodyMayWork() {
        var contract = FloorFixture.fullTime()
        contract.rotations = [DayRotation(.saturdays, worked: 1, of: 2)]
        #expect(contract.turnSizes.map(\.people) == [nil])
    }
}
