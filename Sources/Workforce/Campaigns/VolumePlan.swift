/// A month of a year.
public struct CalendarMonth: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    public var year: Int
    /// 1 to 12.
    public var month: Int

    public init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    public init(of date: CivilDate) { self.init(year: date.year, month: date.month) }

    /// `2026-12`.
    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    public static func < (lhs: CalendarMonth, rhs: CalendarMonth) -> Bool {
        (lhs.year, lhs.month) < (rhs.year, rhs.month)
    }
}

/// Contacts that a client announces, by calendar month.
public enum VolumePlan: Hashable, Sendable, Codable {
    /// The same in every month.
    case everyMonth(Double)
    /// Each month its own; a month without an entry has no volume stated.
    case months([MonthVolume])

    /// Contacts of a calendar month; nil where the plan states none.
    public func contacts(year: Int, month: Int) -> Double? {
        switch self {
        case .everyMonth(let contacts): contacts
        case .months(let entries):
            entries.first { $0.month == CalendarMonth(year: year, month: month) }?.contacts
        }
    }

    /// Every month's contacts × `factor`.
    public func scaled(by factor: Double) -> VolumePlan {
        switch self {
        case .everyMonth(let contacts): .everyMonth(contacts * factor)
        case .months(let entries):
            .months(entries.map { MonthVolume(month: $0.month, contacts: $0.contacts * factor) })
        }
    }
}

/// Contacts of one calendar month.
public struct MonthVolume: Hashable, Sendable, Codable {
    public var month: CalendarMonth
    public var contacts: Double

    public init(month: CalendarMonth, contacts: Double) {
        self.month = month
        self.contacts = contacts
    }
}
