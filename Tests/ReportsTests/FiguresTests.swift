import Testing
import Workforce

@testable import Reports

@Suite struct FiguresTests {
    @Test(arguments: [
        (0, "0", "0"), (999, "999", "999"), (1000, "1,000", "1\u{202F}000"),
        (-1_234_567, "-1,234,567", "-1\u{202F}234\u{202F}567"),
        (
            Int.min, "-9,223,372,036,854,775,808",
            "-9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808"
        ),
    ])
    func wholeNumbers(value: Int, english: String, french: String) {
        #expect(Language.english.number(value) == english)
        #expect(Language.french.number(value) == french)
    }

    @Test(arguments: [
        (1234.5, 1, "1,234.5", "1\u{202F}234,5"), (0.05, 1, "0.1", "0,1"), (-0.04, 1, "0.0", "0,0"),
        (2.5, 0, "3", "3"), (999.96, 1, "1,000.0", "1\u{202F}000,0"), (.nan, 2, "–", "–"),
        (.infinity, 0, "–", "–"), (12.0, 3, "12.000", "12,000"),
    ])
    func decimals(value: Double, decimals: Int, english: String, french: String) {
        #expect(Language.english.number(value, decimals: decimals) == english)
        #expect(Language.french.number(value, decimals: decimals) == french)
    }

    @Test func hugeNumbersDoNotTrap() {
        for value in [1e18, 1e300, -1e300, Double.greatestFiniteMagnitude, 9e17] {
            #expect(!Language.french.number(value, decimals: 3).isEmpty)
            #expect(!Language.english.hours(value).isEmpty)
        }
        #expect(!Language.english.money(Money(cents: .min)).isEmpty)
        #expect(!Language.english.money(UnitPrice(micros: .max)).isEmpty)
        #expect(!Language.english.money(UnitPrice(micros: .min)).isEmpty)
        #expect(!Language.english.duration(Seconds(.min)).isEmpty)
        #expect(!Language.french.duration(minutes: .min).isEmpty)
    }

    @Test(arguments: [
        (1_234_560, "€12,345.60", "12\u{202F}345,60\u{A0}€"), (0, "€0.00", "0,00\u{A0}€"),
        (-5, "-€0.05", "-0,05\u{A0}€"), (99, "€0.99", "0,99\u{A0}€"),
    ])
    func amounts(cents: Int, english: String, french: String) {
        #expect(Language.english.money(Money(cents: cents)) == english)
        #expect(Language.french.money(Money(cents: cents)) == french)
    }

    @Test(arguments: [
        (31.5, "€31.50", "31,50\u{A0}€"), (0.0123, "€0.0123", "0,0123\u{A0}€"),
        (0.123, "€0.123", "0,123\u{A0}€"), (-2.00004, "-€2.00", "-2,00\u{A0}€"),
    ])
    func unitPrices(euros: Double, english: String, french: String) {
        #expect(Language.english.money(UnitPrice(euros: euros)) == english)
        #expect(Language.french.money(UnitPrice(euros: euros)) == french)
    }

    @Test func dates() {
        let monday = Sample.monday
        #expect(Language.french.longDate(monday) == "lundi 23 novembre 2026")
        #expect(Language.english.longDate(monday) == "Mon 23 Nov 2026")
        #expect(Language.french.date(monday) == "23/11/2026")
        #expect(Language.english.date(monday) == "23 Nov 2026")
        #expect(Language.french.longDate(CivilDate(iso8601: "2026-08-01")!) == "samedi 1er août 2026")
        #expect(Language.french.shortDate(CivilDate(iso8601: "2026-08-01")!) == "sam. 01/08")
        #expect(Language.english.shortDate(monday) == "Mon 23 Nov")
    }

    @Test(arguments: [
        (0, "0 min", "0 min"), (45, "45 min", "45 min"), (60, "1 h", "1 h"), (450, "7 h 30 min", "7 h 30"),
        (425, "7 h 5 min", "7 h 05"), (-90, "-1 h 30 min", "-1 h 30"),
    ])
    func durations(minutes: Int, english: String, french: String) {
        func plain(_ text: String) -> String { String(text.map { $0 == "\u{A0}" ? " " : $0 }) }
        #expect(plain(Language.english.duration(minutes: minutes)) == english)
        #expect(plain(Language.french.duration(minutes: minutes)) == french)
    }

    @Test func seconds() {
        #expect(Language.english.duration(Seconds(20)) == "20\u{A0}s")
        #expect(Language.english.duration(Seconds(245)) == "4\u{A0}min\u{A0}5\u{A0}s")
        #expect(Language.french.duration(Seconds(240)) == "4\u{A0}min")
        #expect(Language.french.duration(Seconds(4200)) == "1\u{A0}h\u{A0}10")
    }

    @Test func percentages() {
        #expect(Language.english.percent(0.8) == "80.0%")
        #expect(Language.french.percent(0.8053, decimals: 2) == "80,53\u{202F}%")
        #expect(Language.french.percent(nil) == "–")
        #expect(Language.french.signed(3) == "+3")
        #expect(Language.french.signed(-2.5, decimals: 1) == "-2,5")
        #expect(Language.english.signed(0.01, decimals: 1) == "0.0")
    }
}
