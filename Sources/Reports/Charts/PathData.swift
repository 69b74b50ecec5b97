/// Data of an SVG path with coordinates to a tenth, as short as they can be written.
struct PathData {
    private(set) var text = ""

    var isEmpty: Bool { text.isEmpty }

    mutating func move(_ x: Double, _ y: Double) { text += "M\(short(x)) \(short(y))" }
    mutating func line(_ x: Double, _ y: Double) { text += "L\(short(x)) \(short(y))" }
    mutating func horizontal(_ x: Double) { text += "H\(short(x))" }
    mutating func vertical(_ y: Double) { text += "V\(short(y))" }
    mutating func close() { text += "Z" }

    mutating func rectangle(x: Double, y: Double, width: Double, height: Double) {
        guard width > 0, height > 0 else { return }
        text += "M\(short(x)) \(short(y))h\(short(width))v\(short(height))h\(short(-width))Z"
    }
}

/// A coordinate rounded to a tenth: `12`, `12.5`, `-0.5`.
func short(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    if tenths % 10 == 0 { return "\(tenths / 10)" }
    let magnitude = abs(tenths)
    return "\(tenths < 0 ? "-" : "")\(magnitude / 10).\(magnitude % 10)"
}

/// A round number at least as large as `value`: 1, 2, 5, 10, 20, 50, …
func roundAbove(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 1 }
    var step = 1.0
    while step * 10 <= value { step *= 10 }
    while step > value { step /= 10 }
    for factor in [1.0, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] where step * factor >= value - 1e-9 {
        return step * factor
    }
    return step * 10
}
