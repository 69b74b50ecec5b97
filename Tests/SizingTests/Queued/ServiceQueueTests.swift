import Execution
import Queueing
import Testing
import Workforce

@testable import Sizing

/// Uncertain volumes, redials and handle times: what is asked of the queue.
@Suite struct ServiceQueueTests {
    private func campaign(
        _ calls: Double, _ terms: InboundTerms, uncertainty: DemandUncertainty
    ) -> OneCampaign {
        var campaign = OneCampaign(
            activities: [Activity(id: Identifier("calls"), channel: .inbound(terms))],
            sizing: SizingMethod(load: .stationary, uncertainty: uncertainty))
        campaign.contacts = [Identifier("calls"): campaign.horizon.intervals.map { _ in calls }]
        campaign.handleSeconds = Double(terms.handleTime.count)
        return campaign
    }

    private func patient(_ target: ServiceTarget = ServiceTarget(), redials: Double = 0) -> InboundTerms {
        InboundTerms(
            demand: .history, handleTime: Seconds(300), patience: Seconds(180), redialShare: redials,
            target: target)
    }

    /// 100 erlangs of 300 s, patience 180 s, 80/20 (MATHS §1).
    @Test(arguments: [(0.0, 100), (0.1, 104), (0.2, 112)])
    func anUncertainDayNeedsMore(_ variation: Double, _ agents: Int) throws {
        let campaign = campaign(1200, patient(), uncertainty: .variation(variation))
        let need = try campaign.intervals("calls")
        #expect(need.positions.allSatisfy { $0 == agents })
        let found = try #require(
            try explainSizing(
                of: OneCampaign.key("calls"), interval: 10, forecast: campaign.forecast,
                requirement: campaign.requirement(), for: campaign.scenario))
        #expect(found.rateVariation == variation && found.targets[0].binds && found.targets[0].isMet)
        let service = predictService(
            coverage: [OneCampaign.id: need.scheduled], forecast: campaign.forecast,
            requirement: try campaign.requirement(), for: campaign.scenario)
        #expect(try abs(#require(service[0].overall) - need.serviceAround[2]) < 1e-9)
    }

    /// Daily bands of ±1.645 σ around 1,000 contacts: σ² = 1000 + CV²·10⁶.
    @Test func theForecastsOwnBandsAreTheUncertainty() throws {
        var campaign = campaign(1000.0 / 24, patient(), uncertainty: .fromForecast)
        let deviation = (1000 + 0.15 * 0.15 * 1e6).squareRoot() * 1.6448536
        var forecast = campaign.forecast.activities[0]
        forecast.dailyContacts = [Double](repeating: 1000, count: 7)
        forecast.dailyBands = [
            PredictionBand(
                probability: 0.9, low: [Double](repeating: 1000 - deviation, count: 7),
                high: [Double](repeating: 1000 + deviation, count: 7))
        ]
        let scenario = campaign.scenario
        let bands = try size(
            Forecast(activities: [forecast]), for: scenario, control: RunControl(threads: 1))
        campaign.sizing.uncertainty = .variation(0.15)
        #expect(try bands == campaign.requirement())
        campaign.sizing.uncertainty = .variation(0)
        #expect(try bands != campaign.requirement())
    }

    @Test func redialsAddToTheLoad() throws {
        var last = 0
        for redials in [0, 0.3, 0.6, 0.9] {
            let terms = patient(ServiceTarget(serviceLevel: 0.5), redials: redials)
            let need = try campaign(600, terms, uncertainty: .variation(0)).intervals("calls")
            let direct = try smallestStaffing(
                meeting: StaffingTargets(serviceLevel: .init(share: 0.5, thresholdSeconds: 20)),
                queue: ServiceQueue(model: .erlangA(patienceSeconds: 180), redialShare: redials),
                callsPerHour: 600, handleTimeSeconds: 300)
            #expect(need.positions[0] == direct.agents && need.positions[0] >= last)
            last = need.positions[0]
        }
        let none = try campaign(600, patient(ServiceTarget(serviceLevel: 0.5)), uncertainty: .variation(0))
            .intervals("calls")
        #expect(last > none.positions[0])
        #expect(throws: SizingError.self) {
            try campaign(600, patient(redials: 1), uncertainty: .variation(0)).requirement()
        }
    }

    @Test func steadierHandleTimesNeedFewer() throws {
        var found: [Int] = []
        let target = ServiceTarget(serviceLevel: 0.9, threshold: Seconds(300))
        for variation in [0, 0.5, 1, 5.0] {
            let terms = InboundTerms(
                demand: .history, handleTime: Seconds(300), handleTimeVariation: variation, target: target)
            let need = try campaign(60, terms, uncertainty: .variation(0)).intervals("calls")
            found.append(need.positions[0])
            let model: QueueModel = variation == 1 ? .erlangC : .generalService(variation: variation)
            let direct = try smallestStaffing(
                meeting: StaffingTargets(serviceLevel: .init(share: 0.9, thresholdSeconds: 300)),
                model: model, callsPerHour: 60, handleTimeSeconds: 300)
            #expect(need.positions[0] == direct.agents)
        }
        #expect(found == found.sorted() && found[0] < found[3])
    }

    /// Days of overload have no mean wait where callers wait for ever.
    @Test func aMeanWaitWithoutPatienceIsSizedForTheVolumeExpected() throws {
        let target = ServiceTarget(serviceLevel: 0.8, maximumAnswerSpeed: Seconds(10))
        let terms = InboundTerms(demand: .history, handleTime: Seconds(300), target: target)
        let uncertain = try campaign(300, terms, uncertainty: .variation(0.2)).requirement()
        #expect(try uncertain == campaign(300, terms, uncertainty: .variation(0)).requirement())
        let plain = InboundTerms(demand: .history, handleTime: Seconds(300))
        let more = try campaign(300, plain, uncertainty: .variation(0.2)).intervals("calls")
        let less = try campaign(300, plain, uncertainty: .variation(0)).intervals("calls")
        #expect(more.positions[0] > less.positions[0])
    }

    @Test func absurdUncertaintiesAreHarmless() throws {
        for given in [-1, Double.nan, .infinity] {
            let need = try campaign(300, patient(), uncertainty: .variation(given)).intervals("calls")
            let certain = try campaign(300, patient(), uncertainty: .variation(0)).intervals("calls")
            #expect(need == certain)
        }
        #expect(throws: SizingError.self) {
            try campaign(300, patient(), uncertainty: .variation(50)).requirement()
        }
    }
}
