import Workforce

/// No gross wage under the legal minimum of any date of the horizon, in cents
/// an hour. Names the first day under it.
func checkMinimumWage(_ context: AuditContext) -> [Finding] {
    let horizon = context.horizon
    guard horizon.dayCount > 0 else { return [] }
    let starts = context.scenario.rules.tariff.minimumWages.map(\.from).filter {
        $0 > horizon.firstDay && $0 <= horizon.lastDay
    }
    let dates = Array(Set([horizon.firstDay] + starts)).sorted()
    let agents = context.scenario.floor.agents
    var wages: [(who: String, wage: UnitPrice)] = agents.compactMap { agent in
        agent.grossHourlyWage.map { (agent.id.name, $0) }
    }
    let inherited = Set(agents.filter { $0.grossHourlyWage == nil }.map(\.contract))
    for contract in context.scenario.floor.contracts where agents.isEmpty || inherited.contains(contract.id) {
        wages.append((contract.id.name, contract.grossHourlyWage))
    }
    return wages.compactMap { who, wage in
        for date in dates {
            guard let least = context.scenario.rules.tariff.minimumWage(on: date), wage < least else {
                continue
            }
            return broken(
                .minimumWage, who: who, day: horizon.firstDay.distance(to: date), actual: cents(wage),
                limit: cents(least))
        }
        return nil
    }
}

/// Rounded down, so that a wage a fraction of a cent short still shows it.
private func cents(_ price: UnitPrice) -> Int { price.micros / 10_000 }

/// Part-time weeks under the legal minimum (24 h) need a written request or an
/// agreement that the plan cannot see: a warning.
func checkPartTimeMinimum(_ context: AuditContext) -> [Finding] {
    let limit = context.rules.partTimeMinimumWeeklyMinutes
    let used = Set(context.workers.map(\.contract.id))
    return context.scenario.floor.contracts.compactMap { contract in
        guard used.contains(contract.id), contract.weeklyMinutes < limit else { return nil }
        return broken(
            .partTimeMinimum, who: contract.id.name, day: 0, actual: contract.weeklyMinutes, limit: limit,
            severity: .warning)
    }
}
