/// What-ifs: a scenario with some of its values changed.
extension Scenario {
    /// The scenario with each change applied to the result of those before it.
    ///
    /// Values stay within what the stages bear: handle times and patience of 1 s
    /// to 8 h, shares from 0 to 1, shrinkage up to 90 %, wages of 0.01 to 1,000,
    /// volumes at least 0. A change for a campaign that the scenario does not
    /// have, or for a channel without the value, changes nothing.
    ///
    /// - Complexity: linear in the campaigns, agents and, where a volume or a
    ///   handle time of a history itself changes, in that history.
    public func applying(_ changes: [ScenarioChange]) -> Scenario {
        changes.reduce(into: self) { $0.apply($1) }
    }

    private mutating func apply(_ change: ScenarioChange) {
        if change.key == .wage {
            applyWage(change)
            return
        }
        for index in campaigns.indices where change.campaign.map({ $0 == campaigns[index].id }) ?? true {
            applyShrinkage(change, to: &campaigns[index])
            for position in campaigns[index].activities.indices {
                let key = ActivityKey(campaigns[index].id, campaigns[index].activities[position].id)
                campaigns[index].activities[position].channel.apply(change)
                applyToHistory(change, of: key, channel: campaigns[index].activities[position].channel)
            }
        }
    }

    private func applyShrinkage(_ change: ScenarioChange, to campaign: inout Campaign) {
        switch change.key {
        case .absence:
            campaign.shrinkage.external = change.amount.share(campaign.shrinkage.external, upTo: 0.9)
        case .shrinkage:
            campaign.shrinkage.internal = change.amount.share(campaign.shrinkage.internal, upTo: 0.9)
        default: break
        }
    }

    /// What the terms cannot carry is changed in the history: relative and
    /// replaced handle times, and volumes of back office and chat, which have no factor.
    private mutating func applyToHistory(_ change: ScenarioChange, of key: ActivityKey, channel: Channel) {
        guard let index = histories.firstIndex(where: { $0.activity == key }) else { return }
        let hasTerms = if case .inbound = channel { true } else { false }
        switch (change.key, change.amount) {
        case (.demand, .relative(let share)) where !hasTerms:
            let factor = max(0, 1 + share)
            histories[index].offered = histories[index].offered.map { $0.map { $0 * factor } }
        case (.aht, .relative(let share)):
            histories[index].handleSeconds = histories[index].handleSeconds.map {
                $0.map { $0 * max(0, 1 + share) }
            }
        case (.aht, .replaced):
            histories[index].handleSeconds = histories[index].handleSeconds.map { _ in nil }
        case (.aht, .added(let seconds)) where !hasTerms:
            histories[index].handleSeconds = histories[index].handleSeconds.map {
                $0.map { max(1, $0 + seconds) }
            }
        default: break
        }
    }

    /// Wages of contracts and agents; for one campaign, of the agents whose home it is.
    private mutating func applyWage(_ change: ScenarioChange) {
        func changed(_ wage: UnitPrice) -> UnitPrice {
            UnitPrice(euros: min(1000, max(0.01, change.amount.applied(to: wage.euros))))
        }
        for index in floor.agents.indices {
            if let campaign = change.campaign {
                guard floor.agents[index].homeCampaign == campaign else { continue }
                let own = floor.agents[index].grossHourlyWage
                let wage = own ?? floor.contract(floor.agents[index].contract)?.grossHourlyWage
                floor.agents[index].grossHourlyWage = wage.map(changed)
            } else {
                floor.agents[index].grossHourlyWage = floor.agents[index].grossHourlyWage.map(changed)
            }
        }
        guard change.campaign == nil else { return }
        for index in floor.contracts.indices {
            floor.contracts[index].grossHourlyWage = changed(floor.contracts[index].grossHourlyWage)
        }
    }
}

extension ScenarioChange.Amount {
    /// The value after the change; a target changes no single number, nor does what is no number.
    func applied(to value: Double) -> Double {
        let changed =
            switch self {
            case .relative(let share): value * max(0, 1 + share)
            case .added(let amount): value + amount
            case .replaced(let amount): amount
            case .target: value
            }
        return changed.isFinite ? changed : value
    }

