extension TourProgramme {
    /// Whether a week of these shifts satisfies rest, days, paid time and start band.
    func isLegal(_ days: [DayShift], model: PoolModel) -> Bool {
        var worked = 0
        var slots = 0
        for day in 0..<7 where !days[day].isOff {
            guard sets[day] >= 0 else { return false }
            worked += 1
            slots += model.sets[sets[day]].paid[Int(days[day].pattern)]
        }
        guard daysPerWeek.contains(worked), allows(paid: slots) else { return false }
        return bands.contains { band in
            var state = 0
            for day in 0..<7 {
                guard !days[day].isOff else {
                    state = band.automaton.offNext[day][state]
                    continue
                }
                let kind = band.classOf[day][Int(days[day].pattern)]
                guard kind >= 0 else { return false }
                state = band.automaton.workNext[day][state * band.automaton.classCounts[day] + kind]
                guard state >= 0 else { return false }
            }
            return band.automaton.accepts[state]
        }
    }
}
