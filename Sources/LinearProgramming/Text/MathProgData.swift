/// A data section of GNU MathProg, written set by set and parameter by
/// parameter, for the models in `models/`.
///
/// Symbols are numbers, so nothing has to be quoted.
public struct MathProgData: Sendable {
    private var sections: [String] = []

    public init() {}

    /// `param name := value;`
    public mutating func addScalar(_ name: String, _ value: Double) {
        sections.append("param \(name) := \(MathProgData.text(value));")
    }

    /// `set name := 0 1 2;`
    public mutating func addSet(_ name: String, _ members: some Sequence<Int>) {
        sections.append("set \(name) := " + members.map { "\($0)" }.joined(separator: " ") + ";")
    }

    /// `set name := (0,1) (2,3);`
    public mutating func addSet(_ name: String, tuples: [[Int]]) {
        let members = tuples.map { "(" + $0.map { "\($0)" }.joined(separator: ",") + ")" }
        sections.append("set \(name) := " + members.joined(separator: " ") + ";")
    }

    /// `param name := [0,1] 2.5 [0,2] 3;`; nothing where there are no values (the
    /// model gives a default).
    public mutating func addParameter(_ name: String, _ values: [([Int], Double)]) {
        guard !values.isEmpty else { return }
        let entries = values.map { key, value in
            "[" + key.map { "\($0)" }.joined(separator: ",") + "] " + MathProgData.text(value)
        }
        sections.append("param \(name) :=\n" + entries.joined(separator: "\n") + ";")
    }

    public var text: String { "data;\n\n" + sections.joined(separator: "\n\n") + "\n\nend;\n" }

    /// Whole numbers without a point; others to full precision.
    private static func text(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
