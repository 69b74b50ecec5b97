import Workforce

/// The patterns of a group whose starts lie in one band, sorted into candidates:
/// patterns of equal paid time, covered time and rest class compete on worth alone.
///
/// Covered time tells nothing to the pricing of tours. Skeletons need it: once everybody's
/// candidates stand, surplus less missing agents of a day are known, and so is the step by which
/// its cost can change.
struct BandDays: Sendable {
    let automaton: RestAutomaton
    /// Patterns of each day that start in the band.
    let members: [[Int32]]
    /// Candidate of each member.
    let slots: [[Int32]]
    /// Excess (in the programme's grain) and rest class of each candidate.
    let excesses: [[Int]]
    let classes: [[Int]]
    /// Class of each pattern of the day; −1 = starts outside the band.
    let classOf: [[Int]]
    /// Candidate of each pattern of the day; −1 = starts outside the band.
    let candidateOf: [[Int]]

    private struct Candidate: Hashable {
        var excess: Int
        var covered: Int
        var restClass: Int
    }

    init(
        band: ClosedRange<Int>?, terms: PoolGroup, model: PoolModel, daysPerWeek: ClosedRange<Int>,
        shortest: Int, grain: Int
    ) {
        var members: [[Int32]] = []
        for day in 0..<7 {
            guard terms.sets[day] >= 0 else {
                members.append([])
                continue
            }
            let set = model.sets[terms.sets[day]]
            members.append(
                (0..<set.count).filter { band?.contains(set.start[$0]) ?? true }.map { Int32($0) })
        }
        let sets = (0..<7).map { terms.sets[$0] >= 0 ? model.sets[terms.sets[$0]] : nil }
        automaton = RestAutomaton(
            rest: terms.rest, sets: sets, members: members, grid: model.grid, daysPerWeek: daysPerWeek)
        var slots: [[Int32]] = []
        var excesses: [[Int]] = []
        var classes: [[Int]] = []
        var classOf: [[Int]] = []
        for day in 0..<7 {
            var ids: [Candidate: Int] = [:]
            var daySlots: [Int32] = []
            var dayExcesses: [Int] = []
            var dayClasses: [Int] = []
            var dayClassOf = [Int](repeating: -1, count: sets[day]?.count ?? 0)
            for (position, member) in members[day].enumerated() {
                guard let set = sets[day] else { continue }
                let kind = automaton.memberClasses[day][position]
                let excess = (set.paid[Int(member)] - shortest) / grain
                let key = Candidate(
                    excess: excess, covered: set.covered(by: Int(member)), restClass: kind)
                if ids[key] == nil {
                    ids[key] = dayExcesses.count
                    dayExcesses.append(excess)
                    dayClasses.append(kind)
                }
                daySlots.append(Int32(ids[key] ?? 0))
                dayClassOf[Int(member)] = kind
            }
            slots.append(daySlots)
            excesses.append(dayExcesses)
            classes.append(dayClasses)
            classOf.append(dayClassOf)
        }
        self.members = members
        self.slots = slots
        self.excesses = excesses
        self.classes = classes
        self.classOf = classOf
        candidateOf = (0..<7).map { day in
            var candidates = [Int](repeating: -1, count: sets[day]?.count ?? 0)
            for (member, slot) in zip(members[day], slots[day]) { candidates[Int(member)] = Int(slot) }
            return candidates
        }
    }
}
