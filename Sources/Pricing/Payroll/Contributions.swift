import Foundation
import Workforce

/// What an employer pays on a gross wage, with the general reduction of
/// contributions (*réduction générale dégressive unique*, RGDU 2026; DOMAIN §4).
extension EmployerTariff {
    /// The reduction's coefficient, rounded to four decimals as the law has it:
    ///
    ///     C = floor + delta · [½ · (limit · reference / gross − 1)]^exponent
    ///
    /// at most floor + delta, and zero from `limit` times the reference wage.
    /// The law writes ½ because its limit is 3: the bracket is 1 at the
    /// reference wage, so in general the factor is 1 / (limit − 1).
    ///
    /// - Parameter grossHourly: gross pay per paid hour, premiums inside.
    public func reductionCoefficient(grossHourly: Double) -> Double {
        let reference = reductionReferenceWage.euros
        guard grossHourly > 0, reference > 0, reductionLimitMultiple > 1,
            grossHourly < reductionLimitMultiple * reference
        else { return 0 }
        let bracket = (reductionLimitMultiple * reference / grossHourly - 1) / (reductionLimitMultiple - 1)
        let coefficient = reductionFloor + reductionDelta * pow(max(0, bracket), reductionExponent)
        guard coefficient.isFinite else { return 0 }
        let capped = min(coefficient, reductionFloor + reductionDelta)
        return max(0, (capped * 10_000).rounded() / 10_000)
    }

    /// Contributions net of the reduction, as a share of gross.
    public func netContributionShare(grossHourly: Double) -> Double {
        max(0, contributionShare - reductionCoefficient(grossHourly: grossHourly))
    }

    /// Gross pay and contributions for one paid hour.
    public func loadedHourlyWage(grossHourly: Double) -> Double {
        grossHourly * (1 + netContributionShare(grossHourly: grossHourly))
    }
}
