import Workforce

/// Words for what the calendar does to a day, and for a planner's corrections.
extension Language {
    /// A factor as planners read it, as a change: `+12 %` for 1.12, `-65 %` for 0.35.
    func change(_ factor: Double) -> String { signedPercent(factor - 1) }

    /// What an effect does to its days: a change, or that nobody works.
    func change(of effect: DayEffect) -> String {
        effect.isClosure ? self("closed", "fermé") : change(effect.factor)
    }

    /// A cause at the start of a row; names from files stay as they were written.
    func title(_ cause: DayCause) -> String {
        switch cause {
        case .event(let name) where !name.isEmpty: name
        case .otherHoliday(let name) where !name.isEmpty: name
        default: sentence(self.name(cause))
        }
    }

    /// Between which changes an effect lies with 80 %; nothing where it was stated, or a closure.
    func range(_ effect: DayEffect) -> String {
        guard !effect.isGiven, !effect.isClosure, effect.low.isFinite, effect.high.isFinite else {
            return missing
        }
        return self(
            "\(change(effect.low)) to \(change(effect.high))",
            "de \(change(effect.low)) à \(change(effect.high))")
    }

    /// What an effect rests on: the days seen, or why there are none; closed days need no proof.
    func evidence(_ effect: DayEffect) -> String {
        if effect.isGiven { return self("given", "saisi") }
        return effect.days > 0 || effect.isClosure ? number(effect.days) : self("never seen", "jamais vu")
    }

    /// `+10 %` or `500 a day`.
    func phrase(_ change: ForecastOverride.Change) -> String {
        switch change {
        case .factor(let factor): self.change(factor)
        case .contactsPerDay(let contacts):
            self("\(number(contacts)) a day", "\(number(contacts)) par jour")
        }
    }

    /// The days of a correction, with its hours where it concerns only a part of them.
    func period(of override: ForecastOverride) -> String {
        dates(override.days) + (override.hours.map { ", " + range($0) } ?? "")
    }

    /// Who wrote a correction, and when.
    func signature(of override: ForecastOverride) -> String {
        let author = override.author.isEmpty ? missing : override.author
        return override.written.map { "\(author), \(date($0))" } ?? author
    }

    /// `1 200 → 1 320`.
    func passage(from before: Double, to after: Double) -> String { "\(number(before)) → \(number(after))" }
}

extension DayEffect {
    /// No contact comes on such days.
    var isClosure: Bool { factor == 0 }

    /// Learned from no day at all, which deserves a second look.
    var isUnseen: Bool { !isGiven && !isClosure && days == 0 }
}
