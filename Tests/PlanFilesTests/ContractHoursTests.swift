import Foundation
import PlanFiles
import Testing
import Workforce

/// Flexible hours and split shifts of contracts, and the rules that price them.
struct ContractHoursTests {
    static func contract(_ keys: String) throws -> EmploymentContract? {
        let site = String(decoding: Fixtures.files(of: Fixtures.base)["site.yaml"] ?? [], as: UTF8.self)
            .replacingOccurrences(of: "    weeklyHours: 24h\n", with: "    " + keys + "\n")
            .replacingOccurrences(
                of: "daysPerWeek: 4\n    dailyHours: 6h\n", with: "daysPerWeek: 4\n    dailyHours: 5h..7h\n")
        let reading = try base(replacing: ["site.yaml": site])
        #expect(lines(reading) == [])
        return reading.scenario?.floor.contracts.last
    }

    @Test func withoutTheKeysAWeekIsFixed() throws {
        let contract = try #require(try Self.contract("weeklyHours: 24h"))
        #expect(!contract.hasFlexibleHours)
        #expect(!contract.allowsSplitShifts)
        #expect(contract.leastWeeklyMinutes == nil)
    }

    @Test func overtimeAndTimeOffAreRead() throws {
        let contract = try #require(
            try Self.contract(
                "weeklyHours: 24h\n    overtime: 4h\n    voluntaryTimeOff: 2h30\n    splitShift: yes"))
        #expect(contract.overtimeMinutes == 240)
        #expect(contract.voluntaryTimeOffMinutes == 150)
        #expect(contract.allowsSplitShifts)
    }

    @Test func weeklyHoursMayBeARange() throws {
        let contract = try #require(try Self.contract("weeklyHours: 20h..24h"))
        #expect(contract.weeklyMinutes == 1440)
        #expect(contract.leastWeeklyMinutes == 1200)
    }

    /// Code du travail L3121-36 and L3123-28 to L3123-30; IDCC 2098.
    @Test func theRulePackPricesHours() throws {
        let rules = try #require(readWorkspace(at: Fixtures.base).scenario?.rules)
        let overtime = rules.work.overtime
        #expect((overtime.premium, overtime.firstMinutes, overtime.furtherPremium) == (0.25, 480, 0.5))
        #expect((overtime.complementaryShare, overtime.complementaryPremium) == (0.1, 0.1))
        #expect(overtime.complementaryFurtherPremium == 0.25)
        #expect(abs(overtime.complementaryLimit - 1.0 / 3) < 1e-7)
        #expect(rules.work.longestInterruptionMinutes == 120)
        #expect(rules.work.shortestPartMinutes == 180)
        #expect(rules.sources["work.overtimePremium"]?.contains("L3121-36") == true)
    }
}
