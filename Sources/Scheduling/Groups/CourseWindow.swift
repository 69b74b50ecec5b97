import Workforce

extension WeekOfWork {
    /// Time reserved for a course: in the last week before an agent begins on a
    /// campaign that must be taught first, they work while its trainers do, so
    /// that a class has hours in common.
    ///
    /// The hours of the trainer who starts first, ended as much later as the
    /// contract's mean day needs after this campaign opens, and the weekdays
    /// that trainer works. Nil where nothing is to be learned next week.
    func courseWindow(
        of agent: Agent, contract: EmploymentContract, _ staffing: Staffing, scenario: Scenario
    ) -> (days: [Bool], hours: ClockRange)? {
        let next = staffing.posts.filter { $0.agent == agent.id && $0.needsTraining }
            .min { $0.week < $1.week }
        guard let next, next.week == week + 1, next.campaign != campaign.id else { return nil }
        let teaching = scenario.floor.trainers.filter {
            $0.site == agent.site && ($0.campaigns.isEmpty || $0.campaigns.contains(next.campaign))
        }.compactMap { trainer -> (days: [Bool], hours: ClockRange)? in
            let hours = trainer.hours.compactMap { $0 }
            guard let first = hours.map(\.start).min(), let last = hours.map(\.end).max() else { return nil }
            return (trainer.hours.map { $0 != nil }, ClockRange(first, last))
        }
        guard let (days, hours) = teaching.min(by: { $0.hours.start < $1.hours.start }) else { return nil }
        let opening = self.hours.compactMap { $0.map(\.start).min() }.min() ?? hours.start
        let day =
            max(contract.dailyMinutes.lowerBound, contract.absenceDayMinutes)
            + scenario.rules.work.lunchMinutes.upperBound
        return (days, ClockRange(hours.start, max(hours.end, max(hours.start, opening) + day)))
    }
}
