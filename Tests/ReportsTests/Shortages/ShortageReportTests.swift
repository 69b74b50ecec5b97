import Foundation
import Testing
import Workforce

@testable import Reports

@Suite struct ShortageReportTests {
    static let scenario = Sample.scenario()

    static func shortage(
        _ reason: ShortageReason, day: Int = 0, hours: Double = 2, remedies: [ShortageRemedy] = []
    ) -> ScheduleShortage {
        ScheduleShortage(
            campaign: Sample.hotline, week: 0, day: day, range: Sample.clock(17, 18), least: 1, most: 3,
            hours: hours, cost: Money(euros: 60 * hours), reason: reason, remedies: remedies)
    }

    static let remedy = ShortageRemedy(
        change: .workUntil(Sample.full, ClockTime(hour: 18)), hours: 0.5, weekHoursBefore: 7.5,
        weekHours: 4.25, saving: Money(cents: 19_500), pay: Money(cents: 45_000))

    static let some = [
        shortage(.window(Sample.clock(9, 17)), hours: 2, remedies: [remedy]),
        shortage(.hours(missing: 7.5, surplus: 0.25), day: 1, hours: 5.5),
    ]

    @Test func theDearestComesFirstInBothLanguages() {
        let english = visible(shortageText(Self.some, scenario: Self.scenario, language: .english))
        #expect(
            english == """
                Shortages
                  Day         Hours        Campaign  Missing  Agent-hours     Cost  Why
                  ──────────  ───────────  ────────  ───────  ───────────  ───────  ────────────────────────────────────────────────────────────
                  Tue 24 Nov  17:00–18:00  Hotline       1–3          5.5  €330.00  the week’s hours are used up (7.5 h missing, 0.3 h too many)
                  Mon 23 Nov  17:00–18:00  Hotline       1–3          2.0  €120.00  nobody may work after 17:00
                  ──────────  ───────────  ────────  ───────  ───────────  ───────  ────────────────────────────────────────────────────────────
                  Total                                               7.5  €450.00  hours used up 5.5 h, permitted hours 2.0 h

                What would lift them (each change solved again, alone)
                  Mon 23 Nov 17:00–18:00 Hotline, 2.0 h
                    let CDI 35 h work until 18:00: 0.5 h left, the week from 7.5 h to 4.3 h; cost -€195.00, pay +€450.00

                """)
        let french = visible(shortageText(Self.some, scenario: Self.scenario, language: .french))
        #expect(french.contains("les heures de la semaine sont épuisées (7,5 h manquantes, 0,3 h en trop)"))
        #expect(french.contains("personne ne peut travailler après 17:00"))
        #expect(
            french.contains(
                "autoriser CDI 35 h à travailler jusqu’à 18:00 : reste 0,5 h, la semaine passe de 7,5 h à 4,3 h ; coût -195,00 €, salaires +450,00 €"
            ))
        #expect(shortageText([], scenario: Self.scenario, language: .french) == "")
    }

    static let reasons: [ShortageReason] =
        [
            .nobody, .closed, .weekday, .away, .training, .window(Sample.clock(9, 17)),
            .window(Sample.clock(18, 20)), .window(Sample.clock(8, 20)), .noShift(nil),
            .everyoneWorks(agents: 2), .dayFull(agents: 2), .hours(missing: 3, surplus: 1), .headcount,
            .choice(addedCost: Money(cents: 6600)), .search, .unproved(gap: Money(cents: 1200)),
        ] + ShiftRule.allCases.flatMap { [ShortageReason.noShift($0), .rule($0)] }

    /// Every reason has words of its own in both languages, and a name of its own in JSON.
    @Test func everyReasonIsTold() {
        for language in [Language.english, .french] {
            let phrases = Self.reasons.map { language.phrase(Self.shortage($0)) }
            #expect(Set(phrases).count == phrases.count, "\(phrases)")
        }
        #expect(
            Self.reasons.allSatisfy {
                Language.english.phrase(Self.shortage($0)) != Language.french.phrase(Self.shortage($0))
            })
        #expect(Set(Self.reasons.map { json($0).text }).count == Self.reasons.count)
    }

    static let changes: [(ShortageRemedy.Change, String, String)] = [
        (
            .workFrom(Sample.full, ClockTime(hour: 7)), "let CDI 35 h work from 07:00",
            "autoriser CDI 35 h à travailler dès 07:00"
        ),
        (
            .workOn(Sample.full, .saturday), "let CDI 35 h work on Saturday",
            "autoriser CDI 35 h à travailler le samedi"
        ),
        (.lunchWindow(Sample.clock(11, 15)), "allow lunch 11:00–15:00", "autoriser le déjeuner 11:00–15:00"),
        (
            .shortestDay(Sample.full, minutes: 300), "allow CDI 35 h days of 5 h",
            "autoriser pour CDI 35 h des journées de 5 h"
        ),
        (
            .startSpread(Sample.full, minutes: 90), "let starts of CDI 35 h differ by 1 h 30 min in a week",
            "autoriser pour CDI 35 h 1 h 30 d’écart entre les prises de poste d’une semaine"
        ),
        (
            .daysPerWeek(Sample.full, most: 6), "spread the hours of CDI 35 h over up to 6 days",
            "répartir les heures de CDI 35 h sur 6 jours au plus"
        ),
        (
            .moreHours(Sample.full, minutes: 120), "2 h more a week for everyone on CDI 35 h",
            "2 h de plus par semaine pour tous les contrats CDI 35 h"
        ),
        (.oneMore(Sample.full), "one more agent on CDI 35 h", "un téléconseiller de plus en CDI 35 h"),
    ]

    @Test(arguments: changes)
    func everyChangeIsAnOrder(_ change: ShortageRemedy.Change, _ english: String, _ french: String) {
        #expect(visible(Language.english.phrase(change, in: Self.scenario)) == english)
        #expect(visible(Language.french.phrase(change, in: Self.scenario)) == french)
    }

    @Test func jsonSaysTheSame() throws {
        let text = scheduleJSON(Sample.plan(), shortages: Self.some, scenario: Self.scenario)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let rows = try #require(root["shortages"] as? [[String: Any]])
        #expect(rows.map { $0["date"] as? String } == ["2026-11-23", "2026-11-24"])
        #expect(rows.map { $0["agentHours"] as? Double } == [2, 5.5])
        #expect((rows[0]["reason"] as? [String: Any])?["until"] as? String == "17:00")
        let remedy = try #require((rows[0]["remedies"] as? [[String: Any]])?.first)
        #expect(remedy["weekAgentHours"] as? Double == 4.25)
        #expect(remedy["saving"] as? Double == 195)
        #expect((remedy["change"] as? [String: Any])?["contract"] as? String == "full")
    }

    @Test func tableForASpreadsheet() {
        let file = String(
            decoding: shortageCSV(Self.some, scenario: Self.scenario, language: .french), as: UTF8.self)
        let lines = file.split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(
            visible(String(lines[2]))
                == "24/11/2026;17:00;18:00;hotline;1;3;5,50;330,00;les heures de la semaine sont épuisées (7,5 h manquantes, 0,3 h en trop);"
        )
    }

    @Test func timesBySearchAndPhase() {
        let times = [
            (subject: "b", phase: "dive", seconds: 1.5), (subject: "a", phase: "bound", seconds: 0.25),
            (subject: "b", phase: "dive", seconds: 0.5),
        ]
        let lines = timingText(times, language: .english).split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(lines[1] == ["Search", "bound", "dive", "Sum"])
        #expect(lines[3...4] == [["a", "0.25", "0.00", "0.25"], ["b", "0.00", "2.00", "2.00"]])
        #expect(lines.last == ["Total", "0.25", "2.00", "2.25"])
        #expect(timingText([], language: .french) == "")
    }

    @Test(
        arguments: [
            (
                1_234_500.0, 1_210_000.0,
                "Grille de vacations 5/12 (42 %)  hotline 2026-11-23  12 345 € ≥ 12 100 € (2,0 %)"
            ),
            (1_234_500.0, nil, "Grille de vacations 5/12 (42 %)  hotline 2026-11-23  12 345 €"),
            (0.0, 0.0, "Grille de vacations 5/12 (42 %)  hotline 2026-11-23  0 € ≥ 0 € (0,0 %)"),
        ] as [(Double, Double?, String)])
    func progressSaysCostAndBound(_ incumbent: Double, _ bound: Double?, _ line: String) {
        #expect(
            visible(
                progressLine(
                    stage: "schedule", done: 5, total: 12, subject: "hotline 2026-11-23",
                    incumbent: incumbent, bound: bound, language: .french)) == line)
    }
}
