import Workforce

let shiftBreaches: [Breach] = [
    Breach(rule: .dailyEffective, actual: 390, limit: 380) {
        $0.scenario.rules.work.maximumDailyEffectiveMinutes = 380
        $0.keepOnlyFirst()
    },
    Breach(rule: .dailySpan, actual: 540, limit: 480) {
        // Two hours of lunch: the same work, an hour more of span.
        $0.scenario.rules.work.maximumDailySpanMinutes = 480
        $0.give(shift(540, 1080, [rest(630), lunch(720, 120), rest(960)]))
    },
    Breach(rule: .callStretch, actual: 195, limit: 180) {
        $0.give(shift(540, 1020, [rest(630), lunch(720), rest(975)]))
    },
    Breach(rule: .restBreaks, actual: 2, limit: 3) {
        $0.give(shift(540, 1020, [rest(630), lunch(780)]))
    },
    Breach(rule: .restBreaks, actual: 2, limit: 3, note: "a short break does not count") {
        $0.scenario.rules.work.restBreakMinutes = 15
        $0.scenario.rules.work.workPerRestBreakMinutes = 140
        $0.scenario = $0.scenario.onGrid(of: 5)
        $0.give(shift(540, 1020, [rest(630), lunch(720), rest(900, 10)]))
    },
    Breach(rule: .breaksOrdered, actual: 1, limit: 0) {
        $0.give(shift(540, 1020, [lunch(720), rest(630), rest(900)]))
    },
    Breach(rule: .offGrid, actual: 905, limit: 15) {
        $0.give(shift(540, 1020, [rest(630), lunch(720), rest(905, 10)]))
    },
    Breach(rule: .lunchMissing, actual: 420, limit: 360) {
        $0.give(shift(540, 960, [rest(630), rest(735), rest(855)]))
    },
    Breach(rule: .lunchWindow, actual: 645, limit: 660, note: "too early") {
        $0.give(shift(540, 1020, [lunch(645), rest(780), rest(900)]))
    },
    Breach(rule: .lunchWindow, actual: 930, limit: 900, note: "too late") {
        $0.give(shift(690, 1170, [rest(765), lunch(870), rest(1050)]))
    },
    Breach(rule: .lunchLength, actual: 30, limit: 45, note: "too short") {
        $0.give(shift(540, 990, [rest(630), lunch(720, 30), rest(870)]))
    },
    Breach(rule: .lunchLength, actual: 135, limit: 120, note: "too long") {
        $0.give(shift(540, 1095, [rest(630), lunch(720, 135), rest(975)]))
    },
    Breach(rule: .lunchLate, actual: 255, limit: 240) {
        $0.give(shift(540, 1020, [rest(660), lunch(795), rest(930)]))
    },
    Breach(rule: .workingWindow, actual: 540, limit: 600, note: "the person's") {
        $0.changeAgent { $0.availableWindow = TinyFloor.range(600, 1200) }
        $0.give(lateMonday())
        $0.give(TinyFloor.tour(TinyFloor.day(600)), week: 1)
    },
    Breach(rule: .workingWindow, actual: 480, limit: 495, note: "the contract's") {
        $0.scenario.floor.contracts[0].workingWindow = TinyFloor.range(495, 1260)
        $0.give(TinyFloor.day(480))
    },
    Breach(rule: .dailyPaid, actual: 540, limit: 480, note: "too long") {
        $0.scenario.floor.contracts[0].dailyMinutes = 240...480
        $0.give(unequalWeek())
    },
    Breach(rule: .dailyPaid, day: 1, actual: 300, limit: 360, note: "too short") {
        $0.scenario.floor.contracts[0].dailyMinutes = 360...540
        $0.give(unequalWeek())
    },
    Breach(rule: .unavailableDay, day: 2, actual: 1, limit: 0, note: "the person's") {
        $0.changeAgent { $0.unavailableWeekdays = [.wednesday] }
        $0.plan.roster?.lines.removeAll { $0.agent.name == "a1" && $0.week == 1 }
        $0.plan.schedule.pools[1].tours[0].count = 5
        $0.plan.schedule.pools[1].groups[0].agents.removeFirst()
    },
    Breach(rule: .unavailableDay, day: 5, actual: 1, limit: 0, note: "the contract's") {
        $0.scenario.floor.contracts[0].weekdays.remove(.saturday)
        $0.give(TinyFloor.tour(days: 1..<6))
    },
    Breach(rule: .unavailableDay, actual: 1, limit: 0, note: "before hiring") {
        $0.changeAgent { $0.hired = CivilDate(dayNumber: 20_781) }
        $0.give(TinyFloor.tour(days: 0..<4))
    },
    Breach(rule: .leaveDay, day: 4, actual: 1, limit: 0) {
        $0.absent(.annualLeave, day: 4)
        $0.give(TinyFloor.tour(days: 1..<5))
    },
    Breach(rule: .openingHours, actual: 45, limit: 0, note: "too early") {
        $0.scenario.campaigns[0].openingHours = .daily(
            TinyFloor.range(525, 1200), on: Set(Weekday.allCases.prefix(6)))
        $0.give(TinyFloor.day(480))
    },
    Breach(rule: .openingHours, day: 1, actual: 390, limit: 0, note: "on a closed day") {
        $0.scenario.campaigns[0].openingHours.exceptions[CivilDate(dayNumber: 20_781)] = []
        $0.keepOnlyFirst()
    },
    Breach(rule: .openingHours, actual: 390, limit: 0, note: "before launch") {
        $0.scenario.campaigns[0].launch = CivilDate(dayNumber: 20_781)
        $0.keepOnlyFirst()
    },
]

