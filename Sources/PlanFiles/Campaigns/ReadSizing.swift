import Workforce

/// How a campaign's queued contacts become agents.
extension CampaignReader {
    func sizing(_ given: Fields, _ log: inout DiagnosticLog) -> SizingMethod {
        var fields = given
        let load = fields.optional("load", .choice(LoadMethod.allCases.map(\.rawValue)), &log)
            .flatMap(LoadMethod.init(rawValue:))
        let uncertainty = uncertainty(&fields, &log)
        fields.finish(&log)
        return SizingMethod(load: load ?? .modifiedOfferedLoad, uncertainty: uncertainty)
    }

    /// `forecast`, `none`, or a coefficient of variation as a share.
    private func uncertainty(_ fields: inout Fields, _ log: inout DiagnosticLog) -> DemandUncertainty {
        guard let value = fields.value("uncertainty"), value.shape != .nothing else { return .fromForecast }
        if case .text(let text) = value.content, text.contains(where: \.isNumber) {
            let share = Fields.read(value, named: "uncertainty", .share, 0...1, &log)
            return share.map { .variation($0) } ?? .fromForecast
        }
        let word = Fields.read(value, named: "uncertainty", .choice(["forecast", "none"]), &log)
        return word == "none" ? .variation(0) : .fromForecast
    }
}
