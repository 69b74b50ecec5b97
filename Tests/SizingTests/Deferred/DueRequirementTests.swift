import Execution
import Testing
import Workforce

@testable import Sizing

@Suite struct DueRequirementTests {
    static let mail = Identifier<Activity>("mail")

    /// Items of 900 s on one week, open 9–17 h on weekdays unless said otherwise.
    private func campaign(due: Int, backlog: Int? = nil, interval: Int = 60) -> OneCampaign {
        let terms = DeferredTerms(
            demand: .history, handleTime: Seconds(900), dueWithin: Seconds(due), backlog: backlog)
        var campaign = OneCampaign(
            horizon: Horizon(
                firstDay: CivilDate(dayNumber: 20_780), weekCount: 1, intervalMinutes: interval),
            hours: .daily(
                ClockRange(ClockTime(hour: 9), ClockTime(hour: 17)),
                on: [.monday, .tuesday, .wednesday, .thursday, .friday]),
            activities: [Activity(id: DueRequirementTests.mail, channel: .backOffice(terms))])
        campaign.contacts = [DueRequirementTests.mail: campaign.horizon.intervals.map { _ in 0 }]
        campaign.handleSeconds = 900
        return campaign
    }

    /// 48 items (12 h) wait on Monday at 9 and are due by 12; 8 (2 h) come in from 13 to 14.
    @Test func byHand() throws {
        var campaign = campaign(due: 3 * 3600, backlog: 48)
        campaign.contacts[DueRequirementTests.mail]?[13] = 8
        let need = try campaign.intervals("mail")
        let load: [Double] = [4, 4, 4, 0, 0.5, 0.5, 0.5, 0.5]
        #expect(Array(need.offeredLoad[9..<17]) == load)
        // One agent does the afternoon's 2 h in two of its hours, as soon as there is work.
        #expect(Array(need.positions[9..<17]) == [4, 4, 4, 0, 1, 0, 1, 0])
        #expect(need.scheduled == need.positions)
        #expect(need.binding[9] == .dueTime && need.binding[12] == .none)
        #expect(Array(need.serviceAround[45..<50]) == [0.5, 0.75, 1, 1, 1])
        #expect(need.positions.reduce(0, +) == 14)
    }

    /// Items of the night count from the opening; those of the last hour are done before closing;
    /// those of the lunch break count from its end.
    @Test func closedHours() throws {
        var campaign = campaign(due: 2 * 3600, backlog: 0)
        let week = [
            ClockRange(ClockTime(hour: 9), ClockTime(hour: 12)),
            ClockRange(ClockTime(hour: 14), ClockTime(hour: 17)),
        ]
        campaign.hours = OpeningHours(weekdays: Array(repeating: week, count: 5) + [[], []])
        campaign.contacts[DueRequirementTests.mail]?[3] = 16  // 4 h of work at night
        campaign.contacts[DueRequirementTests.mail]?[12] = 16  // 4 h during lunch
        campaign.contacts[DueRequirementTests.mail]?[16] = 4  // 1 h in the last hour
        let load = try campaign.intervals("mail").offeredLoad
        #expect(Array(load[9..<12]) == [2, 2, 0])
        #expect(Array(load[14..<17]) == [2, 2, 1])
        // 10 to 12 h is all there is for what comes in from 11 to 12, due at 13–14 h.
        campaign.contacts[DueRequirementTests.mail]?[11] = 8
        #expect(Array(try campaign.intervals("mail").offeredLoad[9..<12]) == [2, 2, 2])
    }

