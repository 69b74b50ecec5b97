import Workforce

/// How a campaign's queued contacts become agents.
extension CampaignReader {
    func sizing(_ given: Fields, _ log: inout DiagnosticLog) -> SizingMethod {
        var fields = given
        let load = fields.optional("load", .choice(LoadMethod.allCases.map(\.rawValue)), &log)
            .flatMap(LoadMethod.init(rawValue:))
        fields.finish(&log)
        return SizingMethod(load: load ?? .modifiedOfferedLoad)
    }
}
