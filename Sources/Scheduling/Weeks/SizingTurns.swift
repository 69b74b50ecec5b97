import Workforce

extension EmploymentContract {
    /// Sizing mode: how many of a contract's people may work which days in any
    /// week, when every week gives the same number their turn.
    ///
    /// ⌊worked / weeks · headcount⌋ people a week, one after the other, work no
    /// more than the rotation gives in any of its windows. Without a headcount
    /// there is no share to take: everybody may work.
    var turnSizes: [(people: Int?, freeDays: [Weekday])] {
        guard let headcount = maximumHeadcount.map({ max(0, $0) }), !rotations.isEmpty else {
            return [(maximumHeadcount.map { max(0, $0) }, [])]
        }
        var free = [Set<Weekday>](repeating: [], count: headcount)
        var first = 0
        for rotation in rotations {
            let turn = headcount * rotation.worked / max(1, rotation.weeks)
            for person in turn..<max(turn, headcount) {
                free[(first + person) % headcount].formUnion(rotation.days.weekdays)
            }
            first += turn
        }
        var sizes: [(people: Int?, freeDays: [Weekday])] = []
        for days in free.map({ own in Weekday.allCases.filter { own.contains($0) } }) {
            if let index = sizes.firstIndex(where: { $0.freeDays == days }) {
                sizes[index].people = sizes[index].people.map { $0 + 1 }
            } else {
                sizes.append((1, days))
            }
        }
        return sizes.isEmpty ? [(0, [])] : sizes
    }
}
