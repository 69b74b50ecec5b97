import ArgumentParser
import Workforce

/// A length of time as users write it: `20s`, `12.5s`, `30m`, `7.5h`, `4w`.
struct DurationArgument: ExpressibleByArgument, Equatable {
    let seconds: Double

    init(seconds: Double) { self.seconds = seconds }

    init?(argument: String) {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let last = argument.last, let unit = units[last] else { return nil }
        let digits = argument.dropLast()
        guard let value = Double(digits), value.isFinite, value >= 0, digits.first?.isNumber == true
        else { return nil }
        seconds = value * unit
    }

    var defaultValueDescription: String { "\(seconds)s" }
}

/// A service target as users write it: `80/20` = 80 % within 20 seconds.
struct TargetArgument: ExpressibleByArgument, Equatable {
    let share: Double
    let thresholdSeconds: Double

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let percent = Double(parts[0]), let seconds = Double(parts[1]),
            percent.isFinite, seconds.isFinite, (0...100).contains(percent), seconds >= 0
        else { return nil }
        share = percent / 100
        thresholdSeconds = seconds
    }
}

/// A share as users write it: `0.85` or `85%`.
struct ShareArgument: ExpressibleByArgument, Equatable {
    let value: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument), number.isFinite
        else { return nil }
        let share = isPercent ? number / 100 : number
        guard (0...1).contains(share) else { return nil }
        value = share
    }
}
