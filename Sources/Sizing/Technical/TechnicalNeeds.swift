import Queueing
import Workforce

/// Seats, lines and licences for the required work, by site.
///
/// - Seats: people on the floor at once, scheduled × (1 − external shrinkage).
/// - Lines: the fewest whose blocking B(n, a) keeps to the site's `lineBlocking` under the erlangs
///   of calls that come by chance (Erlang 1917), and one more for each agent who dials for himself.
///   Inbound erlangs are λ(voice menu + E[W] + talk); see `ActivityUse`.
/// - Licences: people who use a tool at the same time.
///
/// Each figure is that of its busiest interval. Lists and items are taken as worked evenly over
/// their permitted time: a schedule that does them in fewer hours needs more seats.
///
/// - Parameters:
///   - requirement: of the scenario, from `size`.
///   - forecast: the one that it was sized from.
/// - Returns: one entry a site with campaigns, in the order of the floor.
/// - Throws: `SizingError`, for terms outside their domain or a blocking target that no number of
///   lines meets.
/// - Complexity: O(activities × intervals × √load).
public func technicalNeeds(
    _ requirement: Requirement, forecast: Forecast, for scenario: Scenario
) throws(SizingError) -> TechnicalNeeds {
    var sites: [SiteTechnicalNeeds] = []
    for site in scenario.floor.sites {
        var uses: [ActivityUse] = []
        var campaigns: [CampaignTechnicalNeeds] = []
        for campaign in scenario.campaigns where campaign.site == site.id {
            var own: [ActivityUse] = []
            for activity in campaign.activities {
                let key = ActivityKey(campaign.id, activity.id)
                own.append(
                    try ActivityUse(
                        activity, campaign: campaign, requirement: requirement[key]?.kind,
                        forecast: forecast[key], scenario: scenario))
            }
            if let shared = requirement.shared.first(where: { $0.campaign == campaign.id }) {
                own = together(own, shared, requirement)
            }
            campaigns.append(
                CampaignTechnicalNeeds(
                    campaign: campaign.id, peak: try peak(of: own, lineBlocking: site.lineBlocking),
                    dialing: own.compactMap(\.dialing)))
            uses += own
        }
        guard !campaigns.isEmpty else { continue }
        let licences = LicensedTool.allCases.compactMap { tool -> ToolLicences? in
            let users = busiest(sum(of: uses.filter { $0.tool == tool }, \.present))
            return users.map { ToolLicences(tool: tool, concurrent: $0.whole) }
        }
        sites.append(
            SiteTechnicalNeeds(
                site: site.id, peak: try peak(of: uses, lineBlocking: site.lineBlocking),
                licences: licences, campaigns: campaigns))
    }
    return TechnicalNeeds(sites: sites)
}

/// Lines that share agents have their seats and licences once: each its part of the people.
private func together(
    _ uses: [ActivityUse], _ shared: SharedRequirement, _ requirement: Requirement
) -> [ActivityUse] {
    let lines = uses.indices.filter { shared.lines.contains(uses[$0].key.activity) }
    var result = uses
    for t in uses.first?.present.indices ?? 0..<0 where t < shared.scheduled.count {
        let apart = lines.reduce(0) { sum, line in
            guard case .perInterval(let need)? = requirement[uses[line].key]?.kind, t < need.scheduled.count
            else { return sum }
            return sum + need.scheduled[t]
        }
        guard apart > 0 else { continue }
        for line in lines { result[line].present[t] *= Double(shared.scheduled[t]) / Double(apart) }
    }
    return result
}

private func sum(of uses: [ActivityUse], _ figure: KeyPath<ActivityUse, [Double]>) -> [Double] {
    guard var total = uses.first?[keyPath: figure] else { return [] }
    for use in uses.dropFirst() {
        for (t, value) in use[keyPath: figure].enumerated() { total[t] += value }
    }
    return total
}

/// First interval with the most, and that many as whole ones; nil when there is nothing anywhere.
private func busiest(_ values: [Double]) -> (interval: Int, whole: Int)? {
    let wholes = values.map { ceiling($0) }
    guard let most = wholes.max(), most > 0, let interval = wholes.firstIndex(of: most) else { return nil }
    return (interval, most)
}

/// Rounded up, but 12.000000001 people are twelve whose shares do not add up in floating point.
private func ceiling(_ value: Double) -> Int {
    guard value.isFinite, value > 0 else { return 0 }
    return Int(min(0x1p53, (value - 1e-6).rounded(.up)))
}

private func peak(of uses: [ActivityUse], lineBlocking: Double) throws(SizingError) -> PeakNeeds {
    let seats = busiest(sum(of: uses, \.present))
    let loads = sum(of: uses, \.callLoad)
    let own = sum(of: uses, \.ownLines)
    var lines = (count: 0, interval: Int?.none, load: 0.0)
    if let key = uses.first?.key {
        var known: [Double: Int] = [:]
        for t in loads.indices where loads[t] > 0 || own[t] > 0 {
            let shared: Int
            if let answer = known[loads[t]] {
                shared = answer
            } else {
                shared = try trunks(load: loads[t], blocking: lineBlocking, key: key)
                known[loads[t]] = shared
            }
            let count = shared + ceiling(own[t])
            if count > lines.count { lines = (count, t, loads[t] + own[t]) }
        }
    }
    return PeakNeeds(
        seats: seats?.whole ?? 0, seatsInterval: seats?.interval, lines: lines.count,
        linesInterval: lines.interval, lineLoad: lines.load)
}

private func trunks(load: Double, blocking: Double, key: ActivityKey) throws(SizingError) -> Int {
    guard blocking > 0 || load <= 0 else { throw .impossibleTerm(key, .blockingTarget, value: blocking) }
    do {
        return try ErlangB.smallestAgents(offeredLoad: load, blockingTarget: blocking)
    } catch {
        throw SizingError(error, of: key)
    }
}
