import Foundation
import Testing
import Workforce

@testable import Forecasting

/// Chances of 0, 1, 2 … contacts: Poisson around a gamma factor, from the recursion of the
/// negative binomial, p(k + 1)/p(k) = (k + r)/(k + 1) · q with r = 1/c², q = c²μ/(1 + c²μ).
private func gammaPoisson(mean: Double, variation: Double, upTo: Int) -> [Double] {
    let r = 1 / (variation * variation)
    let q = mean / (r + mean)
    var chances = [pow(1 - q, r)]
    for k in 0..<upTo { chances.append(chances[k] * (Double(k) + r) / Double(k + 1) * q) }
    return chances
}

@Suite struct StatedBandsTests {
    /// σ² = 100 + 0.0529·100² = 629; κ₃ = 100 + 3·529 + 2·0.23⁴·10⁶ = 7283.82;
    /// 80 %: 1.28155·25.07987 = 32.1413, 7283.82·0.642374/(6·629) = 1.23978.
    /// 95 %: 1.95996·25.07987 = 49.1556, 7283.82·2.841459/(6·629) = 5.48402.
    @Test func byHand() throws {
        let bands = try #require(StatedBands(variation: 0.23)).bands(mean: 100)
        #expect(abs(bands[0].low - 69.0986) < 1e-3 && abs(bands[0].high - 133.3809) < 1e-3)
        #expect(abs(bands[1].low - 56.3284) < 1e-3 && abs(bands[1].high - 154.6397) < 1e-3)
    }

    @Test(arguments: [0.05, 0.3, 1, 2, 3, 5, 10, 30, 100, 400], [0.05, 0.1, 0.23, 0.5])
    func bandsHoldTheirShareOfGammaPoissonCounts(_ mean: Double, _ variation: Double) throws {
        let chances = gammaPoisson(mean: mean, variation: variation, upTo: 4000)
        #expect(abs(chances.reduce(0, +) - 1) < 1e-9)
        let bands = try #require(StatedBands(variation: variation)).bands(mean: mean)
        for (probability, band) in zip([0.8, 0.95], bands) {
            let held = chances.indices.filter { Double($0) >= band.low && Double($0) <= band.high }
                .reduce(0) { $0 + chances[$1] }
            // One count more or less is what a band of whole numbers cannot settle.
            let largest = chances.max() ?? 0
            #expect(held >= probability - 0.5 * largest - 0.01)
            // One term of the expansion is a little generous where days differ by half.
            let generous = variation > 0.3 ? 0.02 : 0.01
            #expect(mean < 10 || held <= probability + largest + generous)
        }
    }

    @Test(arguments: [1e-9, 0.004, 0.06, 0.5, 0.999, 1, 1.5, 7, 1e3, 1e9], [0.001, 0.23, 1, 2, 50])
    func boundsNest(_ mean: Double, _ variation: Double) throws {
        let bands = try #require(StatedBands(variation: variation)).bands(mean: mean)
        #expect(bands[1].low >= 0 && bands[1].low <= bands[0].low && bands[0].low <= mean)
        #expect(mean <= bands[0].high && bands[0].high <= bands[1].high && bands[1].high.isFinite)
    }

    @Test(arguments: [0, -0.1, .nan, .infinity])
    func certaintyHasNoBands(_ variation: Double) { #expect(StatedBands(variation: variation) == nil) }

    @Test(arguments: [0, -3, .nan, .infinity])
    func nothingHasBandsOfNothing(_ mean: Double) throws {
        let bands = try #require(StatedBands(variation: 0.23)).bands(mean: mean)
        #expect(bands.allSatisfy { $0.low == 0 && $0.high == 0 })
    }
}

/// What Sizing makes of the bands.
@Suite struct StatedUncertaintyTests {
    private func forecast(_ volume: Double, _ variation: Double?) throws -> (Scenario, ActivityForecast) {
        var campaign = OneCampaign(
            horizon: Horizon(firstDay: try #require(CivilDate(iso8601: "2027-02-01")), weekCount: 4),
            activities: [MonthlySpreadTests.activity(volume, MonthlySpreadTests.weekdaysAlike)])
        if let variation {
            let channel = campaign.activities[0].channel
            campaign.activities[0].channel = channel.with(
                demand: .monthlyVolume(
                    .everyMonth(volume), spread: .profile(MonthlySpreadTests.weekdaysAlike),
                    variation: variation))
        }
        return (campaign.scenario, try #require(campaign.forecast))
    }

    /// Twenty open days: from 5 to 25,000 contacts a day.
    @Test(arguments: [100.0, 400, 2000, 12_000, 500_000])
    func sizingTakesTheDayFactorBack(_ volume: Double) throws {
        let (scenario, forecast) = try forecast(volume, nil)
        #expect(forecast.remarks == [.widenedBands(.statedVolume)])
        #expect(forecast.bands.map(\.probability) == [0.8, 0.95])
        let taken = scenario.dayFactorVariation(of: forecast.activity, forecast: forecast)
        for day in 0..<28 {
            #expect(day % 7 < 5 ? abs(taken[day] - 0.23) < 0.01 : taken[day] == 0)
        }
    }

    @Test(arguments: [0.04, 0.1, 0.5])
    func anotherUncertainty(_ variation: Double) throws {
        let (_, forecast) = try forecast(40_000, variation)
        #expect(abs(forecast.dayFactorVariation(ofDay: 0) - variation) < 0.001)
    }

    @Test func noneAtAll() throws {
        let (_, forecast) = try forecast(40_000, 0)
        #expect(forecast.bands.isEmpty && forecast.dailyBands.isEmpty && forecast.remarks.isEmpty)
        #expect(forecast.dayFactorVariation(ofDay: 0) == 0)
    }

    /// `sizing: {uncertainty: none}`.
    @Test func sizingMaySwitchItOff() throws {
        var (scenario, forecast) = try forecast(40_000, nil)
        scenario.campaigns[0].sizing.uncertainty = .variation(0)
        #expect(
            scenario.dayFactorVariation(of: forecast.activity, forecast: forecast).allSatisfy { $0 == 0 })
    }
}
