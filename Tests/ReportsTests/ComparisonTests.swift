import Foundation
import Testing
import Workforce

@testable import Reports

@Suite struct ComparisonTests {
    private let base = WhatIfRow(name: "base", plan: Sample.plan(), scenario: Sample.scenario())

    private func variant(_ extra: Int, value: Double? = nil) -> WhatIfRow {
        var row = base
        row.name = "+\(extra)"
        row.value = value
        row.plan.cost.lines[0].amount = Money(cents: 45_500 + extra * 100)
        row.plan.service[0].overall = 0.823
        return row
    }

    @Test func differencesAreSigned() {
        let text = whatIfText(base: base, variants: [variant(40)], language: .english)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines[5].contains("difference") && lines[5].contains("+€40") && lines[5].contains("-€40"))
        #expect(lines[5].contains("+10.0 pt"))
    }

    @Test func jsonCarriesBoth() throws {
        let text = whatIfJSON(base: base, variants: [variant(40, value: 0.1)])
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "plateau.whatif.v1")
        let variants = try #require(object["variants"] as? [[String: Any]])
        let difference = try #require(variants.first?["difference"] as? [String: Any])
        #expect(difference["cost"] as? Double == 40)
        #expect(variants.first?["value"] as? Double == 0.1)
    }

    @Test func sweepsHaveCurves() {
        let rows = [variant(30, value: 0.2), variant(0, value: -0.1), variant(10, value: 0)]
        let curves = SweepChart.curves(variants: rows, key: "demand", language: .english)
        #expect(curves.map(\.title) == ["Cost", "FTE", "Service level", "Requirement covered", "Margin"])
        #expect(curves[0].points.map(\.x) == [-0.1, 0, 0.2])
        #expect(SweepChart.curves(variants: [variant(1)], key: "", language: .english).isEmpty)
        #expect(curves[1].svg.contains("<svg"))
    }

    @Test func coverageCountsWorkBesideCalls() {
        let summary = PlanSummary(base.plan, base.scenario)
        let hotline = summary.campaigns[0].weeks[0]
        #expect(hotline.requiredHours == 60)
        // 8 h less lunch and two half hours that a break touches, five days.
        #expect(hotline.coveredHours == 30)
        #expect(hotline.people == 1)
        let sales = summary.campaigns[1].weeks[0]
        // Four days of 6 h, less two hours of Monday in class; 10:30 is a break within them.
        #expect(sales.coveredHours == 22.5)
        #expect(sales.paidHours == 28)
        #expect(summary.campaigns[0].service == 0.723)
    }
}
