import Execution
import Workforce

/// A group of agents with the same home and contract.
private struct HireGroup {
    var home: String
    var contract: String
    var weeklyHours: Int
    var days: Int
    var count: Int
}

private let groups = [
    HireGroup(home: "hotline", contract: "cdi-35", weeklyHours: 35, days: 5, count: 15),
    HireGroup(home: "hotline", contract: "cdi-35-souple", weeklyHours: 35, days: 5, count: 9),
    HireGroup(home: "hotline", contract: "cdi-30", weeklyHours: 30, days: 5, count: 9),
    HireGroup(home: "hotline", contract: "cdi-24", weeklyHours: 24, days: 4, count: 7),
    HireGroup(home: "relance", contract: "cdi-35", weeklyHours: 35, days: 5, count: 9),
    HireGroup(home: "relance", contract: "cdi-35-souple", weeklyHours: 35, days: 5, count: 3),
    HireGroup(home: "relance", contract: "cdi-30", weeklyHours: 30, days: 5, count: 6),
    HireGroup(home: "relance", contract: "cdi-24", weeklyHours: 24, days: 4, count: 4),
    HireGroup(home: "fibre", contract: "cdi-35", weeklyHours: 35, days: 5, count: 9),
    HireGroup(home: "fibre", contract: "cdi-35-souple", weeklyHours: 35, days: 5, count: 3),
    HireGroup(home: "fibre", contract: "cdi-30", weeklyHours: 30, days: 5, count: 4),
    HireGroup(home: "fibre", contract: "cdi-24", weeklyHours: 24, days: 4, count: 2),
]

/// 80 agents, 48 of them full-time.
func maxiphoneAgents(generator: inout SeededGenerator) -> [Hire] {
    let people = names(groups.reduce(0) { $0 + $1.count }, generator: &generator)
    var hires: [Hire] = []
    for group in groups {
        for rank in 0..<group.count {
            let number = hires.count + 1
            let hired = hireDate(&generator)
            let work = abilities(home: group.home, rank: rank, &generator)
            var hire = Hire(
                id: "T0" + (number < 10 ? "0" : "") + String(number),
                lastName: people[number - 1].last, firstName: people[number - 1].first,
                contract: group.contract, weeklyHours: group.weeklyHours, days: group.days,
                skills: work.skills, campaigns: work.campaigns, hired: hired,
                wageCents: wage(hired: hired, on: MaxiphoneDates.firstDay, generator: &generator),
                currentCampaign: work.campaigns[0] == "fibre" ? work.campaigns[1] : work.campaigns[0])
            limit(&hire, rank: rank)
            hires.append(hire)
        }
    }
    return hires
}

/// One in eight came this autumn, the others over ten years.
private func hireDate(_ generator: inout SeededGenerator) -> CivilDate {
    if generator.isLucky(0.125) { return date("2026-09-07") + 7 * generator.below(10) }
    // Squaring makes recent years likelier, as people leave.
    let age = generator.uniform()
    return date("2026-08-31") - Int(3600 * age * age)
}

private func abilities(
    home: String, rank: Int, _ generator: inout SeededGenerator
) -> (skills: [String], campaigns: [String]) {
    switch home {
    case "hotline":
        let sells = generator.isLucky(0.15)
        return sells ? (["mobile", "vente"], ["hotline", "relance"]) : (["mobile"], ["hotline"])
    case "relance":
        let answers = generator.isLucky(0.3)
        return answers ? (["vente", "mobile"], ["relance", "hotline"]) : (["vente"], ["relance"])
    default:
        // The skill `fibre` is what the course before the launch gives.
        switch rank % 3 {
        case 0: return (["vente"], ["fibre", "relance"])
        case 1: return (["mobile"], ["fibre", "hotline"])
        default: return (["mobile", "vente"], ["fibre", "hotline", "relance"])
        }
    }
}

/// A few people have days or hours that they never work.
private func limit(_ hire: inout Hire, rank: Int) {
    switch (hire.campaigns[0], hire.contract, rank) {
    case ("hotline", "cdi-24", 0), ("hotline", "cdi-24", 3), ("relance", "cdi-24", 1):
        hire.daysOff = [.wednesday]
    case ("relance", "cdi-35-souple", 0): hire.daysOff = [.wednesday]
    case ("hotline", "cdi-35", 2), ("hotline", "cdi-30", 4), ("fibre", "cdi-35", 5):
        hire.daysOff = [.saturday]
    case ("hotline", "cdi-24", 5):
        hire.daysOff = [.wednesday]
        hire.window = ClockRange(ClockTime(hour: 8), ClockTime(hour: 16, minute: 30))
    case ("hotline", "cdi-35", 7): hire.window = ClockRange(ClockTime(hour: 8), ClockTime(hour: 17))
    case ("hotline", "cdi-30", 1):
        hire.window = ClockRange(ClockTime(hour: 8), ClockTime(hour: 16, minute: 30))
    case ("relance", "cdi-30", 2):
        hire.window = ClockRange(ClockTime(hour: 10), ClockTime(hour: 18, minute: 30))
    case ("fibre", "cdi-30", 1): hire.window = ClockRange(ClockTime(hour: 9), ClockTime(hour: 17, minute: 30))
    default: break
    }
}
