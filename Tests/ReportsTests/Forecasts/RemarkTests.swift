import Testing
import Workforce

@testable import Reports

@Suite struct RemarkTests {
    private static let monday = Sample.monday
    private static let week = Sample.clock(9, 18)
    private static let working: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

    /// One day and several: nouns, adjectives and participles agree.
    private static let agreements: [(ForecastRemark, english: String, french: String)] = [
        (
            .outlierDays([monday]),
            "1 day far from its neighbours (an outage or a one-off event?) left out: 23 Nov 2026",
            "1 jour très différent de ses voisins (panne ou événement isolé ?), écarté : 23/11/2026"
        ),
        (
            .outlierDays([monday, monday + 1, monday + 3]),
            "3 days far from their neighbours (an outage or a one-off event?) left out: 23 Nov 2026, 24 Nov 2026, 26 Nov 2026",
            "3 jours très différents de leurs voisins (panne ou événement isolé ?), écartés : 23/11/2026, 24/11/2026, 26/11/2026"
        ),
        (
            .missingDays([monday]), "1 day without any record left out: 23 Nov 2026",
            "1 jour sans aucun enregistrement, écarté : 23/11/2026"
        ),
        (
            .missingDays([monday, monday + 1]),
            "2 days without any record left out: 23 Nov 2026, 24 Nov 2026",
            "2 jours sans aucun enregistrement, écartés : 23/11/2026, 24/11/2026"
        ),
        (
            .closedDays([monday]), "1 day at zero all day long taken for closed: 23 Nov 2026",
            "1 jour à zéro toute la journée, compté fermé : 23/11/2026"
        ),
        (
            .closedDays([monday, monday + 1]),
            "2 days at zero all day long taken for closed: 23 Nov 2026, 24 Nov 2026",
            "2 jours à zéro toute la journée, comptés fermés : 23/11/2026, 24/11/2026"
        ),
        (
            .missingIntervals(count: 1, days: [monday]),
            "1 interval without a record on 1 day, for which the rest of the day stands: 23 Nov 2026",
            "1 intervalle sans enregistrement sur 1 jour, où le reste de la journée en tient lieu : 23/11/2026"
        ),
        (
            .missingIntervals(count: 12, days: [monday, monday + 1]),
            "12 intervals without a record on 2 days, for which the rest of the day stands: 23 Nov 2026, 24 Nov 2026",
            "12 intervalles sans enregistrement sur 2 jours, où le reste de la journée en tient lieu : 23/11/2026, 24/11/2026"
        ),
        (
            .outages([HistoryOutage(date: monday, hours: week, missed: 40)]),
            "1 outage left out: 23 Nov 2026 09:00–18:00", "1 panne écartée : 23/11/2026 09:00–18:00"
        ),
        (
            .outages([monday, monday + 1].map { HistoryOutage(date: $0, hours: week, missed: 40) }),
            "2 outages left out: 23 Nov 2026 09:00–18:00, 24 Nov 2026 09:00–18:00",
            "2 pannes écartées : 23/11/2026 09:00–18:00, 24/11/2026 09:00–18:00"
        ),
        (
            .openHoursWithoutHistory(intervals: 1),
            "1 open interval has no history: no contact is forecast there",
            "1 intervalle ouvert sans historique : aucun contact n’y est prévu"
        ),
        (
            .openHoursWithoutHistory(intervals: 40),
            "40 open intervals have no history: no contact is forecast there",
            "40 intervalles ouverts sans historique : aucun contact n’y est prévu"
        ),
    ]

    @Test(arguments: agreements.indices) func wordsAgree(_ index: Int) {
        let (remark, english, french) = RemarkTests.agreements[index]
        #expect(visible(Language.english.phrase(remark)) == english)
        #expect(visible(Language.french.phrase(remark)) == french)
    }

    @Test(arguments: [
        (
            0, "bands widened: no past forecast to learn the errors from",
            "fourchettes élargies : aucune prévision passée pour en apprendre les erreurs"
        ),
        (
            1, "bands widened: 1 past forecast is too few to learn the errors from",
            "fourchettes élargies : 1 prévision passée ne suffit pas pour apprendre les erreurs"
        ),
        (
            4, "bands widened: 4 past forecasts are too few to learn the errors from",
            "fourchettes élargies : 4 prévisions passées ne suffisent pas pour apprendre les erreurs"
        ),
    ])
    func trials(count: Int, english: String, french: String) {
        let remark = ForecastRemark.widenedBands(.fewTrials(trials: count))
        #expect(visible(Language.english.phrase(remark)) == english)
        #expect(visible(Language.french.phrase(remark)) == french)
    }

