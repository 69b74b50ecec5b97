import Workforce

extension SiteFile {
    /// `sharing: yes`, or its terms; nil where campaigns share nobody.
    ///
    /// - Parameter interval: minutes of the grid, which no loan is shorter than.
    static func readSharing(_ value: YAMLValue, interval: Int, _ log: inout DiagnosticLog) -> AgentSharing? {
        guard case .mapping = value.content else {
            return Fields.read(value, named: "sharing", .yesNo, &log) == true
                ? AgentSharing(minimumLoanMinutes: max(interval, AgentSharing().minimumLoanMinutes)) : nil
        }
        guard var fields = Fields(value, named: "sharing", &log) else { return nil }
        var sharing = AgentSharing()
        let shortest = fields.optional("minimumLoan", .minutely, interval * 60...8 * 3600, &log)
        sharing.minimumLoanMinutes = shortest.map { $0 / 60 } ?? max(interval, sharing.minimumLoanMinutes)
        if let price = fields.optional("loanPrice", .money, 0...1000, &log) {
            sharing.pricePerLoan = Money(euros: price)
        }
        fields.finish(&log)
        return sharing
    }
}
