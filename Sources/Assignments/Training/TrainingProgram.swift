import LinearProgramming
import Workforce

/// `models/training.mod` as a linear program: which sessions each class has.
///
///     min  minutes·Σ loss + unplaced·Σ (1 − in)
///     Σ_j z[j] = sessions·open                              every class
///     Σ_{j at a moment} z[j] ≤ 1 / trainers / rooms          class, kind of trainer, of room
///     Σ_{j: m absent} z[j] ≤ sessions·(1 − in[m])            every member
///     least·open ≤ Σ in[m],  in[m] ≤ open
///     loss[cell] ≥ Σ_j away[j, cell]·z[j] − spare
///
/// Sessions that share a moment all cover the latest of their starts, so rows at
/// starts are enough.
struct TrainingProgram {
    private(set) var program = LinearProgram(.minimize)
    private(set) var sessions: [Variable] = []
    /// By class and member.
    private(set) var places: [[Variable]] = []
    private let instance: TrainingInstance

    init(_ instance: TrainingInstance) {
        self.instance = instance
        for (j, candidate) in instance.candidates.enumerated() {
            sessions.append(
                program.addVariable(kind: .binary, label: Label("z", j, candidate.course)))
        }
        for c in instance.classes.indices { addClass(c) }
        addMoments(limit: { _ in 1 }, key: \.course, families: instance.classes.count)
        let trainers = instance.trainerCounts
        addMoments(limit: { trainers[$0] }, key: \.trainer, families: trainers.count)
        let rooms = instance.roomCounts
        addMoments(limit: { rooms[$0] }, key: \.room, families: rooms.count)
        addLosses()
    }

    private mutating func addClass(_ c: Int) {
        let course = instance.classes[c]
        let own = instance.candidates.indices.filter { instance.candidates[$0].course == c }
        let open = program.addVariable(kind: .binary, label: Label("open", c))
        let number = Double(course.sessions)
        program.addRow(
            own.map { Term(sessions[$0], 1) } + [Term(open, -number)], .equal(0), label: Label("course", c))
        let price = Double(instance.unplacedMinutes)
        program.constant += price * Double(course.course.members.count)
        let members = course.course.members.indices.map { m in
            program.addVariable(cost: -price, kind: .binary, label: Label("in", c, m))
        }
        for (m, place) in members.enumerated() {
            program.addRow(open - LinearExpression(place), .atLeast(0), label: Label("opened", c, m))
            let missed = own.filter { instance.candidates[$0].absent.contains(m) }
            guard !missed.isEmpty else { continue }
            program.addRow(
                missed.map { Term(sessions[$0], 1) } + [Term(place, number)], .atMost(number),
                label: Label("attends", c, m))
        }
        program.addRow(
            members.map { Term($0, 1) } + [Term(open, -Double(course.course.leastMembers))], .atLeast(0),
            label: Label("least", c))
        places.append(members)
    }

    /// At most `limit` sessions of one class, trainers or rooms at any moment.
    private mutating func addMoments(
        limit: (Int) -> Int, key: KeyPath<TrainingInstance.Candidate, Int>, families: Int
    ) {
        for family in 0..<families {
            let own = instance.candidates.indices.filter { instance.candidates[$0][keyPath: key] == family }
            let begins = Set(own.map { instance.candidates[$0].begin }).sorted()
            for begin in begins {
                let here = own.filter {
                    instance.candidates[$0].begin <= begin && begin < instance.candidates[$0].end
                }
                // One class never meets itself.
                let classes = Set(here.map { instance.candidates[$0].course }).count
                guard here.count > 1, key == \.course || classes > limit(family) else { continue }
                program.addRow(
                    here.map { Term(sessions[$0], 1) }, .atMost(Double(limit(family))),
                    label: Label("moment", family, begin))
            }
        }
    }

    private mutating func addLosses() {
        var terms = instance.cells.map { _ in [Term]() }
        for (j, candidate) in instance.candidates.enumerated() {
            for away in candidate.away {
                terms[away.cell].append(Term(sessions[j], Double(away.agents)))
            }
        }
        let minutes = Double(instance.intervalMinutes)
        for (c, cell) in instance.cells.enumerated() {
            if cell.spare == 0 {
                // Everyone who leaves is missed: no row needed.
                for term in terms[c] {
                    program.addToObjective(minutes * term.coefficient * term.variable)
                }
                continue
            }
            let loss = program.addVariable(cost: minutes, label: Label("loss", c))
            program.addRow(
                terms[c].map { Term($0.variable, -$0.coefficient) } + [Term(loss, 1)],
                .atLeast(-Double(cell.spare)), label: Label("short", c))
        }
    }
}
