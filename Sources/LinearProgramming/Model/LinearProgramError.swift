/// Why a model is refused, or why the solver could not answer at all. Neither
/// infeasibility nor a limit is an error: those are outcomes.
public enum LinearProgramError: Error, Sendable, Equatable {
    /// A cost is NaN or infinite.
    case costNotFinite(Variable, Label)
    /// The objective's constant is NaN or infinite.
    case constantNotFinite
    /// A coefficient is NaN or infinite.
    case coefficientNotFinite(Row, Label, Variable)
    /// Bounds are NaN, lower > upper, lower = +∞ or upper = −∞.
    case invalidVariableBounds(Variable, Label, Bounds)
    case invalidRowBounds(Row, Label, Bounds)
    /// The row names a variable that the program does not have.
    case unknownVariable(Variable)
    /// The column names a row that the program does not have.
    case unknownRow(Row)
    /// The starting solution has another length than the program.
    case startHasWrongLength(expected: Int, found: Int)
    /// The starting solution breaks a row, a bound or integrality by more than
    /// 1e-6 (scaled); `label` names it.
    case startNotFeasible(Label, violation: Double)
    /// The basis belongs to a program of another shape.
    case basisDoesNotFit
    /// An option is out of its range; the text names the option.
    case invalidOption(String)
    /// The session was used after its closure returned, or on another thread.
    case sessionClosed
    /// GLPK would have aborted, or answered with numbers that are not finite.
    case solverFailed(String)
    /// A model file cannot be read; the text is GLPK's own message.
    case unreadableModel(String)
}
