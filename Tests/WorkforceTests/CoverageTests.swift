import Testing
import Workforce

/// Hand examples on one week of hours or quarters.
@Suite struct CoverageTests {
    private let campaign = Identifier<Campaign>("help")
    private let contract = Identifier<EmploymentContract>("35h")
    private let optimality = Optimality(status: .optimal, cost: 0, bound: 0)
    private let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 1)

    private func range(_ from: Int, _ to: Int) -> ClockRange {
        ClockRange(ClockTime(minute: from), ClockTime(minute: to))
    }

    private func rest(_ from: Int, _ to: Int) -> ShiftBreak {
        ShiftBreak(kind: .rest, range: range(from, to), isPaid: true)
    }

    private func covered(_ shift: Shift, on horizon: Horizon, day: Int = 0) -> [Int] {
        var coverage = [Int](repeating: 0, count: horizon.intervalCount)
        horizon.addCoverage(of: shift, day: day, count: 1, to: &coverage)
        return horizon.intervals.filter { coverage[$0] > 0 }
    }

    @Test func aShiftCoversItsIntervalsButItsBreaks() {
        let shift = Shift(range: range(540, 660), breaks: [rest(585, 600)])
        // Quarters 36 … 43 of Monday, less quarter 39.
        #expect(covered(shift, on: horizon) == [36, 37, 38, 40, 41, 42, 43])
        #expect(covered(shift, on: horizon, day: 2) == [228, 229, 230, 232, 233, 234, 235])
    }

    @Test func aBreakTakesEveryIntervalItTouches() {
        let shift = Shift(range: range(540, 660), breaks: [rest(590, 605)])
        #expect(covered(shift, on: horizon) == [36, 37, 38, 41, 42, 43])
    }

    @Test(arguments: [-1, 7, 400]) func aDayOutsideCoversNothing(_ day: Int) {
        #expect(covered(Shift(range: range(540, 660), breaks: []), on: horizon, day: day).isEmpty)
    }

    @Test func aNightOfTheLongSundayCoversAnHourMore() {
        let autumn = ClockChange(
            date: CivilDate(dayNumber: 20_751), clock: ClockTime(hour: 2), forwardMinutes: -60)
        let horizon = Horizon(
            firstDay: autumn.date, weekCount: 1, intervalMinutes: 60, clockChanges: [autumn])
        #expect(covered(Shift(range: range(0, 300), breaks: []), on: horizon, day: 6).count == 6)
    }

    @Test func scheduleCountsToursAndRosterStrikesDaysAndTraining() {
        let shift = Shift(range: range(540, 600), breaks: [])
        let tour = Tour(contract: contract, shifts: [shift, shift])
        let schedule = Schedule(pools: [
            PoolWeek(
                campaign: campaign, week: 0, groups: [], tours: [TourCount(group: 0, tour: tour, count: 3)],
                optimality: optimality),
            PoolWeek(
                campaign: campaign, week: 9, groups: [], tours: [TourCount(group: 0, tour: tour, count: 3)],
                optimality: optimality),
        ])
        let anonymous = horizon.coverage(of: schedule, campaign: campaign)
        #expect(anonymous[36...40] == [3, 3, 3, 3, 0])
        #expect(anonymous.reduce(0, +) == 24)
        #expect(horizon.coverage(of: schedule, campaign: Identifier("other")).allSatisfy { $0 == 0 })

        let roster = Roster(
            lines: [
                RosterLine(agent: Identifier("a"), week: 0, campaign: campaign, tour: tour),
                RosterLine(
                    agent: Identifier("b"), week: 0, campaign: campaign, tour: tour, struck: [false, true]),
                RosterLine(agent: Identifier("c"), week: 0, campaign: campaign, tour: nil),
            ], unfilled: [], optimality: optimality)
        let named = horizon.coverage(of: roster, campaign: campaign)
        #expect(named[36] == 2)
        #expect(named[96 + 36] == 1)
        let training = TrainingPlan(
            sessions: [
                TrainingSession(
                    campaign: Identifier("other"), number: 1, day: 0, range: range(570, 600),
                    trainer: Identifier("t"), room: Identifier("r"), agents: [Identifier("a")])
            ], unplaced: [], optimality: optimality)
        let taught = horizon.coverage(of: roster, campaign: campaign, training: training)
        #expect(taught[36...39] == [2, 2, 1, 1])
    }

    @Test func gapsMergeNeighboursOfOneDay() {
        let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 1, intervalMinutes: 60)
        var required = [Int](repeating: 0, count: horizon.intervalCount)
        var covered = required
        for (t, need, have) in [
            (9, 3, 2), (10, 5, 1), (11, 2, 2), (12, 1, 0), (23, 1, 0), (24, 1, 0), (30, 1, 4),
        ] {
            required[t] = need
            covered[t] = have
        }
        let gaps = horizon.gaps(required: required, covered: covered)
        #expect(gaps.map(\.day) == [0, 0, 0, 1])
        #expect(gaps.map(\.range) == [range(540, 660), range(720, 780), range(1380, 1440), range(0, 60)])
        #expect(gaps.map(\.worst) == [4, 1, 1, 1])
        #expect(gaps.map(\.missingMinutes) == [300, 60, 60, 60])
        #expect(horizon.gaps(required: required, covered: []).isEmpty)
    }

    @Test func hoursOfShiftsOnTheFourClocks() {
        let shift = Shift(
            range: range(540, 1020),
            breaks: [
                rest(630, 645), ShiftBreak(kind: .lunch, range: range(720, 780), isPaid: false),
                rest(900, 915),
            ])
        #expect((shift.spanMinutes, shift.paidMinutes, shift.effectiveMinutes) == (480, 420, 390))
        #expect(shift.workStretches.map(\.minutes) == [90, 75, 120, 105])
        #expect(horizon.paidMinutes(of: shift, day: 0) == 420)
        #expect(horizon.effectiveMinutes(of: shift, day: 0) == 390)
    }

    @Test(arguments: [(1, 300, 240), (-1, 420, 360)])
    func aNightAcrossAClockChangeIsPaidAsItPasses(_ sign: Int, _ paid: Int, _ effective: Int) {
        let date = CivilDate(dayNumber: sign > 0 ? 20_905 : 20_751)
        let horizon = Horizon(
            firstDay: date, weekCount: 1,
            clockChanges: [ClockChange(date: date, clock: ClockTime(hour: 2), forwardMinutes: sign * 60)])
        let night = Shift(range: range(0, 360), breaks: [rest(240, 300)])
        #expect(horizon.paidMinutes(of: night, day: 6) == paid)
        #expect(horizon.effectiveMinutes(of: night, day: 6) == effective)
        #expect(horizon.effectiveMinutes(of: night, day: 5) == 300)
    }
}
