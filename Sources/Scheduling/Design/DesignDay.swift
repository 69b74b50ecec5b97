import Execution
import LinearProgramming

/// Designs the shifts of one day (`DayDesignProgramme`).
///
/// Costs are whole numbers, so that the LP's value rounded up bounds them, and a design of just
/// that cost needs no further proof. Searching for *any* design of at most a given cost takes
/// a tenth of the time that minimising takes (MATHS §3.3, step 6): costs are tried upwards from
/// the bound with short searches, then what lies between bound and design with long ones.
/// Searches are counted in nodes; the clock only stops them.
func designDay(
    _ problem: ShiftDesignProblem, control: RunControl
) throws(LinearProgramError) -> ShiftDesign {
    let programme = DayDesignProgramme(problem)
    let empty = ShiftDesign(tours: [], cost: problem.cost(of: []), bound: 0)
    guard case .optimal(let root) = try programme.program.relaxed.solve(control: control) else {
        return empty
    }
    var bound = max(0, Int((root.objective - 1e-6).rounded(.up)))
    var best = empty
    // Upwards in steps that double: near the bound each cost is tried.
    var step = 1
    var most = bound
    while most < best.cost, !control.shouldStop {
        if let found = try search(programme, problem, most: most, effort: .short, control: control).design {
            best = found
            control.report(best, bound: bound)
            break
        }
        most += step
        if most > bound + 4 { step *= 2 }
    }
    while bound < best.cost, !control.shouldStop {
        let outcome = try search(programme, problem, most: best.cost - 1, effort: .long, control: control)
        guard let found = outcome.design else {
            if outcome.isImpossible { bound = best.cost }
            break
        }
        best = found
        control.report(best, bound: bound)
    }
    best.bound = Double(min(bound, best.cost))
    return best
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
    case short, long

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
        let nodes = self == .short ? 200 : 1000
        return (self == .short ? [lastFirst, estimate, cautious] : [cautious, lastFirst, proving]).map {
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
