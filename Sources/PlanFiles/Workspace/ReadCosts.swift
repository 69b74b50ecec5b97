import Workforce

extension SiteFile {
    /// Unit costs, all of which the user must state.
    static func readCosts(_ value: YAMLValue, _ log: inout DiagnosticLog) -> FloorCosts? {
        guard var fields = Fields(value, named: "costs", &log) else { return nil }
        let seat = fields.required("seatPerMonth", .money, 0...1e6, &log)
        let telecom = fields.required("telecomPerMinute", .money, 0...1000, &log)
        let software = fields.required("softwarePerAgentAndMonth", .money, 0...1e6, &log)
        let supervisor = fields.required("supervisorGrossMonthly", .money, 0...1e6, &log)
        let trainer = fields.required("trainerGrossHourly", .money, 0...10_000, &log)
        let hire = fields.required("recruitmentPerHire", .money, 0...1e6, &log)
        let overhead = fields.required("overheadShare", .share, 0...1, &log)
        let team = fields.range("teamSize", .countRange, within: 1...100, &log) ?? 10...14
        fields.finish(&log)
        guard let seat, let telecom, let software, let supervisor, let trainer, let hire, let overhead else {
            return nil
        }
        return FloorCosts(
            seatPerMonth: Money(euros: seat), telecomPerMinute: UnitPrice(euros: telecom),
            softwarePerAgentAndMonth: Money(euros: software),
            supervisorGrossMonthly: Money(euros: supervisor),
            trainerGrossHourly: UnitPrice(euros: trainer), recruitmentPerHire: Money(euros: hire),
            overheadShare: overhead, teamSize: team)
    }

    mutating func readWeights(_ fields: inout Fields, _ log: inout DiagnosticLog) {
        func set(_ key: String, _ path: WritableKeyPath<PlanningWeights, Money>) {
            if let value = fields.optional(key, .money, 0...1e6, &log) {
                weights[keyPath: path] = Money(euros: value)
            }
        }
        set("understaffingPerHour", \.understaffingPerHour)
        set("overstaffingPerHour", \.overstaffingPerHour)
        set("undoneWorkPerHour", \.undoneWorkPerHour)
        set("refusedWish", \.refusedWish)
        set("unfilledTour", \.unfilledTour)
        set("unfairness", \.unfairness)
        set("awayFromHome", \.awayFromHome)
        fields.finish(&log)
    }
}
