import Execution
import LinearProgramming

/// The relaxation with a fixed charge per kind, tightened by cuts as it is solved.
///
/// Variables: those of `KindCover`, then the use of each kind, between 0 and 1.
final class KindRelaxation {
    let grid: KindGrid
    let cover: KindCover
    private let session: LinearProgramSession
    private let control: RunControl
    /// Most agents by shift in any design cheaper than the best known.
    private(set) var limits: [Int]
    private var cutRows: [Row] = []
    /// Values of the last solve.
    private(set) var values: [Double] = []

    init(grid: KindGrid, session: LinearProgramSession, control: RunControl) {
        self.grid = grid
        cover = KindCover(grid: grid)
        self.session = session
        self.control = control
        limits = grid.useful
    }

    /// The relaxation without cuts.
    static func program(_ grid: KindGrid) -> LinearProgram {
        var program = KindCover(grid: grid).program(integral: false)
        let uses = grid.kinds.indices.map { kind in
            program.addVariable(cost: Double(grid.price), bounds: .unit, label: Label("used", kind))
        }
        if grid.maximum < grid.kinds.count {
            program.addRow(
                uses.map { Term($0, 1) }, .atMost(Double(grid.maximum)), label: "kinds")
        }
        return program
    }

    func use(_ kind: Int) -> Variable { Variable(cover.variableCount + kind) }
    func use(_ kind: Int) -> Double { values[cover.variableCount + kind] }

    /// Solves from the last basis.
    func solve(iterationLimit: Int? = nil) throws(LinearProgramError) -> SessionStatus {
        let status = try session.solve(method: .dual, iterationLimit: iterationLimit, control: control)
        if case .optimal = status { values = try session.values() }
        return status
    }

    /// Takes back the values of an earlier solve.
    func keep(_ earlier: [Double]) { values = earlier }

    /// Adds the deepest cuts that the last solve breaks.
    ///
    /// - Returns: how many.
    func tighten(most: Int, depth: Double) throws(LinearProgramError) -> Int {
        let cuts = KindCuts(grid: grid, cover: cover, depth: depth)
            .separate(values, limits: limits, most: most)
        for cut in cuts {
            cutRows.append(try session.addRow(cut.terms, .atLeast(cut.right), label: "cut"))
        }
        return cuts.count
    }

    /// Drops the cuts that do not bind at the last solve.
    func purge() throws(LinearProgramError) {
        let basis = try session.basis()
        let offset = basis.rows.count - cutRows.count
        var loose: [Row] = []
        var kept: [Row] = []
        for (index, row) in cutRows.enumerated() {
            if basis.rows[offset + index] == .basic { loose.append(row) } else { kept.append(row) }
        }
        try session.delete(loose)
        cutRows = kept
    }

    var cutCount: Int { cutRows.count }

    func setUse(of kind: Int, to bounds: ClosedRange<Int>) throws(LinearProgramError) {
        try session.setBounds(
            of: use(kind), to: .between(Double(bounds.lowerBound), Double(bounds.upperBound)))
    }

    func basis() throws(LinearProgramError) -> Basis { try session.basis() }
    func restore(_ basis: Basis) throws(LinearProgramError) { try session.restore(basis) }
    func objective() throws(LinearProgramError) -> Double { try session.objective() }

    func reducedCosts() throws(LinearProgramError) -> [Double] { try session.reducedCosts() }

    /// Lowers the most agents of a shift, of use to later cuts.
    func limit(_ shift: Int, to most: Int) throws(LinearProgramError) {
        limits[shift] = most
        try session.setBounds(of: Variable(shift), to: .between(0, Double(most)))
    }
}

extension KindRelaxation {
    /// The objective after a few iterations of dual simplex; nil when the programme is empty.
    func probe(iterations: Int) throws(LinearProgramError) -> Double? {
        switch try solve(iterationLimit: iterations) {
        case .optimal(let objective): objective
        case .infeasible, .unbounded: nil
        case .stopped: try objective()
        }
    }
}
