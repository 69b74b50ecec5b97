/// What an employer pays on top of a gross wage (DOMAIN §4), and the floor's
/// other unit costs that the user states.
public struct EmployerTariff: Hashable, Sendable, Codable {
    /// Legal minimum gross wage per hour, from each date on, oldest first.
    public var minimumWages: [DatedWage]
    /// Contributions before the general reduction, as a share of gross.
    public var contributionShare: Double
    /// Minimum wage that the reduction's formula refers to (frozen by law at times).
    public var reductionReferenceWage: UnitPrice
    /// Minimum of the reduction's coefficient (0.02) and its variable part (Tdelta).
    public var reductionFloor: Double
    public var reductionDelta: Double
    public var reductionExponent: Double
    /// The reduction ends at this multiple of the reference wage.
    public var reductionLimitMultiple: Double

    public init(
        minimumWages: [DatedWage], contributionShare: Double, reductionReferenceWage: UnitPrice,
        reductionFloor: Double, reductionDelta: Double, reductionExponent: Double,
        reductionLimitMultiple: Double
    ) {
        self.minimumWages = minimumWages
        self.contributionShare = contributionShare
        self.reductionReferenceWage = reductionReferenceWage
        self.reductionFloor = reductionFloor
        self.reductionDelta = reductionDelta
        self.reductionExponent = reductionExponent
        self.reductionLimitMultiple = reductionLimitMultiple
    }

    public func minimumWage(on date: CivilDate) -> UnitPrice? {
        minimumWages.last { $0.from <= date }?.grossHourly
    }
}

public struct DatedWage: Hashable, Sendable, Codable {
    public var from: CivilDate
    public var grossHourly: UnitPrice

    public init(from: CivilDate, grossHourly: UnitPrice) {
        self.from = from
        self.grossHourly = grossHourly
    }
}

/// Unit costs that no public source gives: the user's own figures.
public struct FloorCosts: Hashable, Sendable, Codable {
    public var seatPerMonth: Money
    public var telecomPerMinute: UnitPrice
    public var softwarePerAgentAndMonth: Money
    /// Gross monthly pay of a supervisor and a trainer.
    public var supervisorGrossMonthly: Money
    public var trainerGrossHourly: UnitPrice
    public var recruitmentPerHire: Money
    /// General costs as a share of direct cost.
    public var overheadShare: Double
    /// Agents led by one supervisor.
    public var teamSize: ClosedRange<Int>

    public init(
        seatPerMonth: Money, telecomPerMinute: UnitPrice, softwarePerAgentAndMonth: Money,
        supervisorGrossMonthly: Money, trainerGrossHourly: UnitPrice, recruitmentPerHire: Money,
        overheadShare: Double, teamSize: ClosedRange<Int>
    ) {
        self.seatPerMonth = seatPerMonth
        self.telecomPerMinute = telecomPerMinute
        self.softwarePerAgentAndMonth = softwarePerAgentAndMonth
        self.supervisorGrossMonthly = supervisorGrossMonthly
        self.trainerGrossHourly = trainerGrossHourly
        self.recruitmentPerHire = recruitmentPerHire
        self.overheadShare = overheadShare
        self.teamSize = teamSize
    }
}
