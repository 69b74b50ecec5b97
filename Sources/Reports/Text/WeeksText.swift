import Workforce

/// What a plan decides over several weeks: hours given beside those of the
/// contract, and weekends worked in turn. Empty where no contract asks for it.
extension PlanText {
    func acrossWeeks() -> [String] {
        acrossWeeksTables().map { $0.text(language, colour: colour, limit: 48) }
    }

    func acrossWeeksTables() -> [TextTable] { [modulatedHours(), weekendTurns()].compactMap { $0 } }

    private func modulatedHours() -> TextTable? {
        let l = language
        let accounts = scenario.hoursAccounts(of: plan)
        guard !accounts.isEmpty else { return nil }
        var table = TextTable(
            l("Modulated hours, per person", "Modulation du temps de travail, par personne"),
            columns: [
                .text(l("Contract", "Contrat")), .text(l("Week", "Semaine")),
                .number(l("People", "Effectif")),
                .number(l("Given", "Payées")), .number(l("Least", "Mini")), .number(l("Most", "Maxi")),
                .number(l("Due", "Dues")), .number(l("Balance", "Solde")),
            ])
        for contract in scenario.orderedContracts(also: accounts.map(\.contract)) {
            let own = accounts.filter { $0.contract == contract }
            for week in 0..<scenario.horizon.weekCount {
                let present = own.compactMap { account in account.weeks[week].map { (account, $0) } }
                guard !present.isEmpty else { continue }
                let given = present.map(\.1.given)
                table.add([
                    .init(week == 0 ? scenario.name(contract) : ""),
                    .init(l.week(week, of: scenario.horizon)), .init(l.number(present.count)),
                    mean(given), .init(l.duration(minutes: given.min() ?? 0)),
                    .init(l.duration(minutes: given.max() ?? 0)), mean(present.map(\.1.owed)),
                    mean(present.map { $0.0.balance(through: week) }),
                ])
            }
        }
        return table
    }

    /// Mean of minutes, in hours.
    private func mean(_ minutes: [Int]) -> TextTable.Cell {
        .init(language.duration(minutes: minutes.reduce(0, +) / max(1, minutes.count)))
    }

    private func weekendTurns() -> TextTable? {
        let l = language
        guard let counts = plan.roster.map(scenario.rotationCounts), !counts.isEmpty else { return nil }
        var table = TextTable(
            l("Weekends in turn, per agent", "Roulement des week-ends, par téléconseiller"),
            columns: [
                .text(l("Contract", "Contrat")), .text(l("Rotation", "Roulement")),
                .number(l("Agents", "Effectif")), .number(l("Least worked", "Mini travaillés")),
                .number(l("Most worked", "Maxi travaillés")),
                .number(l("Most in the rotation's weeks", "Maxi sur la durée du roulement")),
            ])
        for contract in scenario.floor.contracts {
            for rotation in contract.rotations {
                let own = counts.filter { $0.contract == contract.id && $0.rotation == rotation }
                guard !own.isEmpty else { continue }
                let worked = own.map(\.worked)
                table.add([
                    .init(scenario.name(contract.id)), .init(l.name(rotation)), .init(l.number(own.count)),
                    .init(l.number(worked.min() ?? 0)), .init(l.number(worked.max() ?? 0)),
                    .init(l.number(own.map(\.most).max() ?? 0)),
                ])
            }
        }
        return table
    }
}

extension Language {
    /// `Saturdays: 1 of 2`.
    func name(_ rotation: DayRotation) -> String {
        let days =
            switch rotation.days {
            case .saturdays: self("Saturdays", "samedis")
            case .sundays: self("Sundays", "dimanches")
            case .weekends: self("weekends", "week-ends")
            }
        return days + colon
            + self("\(rotation.worked) of \(rotation.weeks)", "\(rotation.worked) sur \(rotation.weeks)")
    }
}
