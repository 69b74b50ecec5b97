import Execution
import LinearProgramming

/// Designs the shifts of one day (`DayDesignProgramme`).
///
/// Costs are whole numbers, so that the LP's value rounded up bounds them, and a design of just
/// that cost needs no further proof. A dive gives a first design; a tree over counts of shifts
/// (`DayTree`) raises the bound; and at each bound reached a search for *any* design of that cost
/// follows, which takes a tenth of the time that minimising takes (MATHS §3.3, step 6). Effort is
/// counted in nodes; the clock only stops it.
func designDay(
    _ problem: ShiftDesignProblem, control: RunControl
) throws(LinearProgramError) -> ShiftDesign {
    let programme = DayDesignProgramme(problem)
    let aggregates = DayAggregates(programme)
    return try aggregates.program.withSession { session throws(LinearProgramError) in
        var best = ShiftDesign(tours: [], cost: problem.cost(of: []), bound: 0)
        guard case .optimal = try session.solve(control: control) else { return best }
        let tree = DayTree(programme, counts: aggregates.counts, session: session)
        try tree.plant()
        var bound = max(0, tree.bound(cutoff: best.cost))
        func take(_ tours: [DesignedTour]) {
            let cost = problem.cost(of: tours)
            if cost < best.cost { best = ShiftDesign(tours: tours, cost: cost, bound: 0) }
            control.report(best, bound: bound)
        }
        if let tours = try tree.dive(cutoff: best.cost, control: control) { take(tours) }
        var nodes = 600
        var effort = 1
        while bound < best.cost, nodes > 0, !control.shouldStop {
            nodes -= try tree.grow(for: .bound, best.cost, nodes: 12 * effort, control: control)
            if let tours = tree.design { take(tours) }
            let raised = tree.bound(cutoff: best.cost)
            if raised > bound {
                bound = raised
                effort = 1
                continue
            }
            let found = try search(
                programme, problem, most: bound, effort: .short(nodes: 110 * effort), control: control)
            if let design = found.design { take(design.tours) }
            if found.isImpossible { bound += 1 }
            guard bound < best.cost else { break }
            nodes -= try tree.grow(for: .design, best.cost, nodes: 36 * effort, control: control)
            if let tours = tree.design { take(tours) }
            bound = max(bound, tree.bound(cutoff: best.cost))
            effort *= 2
        }
        if bound < best.cost {
            try lower(&best, &bound, programme, problem, control: control)
        }
        best.bound = Double(min(bound, best.cost))
        return best
    }
}

/// Searches for designs cheaper than the best, from below and from above, where neither the bound
/// nor the design would move otherwise.
private func lower(
    _ best: inout ShiftDesign, _ bound: inout Int, _ programme: DayDesignProgramme,
    _ problem: ShiftDesignProblem, control: RunControl
) throws(LinearProgramError) {
    while bound < best.cost, !control.shouldStop {
        let most = best.cost - max(1, (best.cost - bound) / 2)
        let wide = try search(programme, problem, most: most, effort: .long, control: control)
        if let design = wide.design {
            best = design
        } else if wide.isImpossible {
            bound = most + 1
        } else if most < best.cost - 1 {
            let next = try search(
                programme, problem, most: best.cost - 1, effort: .long, control: control)
            guard let design = next.design else {
                if next.isImpossible { bound = best.cost }
                return
            }
            best = design
        } else {
            return
        }
        control.report(best, bound: bound)
    }
}

extension RunControl {
    fileprivate func report(_ design: ShiftDesign, bound: Int) {
        report(
            StageProgress(
                stage: .schedule, done: 0, total: 0, incumbent: Double(design.cost), bound: Double(bound)))
    }
}

/// Ways to search a day, each quick where the others are slow.
private enum DayEffort {
    case short(nodes: Int), long

    var options: [SolveOptions] {
        let lastFirst = SolveOptions.feasibilityDive
        let estimate = SolveOptions {
            $0.branching = .driebeckTomlin
            $0.backtracking = .depthFirst
        }
        let cautious = SolveOptions {
            $0.branching = .pseudocost
            $0.backtracking = .bestProjection
            $0.presolve = true
        }
        let proving = SolveOptions {
            $0.branching = .driebeckTomlin
            $0.backtracking = .bestBound
            $0.presolve = true
            $0.cuts = [.gomory, .mixedIntegerRounding]
        }
        let (ways, nodes) =
            switch self {
            case .short(let nodes): ([lastFirst, estimate], nodes)
            case .long: ([cautious, lastFirst, proving], 1000)
            }
        return ways.map {
            var options = $0
            options.nodeLimit = nodes
            options.explainsInfeasibility = false
            return options
        }
    }
}

/// Any design of at most a cost, or the proof that there is none.
private func search(
    _ programme: DayDesignProgramme, _ problem: ShiftDesignProblem, most: Int, effort: DayEffort,
    control: RunControl
) throws(LinearProgramError) -> (design: ShiftDesign?, isImpossible: Bool) {
    let affordable = programme.affordable(most)
    for options in effort.options where !control.shouldStop {
        switch try affordable.solve(options: options, control: control) {
        case .optimal(let solution), .feasible(let solution, _):
            guard let tours = programme.tours(solution.values) else { continue }
            return (ShiftDesign(tours: tours, cost: problem.cost(of: tours), bound: 0), false)
        case .infeasible: return (nil, true)
        case .unbounded, .stopped: continue
        }
    }
    return (nil, false)
}
