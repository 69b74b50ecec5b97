extension ErlangDetails {
    /// Further rows of the answer, as names and values.
    func rows(_ l: Language) -> [(name: String, value: String)] {
        var rows: [(String, String)] = []
        if let definition {
            rows.append((l("Service level counts", "Le niveau de service compte"), words(definition, l)))
        }
        if let binding {
            let names = binding.map { words($0, l) }.joined(separator: ", ")
            rows.append(
                (
                    l("Missed with one agent fewer", "Manqué avec un agent de moins"),
                    names.isEmpty ? "–" : names
                ))
        }
        if let largestCalls {
            let value =
                largestCalls.isFinite
                ? l.number(largestCalls, decimals: 1) : l("any number", "sans limite")
            rows.append(
                (l("Largest calls per period", "Appels au plus par période"), value))
        }
        return rows
    }

    /// The tables and the curve below the answer; empty when none was asked for.
    func sections(_ l: Language, colour: Bool, standing: ErlangFigures) -> String {
        [
            sensitivityTable(l, standing)?.text(l, colour: colour),
            servicesTable(l)?.text(l, colour: colour),
            curve.isEmpty ? nil : ErlangCurve(points: curve, target: target).text(l),
        ]
        .compactMap { $0 }.map { "\n" + $0 }.joined()
    }

    private func sensitivityTable(_ l: Language, _ standing: ErlangFigures) -> TextTable? {
        guard !sensitivity.isEmpty else { return nil }
        var table = TextTable(
            l("If…", "Si…"),
            columns: [
                .text(""), .number(l("Service level", "Niveau de service")),
                .number(l("Points", "Points")), .number(l("Mean wait", "Attente moyenne")),
            ])
        for line in sensitivity {
            let points = (line.service.serviceLevel - (standing.serviceLevel ?? 0)) * 100
            table.add([
                .init(words(line.change, l)), .init(l.percent(line.service.serviceLevel, decimals: 2)),
                .init(l.signed(points, decimals: 2)), .init(erlangWait(line.service.asaSeconds, l)),
            ])
        }
        return table
    }

    private func servicesTable(_ l: Language) -> TextTable? {
        guard !table.isEmpty else { return nil }
        var text = TextTable(
            l("Service by number of agents", "Service selon le nombre d’agents"),
            columns: [
                .number("Agents"), .number(l("Service level", "Niveau de service")),
                .number(l("Waiting", "Attente")), .number(l("Mean wait", "Attente moyenne")),
                .number(l("Occupancy", "Occupation")), .number(l("Abandonment", "Abandon")),
            ])
        for service in table {
            text.add([
                .init(l.number(service.agents)), .init(l.percent(service.serviceLevel, decimals: 2)),
                .init(l.percent(service.waitProbability, decimals: 2)),
                .init(erlangWait(service.asaSeconds, l)), .init(l.percent(service.occupancy, decimals: 2)),
                .init(l.percent(service.abandonment, decimals: 2)),
            ])
        }
        return text
    }

    private func words(_ definition: Definition, _ l: Language) -> String {
        switch definition {
        case .offered: l("in time ÷ offered", "dans le délai ÷ offerts")
        case .shortAbandons(let seconds):
            l(
                "in time ÷ (offered − gone within \(l.number(seconds, decimals: 0)) s)",
                "dans le délai ÷ (offerts − abandons en moins de \(l.number(seconds, decimals: 0)) s)")
        case .answered: l("in time ÷ answered", "dans le délai ÷ répondus")
        case .answeredOrAbandoned:
            l("in time or gone in time ÷ offered", "répondus ou partis dans le délai ÷ offerts")
        }
    }

    private func words(_ target: Target, _ l: Language) -> String {
        switch target {
        case .serviceLevel: l("service level", "niveau de service")
        case .occupancy: l("occupancy", "taux d’occupation")
        case .abandonment: l("abandonment", "taux d’abandon")
        case .averageSpeedOfAnswer: l("mean wait", "attente moyenne")
        case .stability: l("stable queue", "file stable")
        }
    }

    private func words(_ change: Change, _ l: Language) -> String {
        switch change {
        case .oneAgentFewer: l("one agent fewer", "un agent de moins")
        case .oneAgentMore: l("one agent more", "un agent de plus")
        case .onePercentMoreCalls: l("1% more calls", "1 % d’appels en plus")
        case .oneSecondLonger: l("handle time 1 s longer", "durée de traitement 1 s plus longue")
        }
    }
}

/// A mean wait in a table's cell.
func erlangWait(_ seconds: Double, _ l: Language) -> String {
    seconds.isFinite
        ? l.number(seconds, decimals: 1) + Language.noBreakSpace + "s" : l("infinite", "infinie")
}
