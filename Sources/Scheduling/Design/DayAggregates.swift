import LinearProgramming

/// Counts of a day's shifts that every design makes whole: how many there are of a contract, how
/// many begin or end at an interval or up to it, and how many last so long or at most so long.
///
/// A single shift's count, split into whole numbers, hardly moves the programme's value: a
/// neighbour half an hour off takes its place. A count of many does, so that a tree over these
/// proves in a few nodes what one over single shifts leaves open after thousands (branching on
/// sums rather than variables: Ryan & Foster 1981; Vanderbeck 2000).
struct DayAggregates {
    /// The day's relaxation with a variable for each count.
    private(set) var program: LinearProgram
    private(set) var counts: [Variable] = []

    init(_ programme: DayDesignProgramme) {
        program = programme.program.relaxed
        let shifts = programme.shifts.map { shift in
            let shape = programme.shape(of: shift)
            return (
                start: shift.start, end: shift.start + shape.span, length: shape.span,
                contract: shift.contract, variable: shift.variable
            )
        }
        addLadder(shifts.map { ($0.variable, $0.contract) })
        addLadder(shifts.map { ($0.variable, $0.start) })
        addLadder(shifts.map { ($0.variable, $0.end) })
        addLadder(shifts.map { ($0.variable, $0.length) })
    }

    /// The count of each class and, one after the other, of all classes up to it.
    private mutating func addLadder(_ classes: [(variable: Variable, value: Int)]) {
        let members = Dictionary(grouping: classes, by: \.value)
        var below: Variable?
        for value in members.keys.sorted() {
            let shifts = (members[value] ?? []).map { Term($0.variable, 1) }
            let count = program.addVariable(label: Label("count", counts.count))
            counts.append(count)
            program.addRow(
                shifts + [Term(count, -1)], .equal(0), label: Label("sum", counts.count))
            guard let before = below else {
                below = count
                continue
            }
            let upTo = program.addVariable(label: Label("count", counts.count))
            counts.append(upTo)
            program.addRow(
                [Term(before, 1), Term(count, 1), Term(upTo, -1)], .equal(0),
                label: Label("sum", counts.count))
            below = upTo
        }
    }
}
