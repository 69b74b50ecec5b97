import Workforce

extension ShiftRule {
    /// The scenario and groups with this family of rules dropped, all else as it is.
    func dropped(from scenario: Scenario, groups: [TourGroup]) -> (scenario: Scenario, groups: [TourGroup]) {
        var scenario = scenario
        var groups = groups
        switch self {
        case .shiftLength:
            let least = max(scenario.horizon.intervalMinutes, scenario.rules.work.minimumCallStretchMinutes)
            for index in scenario.floor.contracts.indices {
                let daily = scenario.floor.contracts[index].dailyMinutes
                scenario.floor.contracts[index].dailyMinutes =
                    min(least, daily.lowerBound)...daily.upperBound
            }
        case .lunch:
            // About the same middle, which decides who lunches at all.
            let window = scenario.rules.work.lunchWindow
            let middle = (window.start.minute + window.end.minute) / 2
            let reach = min(middle, 1440 - middle)
            scenario.rules.work.lunchWindow = ClockRange(
                ClockTime(minute: middle - reach), ClockTime(minute: middle + reach))
            scenario.rules.work.lunchLatestAfterMinutes = 1440
        case .restBreaks:
            // As many breaks, at any time: without them there would be more hours, not other ones.
            scenario.rules.work.maximumCallStretchMinutes = 1440
            scenario.rules.work.minimumCallStretchMinutes = scenario.horizon.intervalMinutes
        case .rest:
            scenario.rules.work.minimumDailyRestMinutes = 0
            scenario.rules.work.minimumWeeklyRestMinutes = 0
        case .startSpread:
            for index in scenario.floor.contracts.indices {
                scenario.floor.contracts[index].startSpreadMinutes = nil
            }
        case .shiftKinds:
            // Kinds are no part of the scenario's rules: the pool's instance has them or not.
            break
        case .daysPerWeek:
            for index in groups.indices where groups[index].owedMinutes > 0 {
                let most = groups[index].workableDays.count { $0 }
                groups[index].daysPerWeek =
                    groups[index].daysPerWeek.lowerBound...max(groups[index].daysPerWeek.upperBound, most)
            }
        }
        return (scenario, groups)
    }
}
