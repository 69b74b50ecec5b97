import PlanFiles
import Testing
import Workforce

/// Modulation and rotations of contracts.
struct ReadWeekTermsTests {
    private func contract(_ keys: [String]) throws -> EmploymentContract {
        let site = """
            name: Floor
            site: {id: lille}
            horizon: {start: 2026-11-23, weeks: 2}
            contracts:
              - id: cdi-35
                weeklyHours: 35h
                dailyHours: 6h..9h
                daysPerWeek: 4..5

            """
        let more = keys.map { "    \($0)\n" }.joined()
        let rest = """
              - {id: cdi-24, weeklyHours: 24h, daysPerWeek: 4, dailyHours: 6h}
            rooms:
              - {id: room-1, capacity: 12}
            supervisors:
              - {id: sup-1, hours: {mon-fri: 09:00-17:00}}
            trainers:
              - {id: trainer-1, campaigns: [hotline], hours: {mon-fri: 09:00-17:00}}
            costs:
              seatPerMonth: 250
              telecomPerMinute: 0.012
              softwarePerAgentAndMonth: 95
              supervisorGrossMonthly: 2450
              trainerGrossHourly: 16.50
              recruitmentPerHire: 1800
              overheadShare: 12 %

            """
        let reading = try base(replacing: ["site.yaml": site + more + rest])
        #expect(lines(reading) == [])
        return try #require(reading.scenario?.floor.contracts.first)
    }

    @Test func withoutKeysEveryWeekIsTheSame() throws {
        let contract = try contract([])
        #expect(contract.modulation == nil)
        #expect(contract.rotations == [])
    }

    @Test(arguments: [
        ("{weeklyHours: 28h..42h}", nil, nil), ("{weeklyHours: 28h..42h, period: horizon}", nil, nil),
        ("{weeklyHours: 28h..42h, period: 4w}", 4, nil),
        ("{weeklyHours: 28h..42h, period: 12 semaines}", 12, nil),
        ("{weeklyHours: 28h..42h, period: 4w, periodStart: 2026-11-16}", 4, "2026-11-16"),
    ])
    func modulationsAreRead(_ text: String, _ weeks: Int?, _ start: String?) throws {
        let modulation = try #require(try contract(["modulation: \(text)"]).modulation)
        #expect(modulation.weeklyMinutes == 1680...2520)
        #expect(modulation.periodWeeks == weeks)
        #expect(modulation.periodStart?.iso8601 == start)
    }

    @Test(arguments: ["1 of 2", "1 sur 2", "1/2", "1 in 2"])
    func rotationsAreRead(_ text: String) throws {
        let contract = try contract(["saturdays: \(text)", "weekends: 2 of 4"])
        #expect(
            contract.rotations == [
                DayRotation(.saturdays, worked: 1, of: 2), DayRotation(.weekends, worked: 2, of: 4),
            ])
    }
}
