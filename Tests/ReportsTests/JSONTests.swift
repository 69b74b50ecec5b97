import Foundation
import Testing
import Workforce

@testable import Reports

@Suite struct JSONTests {
    @Test func valuesAreWrittenSortedAndExact() {
        let value: JSONValue = [
            "b": .number(0.1), "a": .array([.null, .bool(true), .integer(.min), .number(.infinity)]),
            "c": "a\"\\\n\u{1}é\u{2028}",
        ]
        #expect(
            value.text
                == #"{"a":[null,true,-9223372036854775808,null],"b":0.1,"c":"a\"\\\n\u0001é\u2028"}"#)
    }

    @Test func everyDocumentNamesItsSchemaAndParses() throws {
        let (plan, scenario) = (Sample.plan(), Sample.scenario())
        let documents = [
            "plateau.plan.v1": planJSON(plan, scenario: scenario),
            "plateau.forecast.v1": forecastJSON(plan.forecast, scenario: scenario),
            "plateau.requirement.v1": requirementJSON(
                plan.requirement, technical: TechnicalReportTests.needs, scenario: scenario),
            "plateau.staffing.v1": staffingJSON(plan.staffing, scenario: scenario),
            "plateau.schedule.v1": scheduleJSON(plan, scenario: scenario),
            "plateau.roster.v1": rosterJSON(plan, scenario: scenario),
            "plateau.teams.v1": teamsJSON(plan.teams, scenario: scenario),
            "plateau.training.v1": trainingJSON(plan.training, scenario: scenario),
            "plateau.cost.v1": costJSON(plan, scenario: scenario),
        ]
        for (schema, text) in documents {
            let object = try #require(
                JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(object["schema"] as? String == schema)
        }
    }

    @Test func planFiguresAreThere() throws {
        let text = planJSON(Sample.plan(), scenario: Sample.scenario())
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let cost = try #require(object["cost"] as? [String: Any])
        #expect(cost["total"] as? Double == 864.5)
        let weeks = try #require(object["campaignWeeks"] as? [[String: Any]])
        #expect(weeks.count == 2)
        #expect(weeks[0]["requiredHours"] as? Double == 60)
        #expect(weeks[0]["paidHours"] as? Double == 35)
        #expect(text == planJSON(Sample.plan(), scenario: Sample.scenario()))
    }

    @Test func nonFiniteNumbersAreNull() throws {
        var plan = Sample.plan()
        plan.forecast.activities[0].contacts[20] = .nan
        plan.roster?.optimality.bound = -.infinity
        let text = planJSON(plan, scenario: Sample.scenario())
        #expect(!text.contains("nan") && !text.contains("inf,") && !text.contains("-inf"))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }

    @Test func calculator() {
        let figures = ErlangFigures(
            model: "c", agents: 10, scheduled: 15, offeredLoad: 12, serviceLevel: 0, thresholdSeconds: 20,
            waitProbability: 1, asaSeconds: .infinity, occupancy: 1, abandonment: 0)
        let text = erlangJSON(figures)
        #expect(text.contains(#""asa":null"#) && text.contains(#""reason":"#))
        #expect(text.contains(#""serviceLevel":0.0"#))
        #expect(erlangText(figures, language: .french).contains("infini"))
    }
}
