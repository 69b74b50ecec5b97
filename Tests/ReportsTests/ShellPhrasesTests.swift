import Testing
import Workforce

@testable import Reports

@Suite struct ShellPhrasesTests {
    /// The record stops at 11:00, or 11:10 lies inside a half-hour.
    @Test(arguments: [
        (
            ClockTime(hour: 13), 30, "the record stops at 11:00: forecast from there",
            "l’enregistrement s’arrête à 11:00 : prévision à partir de là"
        ),
        (
            ClockTime(minute: 670), 30,
            "11:10 lies inside the slot that starts at 11:00: forecast from there",
            "11:10 tombe dans le créneau qui commence à 11:00 : prévision à partir de là"
        ),
        (
            ClockTime(minute: 670), 5, "the record stops at 11:00: forecast from there",
            "l’enregistrement s’arrête à 11:00 : prévision à partir de là"
        ),
        (ClockTime(hour: 11), 30, nil, nil), (ClockTime(hour: 10), 0, nil, nil),
    ])
    func earlierThanAsked(asked: ClockTime, slot: Int, english: String?, french: String?) {
        var update = SampleForecast.intraday()
        update.slotMinutes = slot
        #expect(Language.english.phrase(earlier: update, than: asked) == english)
        #expect(Language.french.phrase(earlier: update, than: asked).map(visible) == french)
    }

    @Test func activitiesWithoutHistory() {
        #expect(
            Language.english.phrase(withoutHistory: "ventes", known: ["hotline/inbound"])
                == "ventes: this activity has no history to forecast from; with a history: hotline/inbound")
        #expect(
            visible(Language.french.phrase(withoutHistory: "ventes", known: []))
                == "ventes : cette activité n’a pas d’historique à prolonger")
        #expect(
            Language.english.phrase(unknownActivity: "vente", known: ["a/b", "c/d"])
                == "vente: no activity has this name; with a history: a/b, c/d")
    }
}
