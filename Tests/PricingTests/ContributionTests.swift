import Testing
import Workforce

@testable import Pricing

@Suite struct ContributionTests {
    let tariff = TinyFloor.rules.tariff

    /// The check values of DOMAIN §4: 50 staff or more, reference wage frozen at 12.02.
    @Test(arguments: [(12.31, 0.048, 12.90), (13, 0.097, 14.26), (14, 0.155, 16.17), (15, 0.201, 18.02)])
    func checkValues(_ gross: Double, _ share: Double, _ loaded: Double) {
        let net = tariff.netContributionShare(grossHourly: gross)
        #expect((net * 1000).rounded() / 1000 == share)
        #expect((tariff.loadedHourlyWage(grossHourly: gross) * 100).rounded() / 100 == loaded)
    }

    /// Ten per cent more wage at the minimum costs 18.6 % more, for the reduction falls.
    @Test func aRiseNearTheMinimumCostsNearlyTwice() {
        let ratio =
            tariff.loadedHourlyWage(grossHourly: 12.31 * 1.1) / tariff.loadedHourlyWage(grossHourly: 12.31)
        #expect(((ratio - 1) * 1000).rounded() / 10 == 18.6)
    }

    @Test func theCoefficientHasFourDecimalsACeilingAndAnEnd() {
        #expect(tariff.reductionCoefficient(grossHourly: 12.31) == 0.3788)
        #expect(tariff.reductionCoefficient(grossHourly: 12.02) == 0.4021)
        #expect(tariff.reductionCoefficient(grossHourly: 8) == 0.4021)
        #expect(tariff.reductionCoefficient(grossHourly: 36.05) == 0.02)
        #expect(tariff.reductionCoefficient(grossHourly: 36.06) == 0)
    }

    @Test(arguments: [0, -3, Double.nan, .infinity])
    func wagesThatAreNoneHaveNoReduction(_ gross: Double) {
        #expect(tariff.reductionCoefficient(grossHourly: gross) == 0)
    }

    @Test func aTariffOfZerosIsHarmless() {
        let zero = EmployerTariff(
            minimumWages: [], contributionShare: 0, reductionReferenceWage: .zero, reductionFloor: 0,
            reductionDelta: 0, reductionExponent: 0, reductionLimitMultiple: 1)
        #expect(zero.loadedHourlyWage(grossHourly: 12) == 12)
    }

    @Test func loadedWagesNeverFallWhenWagesRise() {
        let wages = stride(from: 5.0, through: 60, by: 0.01).map { tariff.loadedHourlyWage(grossHourly: $0) }
        #expect(zip(wages, wages.dropFirst()).allSatisfy { $0 < $1 })
    }
}
