import Workforce

/// Reads `requests.csv`.
enum RequestReader {
    static let file = "requests.csv"

    private enum Column { static let agent = 0, kind = 1, from = 2, through = 3, status = 4 }

    private static let columns = [
        TableColumn("matricule", ["agent", "id", "employee"], required: true),
        TableColumn("type", ["kind", "motif"], required: true),
        TableColumn("du", ["from", "début", "start"], required: true),
        TableColumn("au", ["through", "to", "fin", "end"]),
        TableColumn("statut", ["status", "état"], required: true),
    ]

    /// Words of the file, without case, accents and blanks.
    private static let kinds: [(words: [String], kind: LeaveKind)] = [
        (["cp", "conge", "conges", "congespayes", "annualleave", "leave", "holiday"], .annualLeave),
        (["rtt", "recup", "recuperation", "timeoffinlieu"], .timeOffInLieu),
        (["maladie", "sickness", "sick", "arret"], .sickness), (["formation", "training"], .training),
        (["delegation", "uniondelegation"], .unionDelegation), (["sanssolde", "unpaid", "css"], .unpaid),
        (["souhait", "wish"], .wish),
    ]

    private static let statuses: [(words: [String], status: RequestStatus)] = [
        (["accepte", "acceptee", "approved", "valide", "validee", "accorde", "accordee", "ok"], .approved),
        (["enattente", "pending", "demande", "demandee"], .pending),
        (["refuse", "refusee", "refused", "rejected"], .refused),
    ]

    static func read(_ source: FileBytes, names: KnownNames, _ log: inout DiagnosticLog) -> [LeaveRequest] {
        guard var table = CSVTable(source, file: file, columns: columns, &log) else { return [] }
        var requests: [LeaveRequest] = []
        var lines: [Identifier<Agent>: [(request: LeaveRequest, line: Int)]] = [:]
        while table.next(&log) {
            guard let request = request(table, names, &log) else { continue }
            let clash = lines[request.agent, default: []].first {
                $0.request.from <= request.through && request.from <= $0.request.through
                    && $0.request.isBinding && request.isBinding
            }
            if let clash {
                log.warning(.meaning(.overlappingRequests(firstLine: clash.line)), at: table.place)
            }
            lines[request.agent, default: []].append((request, table.line))
            requests.append(request)
        }
        return requests
    }

    private static func request(
        _ table: CSVTable, _ names: KnownNames, _ log: inout DiagnosticLog
    ) -> LeaveRequest? {
        let agent = table.required(Column.agent, &log)
        let isKnown = agent.map { names.check($0, .agent, at: table.place(Column.agent), &log) } ?? false
        let kind = word(
            table, Column.kind, kinds,
            ["CP", "RTT", "maladie", "formation", "délégation", "sans solde", "souhait"], &log)
        let status = word(table, Column.status, statuses, ["accepté", "en attente", "refusé"], &log)
        let from = table.required(Column.from, &log) == nil ? nil : table.read(Column.from, .date, &log)
        let through = table.text(Column.through) == nil ? from : table.read(Column.through, .date, &log)
        guard let agent, isKnown, let kind, let status, let from, let through else { return nil }
        if through < from {
            let problem = MeaningProblem.endBeforeStart(
                key: "du…au", start: from.iso8601, end: through.iso8601)
            log.error(.meaning(problem), at: table.place(Column.through))
            return nil
        }
        return LeaveRequest(
            agent: Identifier(agent), kind: kind, from: from, through: through, status: status)
    }

    private static func word<Value>(
        _ table: CSVTable, _ column: Int, _ known: [(words: [String], Value)], _ choices: [String],
        _ log: inout DiagnosticLog
    ) -> Value? {
        guard let text = table.required(column, &log) else { return nil }
        let word = CSVTable.folded(text)
        if let found = known.first(where: { $0.words.contains(word) }) { return found.1 }
        let problem = ValueProblem.malformed(
            key: columns[column].name, found: text, expected: .choice(choices),
            suggestion: nearestName(to: text, among: choices))
        log.error(.value(problem), at: table.place(column))
        return nil
    }
}
