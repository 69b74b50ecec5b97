import Workforce

extension Language {
    /// A finding as one sentence without its severity, for example "Tuesday 24
    /// Nov 10:00–10:30: up to 3 agents short on Hotline, because all planned hours
    /// are already used".
    public func phrase(_ finding: Finding, in scenario: Scenario) -> String {
        let horizon = scenario.horizon
        switch finding.subject {
        case .rule(let rule, let who, let day, let actual, let limit):
            let text = phrase(rule, actual: actual, limit: limit)
            return "\(named(who, in: scenario)), \(sentenceDate(horizon.date(ofDay: day)))\(colon)\(text)"
        case .short(let campaign, let day, let range, let worst, let cause):
            let place = sentence(sentenceDate(horizon.date(ofDay: day))) + " " + self.range(range)
            return self(
                "\(place): up to \(agents(worst)) short on \(scenario.name(campaign)), because \(phrase(cause))",
                "\(place)\(colon)il manque jusqu’à \(agents(worst)) sur \(scenario.name(campaign)), car \(phrase(cause))"
            )
        case .undoneWork(let activity, let week, let hours):
            let work = self.hours(hours)
            return self(
                "\(self.week(week, of: horizon)): \(work) of \(scenario.name(activity)) are not scheduled",
                "\(self.week(week, of: horizon))\(colon)\(work) de \(scenario.name(activity)) ne sont pas planifiées"
            )
        case .unfilledTour(let campaign, let week, let tour):
            let paid = duration(minutes: tour.paidMinutes)
            let contract = scenario.name(tour.contract)
            return self(
                "\(self.week(week, of: horizon)): nobody can take a \(contract) tour of \(paid) on \(scenario.name(campaign))",
                "\(self.week(week, of: horizon))\(colon)personne ne peut prendre une semaine type \(contract) de \(paid) sur \(scenario.name(campaign))"
            )
        case .untrained(let agent, let campaign):
            return self(
                "\(agentName(agent, in: scenario)) is not trained for \(scenario.name(campaign)) in time",
                "\(agentName(agent, in: scenario)) n’est pas formé(e) à temps pour \(scenario.name(campaign))"
            )
        case .withoutTeam(let agent):
            return self(
                "\(agentName(agent, in: scenario)) has no team",
                "\(agentName(agent, in: scenario)) n’a pas d’équipe")
        case .mismatch(let figure, let who, let stated, let recomputed):
            let (a, b) = (value(figure, stated), value(figure, recomputed))
            return self(
                "\(named(who, in: scenario)): \(name(figure)) is stated as \(a), recomputed as \(b)",
                "\(named(who, in: scenario))\(colon)\(name(figure)) annoncé : \(a), recalculé : \(b)")
        }
    }

    /// `because …`: why coverage is short.
    func phrase(_ cause: Finding.ShortageCause) -> String {
        switch cause {
        case .tooFewHours:
            self(
                "all planned hours are already used",
                "toutes les heures planifiées sont déjà utilisées")
        case .shape:
            self(
                "contracts or work rules keep the remaining hours from this time",
                "les contrats ou les règles de travail écartent de ce créneau les heures restantes")
        case .training: self("agents are in training", "des téléconseillers sont en formation")
        case .absence: self("agents are absent", "des téléconseillers sont absents")
        }
    }

    func name(_ figure: Finding.Figure) -> String {
        switch figure {
        case .headcount: self("headcount", "effectif")
        case .paidHours: self("paid hours", "total d’heures payées")
        case .cost: self("cost", "coût")
        case .coverage: self("coverage", "taux de couverture")
        }
    }

    /// A figure in its own unit: people, hours, cents, agents.
    private func value(_ figure: Finding.Figure, _ value: Double) -> String {
        switch figure {
        case .headcount, .coverage: number(value, decimals: value == value.rounded() ? 0 : 2)
        case .paidHours: hours(value, decimals: 2)
        case .cost: value.isFinite ? money(Money(euros: value / 100)) : missing
        }
    }

    private func agentName(_ id: Identifier<Agent>, in scenario: Scenario) -> String {
        scenario.floor.agent(id)?.fullName ?? id.name
    }

    /// The person, campaign or thing that an audit names by its identifier.
    private func named(_ who: String, in scenario: Scenario) -> String {
        if let agent = scenario.floor.agent(Identifier(who)) { return agent.fullName }
        if let campaign = scenario.campaign(Identifier(who)) { return campaign.name }
        if let leader = scenario.floor.supervisors.first(where: { $0.id.name == who }) { return leader.name }
        if let trainer = scenario.floor.trainers.first(where: { $0.id.name == who }) { return trainer.name }
        return who.isEmpty ? self("the plan", "le plan") : who
    }
}
