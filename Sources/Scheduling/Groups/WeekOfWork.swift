import Workforce

/// When a campaign works in one week of the horizon.
struct WeekOfWork: Sendable {
    let campaign: Campaign
    let week: Int
    /// Opening hours by weekday, Monday first; empty where closed or not live.
    let hours: [[ClockRange]]
    /// Public holidays that close the campaign on a weekday it otherwise works.
    let paidHolidays: [Bool]

    init(_ campaign: Campaign, week: Int, scenario: Scenario) {
        self.campaign = campaign
        self.week = week
        let calendar = scenario.holidays(of: campaign)
        var hours: [[ClockRange]] = []
        var holidays: [Bool] = []
        for weekday in 0..<7 {
            let date = scenario.horizon.date(ofDay: week * 7 + weekday)
            let isLive = campaign.isLive(on: date)
            let open = campaign.openingHours.ranges(on: date, holidays: calendar).filter { $0.minutes > 0 }
            hours.append(isLive ? open : [])
            let usual = campaign.openingHours.weekdays[weekday].contains { $0.minutes > 0 }
            holidays.append(isLive && open.isEmpty && usual && calendar.isHoliday(date))
        }
        self.hours = hours
        paidHolidays = holidays
    }
}
