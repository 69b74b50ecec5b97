import Testing
import Workforce

@testable import Reports

@Suite struct NothingExpectedTests {
    /// Four closed days.
    private var closed: HistoryForecast {
        var forecast = SampleForecast.bare()
        (forecast.mean, forecast.dailyMean) = ([0, 0, 0, 0], [0, 0, 0, 0])
        forecast.remarks = [.shortHistory(days: 60)]
        return forecast
    }

    @Test func oneLineInsteadOfATable() {
        let expected = """
            No contact is expected: 23 Nov 2026 – 26 Nov 2026.

              Short history of 60 days: take the bands with care

            """
        #expect(visible(historyForecastText(closed, language: .english)) == expected)
        #expect(visible(historyForecastWeeksText(closed, language: .english)) == expected)
        #expect(
            visible(historyForecastText(closed, language: .french)).hasPrefix(
                "Aucun contact n’est attendu : 23/11/2026 – 26/11/2026.\n\n"))
        #expect(
            visible(historyForecastPage(closed, title: "", language: .french)).contains(
                "Aucun contact n’est attendu : 23/11/2026 – 26/11/2026."))
        #expect(historyForecastText(SampleForecast.empty(), language: .english) == "Nothing to forecast.\n")
    }

    /// What is no number is no zero.
    @Test(arguments: [
        ([0.0, 0], false), ([0, 1], true), ([.nan, 0], true), ([.infinity], true), ([], false),
    ])
    func days(daily: [Double], isTable: Bool) {
        #expect((Language.english.nothingExpected(of: daily, from: Sample.monday) == nil) == isTable)
    }

    @Test(arguments: Language.allCases)
    func activitiesOfAWorkspace(language: Language) {
        var forecast = Sample.forecast()
        let count = forecast.activities[0].dailyContacts.count
        forecast.activities[0].dailyContacts = [Double](repeating: 0, count: count)
        let text = forecastText(forecast, scenario: Sample.scenario(), language: language)
        #expect(text.contains(language("\n  No contact is expected: ", "\n  Aucun contact n’est attendu")))
        // A line instead of the table, above the method.
        #expect(text.contains(language("Method: ", "Méthode\u{A0}: ")) && !text.contains("Total"))
    }

    @Test func theRestOfADay() {
        var update = SampleForecast.intraday()
        (update.mean, update.before) = ([0, 0, 0], [0, 0, 0])
        #expect(
            visible(intradayText(update, language: .french)) == """
                mardi 24 novembre 2026, à 11:00
                  412 contacts reçus à 11:00, 8 % de plus que prévu (381) ; 62 % de l’écart est reporté sur le reste de la journée.
                  Aucun contact n’est attendu d’ici la fin de la journée.

                """)
        (update.mean, update.before) = ([], [])
        #expect(
            visible(intradayText(update, language: .english)).hasSuffix(
                "\n  The day is over: no slot is still to come.\n"))
        // Expected before the day, though no more: still a table.
        (update.mean, update.before) = ([0, 0], [5, 0])
        #expect(intradayText(update, language: .english).contains("Rest of the day"))
    }
}
