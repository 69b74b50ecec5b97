import Workforce

/// The payroll of one campaign over the horizon.
struct CampaignPay {
    var paidHours = 0.0
    var effectiveHours = 0.0
    /// Agents' hours in this campaign's training sessions.
    var sessionHours = 0.0
    var premiumHours = 0.0
    var overtimeHours = 0.0
    var baseEuros = 0.0
    var premiumEuros = 0.0
    /// Premiums on overtime, beside the wage.
    var overtimeEuros = 0.0
    var contributionEuros = 0.0

    /// Gross, premiums and contributions of one paid hour; nil without paid hours.
    var loadedHour: Double? {
        paidHours > 0
            ? (baseEuros + premiumEuros + overtimeEuros + contributionEuros) / paidHours : nil
    }
}

extension Payroll {
    /// Sums by campaign. The reduction of contributions is worked out on each
    /// person's mean gross per paid hour over the horizon, premiums inside, as
    /// the yearly formula does on the year.
    func byCampaign(tariff: EmployerTariff) -> [Identifier<Campaign>: CampaignPay] {
        var sums: [Identifier<Campaign>: CampaignPay] = [:]
        for entries in people {
            let hours = entries.reduce(0.0) { $0 + Double($1.paidMinutes) / 60 }
            let gross = entries.reduce(0.0) { $0 + $1.grossEuros }
            let share = hours > 0 ? tariff.netContributionShare(grossHourly: gross / hours) : 0
            for entry in entries {
                let people = Double(entry.people)
                var sum = sums[entry.campaign] ?? CampaignPay()
                sum.paidHours += people * Double(entry.paidMinutes) / 60
                sum.effectiveHours += people * Double(entry.effectiveMinutes) / 60
                sum.sessionHours += people * Double(entry.sessionMinutes) / 60
                sum.premiumHours += people * Double(entry.premium.minutes) / 60
                sum.baseEuros += people * entry.baseEuros
                sum.premiumEuros += people * entry.premiumEuros
                sum.overtimeHours += people * Double(entry.overtimeMinutes) / 60
                sum.overtimeEuros += people * entry.overtimeEuros
                sum.contributionEuros += people * entry.grossEuros * share
                sums[entry.campaign] = sum
            }
        }
        return sums
    }
}
