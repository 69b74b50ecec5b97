import Execution
import Workforce

private let lines = [
    LeaveLine("hotline", "CP", "2026-12-21", "2026-12-26", "accepté"),
    LeaveLine("hotline", "CP", "2026-12-21", "2026-12-26", "accepté"),
    LeaveLine("hotline", "CP", "2026-12-28", "2027-01-02", "accepté"),
    LeaveLine("hotline", "CP", "2026-12-21", "2027-01-02", "accepté"),
    LeaveLine("hotline", "CP", "2026-12-19", "2026-12-24", "accepté"),
    LeaveLine("hotline", "CP", "2026-12-28", "2026-12-31", "accepté"),
    LeaveLine("hotline", "CP", "2026-12-14", "2026-12-19", "accepté"),
    LeaveLine("hotline", "CP", "2026-12-07", "2026-12-11", "accepté"),
    LeaveLine("hotline", "CP", "2026-12-26", "2026-12-26", "en attente"),
    LeaveLine("hotline", "CP", "2026-12-21", "2026-12-31", "refusé"),
    LeaveLine("relance", "CP", "2026-12-21", "2026-12-31", "accepté"),
    LeaveLine("relance", "CP", "2026-12-21", "2026-12-24", "accepté"),
    LeaveLine("relance", "CP", "2026-12-21", "2026-12-24", "accepté"),
    LeaveLine("relance", "CP", "2026-12-18", "2026-12-24", "accepté"),
    LeaveLine("relance", "CP", "2026-12-23", "2026-12-24", "en attente"),
    LeaveLine("fibre", "CP", "2026-12-23", "2026-12-26", "accepté"),
    LeaveLine("fibre", "CP", "2026-12-26", "2026-12-26", "accepté"),
    LeaveLine("fibre", "CP", "2026-12-28", "2027-01-02", "accepté"),
    LeaveLine("hotline", "maladie", "2026-11-26", "2026-12-04", "accepté"),
    LeaveLine("hotline", "RTT", "2026-12-11", "2026-12-11", "accepté"),
    LeaveLine("relance", "RTT", "2026-12-04", "2026-12-04", "accepté"),
    LeaveLine("hotline", "formation", "2026-12-08", "2026-12-09", "accepté"),
    LeaveLine("hotline", "délégation", "2026-12-03", "2026-12-03", "accepté"),
    LeaveLine("relance", "délégation", "2026-12-10", "2026-12-10", "accepté"),
    LeaveLine("relance", "sans solde", "2026-12-07", "2026-12-08", "accepté"),
    LeaveLine("hotline", "souhait", "2026-12-05", "2026-12-05", "en attente"),
    LeaveLine("hotline", "souhait", "2026-12-12", "2026-12-12", "en attente"),
    LeaveLine("hotline", "souhait", "2026-12-19", "2026-12-19", "en attente"),
    LeaveLine("hotline", "souhait", "2026-12-26", "2026-12-26", "en attente"),
    LeaveLine("hotline", "souhait", "2026-12-02", "2026-12-02", "en attente"),
    LeaveLine("hotline", "souhait", "2026-12-09", "2026-12-09", "en attente"),
    LeaveLine("relance", "souhait", "2026-12-02", "2026-12-02", "en attente"),
    LeaveLine("relance", "souhait", "2026-12-16", "2026-12-16", "en attente"),
    LeaveLine("fibre", "souhait", "2026-12-19", "2026-12-19", "en attente"),
]

/// Leave and wishes, each of an agent of their own.
func maxiphoneRequests(_ hires: [Hire], generator: inout SeededGenerator) -> String {
    var waiting = Dictionary(grouping: hires, by: { $0.campaigns[0] })
    for campaign in waiting.keys.sorted() {
        waiting[campaign] = generator.shuffled(waiting[campaign] ?? [])
    }
    var table = FrenchTable(headers: ["matricule", "type", "du", "au", "statut"])
    for line in lines {
        // Nobody asks for a day that they never work.
        let chosen = waiting[line.campaign]?.lastIndex { !$0.daysOff.contains(line.from.weekday) }
        guard let chosen, let hire = waiting[line.campaign]?.remove(at: chosen) else { continue }
        let through = line.through == line.from ? "" : french(line.through)
        table.add([hire.id, line.kind, french(line.from), through, line.status])
    }
    return table.text
}
