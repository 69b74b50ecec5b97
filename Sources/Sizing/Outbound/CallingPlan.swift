import Queueing
import Workforce

struct CallingDay: Sendable {
    let date: CivilDate
    /// Per interval of a 24-hour day.
    let permitted: [Bool]

    var intervals: Int { permitted.reduce(0) { $0 + ($1 ? 1 : 0) } }
}

/// Hours on the line and people reached, by day of the calling period.
struct CallingPlan: Sendable {
    /// Agents that a predictive dialler serves together; nil where each dials for himself.
    let team: Int?
    let totalHours: Double
    /// People reached in them.
    var totalContacts: Double { contacts.reduce(0, +) }
    private let days: [CallingDay]
    private let hours: [Double]
    private let contacts: [Double]
    private let salesPerContact: Double

    /// Level staffing: hours follow permitted time; people reached follow hours at
    /// each day's own pace, which the legal gap of dated rules changes.
    ///
    /// Records are called in no order of their consents: on each day the part of the list that its
    /// permitted time would take is cut to the share whose consent still holds (`consentDays`), and
    /// what expires before its turn is never called.
    ///
    /// The pace of predictive dialling also grows with the team, and the team shrinks with the
    /// pace: the smallest team that works the list in all of its permitted time is both.
    ///
    /// - Parameter dayIfNever: gets all hours when no day has permitted time.
    init(
        _ list: ListWork, days: [CallingDay], rules: RulePack, intervalHours: Double, dayIfNever: Int
    ) throws(SizingError) {
        self.days = days
        salesPerContact = list.contacts > 0 ? list.sales / list.contacts : 0
        let calendar = days.map { rules.callingRules(on: $0.date) }
        let time = days.map { Double($0.intervals) }
        let whole = time.reduce(0, +)
        let valid = zip(days, calendar).map { list.terms.consentShare(on: $0.date, rules: $1) }
        let parts =
            whole > 0
            ? zip(time, valid).map { $0 / whole * $1 } : days.indices.map { $0 == dayIfNever ? 1 : 0 }
        let callable = parts.reduce(0, +)
        let shares = callable > 0 ? parts.map { $0 / callable } : parts
        let toReach = list.contacts * callable
        func paces(team: Int?) throws(SizingError) -> [Double] {
            var known: [Int: Double] = [:]
            var paces: [Double] = []
            for rule in calendar {
                let gap = list.terms.gapSeconds(rules: rule)
                if let pace = known[gap] {
                    paces.append(pace)
                    continue
                }
                let pace = try list.contactsPerAgentHour(gapSeconds: gap, team: team)
                known[gap] = pace
                paces.append(pace)
            }
            return paces
        }
        func mean(_ paces: [Double]) -> Double { zip(shares, paces).reduce(0) { $0 + $1.0 * $1.1 } }
        // Hours on the busiest day's level, that of the most consents.
        let freshest = zip(time, valid).reduce(0) { $1.0 > 0 ? max($0, $1.1) : $0 }
        let level = freshest > 0 ? whole * callable / freshest * intervalHours : 0
        team = try list.smallestTeam(contacts: toReach, permittedHours: level) { team throws(SizingError) in
            mean(try paces(team: team))
        }
        let pace = try paces(team: team)
        let meanPace = mean(pace)
        let total = meanPace > 0 ? toReach / meanPace : list.fruitlessHours * callable
        hours = shares.map { $0 * total }
        contacts = zip(hours, pace).map { $0 * $1 }
        totalHours = total
    }

    /// Nil when no hour of the week is asked for.
    func workload(
        week: Int, horizon: Horizon, onLineShare: Double, maximumAgents: Int?
    ) -> WorkloadRequirement? {
        var permitted = [Bool](repeating: false, count: horizon.intervalCount)
        var load = (hours: 0.0, contacts: 0.0, intervals: 0)
        var first: Int?
        var last = 0
        for (index, day) in days.enumerated() where hours[index] > 0 {
            guard let d = horizon.day(of: day.date), d / 7 == week else { continue }
            load.hours += hours[index]
            load.contacts += contacts[index]
            first = first ?? d
            last = d
            for t in horizon.intervals(ofDay: d)
            where day.permitted[horizon.clockMinutes[t] / horizon.intervalMinutes] {
                permitted[t] = true
                load.intervals += 1
            }
        }
        guard let first else { return nil }
        let scheduled = load.hours / onLineShare
        let most =
            maximumAgents.map { max(0, $0) }
            ?? generousLimit(
                hours: scheduled, permittedHours: Double(load.intervals) * horizon.intervalHours)
        return WorkloadRequirement(
            days: first...last, hours: scheduled, permitted: permitted, agentsAtOnce: 0...most,
            contacts: load.contacts, sales: load.contacts * salesPerContact)
    }
}
