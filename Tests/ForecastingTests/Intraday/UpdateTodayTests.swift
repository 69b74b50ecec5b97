import Execution
import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct UpdateTodayTests {
    private static let calendar = EventCalendar(holidays: HolidayCalendar(region: .none))

    /// Days whose contacts share one factor of the given coefficient of variation.
    private static func line(seed: UInt64, days: Int, variation: Double) -> History {
        var generator = SeededGenerator(seed: seed, stream: 1)
        var law = SyntheticHistory(days: days, seed: seed)
        for day in 0..<days { law.factors[day] = max(0.2, 1 + variation * generator.normal()) }
        return law.history()
    }

    private static func update(_ history: History, asOf: ClockTime) throws -> IntradayUpdate {
        try #require(updateToday(history, asOf: asOf, calendar: calendar))
    }

    @Test func aBusyMorningMakesABusyDayWhereDaysShareAFactor() throws {
        let history = UpdateTodayTests.line(seed: 1, days: 183, variation: 0.15)
        // Monday 2026-07-06 is day 182; at noon 8 of 24 slots are known.
        var busy = history
        for slot in 16..<24 { busy.offered[182 * 48 + slot] = 1000.0 / 24 * 1.3 }
        let update = try UpdateTodayTests.update(busy, asOf: ClockTime(hour: 12))
        #expect(update.date == history.lastDay && update.firstSlot == 24 && update.mean.count == 24)
        #expect(abs(update.soFar - 8 * 1000.0 / 24 * 1.3) < 1e-9)
        #expect(update.carriedOver > 0.7 && update.carriedOver <= 1)
        let factor = 1 + update.carriedOver * (update.soFar / update.expectedSoFar - 1)
        for (before, mean) in zip(update.before, update.mean) { #expect(abs(mean - before * factor) < 1e-9) }
        #expect(abs(update.day - update.soFar - update.mean.reduce(0, +)) < 1e-9)
        #expect(update.day > 1.15 * update.dayBefore)
    }

    @Test func chanceIsNotCarriedOver() throws {
        // 240 calls a day without any common factor: a busy morning says nothing.
        var history = SyntheticHistory(days: 183, weekday: [240, 240, 240, 240, 240, 0, 0], seed: 3).history()
        for slot in 16..<24 { history.offered[182 * 48 + slot] = 14 }
        let update = try UpdateTodayTests.update(history, asOf: ClockTime(hour: 12))
        #expect(update.carriedOver < 0.35)
    }

    @Test func theDayIsKnownBetterWithEveryHour() throws {
        let history = UpdateTodayTests.line(seed: 4, days: 183, variation: 0.12)
        var widths: [Double] = []
        for hour in [8, 11, 15, 19] {
            let update = try UpdateTodayTests.update(history, asOf: ClockTime(hour: hour))
            widths.append(update.dayBands[0].high[0] - update.dayBands[0].low[0])
            #expect(update.dayBands[0].low[0] >= update.soFar)
        }
        #expect(widths == widths.sorted(by: >))
    }

    @Test func nothingAfterTheMomentIsLookedAt() throws {
        let history = UpdateTodayTests.line(seed: 5, days: 183, variation: 0.12)
        var cut = history
        for slot in 22..<48 { cut.offered[182 * 48 + slot] = nil }
        let eleven = ClockTime(hour: 11)
        #expect(
            try UpdateTodayTests.update(history, asOf: eleven) == UpdateTodayTests.update(cut, asOf: eleven))
    }

    @Test(.enabled(if: isOptimised)) func bandsOfTheDayCoverAsPromised() throws {
        var inside = [0.0, 0.0]
        var better = 0.0
        var worse = 0.0
        let count = 80.0
        for seed in 1...80 as ClosedRange<UInt64> {
            let history = UpdateTodayTests.line(seed: seed, days: 183, variation: 0.12)
            let update = try UpdateTodayTests.update(history, asOf: ClockTime(hour: 12))
            let actual = history.offered[182 * 48..<183 * 48].reduce(0) { $0 + ($1 ?? 0) }
            for band in 0..<2
            where update.dayBands[band].low[0] <= actual && actual <= update.dayBands[band].high[0] {
                inside[band] += 1
            }
            better += abs(update.day - actual)
            worse += abs(update.dayBefore - actual)
        }
        #expect(abs(inside[0] / count - 0.8) < 0.12)
        #expect(abs(inside[1] / count - 0.95) < 0.06)
        #expect(better < worse / 2)
    }

    @Test func aRecordThatStopsEarlierIsKnownNoFurther() throws {
        let history = UpdateTodayTests.line(seed: 5, days: 183, variation: 0.12)
        var cut = history
        for slot in 22..<48 { cut.offered[182 * 48 + slot] = nil }
        // Asked for 14:00, the record stops at 11:00.
        let update = try UpdateTodayTests.update(cut, asOf: ClockTime(hour: 14))
        #expect(update.asOf == ClockTime(hour: 11))
        #expect(try update == UpdateTodayTests.update(history, asOf: ClockTime(hour: 11)))
        // A gap within the morning is as unknown as the rest: the day keeps its contacts.
        var gap = history
        for slot in 18..<20 { gap.offered[182 * 48 + slot] = nil }
        let whole = try UpdateTodayTests.update(history, asOf: ClockTime(hour: 12))
        let holed = try UpdateTodayTests.update(gap, asOf: ClockTime(hour: 12))
        #expect(abs(holed.day / whole.day - 1) < 0.05)
    }

    @Test func theDaysCorrectionsAreExpected() throws {
        let history = UpdateTodayTests.line(seed: 5, days: 183, variation: 0.12)
        let correction = ForecastOverride(
            days: history.lastDay...history.lastDay, change: .factor(1.3), author: "M", reason: "mailing")
        let plain = try UpdateTodayTests.update(history, asOf: ClockTime(hour: 11))
        let corrected = try #require(
            updateToday(
                history, asOf: ClockTime(hour: 11), calendar: UpdateTodayTests.calendar,
                overrides: [correction]))
        #expect(abs(corrected.dayBefore - 1.3 * plain.dayBefore) < 1e-6)
        #expect(abs(corrected.expectedSoFar - 1.3 * plain.expectedSoFar) < 1e-6)
    }

    @Test func withoutADayBeforeThereIsNoUpdate() {
        let one = SyntheticHistory(days: 1).history()
        #expect(updateToday(one, asOf: ClockTime(hour: 11), calendar: UpdateTodayTests.calendar) == nil)
    }

    @Test(arguments: [0, 1440]) func theEdgesOfTheDay(_ minute: Int) throws {
        let history = UpdateTodayTests.line(seed: 6, days: 60, variation: 0.1)
        // Day 59 is a Thursday.
        let update = try UpdateTodayTests.update(history, asOf: ClockTime(minute: minute))
        if minute == 0 {
            #expect(update.soFar == 0 && update.day == update.dayBefore)
        } else {
            #expect(update.mean.isEmpty && update.day == update.soFar)
        }
    }
}
