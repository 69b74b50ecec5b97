import Execution
import LinearProgramming

/// One day's shifts as an integer programme with implicit breaks (MATHS §3.1; Bechtold &
/// Jacobs 1990; Aykin 1996).
///
/// min Σ cost_p x_p + Σ (under u_t + over o_t)
/// cover_t: Σ_{p spans t} x_p − Σ_{w, τ ≤ t < τ + ℓ} b_{w,τ} + u_t − o_t = r_t, entered as
/// differences of neighbours; breaks_w: Σ_τ b_{w,τ} = Σ_{p uses w} x_p for each window
/// w = (length, earliest, latest); contract_c: Σ x ≤ its agents.
///
/// Once x is integral and the cost is minimal the rest is a network: breaks and shortages are
/// integral by themselves. Under a mere limit on the cost they need not be: breaks are integers.
struct DayDesignProgramme {
    private(set) var program = LinearProgram(.minimize)
    private let problem: ShiftDesignProblem
    private(set) var shifts: [(contract: Int, shape: Int, start: Int, variable: Variable)] = []
    private var breaks: [DesignBreak: (row: Row, variables: [Variable])] = [:]
    private var windows: [DesignBreak] = []
    private var cover: [Row] = []

    /// - Parameter problem: of one day.
    init(_ problem: ShiftDesignProblem) {
        self.problem = problem
        let needs = problem.requirement.first ?? []
        cover = needs.indices.map { t in
            program.addRow(
                [], .equal(Double(needs[t] - (t > 0 ? needs[t - 1] : 0))), label: Label("cover", t))
        }
        for t in needs.indices {
            program.addVariable(
                cost: Double(problem.understaffingCost), label: Label("under", t),
                entries: stretch(t, t + 1, 1))
            program.addVariable(
                cost: Double(problem.overstaffingCost), label: Label("over", t),
                entries: stretch(t, t + 1, -1))
        }
        for contract in problem.contracts.indices { addShifts(of: contract) }
        addBreaks()
    }

    /// One agent (times `sign`) from one interval to before another, as entries of difference rows.
    private func stretch(_ from: Int, _ to: Int, _ sign: Double) -> [Entry] {
        [Entry(cover[from], sign)] + (to < cover.count ? [Entry(cover[to], -sign)] : [])
    }

    private mutating func addShifts(of index: Int) {
        let contract = problem.contracts[index]
        let people = contract.maximumAgents.map {
            program.addRow([], .atMost(Double($0)), label: Label("contract", index))
        }
        for (number, shape) in contract.shapes.enumerated() where shape.span <= cover.count {
            guard contract.paidIntervals.contains(shape.paid) else { continue }
            for start in 0...(cover.count - shape.span) {
                var entries = stretch(start, start + shape.span, 1)
                if let people { entries.append(Entry(people, 1)) }
                for pause in shape.breaks { entries.append(Entry(row(of: pause.moved(by: start)), -1)) }
                let variable = program.addVariable(
                    cost: Double(shape.paid + contract.fixedCost), kind: .integer,
                    label: Label("shift", shifts.count), entries: entries)
                shifts.append((index, number, start, variable))
            }
        }
    }

    private mutating func row(of window: DesignBreak) -> Row {
        if let known = breaks[window] { return known.row }
        let row = program.addRow([], .equal(0), label: Label("breaks", windows.count))
        breaks[window] = (row, [])
        windows.append(window)
        return row
    }

    private mutating func addBreaks() {
        for (index, window) in windows.enumerated() {
            guard let row = breaks[window]?.row else { continue }
            let variables = (window.earliest...window.latest).map { start in
                program.addVariable(
                    kind: .integer, label: Label("break", index, start),
                    entries: stretch(start, start + window.length, -1) + [Entry(row, 1)])
            }
            breaks[window] = (row, variables)
        }
    }

    func shape(of shift: (contract: Int, shape: Int, start: Int, variable: Variable)) -> DesignShape {
        problem.contracts[shift.contract].shapes[shift.shape]
    }

    func cost(of tours: [DesignedTour]) -> Int { problem.cost(of: tours) }

    /// The same programme with its cost as a row: any solution of at most `most` will do.
    func affordable(_ most: Int) -> LinearProgram {
        var affordable = program
        let entries = program.variables.compactMap { variable -> Term? in
            let cost = program.costs[variable.index]
            return cost == 0 ? nil : Term(variable, cost)
        }
        affordable.addRow(entries, .atMost(Double(most)), label: Label("cost"))
        for variable in program.variables { affordable.setCost(of: variable, to: 0) }
        return affordable
    }

    /// One tour an agent for given whole numbers of shifts, breaks placed as well as can be.
    func tours(shifts values: [Double], control: RunControl) throws(LinearProgramError) -> [DesignedTour]? {
        if let tours = tours(values) { return tours }
        var fixed = program
        for shift in shifts {
            fixed.setBounds(of: shift.variable, to: .equal(values[shift.variable.index].rounded()))
        }
        var options = SolveOptions.feasibilityDive
        options.nodeLimit = 200
        options.explainsInfeasibility = false
        return try fixed.solve(options: options, control: control).solution.flatMap { tours($0.values) }
    }

    /// One tour an agent, from a solution with integral shifts and breaks; nil where breaks are not.
    func tours(_ values: [Double]) -> [DesignedTour]? {
        var left: [DesignBreak: [Int]] = [:]
        for (window, pauses) in breaks {
            let counts = pauses.variables.map { values[$0.index] }
            guard counts.allSatisfy({ abs($0 - $0.rounded()) < 1e-6 }) else { return nil }
            left[window] = counts.map { Int($0.rounded()) }
        }
        var tours: [DesignedTour] = []
        for shift in shifts {
            let shape = shape(of: shift)
            for _ in 0..<Int(values[shift.variable.index].rounded()) {
                var starts: [Int] = []
                for pause in shape.breaks {
                    let window = pause.moved(by: shift.start)
                    guard let place = left[window]?.firstIndex(where: { $0 > 0 }) else { return nil }
                    left[window]?[place] -= 1
                    starts.append(window.earliest + place)
                }
                tours.append(
                    DesignedTour(
                        contract: shift.contract,
                        days: [DesignedShift(shape: shift.shape, start: shift.start, breaks: starts)]))
            }
        }
        return tours
    }
}

extension DesignBreak {
    /// The same window in intervals of the day.
    fileprivate func moved(by start: Int) -> DesignBreak {
        DesignBreak(length: length, earliest: earliest + start, latest: latest + start)
    }
}
