import Execution
import Workforce

/// How much a plan is simulated.
public struct SimulationOptions: Hashable, Sendable {
    /// How often the whole horizon is played through, 1 … 100,000.
    public var replications: Int

    public init(replications: Int = 100) { self.replications = min(100_000, max(1, replications)) }
}

/// Plays a plan through in discrete events, many times over.
///
/// The people of each campaign are those of the roster (else of the schedule), less breaks and
/// training, each absent on a day by chance (external shrinkage), a share of them off the line in
/// each interval (internal shrinkage). Contacts are Poisson around the forecast, whole days above
/// or below it by a gamma factor (`Scenario.dayFactorVariation`); they wait by priority, then by
/// arrival, for an agent with the skills, fewest skills first, and hang up by the patience law. Who
/// goes off the line finishes the contact in hand. An agent holds several written conversations at
/// once, and starts the next where the fewest are in hand; callers who hang up may call again, ten
/// minutes later on average. Deferred items and lists are worked by those whom no caller wants
/// while more agents are there than the queued activities require (threshold policy, Bhulai &
/// Koole 2003); a list as far as the plan wants it by then, by priority, then the one that ends
/// first. One agent dials for himself, or at the pace of the team for whom a predictive dialler
/// calls ahead, the larger the team that is there, the faster (`PredictiveDialing`).
///
/// Every draw has its place (seed, replication, activity, day), so that two plans of one scenario
/// meet the same contacts, and the number of threads never shows in the result.
///
/// - Parameter control: seed and threads; where it stops the run, the replications done so far
///   count, at least one round of them.
/// - Complexity: O(log agents) per contact and replication.
public func simulate(
    plan: Plan, for scenario: Scenario, options: SimulationOptions = SimulationOptions(),
    control: RunControl = RunControl()
) -> SimulatedService {
    let floors = scenario.campaigns.compactMap { CampaignFloor($0, plan: plan, scenario: scenario) }
    return play(floors, plan: plan, scenario: scenario, options: options, control: control)
}

/// Plays some floors through, replication by replication in rounds.
func play(
    _ floors: [CampaignFloor], plan: Plan, scenario: Scenario, options: SimulationOptions,
    control: RunControl
) -> SimulatedService {
    var tallies = floors.map { CampaignTally($0, horizon: scenario.horizon) }
    var done = 0
    let round = 16
    while done < options.replications {
        if done > 0, control.shouldStop { break }
        let next = done..<min(options.replications, done + round)
        let tasks = next.flatMap { replication in floors.indices.map { (replication, $0) } }
        let runs = orderedParallelMap(tasks, threads: control.threads) { replication, floor in
            floors[floor].run(key: StreamKey(seed: control.seed).part(replication))
        }
        for (task, run) in zip(tasks, runs) {
            tallies[task.1].add(run, of: floors[task.1], horizon: scenario.horizon)
        }
        done = next.upperBound
        control.report(StageProgress(stage: .simulate, done: done, total: options.replications))
    }
    return SimulatedService(
        replications: done, seed: control.seed,
        campaigns: zip(floors, tallies).map { $1.campaign($0.campaign, replications: done, scenario) },
        activities: zip(floors, tallies).flatMap { $1.activities($0, plan: plan, scenario: scenario) },
        works: zip(floors, tallies).flatMap { $1.works($0) })
}

/// What one campaign met, gathered over replications.
private struct CampaignTally: Sendable {
    private var lines: [ActivityTally]
    private var backlogs: [WorkTally]
    private var lists: [WorkTally]
    private var onlineSeconds: [Double]
    private var occupancy = RatioMoments()

    init(_ floor: CampaignFloor, horizon: Horizon) {
        lines = floor.lines.map {
            ActivityTally(basis: $0.target.basis, intervalCount: horizon.intervalCount)
        }
        backlogs = floor.backlogs.map {
            WorkTally($0.key, isBacklog: true, weekCount: horizon.weekCount)
        }
        lists = floor.lists.map { WorkTally($0.key, isBacklog: false, weekCount: horizon.weekCount) }
        onlineSeconds = Array(repeating: 0, count: horizon.intervalCount)
    }

    mutating func add(_ run: CampaignFloor.Run, of floor: CampaignFloor, horizon: Horizon) {
        for line in lines.indices { lines[line].add(run.counts[line], horizon: horizon) }
        for index in backlogs.indices { backlogs[index].add(run.backlogs[index]) }
        for index in lists.indices { lists[index].add(run.lists[index], of: floor.lists[index]) }
        for (t, seconds) in run.onlineSeconds.prefix(onlineSeconds.count).enumerated() {
            onlineSeconds[t] += seconds
        }
        occupancy.add(run.busySeconds, over: run.onlineSeconds.reduce(0, +))
    }

    func campaign(
        _ id: Identifier<Campaign>, replications: Int, _ scenario: Scenario
    ) -> SimulatedCampaign {
        let runs = Double(max(1, replications))
        let slot = Double(scenario.horizon.intervalMinutes * 60)
        return SimulatedCampaign(
            campaign: id, onlineHours: occupancy.denominator / runs / 3600,
            occupancy: occupancy.estimate().map(SimulatedMean.init),
            agents: onlineSeconds.map { $0 / runs / slot })
    }

    func works(_ floor: CampaignFloor) -> [SimulatedWork] {
        backlogs.map { $0.result() }
            + zip(lists, floor.lists).map { $0.result(salesPerContact: $1.salesPerContact) }
    }

    func activities(
        _ floor: CampaignFloor, plan: Plan, scenario: Scenario
    ) -> [SimulatedActivity] {
        zip(floor.lines, lines).map { line, tally in
            let predicted = plan.service.first { $0.activity == line.key }
            let target = line.target.serviceLevel
            let horizon = scenario.horizon
            func period(_ days: Range<Int>, _ predicted: Double?) -> SimulatedPeriod {
                tally.period(days, target: target, predicted: predicted)
            }
            return SimulatedActivity(
                activity: line.key, target: target,
                overall: period(0..<horizon.dayCount, predicted?.overall),
                weeks: (0..<horizon.weekCount).map { week in
                    let known = predicted.map { week < $0.weekly.count ? $0.weekly[week] : nil } ?? nil
                    return period(week * 7..<week * 7 + 7, known)
                },
                days: (0..<horizon.dayCount).map { period($0..<$0 + 1, nil) },
                intervals: tally.intervals(predicted: predicted?.serviceLevel ?? []))
        }
    }
}
