import Testing
import Workforce

@testable import PlanFiles

struct ValueFormatTests {
    @Test(arguments: [
        ("12", 12.0), ("12,5", 12.5), ("12.5", 12.5), ("1 250", 1250), ("1\u{A0}250,75", 1250.75),
        ("12\u{202F}345\u{202F}678", 12_345_678), ("-3", -3), ("+0.5", 0.5), ("007", 7), (" 4 ", 4),
        ("0.1234567890123456", 0.1234567890123456),
    ])
    func decimalsRead(_ text: String, _ value: Double) { #expect(Decimal.parse(text) == value) }

    @Test(arguments: [
        "", "-", ".", ",5", "1.2.3", "1,250.5", "1 2 3", "12 34", "1250 000", "1e5", "nan", "0x10", "１",
    ])
    func otherTextIsNoDecimal(_ text: String) { #expect(Decimal.parse(text) == nil) }

    @Test(arguments: [
        ("240s", 240), ("4m", 240), ("30 min", 1800), ("7.5h", 27_000), ("7,5h", 27_000), ("7h30", 27_000),
        ("1h30m", 5400), ("4m05s", 245), ("00:04:05", 245), ("2d", 172_800), ("4w", 2_419_200), ("0s", 0),
        ("2 heures", 7200), ("3 jours", 259_200),
    ])
    func durationsRead(_ text: String, _ seconds: Int) { #expect(DurationText.seconds(text) == seconds) }

    @Test(arguments: [
        "240", "12.5s", "20:00", "h", "5m4h", "-5s", "1h2h", "00:61:00", "5x", "", "1e9h", "9999999999999h",
    ])
    func otherTextIsNoDuration(_ text: String) { #expect(DurationText.seconds(text) == nil) }

    @Test(arguments: [
        ("12 %", 0.12), ("12%", 0.12), ("0.12", 0.12), ("0,12", 0.12), ("1", 1), ("180 %", 1.8),
    ])
    func sharesRead(_ text: String, _ share: Double) throws {
        let found = try #require(ValueFormat<Double>.share.parse(text))
        #expect(abs(found - share) < 1e-12)
    }

    @Test func aBareNumberAboveOneIsNoShare() {
        #expect(ValueFormat<Double>.share.parse("12") == nil)
        #expect(ValueFormat<Double>.share.suggest("12") == "12 %")
    }

    @Test(arguments: [("14.60", 14.6), ("14,60 €", 14.6), ("1 250 EUR", 1250)])
    func moneyReads(_ text: String, _ euros: Double) {
        #expect(ValueFormat<Double>.money.parse(text) == euros)
    }

    @Test(arguments: [
        ("08:30", 510), ("8h30", 510), ("8h", 480), ("24:00", 1440), ("20:00", 1200), ("08:30:00", 510),
    ])
    func clocksRead(_ text: String, _ minute: Int) { #expect(MomentText.clock(text)?.minute == minute) }

    @Test(arguments: ["24:01", "8", "8:5", "25:00", "12:60", "08:30:15", "a:b", "-1:00"])
    func otherTextIsNoClock(_ text: String) { #expect(MomentText.clock(text) == nil) }

    @Test(arguments: ["2026-11-23", "23/11/2026", "23.11.2026", "23-11-2026"])
    func datesRead(_ text: String) { #expect(MomentText.date(text)?.iso8601 == "2026-11-23") }

    @Test(arguments: [
        "2026-02-30", "31/04/2026", "11/23/2026", "2026-11", "23/11/26", "0001-01-01", "2026-1a-02",
    ])
    func otherTextIsNoDate(_ text: String) { #expect(MomentText.date(text) == nil) }

    @Test func daysWrapAroundTheWeek() {
        #expect(WeekdayText.days("sat-mon") == [.saturday, .sunday, .monday])
        #expect(WeekdayText.days("lun-ven")?.count == 5)
        #expect(WeekdayText.days("mon, wed") == [.monday, .wednesday])
        #expect(WeekdayText.days("funday") == nil)
    }

    @Test(arguments: [
        ("handelTime", "handleTime"), ("hotlne", "hotline"), ("weks", "weeks"), ("cdi-25", "cdi-24"),
    ])
    func theNearestNameIsFound(_ typed: String, _ meant: String) {
        #expect(nearestName(to: typed, among: ["handleTime", "hotline", "weeks", "cdi-24", "zzz"]) == meant)
    }

    @Test func farNamesAreNotSuggested() {
        #expect(nearestName(to: "colour", among: ["activities", "client"]) == nil)
        #expect(nearestName(to: "ab", among: ["xy"]) == nil)
    }

    @Test(arguments: [("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("abc", "abc", 0)])
    func editDistances(_ a: String, _ b: String, _ distance: Int) {
        #expect(editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == distance)
    }

    /// What `Written` writes, the formats read back.
    @Test(arguments: [0, 1, 59, 60, 245, 1800, 3600, 5400, 27_900, 28_800, 259_200])
    func writtenDurationsReadBack(_ seconds: Int) {
        #expect(DurationText.seconds(Written.duration(seconds)) == seconds)
    }

    @Test func fastMomentsAgreeWithSlowOnes() {
        for text in [
            "2026-11-23 08:30", "2026-11-23T08:30:00", "23/11/2026 23:59", "2026-11-23", "29/02/2024",
            "2026-02-30",
            "2026-11-23 24:30", "23/13/2026", "2026-11-23 08:30:15", "abcdefghij", "2026-11-23x08:30",
        ] {
            var copy = text
            let fast = copy.withUTF8 { FastMoment.parse($0) }
            let slow = HistoryMoment.parse(text, .usual)
            #expect(fast?.day == slow?.day, "\(text)")
            #expect(fast?.second == slow?.second, "\(text)")
        }
    }
}
