import Workforce

/// Loans between campaigns, one row a loan.
public func loansCSV(_ schedule: Schedule, scenario: Scenario, language l: Language) -> [UInt8] {
    var file = DelimitedText(
        l,
        header: [
            l("date", "date"), l("start", "début"), l("end", "fin"), l("lender", "opération qui prête"),
            l("borrower", "opération renforcée"), l("agents", "agents"),
        ])
    for loan in schedule.loans {
        file.add([
            .plain(l.fileDate(scenario.horizon.date(ofDay: loan.day))),
            .plain(loan.range.start.description), .plain(loan.range.end.description),
            .text(loan.lender.name), .text(loan.borrower.name), .plain("\(loan.agents)"),
        ])
    }
    return Array(file.text.utf8)
}
