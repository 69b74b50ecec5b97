import Workforce

/// `plateau.forecast-accuracy.v1`: ratios, not percentages; days ahead with both ends inside.
public func accuracyJSON(_ report: AccuracyReport) -> String {
    json(report).with(["schema": "plateau.forecast-accuracy.v1"]).text
}

func json(_ report: AccuracyReport) -> JSONValue {
    [
        "day": .array(report.day.map { json($0) }), "slot": .array(report.slot.map { json($0) }),
        "recent": .array(report.recent.map { json($0) }), "worst": .array(report.worst.map { json($0) }),
    ]
}

private func json(_ accuracy: HorizonAccuracy) -> JSONValue {
    [
        "leadFrom": .integer(accuracy.leads.lowerBound), "leadThrough": .integer(accuracy.leads.upperBound),
        "count": .integer(accuracy.count), "wape": JSONValue(accuracy.wape),
        "mase": JSONValue(accuracy.mase), "rmse": JSONValue(accuracy.rmse), "bias": JSONValue(accuracy.bias),
        "wql": JSONValue(accuracy.quantileLoss), "coverage80": JSONValue(accuracy.coverage80),
        "coverage95": JSONValue(accuracy.coverage95), "naiveWAPE": JSONValue(accuracy.naiveWAPE),
        "meanOfEightWAPE": JSONValue(accuracy.meanOfEightWAPE),
    ]
}

private func json(_ day: JudgedDay) -> JSONValue {
    [
        "date": .string(day.date.iso8601), "lead": .integer(day.lead), "actual": JSONValue(day.actual),
        "mean": JSONValue(day.mean), "low80": JSONValue(day.low80), "high80": JSONValue(day.high80),
        "low95": JSONValue(day.low95), "high95": JSONValue(day.high95),
        "cause": JSONValue(day.cause.map { code($0) }),
    ]
}

/// A stable name for programs.
private func code(_ cause: ErrorCause) -> String {
    switch cause {
    case .calendar(let cause): code(cause)
    case .incomplete: "incomplete"
    case .afterClosure: "afterClosure"
    case .isolated: "isolated"
    case .levelChange: "levelChange"
    }
}
