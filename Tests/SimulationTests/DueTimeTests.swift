import Testing
import Workforce

@testable import Simulation

/// Due times shorter than a day.
@Suite struct DueTimeTests {
    /// Nine people do an item of 240 s every 27 s. Of 400 there at the opening those of the first half
    /// an hour are in time; so are those that come in, five in each quarter of an hour, once the
    /// queue is no longer than that.
    @Test func halfAnHourIsNotUntilMidnight() throws {
        func inTime(_ seconds: Int) throws -> Double {
            let floor = SmallFloor(
                activities: [WorkTests.letters(dueWithin: seconds, backlog: 400)], contacts: 5)
            return try #require(PlanTests.simulated(floor).works.first?.inTime).value
        }
        let pace = 240.0 / 9
        let (arrived, load) = (1000.0, 5 * pace / 900)
        // Wait of who comes in at s: 400 · pace − (1 − load) · s.
        let late = (400 * pace - 1800) / (1 - load) * 5 / 900
        let missed = 400 - 1800 / pace + late
        #expect(abs(try inTime(1800) - (1 - missed / (arrived + 400))) < 0.02)
        #expect(try inTime(5 * 3600) > 0.98)
    }

    /// Open 8–12 and 14–18 on two days of quarters of an hour.
    @Test func dueTimesRunInOpeningHours() {
        let hours = (0..<192).map { $0 % 96 / 4 }
        let open = OpenStretches(
            isOpen: hours.map { (8..<12).contains($0) || (14..<18).contains($0) },
            days: (0..<192).map { $0 / 96 }, slotSeconds: 900)
        func due(_ arrival: Double, within hours: Double) -> Double {
            open.due(arrival * 3600, within: hours * 3600) / 3600
        }
        // From the opening on; on the clock; before a break that it would end in, or past it.
        #expect(due(3, within: 0.5) == 8.5)
        #expect(due(9, within: 2) == 11)
        #expect(due(11.5, within: 1) == 12)
        #expect(due(11.5, within: 3) == 14.5)
        #expect(due(13, within: 0.5) == 14.5)
        // Nothing stays overnight, and what comes in after closing counts from the next morning.
        #expect(due(17, within: 2) == 18)
        #expect(due(18, within: 2) == 34)
        #expect(due(30, within: 23) == 42)
        #expect(due(42, within: 1) == .infinity)
    }
}