    func share(_ value: Double, upTo limit: Double) -> Double { min(limit, max(0, applied(to: value))) }

    /// Whole seconds between 1 s and 8 h.
    func seconds(_ value: Seconds) -> Seconds {
        Seconds(Int(min(28_800, max(1, applied(to: Double(value.count)).rounded()))))
    }

    var factor: Double? {
        if case .relative(let share) = self, share.isFinite { max(0, 1 + share) } else { nil }
    }
}

extension Channel {
    fileprivate mutating func apply(_ change: ScenarioChange) {
        switch self {
        case .inbound(var terms):
            terms.apply(change)
            self = .inbound(terms)
        case .outbound(var terms):
            terms.apply(change)
            self = .outbound(terms)
        case .backOffice(var terms):
            if change.key == .demand { terms.demand.scale(change.amount.factor) }
            if change.key == .aht { terms.handleTime = change.amount.seconds(terms.handleTime) }
            self = .backOffice(terms)
        case .chat(var terms):
            if change.key == .demand { terms.demand.scale(change.amount.factor) }
            if change.key == .aht { terms.handleTime = change.amount.seconds(terms.handleTime) }
            if change.key == .target { terms.target.set(change.amount) }
            self = .chat(terms)
        }
    }
}

extension DemandSource {
    fileprivate mutating func scale(_ factor: Double?) {
        guard let factor, case .monthlyVolume(let plan, let spread, let variation) = self else { return }
        self = .monthlyVolume(plan.scaled(by: factor), spread: spread, variation: variation)
    }
}

extension ServiceTarget {
    /// Other limits (occupancy, abandonment, answer speed) stay as agreed.
    fileprivate mutating func set(_ amount: ScenarioChange.Amount) {
        guard case .target(let level, let seconds) = amount else { return }
        serviceLevel = min(1, max(0, level))
        threshold = Seconds(max(0, seconds))
    }
}

extension InboundTerms {
    fileprivate mutating func apply(_ change: ScenarioChange) {
        switch change.key {
        case .demand: volumeFactor *= change.amount.factor ?? 1
        case .aht: HandleTimeChange.apply(change.amount, &handleTime, &handleTimeShift)
        case .target: target.set(change.amount)
        case .patience:
            // Callers who wait for ever have no patience to change, only to be given.
            if case .replaced = change.amount {
                patience = change.amount.seconds(patience ?? Seconds(1))
            } else {
                patience = patience.map { change.amount.seconds($0) }
            }
        case .absence, .shrinkage, .wage, .reach, .conversion: break
        }
    }
}

extension OutboundTerms {
    fileprivate mutating func apply(_ change: ScenarioChange) {
        switch change.key {
        case .demand: volumeFactor *= change.amount.factor ?? 1
        case .aht: HandleTimeChange.apply(change.amount, &handleTime, &handleTimeShift)
        case .reach: reachRate = change.amount.share(reachRate, upTo: 1)
        case .conversion: conversionRate = change.amount.share(conversionRate, upTo: 1)
        case .target, .patience, .absence, .shrinkage, .wage: break
        }
    }
}

/// How a handle time and its planner's shift take a change: a relative one
/// scales both, an addition moves the shift (it acts on forecast handle times
/// too), a replacement sets the time and clears the shift.
private enum HandleTimeChange {
    static func apply(
        _ amount: ScenarioChange.Amount, _ handleTime: inout Seconds, _ shift: inout Seconds
    ) {
        switch amount {
        case .relative:
            handleTime = amount.seconds(handleTime)
            let scaled = Double(shift.count) * (amount.factor ?? 1)
            shift = Seconds(Int(min(28_800, max(-28_800, scaled.rounded()))))
        case .added(let seconds):
            guard seconds.isFinite else { return }
            let bounded = min(28_800, max(-28_800, seconds.rounded()))
            shift = Seconds(min(28_800, max(-28_800, shift.count + Int(bounded))))
        case .replaced:
            handleTime = amount.seconds(handleTime)
            shift = Seconds(0)
        case .target: break
        }
    }
}
