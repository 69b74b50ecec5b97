import Workforce

/// Forecasts made at one past date, of the later days that have a record.
struct Trial: Sendable {
    /// One past the last day known.
    let origin: Int
    let outcomes: [Outcome]

    /// Every day for a week, then fewer (strides of 2 and 3 days still visit every weekday).
    init(_ models: CandidateModels, series: DaySeries, end: Int, longestLead: Int) {
        var outcomes: [Outcome] = []
        var lead = 1
        while lead <= longestLead, models.end + lead - 1 < end {
            let day = models.end + lead - 1
            if series.kinds[day] != .closed, series.contacts[series.row(day)].contains(where: { !$0.isNaN }) {
                let candidates = models.contacts(
                    weekday: series.weekday(day), kind: series.kinds[day], lead: lead)
                outcomes.append(Outcome(day: day, lead: lead, candidates: candidates))
            }
            lead += lead < 7 ? 1 : lead < 28 ? 2 : 3
        }
        origin = models.end
        self.outcomes = outcomes
    }
}

/// A later day and what each candidate expected of its slots.
struct Outcome: Sendable {
    let day: Int
    let lead: Int
    /// Candidate after candidate.
    let candidates: [Double]
}
