import LinearProgramming

/// The covering part of the linear programmes: agents by shift, surplus and shortage by interval.
///
/// Variables in order: agents of each shift, surplus of each interval, shortage of each interval.
/// The first row is the cover of interval 0; the others are differences of neighbouring
/// intervals, so that a shift enters two of them however long it is (MATHS §3.3).
struct KindCover {
    let grid: KindGrid

    func surplus(_ t: Int) -> Int { grid.shifts + t }
    func shortage(_ t: Int) -> Int { grid.shifts + grid.intervals + t }
    var variableCount: Int { grid.shifts + 2 * grid.intervals }

    /// - Parameter integral: agents as integers.
    func program(integral: Bool) -> LinearProgram {
        var program = LinearProgram(.minimize)
        for shift in 0..<grid.shifts {
            program.addVariable(
                bounds: .between(0, Double(grid.useful[shift])), kind: integral ? .integer : .continuous,
                label: Label("agents", shift / grid.days, shift % grid.days))
        }
        for t in 0..<grid.intervals {
            program.addVariable(cost: Double(grid.over), label: Label("surplus", t))
        }
        for t in 0..<grid.intervals {
            program.addVariable(cost: Double(grid.under), label: Label("shortage", t))
        }
        var terms = [[Term]](repeating: [], count: grid.intervals)
        for shift in 0..<grid.shifts {
            let first = grid.first(shift)
            let end = (first + grid.length(shift)) % grid.intervals
            if first != 0 { terms[first].append(Term(Variable(shift), 1)) }
            if end != 0 { terms[end].append(Term(Variable(shift), -1)) }
            if grid.covers(shift, 0) { terms[0].append(Term(Variable(shift), 1)) }
        }
        for t in 0..<grid.intervals {
            terms[t].append(Term(Variable(surplus(t)), -1))
            terms[t].append(Term(Variable(shortage(t)), 1))
            var right = grid.needs[t]
            if t > 0 {
                terms[t].append(Term(Variable(surplus(t - 1)), 1))
                terms[t].append(Term(Variable(shortage(t - 1)), -1))
                right -= grid.needs[t - 1]
            }
            program.addRow(terms[t], .equal(Double(right)), label: Label("cover", t))
        }
        return program
    }
}
