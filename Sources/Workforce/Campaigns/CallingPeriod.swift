/// When a list is called, and how often each of its records.
extension OutboundTerms {
    /// Longest period considered, ten years: a mistyped end must not take for ever.
    private static let longestPeriodDays = 3660

    /// Days from the list's start (else the campaign's launch, else the horizon's first day) to its
    /// end (else the campaign's), four weeks without any end; nil when it ends before it starts.
    public func callingPeriod(of campaign: Campaign, horizon: Horizon) -> StrideTo<CivilDate>? {
        var first = [start, campaign.launch].compactMap { $0 }.max() ?? horizon.firstDay
        let last: CivilDate
        if let end = [end, campaign.end].compactMap({ $0 }).min() {
            last = min(end, first + OutboundTerms.longestPeriodDays)
        } else {
            first = max(first, horizon.firstDay)
            last = first + 27
        }
        guard last >= first else { return nil }
        return stride(from: first, to: last + 1, by: 1)
    }

    /// Attempts per record: the activity's own limit, and for consumers the law's,
    /// m in any P days, which a period of D days meets with at most m⌈D/P⌉. When
    /// the rules change in between, the strictest count.
    ///
    /// - Parameters:
    ///   - days: calendar days of the calling period.
    ///   - rules: those in force on some day of it.
    public func attemptsPerRecord(days: Int, rules: [CallingRules]) -> Int {
        var most = max(0, maximumAttempts)
        guard isConsumer else { return most }
        for rule in rules {
            let period = max(1, rule.attemptPeriodDays)
            let periods = max(1, (max(1, days) + period - 1) / period)
            let legal = max(0, rule.maximumAttempts).multipliedReportingOverflow(by: periods)
            if !legal.overflow { most = min(most, legal.partialValue) }
        }
        return most
    }
}

extension RulePack {
    /// Calling rules in force on some day of a period, in order.
    public func callingRules(in period: StrideTo<CivilDate>) -> [CallingRules] {
        var inForce: [CallingRules] = []
        for date in period {
            if let rule = callingRules(on: date), inForce.last != rule { inForce.append(rule) }
        }
        return inForce
    }
}
