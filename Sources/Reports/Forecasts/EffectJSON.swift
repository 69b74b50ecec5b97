import Workforce

/// Factors relative to an ordinary day of the same weekday.
func json(_ effect: DayEffect) -> JSONValue {
    [
        "cause": .string(code(effect.cause)), "factor": JSONValue(effect.factor),
        "low80": JSONValue(effect.low), "high80": JSONValue(effect.high), "days": .integer(effect.days),
        "given": .bool(effect.isGiven),
    ]
}

/// A correction with the contacts of its days (and hours) before and after.
func json(_ applied: AppliedOverride) -> JSONValue {
    let override = applied.override
    let change: JSONValue =
        switch override.change {
        case .factor(let factor): ["kind": "factor", "factor": JSONValue(factor)]
        case .contactsPerDay(let contacts): ["kind": "contactsPerDay", "contacts": JSONValue(contacts)]
        }
    return [
        "campaign": JSONValue(override.campaign?.name), "activity": JSONValue(override.activity?.name),
        "from": .string(override.days.lowerBound.iso8601),
        "through": .string(override.days.upperBound.iso8601), "hours": json(override.hours),
        "change": change, "author": .string(override.author),
        "written": JSONValue(override.written?.iso8601), "reason": .string(override.reason),
        "before": JSONValue(applied.before), "after": JSONValue(applied.after),
    ]
}
