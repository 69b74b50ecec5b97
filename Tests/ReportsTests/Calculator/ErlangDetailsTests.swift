import Foundation
import Reports
import Testing

struct ErlangDetailsTests {
    private let figures = ErlangFigures(
        model: "a", agents: 10, scheduled: 15, offeredLoad: 8, serviceLevel: 0.8, thresholdSeconds: 20,
        waitProbability: 0.4, asaSeconds: 12, occupancy: 0.8, abandonment: 0.02)

    private func service(_ agents: Int, _ level: Double, asa: Double = 10) -> ErlangDetails.Service {
        .init(
            agents: agents, serviceLevel: level, waitProbability: 0.3, asaSeconds: asa, occupancy: 0.7,
            abandonment: 0.01)
    }

    /// Asking for nothing changes nothing.
    @Test func nothingAsked() {
        for language in Language.allCases {
            #expect(
                erlangText(figures, details: ErlangDetails(), language: language)
                    == erlangText(figures, language: language))
        }
        #expect(erlangJSON(figures, details: ErlangDetails()) == erlangJSON(figures))
        #expect(!erlangJSON(figures).contains("binding"))
    }

    /// An infinite wait has two causes: too much load always, or on some days.
    @Test func saysWhyAWaitIsInfinite() {
        var endless = figures
        endless.asaSeconds = .infinity
        #expect(erlangJSON(endless).contains("on days of more calls"))
        endless.offeredLoad = 10
        #expect(erlangJSON(endless).contains("offered load is not below the number of agents"))
    }

    @Test func sensitivityIsInPoints() {
        var details = ErlangDetails()
        details.binding = [.serviceLevel, .occupancy]
        details.sensitivity = [
            .init(change: .oneAgentFewer, service: service(9, 0.759, asa: .infinity)),
            .init(change: .oneAgentMore, service: service(11, 0.83)),
        ]
        let english = erlangText(figures, details: details, language: .english)
        #expect(english.contains("-4.10") && english.contains("+3.00"))
        #expect(english.contains("service level, occupancy") && english.contains("infinite"))
        let french = erlangText(figures, details: details, language: .french)
        #expect(french.contains("-4,10") && french.contains("un agent de moins"))
        #expect(french.contains("infinie"))
        let json = erlangJSON(figures, details: details)
        #expect(json.contains(#""binding":["serviceLevel","occupancy"]"#))
        #expect(json.contains(#""oneAgentFewer":{"abandonment":0.01,"agents":9,"asa":null"#))
    }

    @Test func definitionsAndLoads() {
        var details = ErlangDetails()
        details.definition = .shortAbandons(seconds: 5)
        details.largestCalls = 361.16
        #expect(erlangText(figures, details: details, language: .english).contains("gone within 5 s"))
        #expect(erlangText(figures, details: details, language: .french).contains("361,2"))
        let json = erlangJSON(figures, details: details)
        #expect(json.contains(#""definition":"short-abandons""#) && json.contains(#""shortAbandon":5.0"#))
        #expect(json.contains(#""largestCalls":361.16"#))
        details.largestCalls = .infinity
        #expect(erlangText(figures, details: details, language: .english).contains("any number"))
        #expect(erlangJSON(figures, details: details).contains(#""largestCalls":null"#))
    }

    /// One column per number of agents, in eighths of a line, and the target's line.
    @Test func curve() throws {
        var details = ErlangDetails()
        details.curve = [service(8, 0), service(9, 0.4125), service(10, 0.8), service(11, 1)]
        details.target = 0.8
        let text = erlangText(figures, details: details, language: .english)
        #expect(
            text.hasSuffix(
                """

                Service level by number of agents
                   100% ┤   █
                        │   █
                        │┄┄██ 80%
                        │  ██
                        │  ██
                    50% ┤ ▁██
                        │ ███
                        │ ███
                        │ ███
                        │ ███
                     0% └────
                         8 11 agents

                """), "\(text)")
        #expect(erlangJSON(figures, details: details).contains(#""curve":[{"#))
    }

    /// However many points and whatever their values, the curve fits a terminal.
    @Test(arguments: [1, 2, 63, 64, 65, 1000]) func curveFits(count: Int) {
        var details = ErlangDetails()
        details.curve = (0..<count).map { service($0, $0 % 2 == 0 ? 1 : 0) }
        for target in [nil, 0, 1.0] {
            details.target = target
            let text = erlangText(figures, details: details, language: .french)
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }

    @Test func table() {
        var details = ErlangDetails()
        details.table = [service(9, 0.5, asa: .infinity), service(10, 0.8)]
        let text = erlangText(figures, details: details, language: .english)
        #expect(text.contains("     9         50.00%   30.00%   infinite     70.00%        1.00%"))
        #expect(erlangJSON(figures, details: details).contains(#""table":[{"abandonment":0.01,"agents":9"#))
    }
}
