import Queueing
import Testing
import Workforce

@testable import Sizing

@Suite struct SharedLinesTests {
    private func twoLines(
        _ first: Double, _ second: Double, patience: Seconds? = nil
    ) -> OneCampaign {
        var campaign = OneCampaign(
            activities: [.calls("a", patience: patience), .calls("b", patience: patience)])
        campaign.contacts = [
            Identifier("a"): campaign.horizon.intervals.map { _ in first },
            Identifier("b"): campaign.horizon.intervals.map { _ in second },
        ]
        return campaign
    }

    private let chat = Activity(
        id: Identifier("c"),
        channel: .chat(
            ChatTerms(
                demand: .history, handleTime: Seconds(300), concurrency: 2, target: ServiceTarget())))

    @Test func twoLinesLieBetweenOneQueueAndTwo() throws {
        let campaign = twoLines(150, 150)
        let shared = try #require(try campaign.requirement().shared.first)
        let alone = try campaign.intervals("a").positions[0]
        let all = try smallestStaffing(
            meeting: StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20)),
            model: .erlangC, callsPerHour: 300, handleTimeSeconds: 240)
        #expect(shared.apart[0] == 2 * alone)
        #expect(shared.pooled[0] == all.agents)
        #expect(shared.pooled[0] < shared.apart[0])
        // Until a simulation has said otherwise, the safe one.
        #expect(shared.positions == shared.apart)
        #expect(shared.origin == .apart)
    }

    @Test func sharesOfTheWayAreMonotone() throws {
        var campaign = twoLines(90, 40)
        campaign.shrinkage = Workforce.Shrinkage(external: 0.1, internal: 0.1)
        let shared = try #require(try campaign.requirement().shared.first)
        var last = shared.pooled
        for share in [0, 0.25, 0.5, 0.75, 1] {
            let staffed = try shared.staffed(share: share, shrinkage: campaign.shrinkage)
            for t in last.indices { #expect(staffed.positions[t] >= last[t]) }
            #expect(staffed.scheduled[0] >= staffed.positions[0])
            last = staffed.positions
        }
        #expect(last == shared.apart)
        #expect(try shared.staffed(share: 0, shrinkage: campaign.shrinkage).positions == shared.pooled)
    }

    /// The campaign's sum counts the shared agents once, and other lines beside them.
    @Test func theSumCountsSharedAgentsOnce() throws {
        var campaign = twoLines(90, 40)
        campaign.activities.append(chat)
        campaign.contacts[Identifier("c")] = campaign.horizon.intervals.map { _ in 30 }
        var requirement = try campaign.requirement()
        let chat = try campaign.intervals("c").scheduled[0]
        requirement.shared[0] = try requirement.shared[0].staffed(share: 0, shrinkage: .none)
        let sum = requirement.scheduled(
            for: OneCampaign.id, intervalCount: campaign.horizon.intervalCount)
        #expect(sum[0] == requirement.shared[0].pooled[0] + chat)
    }

    /// Pooled agents meet both targets in one queue; the prediction says so.
    @Test(arguments: [nil, Seconds(120)]) func predictionIsThatOfOneQueue(_ patience: Seconds?) throws {
        let campaign = twoLines(150, 60, patience: patience)
        var requirement = try campaign.requirement()
        requirement.shared[0] = try requirement.shared[0].staffed(share: 0, shrinkage: .none)
        let predictions = predictService(
            coverage: [OneCampaign.id: requirement.shared[0].scheduled], forecast: campaign.forecast,
            requirement: requirement, for: campaign.scenario)
        let direct = try performance(
            of: patience.map { .erlangA(patienceSeconds: Double($0.count)) } ?? .erlangC,
            callsPerHour: 210, handleTimeSeconds: 240, agents: requirement.shared[0].pooled[0],
            thresholdSeconds: 20)
        #expect(predictions.count == 2)
        for prediction in predictions {
            let level = try #require(prediction.serviceLevel[0])
            #expect(abs(level - direct.serviceLevel) < 1e-9)
            #expect(level >= 0.8)
        }
    }

    /// A line that nobody calls asks for nobody, however strict its contract; and the mean wait that
    /// it limits does not exist on an uncertain day of calls that wait for ever.
    @Test func aLineWithoutCallsAsksForNothing() throws {
        var campaign = twoLines(150, 0)
        let alone = try campaign.requirement().shared[0].pooled
        campaign.activities[1] = .calls(
            "b", target: ServiceTarget(serviceLevel: 0.99, maximumAnswerSpeed: Seconds(2)),
            patience: Seconds(120))
        #expect(try campaign.requirement().shared[0].pooled == alone)
        campaign.sizing.uncertainty = .variation(0.1)
        let uncertain = try campaign.requirement().shared[0]
        #expect(uncertain.pooled[0] >= alone[0])
    }

    /// Lines of one model are one queue of that model, not of a plain one.
    @Test func linesOfOneModelKeepIt() throws {
        func need(_ law: PatienceLaw) throws -> [Int] {
            var campaign = twoLines(150, 150, patience: Seconds(60))
            for index in campaign.activities.indices {
                guard case .inbound(var terms) = campaign.activities[index].channel else { continue }
                terms.patienceLaw = law
                campaign.activities[index].channel = .inbound(terms)
            }
            return try campaign.requirement().shared[0].pooled
        }
        let direct = try smallestStaffing(
            meeting: StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20)),
            model: .generalPatience(.deterministic(seconds: 60)), callsPerHour: 300,
            handleTimeSeconds: 240)
        #expect(try need(.deterministic)[0] == direct.agents)
        #expect(try need(.deterministic)[0] != need(.exponential)[0])
    }

    @Test func oneLineSharesWithNobody() throws {
        var campaign = OneCampaign(activities: [.calls("a"), chat])
        campaign.contacts = [Identifier("a"): campaign.horizon.intervals.map { _ in 20 }]
        #expect(try campaign.requirement().shared.isEmpty)
    }
}
