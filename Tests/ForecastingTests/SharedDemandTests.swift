import Foundation
import Execution
import Testing
import Workforce

@testable import Forecasting

@Suite struct SharedDemandTests {
    private func callbacks(_ id: String, of source: String, _ share: Double) -> Activity {
        Activity(
            id: Identifier(id),
            channel: .backOffice(
                DeferredTerms(
                    demand: .share(of: Identifier(source), share: share), handleTime: Seconds(150),
                    dueWithin: Seconds(7200))))
    }

    private func forecasts(_ more: [Activity]) -> [ActivityForecast] {
        var campaign = OneCampaign(histories: [SyntheticHistory().history()])
        campaign.activities += more
        return Forecasting.forecast(campaign.scenario, control: RunControl()).activities
    }

    /// What is called back is no call any more: together they are the contacts forecast.
    @Test func theOtherActivityHasTheRest() throws {
        let alone = try #require(forecasts([]).first)
        let both = forecasts([callbacks("back", of: "calls", 0.1)])
        #expect(both.map(\.activity.activity.name) == ["calls", "back"])
        for t in alone.contacts.indices {
            #expect(abs(both[0].contacts[t] - 0.9 * alone.contacts[t]) < 1e-9)
            #expect(abs(both[1].contacts[t] - 0.1 * alone.contacts[t]) < 1e-9)
            #expect(both[1].handleSeconds[t] == (alone.contacts[t] > 0 ? 150 : 0))
            #expect(both[0].handleSeconds[t] == alone.handleSeconds[t])
        }
        #expect(abs(both[1].dailyContacts[0] - 0.1 * alone.dailyContacts[0]) < 1e-9)
        #expect(both[1].method == .shareOfActivity && both[1].accuracy == nil)
        #expect(both[0].method == alone.method && both[0].bands.count == alone.bands.count)
        // What all calls share is kept in proportion, chance is that of fewer calls:
        // s²(d² − q²μ) + s q²μ of a bound's distance d, q the normal quantile of 90 %.
        let mean = alone.dailyContacts[0]
        let chance = pow(normalQuantile(0.9), 2) * mean
        for (index, share) in [(0, 0.9), (1, 0.1)] {
            let distance = alone.dailyBands[0].high[0] - mean
            let common = max(0, distance * distance - chance)
            let expected = share * mean + (share * share * common + share * chance).squareRoot()
            #expect(abs(both[index].dailyBands[0].high[0] - expected) < 1e-9)
        }
    }

    @Test func sharesTogetherTakeAtMostEverything() throws {
        let alone = try #require(forecasts([]).first)
        let three = forecasts([callbacks("a", of: "calls", 0.7), callbacks("b", of: "calls", 0.7)])
        let total = { (index: Int) in three[index].contacts.reduce(0, +) }
        let all = alone.contacts.reduce(0, +)
        #expect(abs(total(1) - 0.7 * all) < 1e-6 && abs(total(2) - 0.3 * all) < 1e-6)
        #expect(abs(total(0)) < 1e-6)
    }

    @Test func sharesOfNothing() {
        let found = forecasts([
            callbacks("unknown", of: "nobody", 0.5), callbacks("own", of: "own", 0.5),
            callbacks("chained", of: "unknown", 0.5), callbacks("odd", of: "calls", .nan),
            callbacks("less", of: "calls", -1),
        ])
        for forecast in found.dropFirst() { #expect(forecast.contacts.allSatisfy { $0 == 0 }) }
        #expect(found[0].contacts == forecasts([])[0].contacts)
    }
}
