import Execution
import LinearProgramming
import Workforce

extension TourSearch {
    /// Re-optimises starts and breaks of one day for everybody at once, paid
    /// lengths and the other days as they are; keeps the result where it costs less.
    ///
    /// - Parameter nodeLimit: branch-and-bound nodes at most.
    /// - Returns: whether the cost fell.
    mutating func improveDay(_ day: Int, nodeLimit: Int, control: RunControl) throws(LinearProgramError)
        -> Bool
    {
        let classes = dayClasses(day)
        guard !classes.isEmpty else { return false }
        let programme = DayProgramme(
            model: model, day: day, classes: classes, loadWorth: loadWorth, loadRoom: loadRoom)
        let options = SolveOptions {
            $0.nodeLimit = nodeLimit
            $0.relativeGap = 1e-6
            $0.branching = .lastFractional
            $0.backtracking = .depthFirst
            $0.explainsInfeasibility = false
        }
        let outcome = try programme.program.solve(options: options, control: control)
        guard let solution = outcome.solution else { return false }
        let before = cost
        let old = tours
        var new = tours
        for (person, shift) in programme.shifts(solution.values, model: model) {
            new[person].days[day] = shift
        }
        replace(with: new)
        if cost < before - 1e-6 { return true }
        replace(with: old)
        return false
    }

    /// People grouped by the patterns they may change to on a day.
    func dayClasses(_ day: Int) -> [DayClass] {
        var classes: [DayClass] = []
        var known: [[Int]: Int] = [:]
        for (person, tour) in tours.enumerated() where !tour.days[day].isOff {
            let index = model.groups[tour.group].sets[day]
            guard index >= 0, let programme = programmeOf[tour.group] else { continue }
            let set = model.sets[index]
            var days = tour.days
            let patterns = set.patterns(ofPaid: set.paid[Int(days[day].pattern)]).filter { p in
                days[day].pattern = Int32(p)
                return pricing.programmes[programme].isLegal(days, model: model)
            }
            let key = [index] + patterns
            if let q = known[key] {
                classes[q].people.append(person)
            } else {
                known[key] = classes.count
                classes.append(DayClass(set: index, patterns: patterns, people: [person]))
            }
        }
        return classes
    }
}
