/// The rules a floor works under, as one named, overridable set of data.
public struct RulePack: Hashable, Sendable, Codable {
    public var name: String
    public var work: WorkRules
    /// Oldest first.
    public var calling: [CallingRules]
    public var tariff: EmployerTariff
    /// Where each figure comes from, by key path of the rule pack file.
    public var sources: [String: String]

    public init(
        name: String, work: WorkRules, calling: [CallingRules], tariff: EmployerTariff,
        sources: [String: String] = [:]
    ) {
        self.name = name
        self.work = work
        self.calling = calling
        self.tariff = tariff
        self.sources = sources
    }

    /// The calling rules in force on a date.
    public func callingRules(on date: CivilDate) -> CallingRules? { calling.last { $0.from <= date } }
}
