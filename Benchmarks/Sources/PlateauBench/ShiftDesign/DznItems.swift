import Foundation

/// The items of a MiniZinc data file: numbers and arrays of numbers by name.
struct DznItems {
    private let file: String
    private var values: [String: String] = [:]

    /// - Throws: `ShiftDesignFileError` for an item without `=` or a name given twice.
    init(_ text: String, file: String) throws {
        self.file = file
        let bare = text.split(whereSeparator: \.isNewline)
            .map { $0.prefix { $0 != "%" } }.joined(separator: " ")
        for item in bare.split(separator: ";") {
            let trimmed = item.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty { continue }
            guard let sign = trimmed.firstIndex(of: "=") else {
                throw ShiftDesignFileError(file: file, reason: "\(trimmed.prefix(20)): no =")
            }
            let name = trimmed[..<sign].trimmingCharacters(in: .whitespaces)
            let value = trimmed[trimmed.index(after: sign)...].trimmingCharacters(in: .whitespaces)
            guard values.updateValue(value, forKey: name) == nil else {
                throw ShiftDesignFileError(file: file, reason: "\(name): given twice")
            }
        }
    }

    func integer(_ name: String) throws -> Int { try integer(value(name), name) }

    func integers(_ name: String) throws -> [Int] {
        let text = try value(name)
        guard text.hasPrefix("["), text.hasSuffix("]"), text.count >= 2 else {
            throw ShiftDesignFileError(file: file, reason: "\(name): not a list")
        }
        return try text.dropFirst().dropLast().split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .map { try integer($0, name) }
    }

    /// Two lists of lower and upper ends.
    func ranges(_ lower: String, _ upper: String, count: Int) throws -> [ClosedRange<Int>] {
        let ends = try (integers(lower), integers(upper))
        guard ends.0.count == count, ends.1.count == count else {
            throw ShiftDesignFileError(file: file, reason: "\(lower), \(upper): not \(count) values each")
        }
        return try zip(ends.0, ends.1).map { low, high in
            guard low <= high else {
                throw ShiftDesignFileError(file: file, reason: "\(lower): \(low) is more than \(high)")
            }
            return low...high
        }
    }

    private func value(_ name: String) throws -> String {
        guard let value = values[name] else {
            throw ShiftDesignFileError(file: file, reason: "\(name): missing")
        }
        return value
    }

    private func integer(_ text: String, _ name: String) throws -> Int {
        guard let number = Int(text) else {
            throw ShiftDesignFileError(file: file, reason: "\(name): \(text) is not a whole number")
        }
        return number
    }
}
