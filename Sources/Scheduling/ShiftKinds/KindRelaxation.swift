import Execution
import LinearProgramming

/// The relaxation with a fixed charge per kind, tightened by cuts as it is solved.
///
/// Variables: those of `KindCover`, then the use of each kind, between 0 and 1.
final class KindRelaxation {
    private let grid: KindGrid
    private let cover: KindCover
    private let session: LinearProgramSession
    private let control: RunControl
    private var cutRows: [Row] = []
    /// Cuts that `purge` leaves alone.
    private(set) var rootCuts = 0
    /// Values of the last solve.
    private var values: [Double] = []

    init(grid: KindGrid, session: LinearProgramSession, control: RunControl) {
        self.grid = grid
        cover = KindCover(grid: grid)
        self.session = session
        self.control = control
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

    private func variable(_ kind: Int) -> Variable { Variable(cover.variableCount + kind) }

    func use(_ kind: Int) -> Double { values[cover.variableCount + kind] }

    /// Use of every kind at the last solve.
    var uses: [Double] { Array(values.dropFirst(cover.variableCount)) }

    func setUse(of kind: Int, to range: ClosedRange<Int>) throws(LinearProgramError) {
        try session.setBounds(
            of: variable(kind), to: .between(Double(range.lowerBound), Double(range.upperBound)))
    }

    /// Solves from the last basis.
    func solve() throws(LinearProgramError) -> SessionStatus {
        let status = try session.solve(method: .dual, control: control)
        if case .optimal = status { values = try session.values() }
        return status
    }

    /// The objective after a few iterations of dual simplex, the values of the last solve left as
    /// they are; nil when the programme is empty.
    func probe(iterations: Int) throws(LinearProgramError) -> Double? {
        switch try session.solve(method: .dual, iterationLimit: iterations, control: control) {
        case .optimal(let objective): objective
        case .infeasible, .unbounded: nil
        case .stopped: try session.objective()
        }
    }

    /// Simplex iterations spent.
    var iterations: Int { session.iterations }

    func basis() throws(LinearProgramError) -> Basis { try session.basis() }

    func restore(_ basis: Basis) throws(LinearProgramError) { try session.restore(basis) }

    // MARK: Cuts

    var cutCount: Int { cutRows.count }

    /// Adds the deepest cuts that the last solve breaks.
    ///
    /// - Returns: how many.
    func tighten(most: Int, depth: Double) throws(LinearProgramError) -> Int {
        let cuts = KindCuts(grid: grid, cover: cover, depth: depth).separate(values, most: most)
        for cut in cuts {
            cutRows.append(try session.addRow(cut.terms, .atLeast(cut.right), label: "cut"))
        }
        return cuts.count
    }

    /// Drops the cuts that do not bind at the last solve, those kept apart.
    func purge() throws(LinearProgramError) {
        let basis = try session.basis()
        let offset = basis.rows.count - cutRows.count
        let isLoose = cutRows.indices.map { $0 >= rootCuts && basis.rows[offset + $0] == .basic }
        try session.delete(cutRows.indices.filter { isLoose[$0] }.map { cutRows[$0] })
        cutRows = cutRows.indices.filter { !isLoose[$0] }.map { cutRows[$0] }
    }

    /// From now on `purge` leaves every cut of the present alone.
    func keepCuts() { rootCuts = cutRows.count }
}
