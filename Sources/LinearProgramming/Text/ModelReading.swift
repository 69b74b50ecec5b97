import CGLPK
import CGLPKGuard

/// A text format of models.
public enum ModelFormat: Sendable {
    case cplexLP
    /// Free MPS.
    case mps
}

extension LinearProgram {
    /// Reads a model file through GLPK; labels are the file's names.
    ///
    /// - Throws: `.unreadableModel` with the reader's own message.
    public static func read(_ format: ModelFormat, path: String) throws(LinearProgramError) -> LinearProgram {
        let problem = try SolverProblem()
        defer { problem.close() }
        let code = glpk_guard_read(
            try problem.live(), format == .cplexLP ? Int32(GLPK_FORMAT_LP) : Int32(GLPK_FORMAT_MPS), path)
        guard try problem.checked(code) == 0 else {
            throw .unreadableModel(String(cString: glpk_guard_message()))
        }
        return try problem.program()
    }
}

/// Models in GNU MathProg: executable specifications beside the Swift builders.
public enum MathProgModel {
    /// Reads and generates a model, with a data file where the data are apart;
    /// labels are MathProg's names, such as `cover[3,17]`.
    ///
    /// - Throws: `.unreadableModel` with the translator's own message.
    public static func read(
        modelPath: String, dataPath: String? = nil
    ) throws(LinearProgramError) -> LinearProgram {
        let problem = try SolverProblem()
        defer { problem.close() }
        let code = glpk_guard_read_mathprog(try problem.live(), modelPath, dataPath)
        guard try problem.checked(code) == 0 else {
            throw .unreadableModel(String(cString: glpk_guard_message()))
        }
        return try problem.program()
    }
}

extension SolverProblem {
    /// The problem object as a value. The row that MathProg and MPS make of the
    /// objective stays among the rows, without bounds.
    func program() throws(LinearProgramError) -> LinearProgram {
        let problem = try live()
        var program = LinearProgram(
            glp_get_obj_dir(problem) == GLP_MIN ? .minimize : .maximize,
            constant: glp_get_obj_coef(problem, 0))
        for i in counting(glp_get_num_rows(problem)) {
            let bounds = Bounds(
                type: glp_get_row_type(problem, i), glp_get_row_lb(problem, i), glp_get_row_ub(problem, i))
            program.addRow([], bounds, label: name(glp_get_row_name(problem, i), "row", i))
        }
        for j in counting(glp_get_num_cols(problem)) {
            let bounds = Bounds(
                type: glp_get_col_type(problem, j), glp_get_col_lb(problem, j), glp_get_col_ub(problem, j))
            let count = Int(glp_get_mat_col(problem, j, nil, nil))
            var rows = [Int32](repeating: 0, count: count + 1)
            var values = [Double](repeating: 0, count: count + 1)
            glp_get_mat_col(problem, j, &rows, &values)
            program.addVariable(
                cost: glp_get_obj_coef(problem, j), bounds: bounds, kind: kind(glp_get_col_kind(problem, j)),
                label: name(glp_get_col_name(problem, j), "x", j),
                entries: (0..<count).map { Entry(Row(Int(rows[$0 + 1]) - 1), values[$0 + 1]) })
        }
        return program
    }

    private func counting(_ count: Int32) -> Range<Int32> { 1..<(count + 1) }

    private func kind(_ solver: Int32) -> VariableKind {
        switch solver {
        case GLP_IV: .integer
        case GLP_BV: .binary
        default: .continuous
        }
    }

    private func name(_ text: UnsafePointer<CChar>?, _ fallback: String, _ number: Int32) -> Label {
        text.map { Label(name: String(cString: $0), indices: []) } ?? Label(fallback, Int(number) - 1)
    }
}
