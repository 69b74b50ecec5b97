import Testing
import Workforce

@testable import Reports

@Suite struct ForecastCauseTests {
    @Test(arguments: [
        (1.12, "+12 %", "+12%"), (0.35, "-65 %", "-65%"), (1, "0 %", "0%"), (1.004, "0 %", "0%"),
        (0, "-100 %", "-100%"), (35, "+3 400 %", "+3,400%"), (.nan, "–", "–"), (.infinity, "–", "–"),
    ])
    func factorsAreReadAsChanges(factor: Double, french: String, english: String) {
        #expect(visible(Language.french.change(factor)) == french)
        #expect(Language.english.change(factor) == english)
    }

    /// Names from files keep their letters; words of this program begin a row with a capital.
    @Test(arguments: [
        (DayCause.event(name: "iPhone"), "iPhone"),
        (.otherHoliday(name: "pont de l’Ascension"), "pont de l’Ascension"),
        (.otherHoliday(name: ""), "Jour férié local"), (.holidayEve, "Veille de jour férié"),
        (.schoolHolidays(zone: "B"), "Vacances scolaires, zone B"),
    ])
    func titles(cause: DayCause, title: String) { #expect(Language.french.title(cause) == title) }

    /// Closed days say so, with the days seen: « -100 %, jamais vu » would alarm for nothing.
    @Test(arguments: [
        (7, false, "  Christmas Day  closed          –          7\n"),
        (0, false, "  Christmas Day  closed          –          0\n"),
        (0, true, "  Christmas Day  closed          –      given\n"),
    ])
    func closures(days: Int, isGiven: Bool, row: String) {
        let effect = DayEffect(
            cause: .holiday(.christmas), factor: 0, low: 0, high: 0, days: days, isGiven: isGiven)
        let text = effectTable([effect], .english).text(.english, colour: true)
        #expect(!text.contains("\u{1B}[33m"))
        #expect(effectTable([effect], .english).text(.english).hasSuffix(row))
        #expect(effectTable([effect], .french).text(.french).contains("fermé"))
    }

    @Test func unsignedCorrections() {
        let override = ForecastOverride(
            days: Sample.monday...Sample.monday, change: .contactsPerDay(1234), author: "", reason: "")
        #expect(Language.english.signature(of: override) == "–")
        #expect(Language.english.period(of: override) == "23 Nov 2026")
        #expect(Language.english.phrase(override.change) == "1,234 a day")
    }

    @Test(arguments: Language.allCases)
    func workspacesShowCauses(language: Language) throws {
        var forecast = Sample.forecast()
        let scenario = Sample.scenario()
        let before = forecastText(forecast, scenario: scenario, language: language)
        let heading = language("Calendar and events", "Calendrier et événements")
        let corrections = language("Corrections by planners", "Corrections des planificateurs")
        #expect(!before.contains(heading) && !before.contains(corrections))
        forecast.activities[0].effects = SampleForecast.effects()
        forecast.activities[0].overrides = [SampleForecast.mailing()]
        let text = forecastText(forecast, scenario: scenario, language: language)
        #expect(text.hasPrefix(before))
        #expect(text.contains(heading) && text.contains(corrections) && text.contains("→"))
        #expect(!text.contains("\u{1B}"))
        var plan = Sample.plan()
        let plain = htmlReport(plan, scenario: scenario, language: language)
        #expect(!plain.contains(heading))
        plan.forecast = forecast
        let page = htmlReport(plan, scenario: scenario, language: language)
        #expect(page.contains(heading) && page.contains(corrections))
        #expect(page.contains("=mailing &lt;b&gt;") && page.contains("&lt;mailing&gt; &amp;"))
        #expect(markupError(page) == nil)
        let root = try object(forecastJSON(forecast, scenario: scenario))
        let activity = try #require((root["activities"] as? [[String: Any]])?.first)
        #expect((activity["effects"] as? [Any])?.count == 3 && (activity["overrides"] as? [Any])?.count == 1)
    }

    /// A remark may name an event of a file.
    @Test func remarksDoNotSpeakToTheTerminal() {
        var forecast = Sample.forecast()
        forecast.activities[0].remarks = [.widenedBands(.unseenCauses([.event(name: "\u{1B}[2J\nTV")]))]
        let text = forecastText(forecast, scenario: Sample.scenario(), language: .english)
        #expect(text.contains("never seen in the history:  [2J TV\n"))
    }
}
