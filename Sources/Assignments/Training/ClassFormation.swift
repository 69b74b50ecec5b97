import Execution
import LinearProgramming
import Workforce

/// Puts the learners of one campaign together so that each class has enough
/// common hours: an integer program over the times at which a session could be
/// held, whoever comes.
///
///     max  unplaced·Σ in − Σ price·z − Σ open
///     Σ_s z[c,s] = sessions·open[c]                  one session of a class at a time
///     Σ_{s: m away} z[c,s] ≤ sessions·(1 − in[m,c])
///     least·open[c] ≤ Σ_m in[m,c] ≤ most·open[c],  Σ_c in[m,c] ≤ 1
///
/// What a session costs the line depends on who comes, so its price here is that
/// of an average class; the sessions themselves are chosen afterwards, exactly.
struct ClassFormation {
    let trainees: [Trainee]
    let need: TrainingNeed
    let least: Int
    let largest: Int
    let slots: [Slot]
    private let parallel: Int
    private let stepMinutes: Int

    struct Slot {
        var begin: Int
        /// Positions of the learners who cannot come.
        var absent: [Int]
        /// Agent-minutes that an average class would leave uncovered.
        var price: Double
    }

    /// - Parameter learners: everybody whom the campaign has to teach; where they
    ///   are fewer than the least class, a class may be as small as need be.
    init(
        _ trainees: [Trainee], campaign: Campaign, need: TrainingNeed, learners: Int, scenario: Scenario,
        presence: FloorPresence, resources: TrainingResources
    ) {
        self.trainees = trainees
        self.need = need
        least = learners < need.classSize.lowerBound ? 1 : max(1, need.classSize.lowerBound)
        largest = min(need.classSize.upperBound, resources.largestRoom(for: campaign), max(1, trainees.count))
        let trainers = resources.trainerKinds(for: campaign)
        let rooms = resources.roomKinds(for: campaign)
        parallel = min(
            trainers.reduce(0) { $0 + $1.members.count }, rooms.reduce(0) { $0 + $1.members.count })
        stepMinutes = scenario.horizon.intervalMinutes
        var slots: [Slot] = []
        let length = max(1, need.sessionMinutes)
        for (day, range) in sessionTimes(
            minutes: length, before: trainees.map(\.deadlineDay).max() ?? 0, scenario.horizon)
        {
            let isHeld =
                trainers.contains { resources.isTrainerFree($0.members[0], day: day, range: range) }
                && rooms.contains { resources.isRoomFree($0.members[0], day: day, range: range) }
            guard isHeld else { continue }
            let absent = trainees.indices.filter {
                day >= trainees[$0].deadlineDay
                    || !canAttend(trainees[$0].agent, day: day, range: range, presence, resources)
            }
            let present = trainees.indices.filter { !absent.contains($0) }.map { trainees[$0].agent }
            guard present.count >= least else { continue }
            slots.append(
                Slot(
                    begin: day * 1440 + range.start.minute, absent: absent,
                    price: ClassFormation.price(
                        present, size: min(largest, trainees.count), day, range, presence)))
        }
        self.slots = slots
    }

    private static func price(
        _ present: [Identifier<Agent>], size: Int, _ day: Int, _ range: ClockRange, _ presence: FloorPresence
    ) -> Double {
        struct Cell: Hashable {
            var campaign: Int
            var interval: Int
        }
        var away: [Cell: Int] = [:]
        for agent in present {
            guard let left = presence.intervalsLeft(by: agent, on: day, during: range) else { continue }
            for t in left.intervals { away[Cell(campaign: left.campaign, interval: t), default: 0] += 1 }
        }
        let share = min(1, Double(size) / Double(max(1, present.count)))
        // Whole minutes, so that the order of a dictionary leaves no trace in the sum.
        let minutes = away.reduce(0) { sum, entry in
            let spare = Double(max(0, presence.surplus[entry.key.campaign][entry.key.interval]))
            let short = max(0, Double(entry.value) * share - spare)
            return sum + Int((short * Double(presence.horizon.intervalMinutes)).rounded())
        }
        return Double(minutes)
    }

