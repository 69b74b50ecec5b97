import Workforce

/// The columns of history files, and where a file's headers stand.
enum HistoryColumn {
    static let start = 0, date = 1, time = 2, offered = 3, handleTime = 4
    /// Columns that part the rows of one interval, the one that names queues first.
    static let parts = 5...9
    /// Column of a list of calls that does not matter here.
    static let outcome = 10

    static let all = [
        TableColumn(
            "start",
            [
                "ts", "timestamp", "datetime", "date time", "début", "horodatage", "intervalle", "interval",
                "période", "date heure", "date et heure", "call time", "call start", "start time",
                "date appel", "date d'appel", "début appel",
            ]),
        TableColumn("date", ["jour", "day", "call date"]),
        TableColumn(
            "time",
            [
                "heure", "hour", "tranche", "tranche horaire", "créneau", "plage", "plage horaire",
                "heure début", "heure de début",
                "heure d'appel", "heure d'arrivée", "arrival",
            ]),
        TableColumn(
            "offered",
            [
                "calls", "contacts", "volume", "appels", "présentés", "reçus", "offerts", "entrants",
                "appels présentés", "appels reçus", "appels offerts", "appels entrants", "calls offered",
                "offered calls", "nb appels", "nombre d'appels", "count", "y",
            ]),
        TableColumn(
            "handleTime",
            [
                "aht", "DMT", "durée moyenne de traitement", "temps moyen de traitement", "aht_seconds",
                "duration", "durée", "durée d'appel", "durée traitement", "temps de traitement",
                "call duration", "talk time", "service time", "ser_time",
            ]),
        TableColumn(
            "queue",
            [
                "file", "file d'attente", "compétence", "skill", "vdn", "service", "groupe", "group", "split",
                "campagne", "campaign", "opération",
            ]),
        TableColumn("line", ["ligne", "numéro", "numéro appelé", "sda", "dnis", "did", "trunk"]),
        TableColumn("channel", ["canal", "media", "média"]),
        TableColumn("type", ["motif", "call type", "type d'appel", "contact type"]),
        TableColumn("agent", ["téléconseiller", "conseiller", "opérateur", "server", "matricule"]),
        TableColumn("outcome", ["résultat", "statut", "status", "result", "issue", "disposition"]),
    ]

    /// Lines that may stand above the headers: a title, a period, a blank.
    private static let linesAbove = 30

    /// First byte and number of the line that holds the headers: the first that
    /// names a moment and another known column, else a moment among three columns
    /// or more. Nil where none does.
    static func headerLine(of source: FileBytes, file: String) -> (start: Int, line: Int)? {
        let known = all.map { ([$0.name] + $0.aliases).map(CSVTable.folded) }
        var (part, line, quiet) = (source, 1, DiagnosticLog())
        var second: (start: Int, line: Int)?
        while line <= linesAbove, part.start < source.bytes.count {
            var scanner = CSVScanner(part, file: file)
            guard scanner.next(&quiet) else { break }
            let words = scanner.cells.prefix(200).map { CSVTable.folded(scanner.text($0)) }
            let found = Set(words.compactMap { word in known.firstIndex { $0.contains(word) } })
            let isMoment = found.contains(start) || found.contains(date)
            if isMoment, found.count > 1 { return (part.start, line) }
            if isMoment, words.count > 2, second == nil { second = (part.start, line) }
            guard let end = part.bytes[part.start...].firstIndex(where: { $0 == 10 || $0 == 13 }) else {
                break
            }
            let isPair = part.bytes[end] == 13 && end + 1 < part.bytes.count && part.bytes[end + 1] == 10
            part.start = end + (isPair ? 2 : 1)
            line += 1
        }
        return second
    }
}
