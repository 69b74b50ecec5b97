/// What hours beyond a contract's week cost and how many there may be.
///
/// Two regimes (Code du travail): a full-timer's *overtime* (heures supplémentaires, L3121-28 to
/// L3121-36) counts from the legal week on; a part-timer's *complementary hours* (heures
/// complémentaires, L3123-8, L3123-9, L3123-20, L3123-21, L3123-28, L3123-29) count from the
/// contract's week on and never bring it to the legal one. Premiums are shares of the hourly wage.
public struct OvertimeRules: Hashable, Sendable, Codable {
    /// On the first hours of overtime in a week, how many minutes those are, and beyond them.
    public var premium: Double
    public var firstMinutes: Int
    public var furtherPremium: Double
    /// Complementary hours up to this share of the contract's week bear the first premium.
    public var complementaryShare: Double
    public var complementaryPremium: Double
    /// Complementary hours at most, as a share of the contract's week, and their premium beyond
    /// `complementaryShare`.
    public var complementaryLimit: Double
    public var complementaryFurtherPremium: Double

    public init(
        premium: Double, firstMinutes: Int, furtherPremium: Double, complementaryShare: Double,
        complementaryPremium: Double, complementaryLimit: Double, complementaryFurtherPremium: Double
    ) {
        self.premium = premium
        self.firstMinutes = firstMinutes
        self.furtherPremium = furtherPremium
        self.complementaryShare = complementaryShare
        self.complementaryPremium = complementaryPremium
        self.complementaryLimit = complementaryLimit
        self.complementaryFurtherPremium = complementaryFurtherPremium
    }

    /// Hours beyond a week at the plain wage, without a limit of their own.
    public static let unpriced = OvertimeRules(
        premium: 0, firstMinutes: 0, furtherPremium: 0, complementaryShare: 1, complementaryPremium: 0,
        complementaryLimit: 1, complementaryFurtherPremium: 0)
}

extension WorkRules {
    /// Most minutes of a week beyond the contract's, as contract and law allow.
    ///
    /// A part-timer stays under the legal week and within the share allowed; a full-timer within
    /// the weekly maximum, which counts effective time: counting paid time against it errs on the
    /// safe side. The average over twelve weeks and the year's quota are not looked at here.
    public func overtimeLimit(of contract: EmploymentContract) -> Int {
        let week = contract.weeklyMinutes
        let wanted = max(0, contract.overtimeMinutes)
        guard week < legalWeeklyMinutes else {
            return max(0, min(wanted, maximumWeeklyEffectiveMinutes - week))
        }
        let share = max(0, overtime.complementaryLimit) * Double(week)
        return max(0, min(wanted, Int(min(1e6, share).rounded()), legalWeeklyMinutes - week - 1))
    }

    /// Σ minutes × premium of so many minutes beyond what a week owes: what they cost beside the
    /// plain wage, as minutes of it.
    ///
    /// Paid absence counts as worked (Cour de cassation, 10 September 2025, 23-14.455), so that
    /// hours beyond a week cut short by leave are overtime too.
    public func overtimePremiumMinutes(_ minutes: Int, contract: EmploymentContract) -> Double {
        let isFullTime = contract.weeklyMinutes >= legalWeeklyMinutes
        let first =
            isFullTime
            ? max(0, overtime.firstMinutes - (contract.weeklyMinutes - legalWeeklyMinutes))
            : Int(min(1e6, max(0, overtime.complementaryShare) * Double(contract.weeklyMinutes)).rounded())
        let low = Double(min(max(0, minutes), first))
        let high = Double(max(0, minutes - first))
        return isFullTime
            ? low * overtime.premium + high * overtime.furtherPremium
            : low * overtime.complementaryPremium + high * overtime.complementaryFurtherPremium
    }
}
