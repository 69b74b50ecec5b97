/// Delimited values for programs: comma, decimal point, ISO dates and full precision in every
/// language, lines ended by LF; what is not finite is left empty.
struct ExactTable {
    enum Cell {
        /// A name from a file, guarded as `DelimitedText` guards it.
        case text(String)
        /// A date, a time or a heading made by this program.
        case plain(String)
        case integer(Int)
        case number(Double?)
    }

    private(set) var text = ""

    init(header: [String]) { add(header.map { .plain($0) }) }

    mutating func add(_ cells: [Cell]) {
        text += cells.map(encoded).joined(separator: ",") + "\n"
    }

    private func encoded(_ cell: Cell) -> String {
        switch cell {
        case .text(let value): DelimitedText.guarded(value, separator: ",")
        case .plain(let value): value
        case .integer(let value): "\(value)"
        case .number(let value): value.flatMap { $0.isFinite ? "\($0)" : nil } ?? ""
        }
    }
}
