import Execution
import Foundation
import Queueing
import Testing
import Workforce

@testable import Simulation

/// Written conversations, several at once, and callers who call again.
@Suite struct ChatTests {
    static func chats(_ concurrency: Int, slowdown: Double, patience: Int? = nil) -> Activity {
        Activity(
            id: Identifier("chats"),
            channel: .chat(
                ChatTerms(
                    demand: .history, handleTime: Seconds(240), concurrency: concurrency,
                    slowdown: slowdown, patience: patience.map { Seconds($0) },
                    target: ServiceTarget(threshold: Seconds(0)))))
    }

    /// Long after opening, as good as stationary.
    static func noonLevel(_ floor: SmallFloor, replications: Int = 150) throws -> Double {
        let service = PlanTests.simulated(floor, replications: replications)
        let activity = try #require(service.activities.first)
        let noon = activity.intervals.indices.filter { $0 % 96 >= 48 && $0 % 96 < 70 && $0 < 480 }
        let found = noon.compactMap { activity.intervals[$0] }
        let weight = found.reduce(0) { $0 + $1.contacts }
        return found.reduce(0) { $0 + $1.contacts * ($1.serviceLevel?.value ?? 0) } / weight
    }

    /// Conversations that do not slow each other down: each slot is a server of its own.
    @Test func undisturbedConversationsAreServers() throws {
        let floor = SmallFloor(
            activities: [Self.chats(3, slowdown: 0)], contacts: 18, agents: Array(repeating: [], count: 2))
        let exact = try ErlangC(callsPerHour: 72, handleTimeSeconds: 240, agents: 6)
        let level = try Self.noonLevel(floor)
        #expect(abs(level - (1 - exact.waitProbability)) < 0.02, "\(level)")
    }

    /// One agent no faster with three than with one: processor sharing, P(wait) = ρ³.
    @Test func fullySlowedConversationsShareTheirAgent() throws {
        let floor = SmallFloor(activities: [Self.chats(3, slowdown: 1)], contacts: 2, agents: [[]])
        let load = 8 * 240.0 / 3600
        let level = try Self.noonLevel(floor, replications: 600)
        #expect(abs(level - (1 - load * load * load)) < 0.02, "\(level)")
    }

    @Test func slowdownCostsService() throws {
        let levels = try [0, 0.5, 1].map { slowdown in
            try Self.noonLevel(
                SmallFloor(
                    activities: [Self.chats(2, slowdown: slowdown, patience: 120)], contacts: 20,
                    agents: Array(repeating: [], count: 4)), replications: 40)
        }
        #expect(levels[0] > levels[1] + 0.05 && levels[1] > levels[2] + 0.05, "\(levels)")
    }

    /// A break takes everybody away after their conversations, and brings everybody back.
    @Test func nobodyIsLostOverABreak() throws {
        let floor = SmallFloor(
            activities: [Self.chats(3, slowdown: 0.2)], contacts: 60,
            tour: SmallFloor.tour(breaks: [SmallFloor.range(720, 780)]))
        let people = try #require(PlanTests.simulated(floor).campaigns.first).agents
        #expect(abs(people[44] - 9) < 0.01)
        #expect(people[51] < 0.2)
        #expect(abs(people[60] - 9) < 0.01)
        #expect(people[80] < 0.01)
    }

    /// As they are sized.
    @Test(arguments: [
        (1000, 5.0, maximumChatSlots, 1.0), (0, -1, 1, 0), (3, .nan, 3, 0), (20, 0.5, 20, 0.5),
    ])
    func limitsAreThoseOfTheFormula(_ given: Int, _ slowdown: Double, _ slots: Int, _ kept: Double) throws {
        let floor = SmallFloor(activities: [Self.chats(given, slowdown: slowdown)])
        let line = try #require(
            FloorLine(0, of: floor.scenario.campaigns[0], plan: floor.plan, scenario: floor.scenario))
        #expect(line.terms.slots == slots && line.terms.slowdown == kept)
    }

    /// Conversations of two hours, and five agents fewer or more every quarter of an hour until noon:
    /// those who are still at their last conversations stay, and in the afternoon all six are there.
    @Test func nobodyIsLostWhereStaffingMoves() throws {
        var floor = SmallFloor(activities: [Self.chats(3, slowdown: 0)], contacts: 6)
        floor.plan.forecast.activities[0].handleSeconds = floor.scenario.horizon.intervals.map { _ in 7200 }
        let group = StaffedGroup(
            activities: [Identifier("chats")],
            onLine: floor.scenario.horizon.intervals.map { t in
                switch t % 96 {
                case 32..<48: t % 2 == 0 ? 6 : 1
                case 48..<72: 6
                default: 0
                }
            })
        let campaign = try #require(floor.scenario.campaign(SmallFloor.campaign))
        let service = simulateStaffing(
            of: [Identifier("chats")], by: [group], in: campaign, forecast: floor.plan.forecast,
            for: floor.scenario, options: SimulationOptions(replications: 20))
        let people = try #require(service.campaigns.first).agents
        for t in 48..<72 { #expect(abs(people[t] - 6) < 1e-9, "\(t): \(people[t])") }
    }

    /// Offered = fresh + share · abandoned.
    @Test func whoHangsUpCallsAgain() throws {
        let none = SmallFloor(contacts: 45)
        let some = SmallFloor(activities: [SmallFloor.calls(redialShare: 0.5)], contacts: 45)
        let plain = try #require(PlanTests.simulated(none).activities.first).overall
        let again = try #require(PlanTests.simulated(some).activities.first).overall
        let lost = again.contacts * (try #require(again.abandonment).value)
        #expect(again.contacts > plain.contacts * 1.1)
        // The last of a day find the line closed.
        #expect(abs(again.contacts - plain.contacts - 0.5 * lost) < 0.06 * lost)
        #expect(try #require(again.serviceLevel).value < (try #require(plain.serviceLevel).value))
    }

    /// Nobody answers an hour of calls; nine tenths of those who hang up call again. Callers wait
    /// 1/α = 120 s and pause 1/β = 600 s, so that calls die out at the rate s < 0 of
    /// (s + α)(s + β) = 0.9 αβ; called again at once, at −0.1 α.
    @Test func redialsComeLater() throws {
        var floor = SmallFloor(activities: [SmallFloor.calls(redialShare: 0.9)], agents: [])
        let horizon = floor.scenario.horizon
        floor.plan.forecast.activities[0].contacts = horizon.intervals.map { (32..<36).contains($0) ? 30 : 0 }
        let campaign = try #require(floor.scenario.campaign(SmallFloor.campaign))
        let idle = StaffedGroup(activities: [Identifier("calls")], onLine: horizon.intervals.map { _ in 0 })
        let service = simulateStaffing(
            of: [Identifier("calls")], by: [idle], in: campaign, forecast: floor.plan.forecast,
            for: floor.scenario)
        let calls = try #require(service.activities.first).intervals.map { $0?.contacts ?? 0 }
        let (wait, pause) = (1 / 120.0, 1 / WaitingLine.redialSeconds)
        let sum = wait + pause
        let rate = 0.5 * ((sum * sum - 0.4 * wait * pause).squareRoot() - sum)
        let decline = (calls[43] / calls[37]).squareRoot()
        #expect(abs(decline - exp(3 * 900 * rate)) < 0.05, "\(decline)")
        #expect(WaitingLine.redialSeconds == 600)
    }
}
