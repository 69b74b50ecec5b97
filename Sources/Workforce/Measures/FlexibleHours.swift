/// Overtime and voluntary time off of tours: minutes, and what they cost the employer.
public struct FlexibleHours: Hashable, Sendable {
    public var overtimeMinutes = 0
    public var timeOffMinutes = 0
    /// Pay of the overtime, premium and employer's contributions inside.
    public var overtimeEuros = 0.0
    /// Pay saved by the time off, contributions inside.
    public var timeOffEuros = 0.0

    public init() {}

    public static func + (lhs: FlexibleHours, rhs: FlexibleHours) -> FlexibleHours {
        var sum = lhs
        sum.overtimeMinutes += rhs.overtimeMinutes
        sum.timeOffMinutes += rhs.timeOffMinutes
        sum.overtimeEuros += rhs.overtimeEuros
        sum.timeOffEuros += rhs.timeOffEuros
        return sum
    }
}

extension Scenario {
    /// What one paid hour of a group costs on average, in euros: mean gross wage of its agents (of
    /// the contract in sizing mode), with the employer's contributions before any reduction, which
    /// depends on the year's pay and is Pricing's.
    public func loadedHourlyWage(of group: TourGroup) -> Double {
        guard let contract = floor.contract(group.contract) else { return 0 }
        let members = Set(group.agents)
        let wages =
            members.isEmpty
            ? []
            : floor.agents.filter { members.contains($0.id) }
                .map { ($0.grossHourlyWage ?? contract.grossHourlyWage).euros }
        let gross =
            wages.isEmpty ? contract.grossHourlyWage.euros : wages.reduce(0, +) / Double(wages.count)
        let share = rules.tariff.contributionShare
        return gross * (1 + (share.isFinite ? max(0, share) : 0))
    }

    /// What a full week of a contract costs, in euros, contributions inside.
    public func weeklyCost(of id: Identifier<EmploymentContract>) -> Double {
        guard let contract = floor.contract(id) else { return 0 }
        let share = rules.tariff.contributionShare
        return contract.weeklyHours * contract.grossHourlyWage.euros
            * (1 + (share.isFinite ? max(0, share) : 0))
    }

    /// What a pool pays for one kind of tour in its week, in euros: paid time and overtime premium
    /// at the mean wage of its group, contributions inside.
    public func weeklyCost(of entry: TourCount, in pool: PoolWeek) -> Double {
        guard pool.groups.indices.contains(entry.group),
            let contract = floor.contract(pool.groups[entry.group].contract)
        else { return 0 }
        let group = pool.groups[entry.group]
        let paid = entry.tour.paidMinutes
        let over = group.flexibility == nil ? 0 : max(0, paid - group.owedMinutes)
        let premium = rules.work.overtimePremiumMinutes(over, contract: contract)
        return Double(entry.count) * loadedHourlyWage(of: group) * (Double(paid) + premium) / 60
    }

    /// Overtime and voluntary time off of a pool's tours at the mean wages of their groups.
    public func flexibleHours(of pool: PoolWeek) -> FlexibleHours {
        pool.tours.reduce(FlexibleHours()) { sum, entry in
            guard pool.groups.indices.contains(entry.group), entry.count > 0,
                let contract = floor.contract(pool.groups[entry.group].contract)
            else { return sum }
            let group = pool.groups[entry.group]
            guard let flexibility = group.flexibility else { return sum }
            let paid = entry.tour.paidMinutes
            let hour = loadedHourlyWage(of: group) * Double(entry.count)
            var own = FlexibleHours()
            let over = max(0, paid - group.owedMinutes)
            own.overtimeMinutes = over * entry.count
            own.timeOffMinutes = max(0, flexibility.leastMinutes - paid) * entry.count
            own.overtimeEuros =
                hour * (Double(over) + rules.work.overtimePremiumMinutes(over, contract: contract)) / 60
            own.timeOffEuros = hour * Double(max(0, flexibility.leastMinutes - paid)) / 60
            return sum + own
        }
    }
}
