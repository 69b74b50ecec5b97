import Workforce

/// Keeps one finding per rule, person and week, the worst, and the first
/// mismatch of a figure and its owner; leaves other subjects alone.
func merged(_ findings: [Finding]) -> [Finding] {
    struct Key: Hashable {
        var severity: Finding.Severity
        var rule: Finding.Rule
        var who: String
        var week: Int
    }
    var place: [Key: Int] = [:]
    var kept: [Finding] = []
    var recounted: Set<[String]> = []
    for finding in findings {
        if case .mismatch(let figure, let who, _, _) = finding.subject,
            !recounted.insert([figure.rawValue, who]).inserted
        {
            continue
        }
        guard case .rule(let rule, let who, let day, let actual, let limit) = finding.subject else {
            kept.append(finding)
            continue
        }
        let key = Key(severity: finding.severity, rule: rule, who: who, week: day / 7)
        guard let index = place[key] else {
            place[key] = kept.count
            kept.append(finding)
            continue
        }
        if case .rule(_, _, _, let other, let otherLimit) = kept[index].subject,
            distance(actual, limit) > distance(other, otherLimit)
        {
            kept[index] = finding
        }
    }
    return kept
}

private func distance(_ actual: Int, _ limit: Int) -> UInt {
    actual.subtractingReportingOverflow(limit).partialValue.magnitude
}

/// Severity, kind of subject, then time, then who.
struct FindingOrder: Comparable {
    var ranks: [Int]
    var names: [String]

    static func < (lhs: FindingOrder, rhs: FindingOrder) -> Bool {
        if lhs.ranks != rhs.ranks { return lhs.ranks.lexicographicallyPrecedes(rhs.ranks) }
        return lhs.names.lexicographicallyPrecedes(rhs.names)
    }
}

func orderKey(_ finding: Finding) -> FindingOrder {
    let severity =
        switch finding.severity {
        case .violation: 0
        case .warning: 1
        case .note: 2
        }
    func key(_ ranks: [Int], _ names: [String]) -> FindingOrder {
        FindingOrder(ranks: [severity] + ranks, names: names)
    }
    switch finding.subject {
    case .rule(let rule, let who, let day, let actual, let limit):
        let index = Finding.Rule.allCases.firstIndex(of: rule) ?? 0
        return key([0, index, day, actual, limit], [who])
    case .short(let campaign, let day, let range, let worst, let cause):
        return key([1, day, range.start.minute, worst], [campaign.name, cause.rawValue])
    case .undoneWork(let activity, let week, _):
        return key([2, week], [activity.campaign.name, activity.activity.name])
    case .unfilledTour(let campaign, let week, let tour):
        let shifts = tour.shifts.flatMap { [$0?.range.start.minute ?? -1, $0?.range.end.minute ?? -1] }
        return key([3, week] + shifts, [campaign.name, tour.contract.name])
    case .untrained(let agent, let campaign): return key([4], [campaign.name, agent.name])
    case .withoutTeam(let agent): return key([5], [agent.name])
    case .mismatch(let figure, let who, _, _):
        return key([6, Finding.Figure.allCases.firstIndex(of: figure) ?? 0], [who])
    }
}
