import Execution
import Workforce

/// The main sample workspace: a floor of 80 agents in Lille, three campaigns,
/// eighteen months of calls. Everything is invented; the same bytes every time.
///
/// - Returns: the files, in order of path relative to the workspace.
public func maxiphone() -> [(path: String, contents: String)] {
    let seed: UInt64 = 20_261_130
    var people = SeededGenerator(seed: seed, stream: 0)
    var calls = SeededGenerator(seed: seed, stream: 1)
    var leave = SeededGenerator(seed: seed, stream: 2)
    var week = SeededGenerator(seed: seed, stream: 3)
    let agents = maxiphoneAgents(generator: &people)
    let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    let times = [
        "hotline": WorkingTimes(
            days: weekdays + [.saturday], starts: [480, 480, 510, 540, 600, 660, 690, 720],
            closing: ClockTime(hour: 20)),
        "relance": WorkingTimes(days: weekdays, starts: [600, 660, 720], closing: ClockTime(hour: 20)),
    ]
    return [
        ("README.md", maxiphoneReadme),
        ("agents.csv", agentTable(agents, site: "lille")),
        ("campaigns/fibre.yaml", maxiphoneFibre),
        ("campaigns/hotline.yaml", maxiphoneHotline),
        ("campaigns/relance.yaml", maxiphoneRelance),
        ("history/hotline.csv", maxiphoneHistory(generator: &calls)),
        ("profiles.yaml", maxiphoneProfiles),
        (
            "published/\(MaxiphoneDates.publishedMonday).csv",
            publishedWeek(agents, monday: MaxiphoneDates.publishedMonday, times: times, generator: &week)
        ),
        ("requests.csv", maxiphoneRequests(agents, generator: &leave)),
        ("scenarios.yaml", maxiphoneScenarios),
        ("site.yaml", maxiphoneSite),
    ]
}
