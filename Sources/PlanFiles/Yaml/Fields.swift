import Workforce

/// A mapping under reading: each key is asked for once; at the end, the keys
/// that nothing asked for are unknown ones.
struct Fields {
    let place: SourceLocation
    private let entries: [YAMLEntry]
    private var asked: [String] = []

    /// Nil, with a diagnostic, when the value is no mapping.
    init?(_ value: YAMLValue, named name: String, _ log: inout DiagnosticLog) {
        place = value.place
        switch value.content {
        case .mapping(let entries): self.entries = entries
        default:
            log.error(.yaml(.wrongShape(key: name, found: value.shape, expected: .mapping)), at: value.place)
            return nil
        }
    }

    /// Keys in the order of the file.
    var keys: [YAMLEntry] { entries }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// Where a key's value stands; the mapping itself when it has none.
    func place(of key: String) -> SourceLocation { entries.first { $0.key == key }?.value.place ?? place }

    func keyPlace(of key: String) -> SourceLocation { entries.first { $0.key == key }?.place ?? place }

    mutating func value(_ key: String) -> YAMLValue? {
        asked.append(key)
        return entries.first { $0.key == key }?.value
    }

    mutating func requiredValue(
        _ key: String, _ kind: ValueKind, _ log: inout DiagnosticLog
    ) -> YAMLValue? {
        if let value = value(key), value.shape != .nothing { return value }
        log.error(.yaml(.missingKey(key: key, expected: kind)), at: has(key) ? keyPlace(of: key) : place)
        return nil
    }

    /// Nil when the key is absent or its value is diagnosed.
    mutating func optional<Value>(
        _ key: String, _ format: ValueFormat<Value>, _ log: inout DiagnosticLog
    ) -> Value? {
        guard let value = value(key) else { return nil }
        return Fields.read(value, named: key, format, &log)
    }

    mutating func optional<Value: Comparable>(
        _ key: String, _ format: ValueFormat<Value>, _ range: ClosedRange<Value>, _ log: inout DiagnosticLog
    ) -> Value? {
        guard let value = value(key) else { return nil }
        return Fields.read(value, named: key, format, range, &log)
    }

    mutating func required<Value>(
        _ key: String, _ format: ValueFormat<Value>, _ log: inout DiagnosticLog
    ) -> Value? {
        requiredValue(key, format.kind, &log).flatMap { Fields.read($0, named: key, format, &log) }
    }

    mutating func required<Value: Comparable>(
        _ key: String, _ format: ValueFormat<Value>, _ range: ClosedRange<Value>, _ log: inout DiagnosticLog
    ) -> Value? {
        requiredValue(key, format.kind, &log).flatMap { Fields.read($0, named: key, format, range, &log) }
    }

    /// A range with both ends inside limits.
    mutating func range(
        _ key: String, _ format: ValueFormat<ClosedRange<Int>>, within limits: ClosedRange<Int>,
        _ log: inout DiagnosticLog
    ) -> ClosedRange<Int>? {
        guard let found = optional(key, format, &log) else { return nil }
        let ends = (
            format.written(found.lowerBound...found.lowerBound),
            format.written(found.upperBound...found.upperBound)
        )
        let bounds = ValueBounds(
            kind: format.kind, low: format.written(limits.lowerBound...limits.lowerBound),
            high: format.written(limits.upperBound...limits.upperBound))
        if found.lowerBound < limits.lowerBound {
            log.error(.value(.below(key: key, found: ends.0, bounds: bounds)), at: place(of: key))
            return nil
        }
        if found.upperBound > limits.upperBound {
            log.error(.value(.above(key: key, found: ends.1, bounds: bounds)), at: place(of: key))
            return nil
        }
        return found
    }

    mutating func mapping(_ key: String, _ log: inout DiagnosticLog) -> Fields? {
        guard let value = value(key), value.shape != .nothing else { return nil }
        return Fields(value, named: key, &log)
    }

    /// The entries of a list; none where the key is absent or empty.
    mutating func list(_ key: String, _ log: inout DiagnosticLog) -> [YAMLValue] {
        guard let value = value(key), value.shape != .nothing else { return [] }
        if case .list(let items) = value.content { return items }
        log.error(.yaml(.wrongShape(key: key, found: value.shape, expected: .list)), at: value.place)
        return []
    }

    /// A list of simple values, or a single one.
    mutating func values<Value>(
        _ key: String, _ format: ValueFormat<Value>, _ log: inout DiagnosticLog
    ) -> [(value: Value, place: SourceLocation)] {
        guard let value = value(key), value.shape != .nothing else { return [] }
        let items: [YAMLValue] = if case .list(let list) = value.content { list } else { [value] }
        return items.compactMap { item in
            Fields.read(item, named: key, format, &log).map { ($0, item.place) }
        }
    }

    /// Reports the keys that nothing asked for.
    func finish(_ log: inout DiagnosticLog) {
        for entry in entries where !asked.contains(entry.key) {
            let nearest = nearestName(to: entry.key, among: asked.sorted())
            log.error(.yaml(.unknownKey(key: entry.key, nearest: nearest)), at: entry.place)
        }
    }

    // MARK: Single values

    static func read<Value>(
        _ value: YAMLValue, named key: String, _ format: ValueFormat<Value>, _ log: inout DiagnosticLog
    ) -> Value? {
        switch value.content {
        case .text(let text):
            if let found = format.parse(text) { return found }
            log.error(
                .value(
                    .malformed(key: key, found: text, expected: format.kind, suggestion: format.suggest(text))
                ),
                at: value.place)
        case .nothing:
            log.error(.yaml(.missingKey(key: key, expected: format.kind)), at: value.place)
        case .list, .mapping:
            log.error(.yaml(.wrongShape(key: key, found: value.shape, expected: .text)), at: value.place)
        }
        return nil
    }

    static func read<Value: Comparable>(
        _ value: YAMLValue, named key: String, _ format: ValueFormat<Value>, _ range: ClosedRange<Value>,
        _ log: inout DiagnosticLog
    ) -> Value? {
        guard let found = read(value, named: key, format, &log) else { return nil }
        if range.contains(found) { return found }
        guard case .text(let text) = value.content else { return nil }
        log.error(.value(outOfRange(key, text, found, format, range)), at: value.place)
        return nil
    }

    static func outOfRange<Value: Comparable>(
        _ key: String, _ text: String, _ found: Value, _ format: ValueFormat<Value>,
        _ range: ClosedRange<Value>
    ) -> ValueProblem {
        let bounds = ValueBounds(
            kind: format.kind, low: format.written(range.lowerBound), high: format.written(range.upperBound))
        return found < range.lowerBound
            ? .below(key: key, found: text, bounds: bounds) : .above(key: key, found: text, bounds: bounds)
    }
}
