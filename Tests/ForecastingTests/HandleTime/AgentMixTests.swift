import Execution
import Foundation
import Testing
import Workforce

@testable import Forecasting

@Suite struct AgentMixTests {
    /// Two full-timers, one at 140 %: 70/(35 + 25); hours weigh.
    @Test(
        arguments: [
            ([(35.0, 1.0), (35.0, 1.4)], 7.0 / 6), ([(35, 1), (17.5, 1.4)], 52.5 / 47.5), ([(35, 1.4)], 1.4),
            ([(30, 2), (10, 1)], 40.0 / 25), ([], 1), ([(0, 1.4)], 1), ([(.nan, 1.4), (35, 1)], 1),
            ([(35, 0), (35, 1.2)], 1.2),
        ] as [([(hours: Double, factor: Double)], Double)])
    func theMixIsHarmonic(_ agents: [(hours: Double, factor: Double)], _ expected: Double) {
        #expect(abs(mixedHandleTimeFactor(agents) - expected) < 1e-12)
    }

    @Test func theMixLiesAmongItsAgentsBelowTheirMean() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let agents = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                (
                    hours: Double.random(in: 1...40, using: &generator),
                    factor: Double.random(in: 1...3, using: &generator)
                )
            }
            let mix = mixedHandleTimeFactor(agents)
            let hours = agents.reduce(0) { $0 + $1.hours }
            let mean = agents.reduce(0) { $0 + $1.hours * $1.factor } / hours
            let factors = agents.map(\.factor)
            #expect(mix >= (factors.min() ?? 0) - 1e-9 && mix <= mean + 1e-9)
        }
    }

    // MARK: In a forecast

    private static let monday = CivilDate(dayNumber: 20_542)
    private static let curve = LearningCurve(start: 1.4, halfLife: Seconds(28 * 86_400))

    /// One campaign with a curve, and agents of 35 hours hired so many days after the horizon's
    /// first (nil = experienced); negative = before.
    private func scenario(
        hired days: [Int?], home: String? = "campaign", demand: DemandSource, history: History? = nil
    ) -> Scenario {
        let activity = Activity(
            id: Identifier("calls"),
            channel: .inbound(InboundTerms(demand: demand, handleTime: Seconds(300))))
        var scenario = OneCampaign(activities: [activity], histories: history.map { [$0] } ?? []).scenario
        scenario.campaigns[0].learningCurve = AgentMixTests.curve
        let contract = EmploymentContract(
            id: Identifier("full"), name: "", weeklyMinutes: 2100, daysPerWeek: 5...5,
            dailyMinutes: 420...420, grossHourlyWage: UnitPrice(euros: 13))
        scenario.floor.contracts = [contract]
        scenario.floor.agents = days.enumerated().map { index, day in
            Agent(
                id: Identifier("a\(index)"), firstName: "", lastName: "", contract: contract.id,
                site: Identifier("site"), homeCampaign: home.map { Identifier($0) },
                hired: day.map { AgentMixTests.monday + $0 })
        }
        return scenario
    }

    private static let volume = DemandSource.monthlyVolume(
        .everyMonth(6000), spread: .profile(MonthlySpreadTests.weekdaysAlike), variation: 0)

    /// Handle times of Monday 10:00 in both weeks, and what was said.
    private func seconds(_ scenario: Scenario) throws -> ([Double], [ForecastRemark]) {
        let found = try #require(forecast(scenario, control: RunControl()).activities.first)
        return ([40, 40 + 672].map { found.handleSeconds[$0] }, found.remarks)
    }

    /// Weeks count by their Thursday: an agent hired 25 days before the first Monday has had
    /// 28 days, one half-life, then; 35 in the week after.
    @Test func statedHandleTimesAreThoseOfExperiencedAgents() throws {
        let later = 1 + 0.4 * pow(2, -35.0 / 28)
        let (alone, remarks) = try seconds(scenario(hired: [-25], demand: AgentMixTests.volume))
        #expect(abs(alone[0] - 360) < 1e-9 && abs(alone[1] - 300 * later) < 1e-9)
        guard case .learningCurve(let first, let last)? = remarks.last else {
            Issue.record("no remark")
            return
        }
        #expect(abs(first - 1.2) < 1e-12 && abs(last - later) < 1e-12)
        // With an experienced colleague: 300 · 2/(1 + 1/1.2).
        let (mixed, _) = try seconds(scenario(hired: [nil, -25], demand: AgentMixTests.volume))
        #expect(abs(mixed[0] - 600 / (1 + 1 / 1.2)) < 1e-9)
    }

    @Test func agentsCountFromTheirHireDate() throws {
        // Hired on the second Monday: nobody before, three days later the curve's factor.
        let (alone, _) = try seconds(scenario(hired: [7], demand: AgentMixTests.volume))
        let factor = 1 + 0.4 * pow(2, -3.0 / 28)
        #expect(alone[0] == 300 && abs(alone[1] - 300 * factor) < 1e-9)
        let (joined, _) = try seconds(scenario(hired: [nil, 7], demand: AgentMixTests.volume))
        #expect(joined[0] == 300 && abs(joined[1] - 600 / (1 + 1 / factor)) < 1e-9)
    }

    @Test(arguments: [[], [nil, nil], [-4000]] as [[Int?]])
    func nothingToLearn(_ hired: [Int?]) throws {
        let (found, remarks) = try seconds(scenario(hired: hired, demand: AgentMixTests.volume))
        #expect(found.allSatisfy { abs($0 - 300) < 0.01 } && remarks.isEmpty)
    }

    @Test func agentsOfOtherCampaignsDoNotCount() throws {
        for home in ["other", nil] {
            let (found, remarks) = try seconds(
                scenario(hired: [0], home: home, demand: AgentMixTests.volume))
            #expect(found == [300, 300] && remarks.isEmpty)
        }
    }

    /// The history ends on Friday, three days before the horizon: an agent hired 31 days before
    /// the horizon had 28 days then and 34 on the first Thursday.
    @Test func aHistoryHoldsTheMixOfItsTime() throws {
        let history = SyntheticHistory(handleSeconds: 240).history()
        #expect(lastHandleTimeDay(history, before: AgentMixTests.monday) == AgentMixTests.monday - 3)
        let (found, _) = try seconds(scenario(hired: [-31], demand: .history, history: history))
        let factor = 1 + 0.4 * pow(2, -34.0 / 28)
        #expect(abs(found[0] - 240 * factor / 1.2) < 1e-6)
        #expect(found[1] < found[0])
        // An agent who comes after the history is all new to it.
        let (joined, _) = try seconds(scenario(hired: [nil, 0], demand: .history, history: history))
        let new = 1 + 0.4 * pow(2, -3.0 / 28)
        let mixed = 480 / (1 + 1 / new)
        #expect(abs(joined[0] - mixed) < 1e-6)
    }

    @Test func aHistoryWithoutHandleTimesTakesTheStatedOne() throws {
        let history = SyntheticHistory().history()
        #expect(lastHandleTimeDay(history, before: AgentMixTests.monday) == nil)
        let (found, _) = try seconds(scenario(hired: [-25], demand: .history, history: history))
        #expect(abs(found[0] - 360) < 1e-6)
    }

    @Test func historyOnOrAfterTheHorizonSaysNothing() {
        let history = SyntheticHistory(days: 98, handleSeconds: 240).history()
        #expect(lastHandleTimeDay(history, before: AgentMixTests.monday) == AgentMixTests.monday - 3)
        // With nothing earlier, all of it is used, as in the forecast.
        #expect(lastHandleTimeDay(history, before: history.firstDay) == history.firstDay + 95)
        let empty = History(
            activity: history.activity, slotMinutes: 30, firstDay: history.firstDay, offered: [])
        #expect(lastHandleTimeDay(empty, before: AgentMixTests.monday) == nil)
    }

    @Test func callbacksLearnToo() throws {
        var scenario = scenario(hired: [-25], demand: AgentMixTests.volume)
        scenario.campaigns[0].activities.append(
            Activity(
                id: Identifier("back"),
                channel: .backOffice(
                    DeferredTerms(
                        demand: .share(of: Identifier("calls"), share: 0.1), handleTime: Seconds(150),
                        dueWithin: Seconds(7200)))))
        let found = forecast(scenario, control: RunControl()).activities
        #expect(abs(found[1].handleSeconds[40] - 180) < 1e-9 && found[1].remarks.count == 1)
        #expect(abs(found[0].handleSeconds[40] - 360) < 1e-9)
    }

    @Test func theShiftOfAPlannerComesLast() throws {
        var scenario = scenario(hired: [-25], demand: AgentMixTests.volume)
        guard case .inbound(var terms) = scenario.campaigns[0].activities[0].channel else { return }
        terms.handleTimeShift = Seconds(-15)
        scenario.campaigns[0].activities[0].channel = .inbound(terms)
        #expect(abs(try seconds(scenario).0[0] - 345) < 1e-9)
    }
}
