import Testing
import Workforce

@testable import Auditing

/// One way to break one rule, and the finding it must give, alone.
struct Breach: Sendable, CustomTestStringConvertible {
    var rule: Finding.Rule
    var who = "a1"
    var day = 0
    var actual: Int
    var limit: Int
    var severity = Finding.Severity.violation
    var note = ""
    var spoil: @Sendable (inout TinyFloor) -> Void

    var testDescription: String { note.isEmpty ? rule.rawValue : "\(rule.rawValue), \(note)" }

    func findings() -> [Finding] {
        var floor = TinyFloor()
        spoil(&floor)
        return audit(floor.plan, for: floor.scenario)
    }

    var expected: [Finding] {
        [Finding(severity: severity, subject: .rule(rule, who: who, day: day, actual: actual, limit: limit))]
    }
}

func shift(_ from: Int, _ to: Int, _ breaks: [ShiftBreak]) -> Shift {
    Shift(range: TinyFloor.range(from, to), breaks: breaks)
}

func rest(_ from: Int, _ minutes: Int = 15) -> ShiftBreak { TinyFloor.pause(.rest, from, minutes) }

func lunch(_ from: Int, _ minutes: Int = 60) -> ShiftBreak { TinyFloor.pause(.lunch, from, minutes) }

/// Monday at nine, the other days at ten.
func lateMonday() -> Tour {
    var tour = TinyFloor.tour(TinyFloor.day(600))
    tour.shifts[0] = TinyFloor.day(540)
    return tour
}

/// Nine paid hours from 9:00, within every rule of the day.
func longDay() -> Shift { shift(540, 1140, [rest(630), lunch(720), rest(900), rest(1020)]) }

/// Nine paid hours on Monday, five on Tuesday, seven on the others.
func unequalWeek() -> Tour {
    var tour = TinyFloor.tour()
    tour.shifts[0] = longDay()
    tour.shifts[1] = shift(540, 840, [rest(630), rest(750)])
    return tour
}

/// Six days of 5 h 45, without lunch because under six hours.
func sixDays() -> Tour { TinyFloor.tour(shift(540, 885, [rest(630), rest(765)]), days: 0..<6) }

@Suite struct RuleTests {
    @Test(arguments: shiftBreaches + weekBreaches + restBreaches + weeksBreaches)
    func eachBreachOfWorkingTimeIsFoundAloneWithItsFigures(_ breach: Breach) {
        #expect(breach.findings() == breach.expected)
    }

    @Test(arguments: peopleBreaches + trainingBreaches + periodBreaches)
    func eachBreachOfPeopleAndTrainingIsFoundAloneWithItsFigures(_ breach: Breach) {
        #expect(breach.findings() == breach.expected)
    }

    @Test func everyRuleHasABreach() {
        let time = shiftBreaches + weekBreaches + restBreaches + weeksBreaches
        let all = time + peopleBreaches + trainingBreaches + periodBreaches
        let rules = all.map(\.rule) + LoanRuleTests.spoiled.map(\.rule)
        #expect(Set(rules) == Set(Finding.Rule.allCases))
    }
}
