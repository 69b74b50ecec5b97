import Execution
import Foundation
import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct SizedCallsTests {
    /// A Monday open from `open` to `close`, closed the other days.
    private func monday(
        _ contacts: [Double], open: Int, close: Int, minutes: Int = 60, load: LoadMethod
    ) -> OneCampaign {
        var campaign = OneCampaign(
            horizon: Horizon(
                firstDay: CivilDate(dayNumber: 20_780), weekCount: 1, intervalMinutes: minutes),
            hours: .daily(ClockRange(ClockTime(hour: open), ClockTime(hour: close)), on: [.monday]),
            activities: [.calls()],
            sizing: SizingMethod(load: load, uncertainty: .variation(0)))
        campaign.contacts = [Identifier("calls"): contacts]
        return campaign
    }

    /// The differential equation m′ = λ − μm by Runge and Kutta, its largest value an interval.
    private func integrated(_ calls: [Double], _ handle: [Double], hours: Double, open: [Bool]) -> [Double] {
        var busy = 0.0
        return calls.indices.map { t in
            guard open[t] else {
                busy = 0
                return calls[t] * handle[t] / 3600
            }
            let rate = calls[t] / 3600
            let step = hours * 3600 / 2000
            func slope(_ m: Double) -> Double { rate - m / handle[t] }
            var largest = busy
            for _ in 0..<2000 {
                let a = slope(busy)
                let b = slope(busy + step / 2 * a)
                let c = slope(busy + step / 2 * b)
                let d = slope(busy + step * c)
                busy += step / 6 * (a + 2 * b + 2 * c + d)
                largest = max(largest, busy)
            }
            return largest
        }
    }

    @Test func theLargestLoadOfAnIntervalIsTheEquationsOwn() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<40 {
            let calls = (0..<30).map { _ in Double.random(in: 0...400, using: &generator) }
            let handle = (0..<30).map { _ in Double.random(in: 100...3000, using: &generator) }
            let open = (0..<30).map { _ in Double.random(in: 0...1, using: &generator) < 0.8 }
            let sized = try sizedCallsPerHour(
                calls, handleSeconds: handle, intervalHours: 0.5, isOpen: open, wasOpen: false,
                method: .modifiedOfferedLoad)
            let expected = integrated(calls, handle, hours: 0.5, open: open)
            for t in calls.indices { #expect(abs(sized[t] * handle[t] / 3600 - expected[t]) < 1e-6) }
        }
    }

    @Test func openingStartsEmptyAndAnOpenNightGoesOn() throws {
        func first(wasOpen: Bool, _ method: LoadMethod) throws -> [Double] {
            try sizedCallsPerHour(
                [100, 100, 100], handleSeconds: [1200, 1200, 1200], intervalHours: 0.25,
                isOpen: [true, true, true], wasOpen: wasOpen, method: method)
        }
        #expect(try first(wasOpen: true, .modifiedOfferedLoad) == [100, 100, 100])
        #expect(try first(wasOpen: false, .stationary) == [100, 100, 100])
        let opening = try first(wasOpen: false, .modifiedOfferedLoad)
        // A quarter of an hour is 0.75 handle times.
        #expect(abs(opening[0] - 100 * (1 - exp(-0.75))) < 1e-9)
        #expect(opening[0] < opening[1] && opening[1] < opening[2] && opening[2] < 100)
    }

    @Test func theEveDecidesWhetherMidnightIsAnOpening() throws {
        let always = OneCampaign(activities: [.calls()]).scenario
        #expect(always.wasOpenBeforeHorizon(always.campaigns[0]))
        let monday = monday([], open: 0, close: 24, load: .stationary).scenario
        #expect(!monday.wasOpenBeforeHorizon(monday.campaigns[0]))
        var launched = OneCampaign(activities: [.calls()])
        launched.launch = launched.horizon.firstDay
        #expect(!launched.scenario.wasOpenBeforeHorizon(launched.scenario.campaigns[0]))
    }

    /// 200 calls from 9 to 10, none until noon, of 20 minutes each: the second hour still has them.
    @Test func earlierContactsKeepAgentsBusy() throws {
        let contacts = (0..<168).map { $0 == 9 ? 200.0 : 0 }
        var campaign = monday(contacts, open: 9, close: 20, load: .modifiedOfferedLoad)
        let terms = InboundTerms(demand: .history, handleTime: Seconds(1200))
        campaign.activities = [Activity(id: Identifier("calls"), channel: .inbound(terms))]
        campaign.handleSeconds = 1200
        let need = try campaign.intervals("calls")
        let end = 200.0 / 3 * (1 - exp(-3))
        #expect(abs(need.offeredLoad[9] - 200.0 / 3) < 1e-9 && abs(need.sizedLoad[9] - end) < 1e-9)
        #expect(need.offeredLoad[10] == 0 && abs(need.sizedLoad[10] - end) < 1e-9)
        #expect(need.positions[10] == need.positions[9])
        #expect(need.positions[9] < (try stationary(200, 1200)))
        #expect(need.positions[11] > 0 && need.positions[11] < need.positions[10])
        // What is left after five handle times more is rounding.
        #expect(need.positions[14] == 0 && need.sizedLoad[14] > 0)
        #expect(need.serviceAround[5 * 10] == 1)
    }

    private func stationary(_ calls: Double, _ handle: Double) throws -> Int {
        try smallestStaffing(
            meeting: StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20)),
            model: .erlangC, callsPerHour: calls, handleTimeSeconds: handle
        ).agents
    }

    /// A day around 100 erlangs with a handle time of 20 minutes: the largest load needs a few
    /// per cent more hours than intervals taken alone (MATHS §1 measured 3 %).
    @Test func aLongHandleTimeCostsAFewPerCent() throws {
        let contacts = (0..<(7 * 48)).map { t -> Double in
            guard (16..<40).contains(t) else { return 0 }
            return 150 * (1 + 0.4 * sin(Double(t - 16) / 24 * 4 * .pi))
        }
        var hours: [LoadMethod: Int] = [:]
        for method in LoadMethod.allCases {
            var campaign = monday(contacts, open: 8, close: 20, minutes: 30, load: method)
            campaign.handleSeconds = 1200
            let need = try campaign.intervals("calls")
            hours[method] = need.positions.reduce(0, +)
            if method == .stationary { #expect(need.sizedLoad == need.offeredLoad) }
        }
        let more =
            Double(try #require(hours[.modifiedOfferedLoad])) / Double(try #require(hours[.stationary]))
        #expect(more > 1 && more < 1.08)
    }

    @Test func shortHandleTimesMakeNoDifference() throws {
        let calls = [10.0, 400, 20, 0, 300]
        let sized = try sizedCallsPerHour(
            calls, handleSeconds: calls.map { _ in 1 }, intervalHours: 1,
            isOpen: calls.map { _ in true }, wasOpen: false, method: .modifiedOfferedLoad)
        // Rising intervals end at their own load, falling ones begin at the load before.
        #expect(zip(sized, [10.0, 400, 400, 20, 300]).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test func brokenSeriesAreHarmless() throws {
        #expect(
            try sizedCallsPerHour(
                [], handleSeconds: [], intervalHours: 1, isOpen: [true], wasOpen: true,
                method: .modifiedOfferedLoad) == [])
        #expect(
            try sizedCallsPerHour(
                [5, 6], handleSeconds: [60], intervalHours: 1, isOpen: [true], wasOpen: false,
                method: .modifiedOfferedLoad) == [5, 6])
    }
}