    /// 12 May 2026; 1.4 is 40 % above, 0.6 as much below.
    @Test(arguments: [
        (1.4, "40% higher", "supérieur de 40 %"), (0.6, "40% lower", "inférieur de 40 %"),
        (3, "200% higher", "supérieur de 200 %"), (.nan, "– lower", "inférieur de –"),
    ])
    func levels(factor: Double, english: String, french: String) throws {
        let remark = ForecastRemark.levelChanged(
            from: try #require(CivilDate(year: 2026, month: 5, day: 12)), factor: factor)
        #expect(
            visible(Language.english.phrase(remark))
                == "since 12 May 2026 the level is \(english): older days were brought to it")
        #expect(
            visible(Language.french.phrase(remark))
                == "depuis le 12/05/2026, le niveau est \(french) : les jours plus anciens y ont été ramenés")
        guard factor.isFinite else { return }
        #expect(
            json(remark) == ["kind": "levelChanged", "from": "2026-05-12", "factor": JSONValue(factor)])
    }

    @Test func weekdaysNeverSeen() {
        let sunday = ForecastRemark.weekdaysAssumed([.sunday])
        #expect(
            Language.english.phrase(sunday)
                == "never seen: Sunday; forecast like the mean of the other days (give opening hours or more history)"
        )
        #expect(
            visible(Language.french.phrase(sunday))
                == "jamais vu : dimanche ; prévu comme la moyenne des autres jours (donnez les heures d’ouverture ou un historique plus long)"
        )
        let both = ForecastRemark.weekdaysAssumed([.saturday, .sunday])
        #expect(Language.english.phrase(both).hasPrefix("never seen: Saturday and Sunday; forecast"))
        #expect(
            visible(Language.french.phrase(both)).hasPrefix(
                "jamais vus : samedi et dimanche ; prévus comme la moyenne"))
        #expect(json(both).text == #"{"kind":"weekdaysAssumed","weekdays":[6,7]}"#)
    }

    @Test(arguments: [
        (working, "Monday to Friday", "du lundi au vendredi"),
        ([.saturday], "Saturday", "le samedi"),
        ([.sunday, .saturday], "Saturday and Sunday", "le samedi et le dimanche"),
        ([.monday, .wednesday, .monday], "Monday and Wednesday", "le lundi et le mercredi"),
        (
            [.monday, .thursday, .friday, .saturday], "Monday and Thursday to Saturday",
            "le lundi et du jeudi au samedi"
        ),
        (
            [.monday, .tuesday, .thursday, .sunday], "Monday, Tuesday, Thursday and Sunday",
            "le lundi, le mardi, le jeudi et le dimanche"
        ),
        (Weekday.allCases, "every day", "tous les jours"), ([], "–", "–"),
    ])
    func weekdays(weekdays: [Weekday], english: String, french: String) {
        #expect(Language.english.names(weekdays) == english)
        #expect(Language.french.names(weekdays) == french)
    }

    @Test func openingHours() {
        let remark = ForecastRemark.openingHoursChanged(
            weekdays: RemarkTests.working, from: RemarkTests.monday, before: RemarkTests.week,
            after: Sample.clock(8, 20))
        #expect(
            Language.english.phrase(remark)
                == "since 23 Nov 2026, Monday to Friday: 08:00–20:00 instead of 09:00–18:00")
        #expect(
            visible(Language.french.phrase(remark))
                == "depuis le 23/11/2026, du lundi au vendredi : 08:00–20:00 au lieu de 09:00–18:00")
        #expect(
            json(remark).text
                == #"{"after":{"from":"08:00","until":"20:00"},"before":{"from":"09:00","until":"18:00"},"#
                + #""from":"2026-11-23","kind":"openingHoursChanged","weekdays":[1,2,3,4,5]}"#)
        let closed = ForecastRemark.openingHoursChanged(
            weekdays: [.saturday], from: RemarkTests.monday, before: RemarkTests.week, after: nil)
        #expect(
            visible(Language.french.phrase(closed))
                == "depuis le 23/11/2026, le samedi : fermé au lieu de 09:00–18:00")
    }

    @Test func gapsForPrograms() {
        #expect(
            json(ForecastRemark.missingIntervals(count: 12, days: [RemarkTests.monday])).text
                == #"{"dates":["2026-11-23"],"intervals":12,"kind":"missingIntervals"}"#)
    }

    /// A daily history has one error, not two equal ones.
    @Test(arguments: [
        (0.193, 6, "mean error on the past 8.1% by day, 19.3% by slot, bias -1.2% (6 trials)"),
        (0.081, 1, "mean error on the past 8.1% by day, bias -1.2% (1 trial)"),
    ])
    func accuracy(slot: Double, trials: Int, sentence: String) {
        let accuracy = ForecastAccuracy(origins: trials, dailyWAPE: 0.081, slotWAPE: slot, bias: -0.012)
        #expect(visible(Language.english.phrase(accuracy)) == sentence)
    }

    /// Causes never seen name no gender: « sans précédent » suits them all.
    @Test func unseenCauses() {
        let remark = ForecastRemark.widenedBands(.unseenCauses([.bridge, .holiday(.labourDay)]))
        #expect(
            visible(Language.french.phrase(remark))
                == "fourchettes élargies : sans précédent dans l’historique : pont, fête du Travail")
    }
}