/// Seven paid hours from 9:00 with lunch, and an interruption of an hour at 16:00.
func splitDay() -> Shift {
    shift(540, 1080, [rest(630), lunch(720), rest(870), TinyFloor.pause(.interruption, 960, 60)])
}

let weekBreaches: [Breach] = [
    Breach(rule: .splitShift, actual: 60, limit: 0, note: "not in the contract") { $0.give(splitDay()) },
    Breach(rule: .splitShift, actual: 60, limit: 45, note: "too long") {
        $0.scenario.floor.contracts[0].allowsSplitShifts = true
        $0.scenario.rules.work.longestInterruptionMinutes = 45
        $0.give(splitDay())
    },
    Breach(rule: .splitShift, actual: 60, limit: 120, note: "a part too short") {
        $0.scenario.floor.contracts[0].allowsSplitShifts = true
        $0.scenario.rules.work.longestInterruptionMinutes = 120
        $0.scenario.rules.work.shortestPartMinutes = 120
        $0.give(splitDay())
    },
    Breach(rule: .weeklyEffective, actual: 1950, limit: 1900) {
        $0.scenario.rules.work.maximumWeeklyEffectiveMinutes = 1900
        $0.keepOnlyFirst()
    },
    Breach(rule: .weeklyPaid, actual: 2220, limit: 2100, note: "above the contract") { $0.give(longDay()) },
    Breach(rule: .weeklyPaid, actual: 2220, limit: 2100, note: "above contract and overtime") {
        $0.scenario.floor.contracts[0].overtimeMinutes = 60
        $0.give(longDay())
    },
    Breach(rule: .overtime, actual: 120, limit: 59, note: "a part-timer reaches the legal week") {
        $0.scenario.floor.contracts[0].overtimeMinutes = 180
        $0.scenario.rules.work.legalWeeklyMinutes = 2160
        $0.give(longDay())
    },
    Breach(rule: .overtime, actual: 120, limit: 105, note: "above the share of the contract") {
        $0.scenario.floor.contracts[0].overtimeMinutes = 180
        $0.scenario.rules.work.legalWeeklyMinutes = 2400
        $0.scenario.rules.work.overtime.complementaryLimit = 0.05
        $0.give(longDay())
    },
    Breach(rule: .weeklyPaid, actual: 1980, limit: 2100, note: "below the time off agreed") {
        $0.scenario.floor.contracts[0].voluntaryTimeOffMinutes = 30
        $0.give(shift(540, 840, [rest(630), rest(750)]))
    },
    Breach(rule: .weeklyPaid, actual: 2100, limit: 1680, note: "leave not given") {
        $0.absent(.annualLeave, day: 5)
    },
    Breach(rule: .weeklyPaid, actual: 1980, limit: 2100, note: "below what is owed") {
        $0.give(shift(540, 840, [rest(630), rest(750)]))
    },
    Breach(rule: .weeklyPaid, actual: 0, limit: 2100, severity: .warning, note: "no tour was found") {
        $0.give(nil)
        $0.plan.schedule.pools[0].groups[0].agents.removeFirst()
    },
    Breach(
        rule: .weeklyPaid, actual: 840, limit: 2100, severity: .warning, note: "the days cannot hold it"
    ) {
        $0.scenario.campaigns[0].end = CivilDate(dayNumber: 20_781)
        $0.keepOnlyFirst()
        $0.plan.roster?.lines[0].tour = TinyFloor.tour(TinyFloor.day(), days: 0..<2)
        $0.plan.schedule.pools[0].tours[0].tour = TinyFloor.tour(TinyFloor.day(), days: 0..<2)
        $0.scenario.floor.contracts[0].dailyMinutes = 240...420
    },
    Breach(rule: .contractDays, actual: 6, limit: 5, note: "too many") { $0.give(sixDays()) },
    Breach(rule: .contractDays, actual: 4, limit: 5, note: "too few") {
        $0.scenario.floor.contracts[0].daysPerWeek = 5...5
        let day = shift(540, 1125, [rest(630), lunch(720), rest(900), rest(1035)])
        $0.give(TinyFloor.tour(day, days: 0..<4))
    },
    Breach(rule: .startSpread, actual: 60, limit: 30) {
        $0.scenario.floor.contracts[0].startSpreadMinutes = 30
        $0.give(lateMonday())
    },
    Breach(rule: .minimumWage, actual: 1230, limit: 1231, note: "the person's") {
        $0.changeAgent { $0.grossHourlyWage = UnitPrice(euros: 12.30) }
    },
    Breach(rule: .minimumWage, who: "35h", day: 3, actual: 1300, limit: 1310, note: "from a date on") {
        $0.scenario.rules.tariff.minimumWages.append(
            DatedWage(from: CivilDate(dayNumber: 20_783), grossHourly: UnitPrice(euros: 13.1)))
    },
    Breach(rule: .partTimeMinimum, who: "35h", actual: 2100, limit: 2160, severity: .warning) {
        $0.scenario.rules.work.partTimeMinimumWeeklyMinutes = 2160
    },
]

