import Workforce

/// Distinct starts and ends of shifts of each campaign, over all weeks, against the kinds wanted at
/// most; counted in the tours themselves and in the roster's lines.
func checkShiftKinds(_ context: AuditContext) -> [Finding] {
    guard let most = context.scenario.shiftKinds?.most else { return [] }
    var tours: [Identifier<Campaign>: [Tour]] = [:]
    for pool in context.plan.schedule.pools {
        tours[pool.campaign, default: []] += pool.tours.filter { $0.count > 0 }.map(\.tour)
    }
    for line in context.plan.roster?.lines ?? [] {
        if let tour = line.tour { tours[line.campaign, default: []].append(tour) }
    }
    return tours.compactMap { campaign, tours in
        let kinds = Set(tours.flatMap { $0.shifts.compactMap { $0?.range } }).count
        guard kinds > most else { return nil }
        return broken(.shiftKinds, who: campaign.name, day: 0, actual: kinds, limit: most)
    }
}
