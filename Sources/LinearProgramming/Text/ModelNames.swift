/// Names that both the CPLEX LP and the MPS format accept, made from labels.
struct ModelNames {
    let variables: [String]
    let rows: [String]
    /// Names for the second row that a two-sided row becomes in the LP format.
    let upperRows: [String]
    /// A name no row has.
    let objective: String
    /// A variable fixed at 1, whose cost is the objective's constant.
    let constant: String

    init(_ program: LinearProgram) {
        // What the LP text uses for a program without variables or rows.
        var taken: Set<String> = ["v_none", "v_empty"]
        rows = program.rowLabels.map { Self.unique($0, &taken) }
        variables = program.variableLabels.map { Self.unique($0, &taken) }
        upperRows = rows.map { Self.unique(Label($0 + "_upper"), &taken) }
        objective = Self.unique("objective", &taken)
        constant = Self.unique("constant", &taken)
    }

    /// Letters, digits and underscores, led by a letter that cannot be read as
    /// an exponent; `cover[3, 17]` becomes `cover_3_17`. A second bearer of a
    /// name gets a number.
    private static func unique(_ label: Label, _ taken: inout Set<String>) -> String {
        var name = String(
            label.name.unicodeScalars.map { scalar -> Character in
                let isPlain =
                    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                return isPlain ? Character(scalar) : "_"
            })
        if let first = name.first, !first.isLetter || first == "e" || first == "E" || isReserved(name) {
            name = "v_" + name
        }
        if name.isEmpty { name = "v" }
        // Both formats limit a name to 255 characters.
        name = String(name.prefix(120))
        for index in label.indices { name += index < 0 ? "_m\(index.magnitude)" : "_\(index)" }
        name = String(name.prefix(220))
        guard !taken.insert(name).inserted else { return name }
        var number = 2
        while !taken.insert("\(name)__\(number)").inserted { number += 1 }
        return "\(name)__\(number)"
    }

    private static func isReserved(_ name: String) -> Bool {
        let words: Set<String> = [
            "minimize", "minimum", "min", "maximize", "maximum", "max", "subject", "such", "st", "bounds",
            "bound", "general", "generals", "gen", "integer", "integers", "int", "binary", "binaries", "bin",
            "end", "free", "inf", "infinity", "obj",
        ]
        return words.contains(name.lowercased())
    }
}

/// The shortest decimal that reads back as the same number; whole numbers
/// without a fraction.
func plainNumber(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}