let restBreaches: [Breach] = [
    Breach(rule: .dailyRest, day: 1, actual: 900, limit: 960, note: "within a week") {
        $0.scenario.rules.work.minimumDailyRestMinutes = 960
        $0.give(TinyFloor.day(480), weekday: 1)
    },
    Breach(rule: .dailyRest, actual: 570, limit: 660, note: "after a published shift") {
        $0.publish(days: -1..<0, end: 1410)
    },
    Breach(rule: .dailyRest, day: 7, actual: 570, limit: 660, note: "across weeks") {
        $0.openOnSundays(first: [3, 4, 5, 6], second: [0, 1, 3, 4])
        let evening = shift(990, 1410, [rest(1080), rest(1185), rest(1290)])
        $0.plan.roster?.lines[0].tour?.shifts[6] = evening
        $0.plan.schedule.pools[0].tours[0].tour.shifts[6] = evening
    },
    Breach(rule: .weeklyRest, actual: 2535, limit: 2700) {
        $0.scenario.rules.work.minimumWeeklyRestMinutes = 2700
        $0.scenario.floor.contracts[0].daysPerWeek = 4...6
        $0.give(sixDays())
    },
    Breach(rule: .consecutiveDays, day: 1, actual: 10, limit: 6, note: "after published shifts") {
        $0.publish(days: -5..<0)
    },
    Breach(rule: .consecutiveDays, day: 9, actual: 7, limit: 6, note: "across weeks") {
        $0.openOnSundays(first: [3, 4, 5, 6], second: [0, 1, 2, 4])
    },
]

extension TinyFloor {
    /// Agent `a1` alone, 28 h in four days, on a floor open every day till midnight.
    fileprivate mutating func openOnSundays(first: [Int], second: [Int]) {
        let pools = plan.schedule.pools
        keepOnlyFirst()
        scenario.campaigns[0].openingHours = .daily(TinyFloor.range(480, 1440), on: Set(Weekday.allCases))
        scenario.floor.contracts[0].weekdays = Set(Weekday.allCases)
        scenario.floor.contracts[0].workingWindow = TinyFloor.range(480, 1440)
        scenario.floor.contracts[0].weeklyMinutes = 1680
        plan.roster?.lines = []
        plan.schedule.pools = []
        for (week, days) in [first, second].enumerated() {
            let tour = Tour(
                contract: TinyFloor.fullTime,
                shifts: (0..<7).map { days.contains($0) ? TinyFloor.day() : nil })
            plan.roster?.lines.append(
                RosterLine(agent: Identifier("a1"), week: week, campaign: TinyFloor.help, tour: tour))
            var pool = pools[week]
            pool.groups[0].agents = [Identifier("a1")]
            pool.tours = [TourCount(group: 0, tour: tour, count: 1)]
            plan.schedule.pools.append(pool)
        }
    }
}

extension Scenario {
    /// The same weeks on another grid.
    func onGrid(of minutes: Int) -> Scenario {
        var copy = self
        copy.horizon = Horizon(
            firstDay: horizon.firstDay, weekCount: horizon.weekCount, intervalMinutes: minutes)
        return copy
    }
}
