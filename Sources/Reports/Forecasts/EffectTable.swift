import Workforce

/// What the calendar and events do to the contacts of a day; empty without effects.
func effectTable(_ effects: [DayEffect], _ l: Language) -> TextTable {
    var table = TextTable(
        l("Calendar and events", "Calendrier et événements"),
        columns: [
            .text(l("Cause", "Cause")), .number(l("Effect", "Effet")),
            .number(l("\(l.probability(0.8)) range", "Fourchette \(l.probability(0.8))")),
            .number(l("Days seen", "Jours observés")),
        ])
    for effect in effects {
        table.add([
            .init(l.title(effect.cause)), .init(l.change(of: effect)),
            .init(l.range(effect)),
            .init(l.evidence(effect), effect.isUnseen ? .caution : .plain),
        ])
    }
    return table
}

/// The planner's corrections with what each did; empty without any.
func overrideTable(_ overrides: [AppliedOverride], _ l: Language) -> TextTable {
    var table = TextTable(
        l("Corrections by planners", "Corrections des planificateurs"),
        columns: [
            .text(l("Days", "Jours")), .number(l("Change", "Correction")),
            .number(l("Before → after", "Avant → après")), .text(l("By", "Par")),
            .text(l("Reason", "Motif")),
        ])
    for applied in overrides {
        table.add([
            .init(l.period(of: applied.override)), .init(l.phrase(applied.override.change)),
            .init(l.passage(from: applied.before, to: applied.after)),
            .init(l.signature(of: applied.override)), .init(applied.override.reason),
        ])
    }
    return table
}
