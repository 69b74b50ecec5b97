import Workforce

/// One row a slot still to come: `start,mean,low80,high80,low95,high95`.
public func intradayCSV(_ update: IntradayUpdate) -> [UInt8] {
    var table = ExactTable(header: header)
    for position in update.mean.indices { table.add(row(update, position)) }
    return Array(table.text.utf8)
}

/// The same for several activities, each row with the `activity` in front.
public func intradayCSV(_ updates: [(name: String, update: IntradayUpdate)]) -> [UInt8] {
    var table = ExactTable(header: ["activity"] + header)
    for (name, update) in updates {
        for position in update.mean.indices { table.add([.text(name)] + row(update, position)) }
    }
    return Array(table.text.utf8)
}

private let header = ["start", "mean", "low80", "high80", "low95", "high95"]

private func row(_ update: IntradayUpdate, _ position: Int) -> [ExactTable.Cell] {
    let bounds = namedShares.flatMap { share -> [ExactTable.Cell] in
        let (low, high) = update.bands.bounds(share, at: position)
        return [.number(low), .number(high)]
    }
    return [.plain(update.start(ofSlot: position)), .number(update.mean[position])] + bounds
}

extension IntradayUpdate {
    /// `2026-11-23 11:00`.
    func start(ofSlot position: Int) -> String { "\(date.iso8601) \(hours(ofSlot: position).start)" }
}
