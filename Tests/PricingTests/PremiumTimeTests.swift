import Testing
import Workforce

@testable import Pricing

@Suite struct PremiumTimeTests {
    let rules = TinyFloor.rules.work
    let horizon = TinyFloor().scenario.horizon

    private func premium(_ from: Int, _ to: Int, day: Int, holiday: Bool = false) -> PremiumTime {
        rules.premiumTime(
            of: Shift(range: TinyFloor.range(from, to), breaks: []), day: day, isHoliday: holiday,
            horizon: horizon)
    }

    @Test func weekdaysInTheDayCarryNone() {
        #expect(premium(480, 1200, day: 0) == PremiumTime())
    }

    @Test func sundayAndHolidayDoNotAddUp() {
        #expect(premium(600, 900, day: 6) == PremiumTime(minutes: 300, weightedMinutes: 300))
        #expect(premium(600, 900, day: 6, holiday: true) == PremiumTime(minutes: 300, weightedMinutes: 300))
        #expect(premium(600, 900, day: 0, holiday: true) == PremiumTime(minutes: 300, weightedMinutes: 300))
    }

    /// Day work is from 6:30 to 21:30.
    @Test func nightWorkAddsHalf() {
        #expect(premium(360, 600, day: 0) == PremiumTime(minutes: 30, weightedMinutes: 15))
        #expect(premium(1200, 1380, day: 0) == PremiumTime(minutes: 90, weightedMinutes: 45))
        #expect(premium(1320, 1380, day: 0) == PremiumTime(minutes: 60, weightedMinutes: 30))
        #expect(premium(1200, 1380, day: 6) == PremiumTime(minutes: 180, weightedMinutes: 225))
    }

    @Test func unpaidLunchCarriesNone() {
        let sunday = rules.premiumTime(of: TinyFloor.day(), day: 6, isHoliday: false, horizon: horizon)
        #expect(sunday == PremiumTime(minutes: 420, weightedMinutes: 420))
    }
}
