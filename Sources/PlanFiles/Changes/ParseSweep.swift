import Workforce

/// A walk of one key through a range of amounts.
public struct ScenarioSweep: Hashable, Sendable {
    /// One change per step, in order.
    public var changes: [ScenarioChange]
    /// The amounts as the user would write them, one per change.
    public var labels: [String]
}

/// Most steps of a sweep: each is a whole plan.
let sweepStepLimit = 200

/// Reads `[campaign.]key=a..b:step`, for example `demand=-20%..+30%:10%`,
/// `aht=200s..300s:20s`; the end is inside when the steps meet it. The amounts
/// take the same spellings as `parseChange`; `target=80/20..90/20:5` walks the
/// share and keeps the threshold.
public func parseSweep(_ text: String) throws(Problem) -> ScenarioSweep {
    let (campaign, key, range) = try splitChange(text)
    guard let dots = range.firstRange(of: ".."), let colon = range.lastIndex(of: ":"),
        dots.upperBound <= colon
    else {
        throw .change(.badSweep(text: text))
    }
    let (first, last) = (range[..<dots.lowerBound].trimmed, range[dots.upperBound..<colon].trimmed)
    let stepText = range[range.index(after: colon)...].trimmed
    guard let (a, shape) = SweepNumber.parse(first), let (b, endShape) = SweepNumber.parse(last),
        let (step, _) = SweepNumber.parse(stepText),
        shape.unit == endShape.unit,
        SweepNumber.parse(stepText)?.1.tail == shape.tail || SweepNumber.parse(stepText)?.1.tail == ""
    else { throw .change(.badSweep(text: text)) }
    guard step != 0, (b - a) / step >= 0 else { throw .change(.emptySweep(text: text)) }
    let count = (b - a) / step + 1e-9
    guard count < Double(sweepStepLimit) else {
        throw .change(.sweepTooLong(steps: Int(min(1e9, count)) + 1, limit: sweepStepLimit))
    }
    // A range that crosses or touches zero with a sign somewhere walks signed amounts.
    let isSigned = shape.isSigned || endShape.isSigned
    var sweep = ScenarioSweep(changes: [], labels: [])
    for index in 0...Int(count) {
        let value = a + Double(index) * step
        let sign = isSigned && value >= 0 ? "+" : ""
        let label = sign + Written.number(value) + shape.unit
        sweep.changes.append(
            ScenarioChange(key: key, campaign: campaign, amount: try AmountText(key: key).parse(label)))
        sweep.labels.append(label)
    }
    return sweep
}

/// A number of a sweep and what follows it.
private struct SweepNumber {
    var isSigned: Bool
    /// All that follows the number: `%`, `s`, `/20`.
    var unit: String
    /// The unit without a target's threshold.
    var tail: String { unit.hasPrefix("/") ? "" : unit }

    static func parse(_ text: String) -> (Double, SweepNumber)? {
        let digits = text.prefix { $0.isNumber || "+-.,".contains($0) }
        guard let value = Decimal.parse(digits), abs(value) <= 1e9 else { return nil }
        let unit = text.dropFirst(digits.count).trimmed
        return (value, SweepNumber(isSigned: digits.hasPrefix("+") || digits.hasPrefix("-"), unit: unit))
    }
}
