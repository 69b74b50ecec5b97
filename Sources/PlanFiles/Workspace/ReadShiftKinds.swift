import Workforce

extension SiteFile {
    /// How few kinds of shift people are to live with; nil when neither number nor price is given.
    static func readShiftKinds(_ mapping: Fields, _ log: inout DiagnosticLog) -> ShiftKindLimit? {
        var fields = mapping
        let most = fields.optional("most", .count, 1...1000, &log)
        let price = fields.optional("price", .money, 0...1e6, &log)
        fields.finish(&log)
        guard most != nil || price != nil else { return nil }
        return ShiftKindLimit(most: most, pricePerWeek: price.map { Money(euros: $0) } ?? .zero)
    }
}