    /// Item by item: each comes in at an instant and has its own deadline; first come, first done.
    @Test func everyItemIsDoneInTime() throws {
        var generator = SeededGenerator(seed: 72)
        for _ in 0..<60 {
            let due = 15 + Int(generator.uniform() * 600)
            let backlog = Int(generator.uniform() * 40)
            var campaign = campaign(due: due * 60, backlog: backlog, interval: 15)
            campaign.contacts[DueRequirementTests.mail] = campaign.horizon.intervals.map { _ in
                generator.uniform() < 0.5 ? 0 : 8 * generator.uniform()
            }
            let contacts = try #require(campaign.contacts[DueRequirementTests.mail])
            let need = try campaign.intervals("mail")
            let open = campaign.scenario.openIntervals(of: campaign.scenario.campaigns[0])
            // (counts from, due before the end of interval, items) in the order of arrival.
            var items: [(from: Int, by: Int, count: Double)] = []
            func add(_ arrival: Int, _ count: Double) {
                guard let from = (arrival..<open.count).first(where: { open[$0] }) else { return }
                let closing = (from..<open.count).last { open[$0] && $0 / 96 == from / 96 } ?? from
                // Whole intervals: what comes in during one is there at its start, due at its end.
                items.append((from, min(closing, from + (due + 14) / 15), count))
            }
            add(0, Double(backlog))
            for (t, count) in contacts.enumerated() { add(t, count) }
            var (done, spent) = (0.0, 0)
            for t in open.indices {
                let there = items.filter { $0.from <= t }.reduce(0) { $0 + $1.count }
                // An agent does a 900 s item an interval.
                done = min(there, done + Double(need.positions[t]))
                spent += need.positions[t]
                let owed = items.filter { $0.by <= t }.reduce(0) { $0 + $1.count }
                #expect(done >= owed - 1e-6, "due \(due), interval \(t)")
            }
            let all = items.reduce(0) { $0 + $1.count }
            // An item is a quarter of an erlang-hour: an erlang in a quarter of an hour.
            let planned = need.offeredLoad.reduce(0, +)
            #expect(abs(planned - all) < 1e-6)
            #expect(Double(spent) >= all - 1e-6)
        }
    }

    @Test func moreTimeNeverRaisesThePeak() throws {
        var generator = SeededGenerator(seed: 73)
        var plain = campaign(due: 3600)
        let contacts: [Double] = plain.horizon.intervals.map { _ in 10 * generator.uniform() }
        var last = Double.infinity
        for due in [0, 900, 1800, 3600, 5400, 7200, 14_400, 28_800, 80_000] {
            plain = campaign(due: due, interval: 60)
            plain.contacts[DueRequirementTests.mail] = contacts
            let need = try plain.intervals("mail")
            let peak = need.offeredLoad.max() ?? 0
            #expect(peak <= last + 1e-9)
            last = peak
            // Nothing is lost: the weekend's work stands for what waits on Monday.
            let planned = need.offeredLoad.reduce(0, +)
            let came = contacts.reduce(0, +) / 4
            #expect(abs(planned - came) < 1e-9)
        }
    }

    @Test func minimumStaffingAndShrinkage() throws {
        var campaign = campaign(due: 3600, backlog: 8)
        campaign.minimumStaffing = 1
        campaign.shrinkage = Workforce.Shrinkage(external: 0.5, internal: 0)
        let need = try campaign.intervals("mail")
        #expect(need.positions[9] == 2 && need.scheduled[9] == 4)
        #expect(need.positions[10] == 1 && need.binding[10] == .minimumStaffing)
        #expect(need.positions[8] == 0 && need.binding[8] == .none)
        // Calls beside it keep the minimum: it is not asked for twice.
        campaign.activities.insert(.calls(), at: 0)
        #expect(try campaign.intervals("mail").positions[10] == 0)
        #expect(try campaign.intervals("calls").positions[10] == 1)
    }

    @Test func edges() throws {
        var none = campaign(due: -5)
        #expect(try none.intervals("mail").positions.allSatisfy { $0 == 0 })
        none.contacts = [:]
        #expect(try none.intervals("mail").offeredLoad.count == none.horizon.intervalCount)
        var closed = campaign(due: 3600, backlog: 50)
        closed.hours = OpeningHours(weekdays: [])
        #expect(try closed.intervals("mail").positions.allSatisfy { $0 == 0 })
        var odd = campaign(due: 3600, backlog: -4)
        odd.contacts[DueRequirementTests.mail]?[10] = .nan
        odd.contacts[DueRequirementTests.mail]?[11] = -3
        #expect(try odd.intervals("mail").positions.allSatisfy { $0 == 0 })
        odd.contacts[DueRequirementTests.mail]?[11] = 1e12
        #expect(throws: SizingError.self) { try odd.requirement() }
        var shrunk = campaign(due: 3600, backlog: 5)
        shrunk.shrinkage = Workforce.Shrinkage(external: 1, internal: 0)
        #expect(throws: SizingError.self) { try shrunk.requirement() }
        var empty = campaign(due: 3600, backlog: 5)
        empty.horizon = Horizon(firstDay: empty.horizon.firstDay, weekCount: 0)
        #expect(try empty.intervals("mail").positions.isEmpty)
    }
}