    /// The classes; none where no session can be held.
    func classes(control: RunControl) throws(LinearProgramError) -> [CourseClass] {
        guard largest >= least, trainees.count >= least, parallel > 0, !slots.isEmpty,
            (1...slots.count).contains(need.sessions)
        else { return [] }
        let fewest = (trainees.count + largest - 1) / largest
        let number = min(trainees.count / least, fewest + 2)
        var program = LinearProgram(.minimize)
        var variables: [ClassVariables] = []
        for c in 0..<number {
            variables.append(addClass(c, before: variables.last?.members, to: &program))
        }
        for m in trainees.indices {
            program.addRow(.sum(variables.map { $0.members[m] }), .atMost(1), label: Label("one", m))
        }
        let first = firstClasses(atMost: number)
        let options = SolveOptions {
            $0.nodeLimit = 100
            // Without classes to begin with the search may end with none at all.
            $0.start = values(of: first, variables, count: program.variableCount)
            // Who is taught is settled long before the last minute of the price.
            $0.relativeGap = 0.005
            $0.cuts = [.mixedIntegerRounding, .gomory]
        }
        guard let solution = try program.solve(options: options, control: control).solution else {
            return first.compactMap { course(of: $0.members) }
        }
        return variables.compactMap { own in
            course(of: trainees.indices.filter { solution[own.members[$0]] > 0.5 })
        }
    }

    private func course(of members: [Int]) -> CourseClass? {
        let chosen = members.map { trainees[$0] }
        guard let first = chosen.first else { return nil }
        return CourseClass(
            campaign: first.campaign, members: chosen.map(\.agent),
            deadlineDay: chosen.map(\.deadlineDay).min() ?? 0, leastMembers: least)
    }

    private func addClass(
        _ c: Int, before: [Variable]?, to program: inout LinearProgram
    ) -> ClassVariables {
        let price = 1 + Double(trainees.count * need.sessions * (need.sessionMinutes + 2 * stepMinutes))
        let open = program.addVariable(cost: 1, kind: .binary, label: Label("open", c))
        let sessions = slots.map { program.addVariable(cost: $0.price, kind: .binary, label: Label("z", c)) }
        let members = trainees.indices.map {
            program.addVariable(cost: -price, kind: .binary, label: Label("in", c, $0))
        }
        let number = Double(need.sessions)
        program.addRow(sessions.map { Term($0, 1) } + [Term(open, -number)], .equal(0))
        for (s, slot) in slots.enumerated() {
            let here = slots.indices.filter {
                slots[$0].begin <= slot.begin && slot.begin < slots[$0].begin + need.sessionMinutes
            }
            if here.count > 1 || s == 0 { program.addRow(.sum(here.map { sessions[$0] }), .atMost(1)) }
        }
        for m in trainees.indices {
            program.addRow(open - LinearExpression(members[m]), .atLeast(0))
            let missed = slots.indices.filter { slots[$0].absent.contains(m) }
            guard !missed.isEmpty else { continue }
            program.addRow(missed.map { Term(sessions[$0], 1) } + [Term(members[m], number)], .atMost(number))
        }
        let size = members.map { Term($0, 1) }
        program.addRow(size + [Term(open, -Double(least))], .atLeast(0))
        program.addRow(size + [Term(open, -Double(largest))], .atMost(0))
        if let before {
            // Classes are alike: the larger comes first.
            program.addRow(before.map { Term($0, 1) } + members.map { Term($0, -1) }, .atLeast(0))
        }
        return ClassVariables(open: open, sessions: sessions, members: members)
    }

    private func values(of classes: [FirstClass], _ variables: [ClassVariables], count: Int) -> [Double] {
        var values = [Double](repeating: 0, count: count)
        for (own, course) in zip(variables, classes) {
            values[own.open.index] = 1
            for s in course.slots { values[own.sessions[s].index] = 1 }
            for m in course.members { values[own.members[m].index] = 1 }
        }
        return values
    }
}

private struct ClassVariables {
    var open: Variable
    /// By slot.
    var sessions: [Variable]
    /// By learner.
    var members: [Variable]
}

/// Times at which a session of this length could be: on the half hour, or on the
/// interval where that is longer, before a day of the horizon.
func sessionTimes(minutes: Int, before deadline: Int, _ horizon: Horizon) -> [(day: Int, range: ClockRange)] {
    guard minutes > 0, minutes <= 1440 else { return [] }
    let starts = stride(from: 0, through: 1440 - minutes, by: max(30, horizon.intervalMinutes))
    return (0..<max(0, min(deadline, horizon.dayCount))).flatMap { day in
        starts.map { (day, ClockRange(ClockTime(minute: $0), ClockTime(minute: $0 + minutes))) }
    }
}

/// Within the agent's shift and beside their lunch; rest breaks give way, for a
/// session has breaks of its own.
func canAttend(
    _ agent: Identifier<Agent>, day: Int, range: ClockRange, _ presence: FloorPresence,
    _ resources: TrainingResources
) -> Bool {
    guard let shift = presence.shift(of: agent, on: day), shift.range.contains(range),
        resources.isAgentFree(agent, day: day, range: range)
    else { return false }
    return shift.breaks.allSatisfy { $0.kind == .rest || range.overlapMinutes(with: $0.range) == 0 }
}
