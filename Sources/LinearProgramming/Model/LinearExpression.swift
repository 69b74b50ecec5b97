/// A coefficient on a variable within a row or an objective.
public struct Term: Sendable, Hashable, Codable {
    public var variable: Variable
    public var coefficient: Double

    @inlinable
    public init(_ variable: Variable, _ coefficient: Double) {
        self.variable = variable
        self.coefficient = coefficient
    }
}

/// A coefficient of a variable in a row, seen from the variable (a column).
public struct Entry: Sendable, Hashable, Codable {
    public var row: Row
    public var coefficient: Double

    @inlinable
    public init(_ row: Row, _ coefficient: Double) {
        self.row = row
        self.coefficient = coefficient
    }
}

/// A weighted sum of variables and a constant, written as algebra:
/// `2 * x + y - 3`. The same variable may occur twice; a program adds such
/// terms up.
public struct LinearExpression: Sendable, Equatable {
    public var terms: [Term]
    public var constant: Double

    public init(_ terms: [Term] = [], constant: Double = 0) {
        self.terms = terms
        self.constant = constant
    }

    public init(_ variable: Variable) { self.init([Term(variable, 1)]) }

    /// The sum of an expression over a sequence, in linear time.
    public static func sum<S: Sequence>(
        _ items: S, _ part: (S.Element) -> LinearExpression
    ) -> LinearExpression {
        var total = LinearExpression()
        for item in items { total += part(item) }
        return total
    }

    /// The plain sum of variables.
    public static func sum(_ variables: some Sequence<Variable>) -> LinearExpression {
        LinearExpression(variables.map { Term($0, 1) })
    }

    /// The value where variable i has `values[i]`; O(terms).
    public func value(at values: [Double]) -> Double {
        terms.reduce(constant) { $0 + $1.coefficient * values[$1.variable.index] }
    }

    public static func + (a: LinearExpression, b: LinearExpression) -> LinearExpression {
        var sum = a
        sum += b
        return sum
    }

    public static func += (a: inout LinearExpression, b: LinearExpression) {
        a.terms.append(contentsOf: b.terms)
        a.constant += b.constant
    }

    public static func -= (a: inout LinearExpression, b: LinearExpression) { a += -1 * b }

    public static func - (a: LinearExpression, b: LinearExpression) -> LinearExpression { a + -1 * b }

    public static prefix func - (a: LinearExpression) -> LinearExpression { -1 * a }

    public static func * (factor: Double, a: LinearExpression) -> LinearExpression {
        LinearExpression(
            a.terms.map { Term($0.variable, factor * $0.coefficient) }, constant: factor * a.constant)
    }

    public static func + (a: LinearExpression, b: Double) -> LinearExpression {
        LinearExpression(a.terms, constant: a.constant + b)
    }

    public static func - (a: LinearExpression, b: Double) -> LinearExpression { a + -b }
}

extension LinearExpression {
    public static func + (a: LinearExpression, b: Variable) -> LinearExpression { a + LinearExpression(b) }

    public static func - (a: LinearExpression, b: Variable) -> LinearExpression {
        a + LinearExpression([Term(b, -1)])
    }

    public static func += (a: inout LinearExpression, b: Variable) { a.terms.append(Term(b, 1)) }

    public static func -= (a: inout LinearExpression, b: Variable) { a.terms.append(Term(b, -1)) }
}

extension Variable {
    public static func * (factor: Double, x: Variable) -> LinearExpression {
        LinearExpression([Term(x, factor)])
    }

    public static func + (a: Variable, b: Variable) -> LinearExpression {
        LinearExpression([Term(a, 1), Term(b, 1)])
    }

    public static func - (a: Variable, b: Variable) -> LinearExpression {
        LinearExpression([Term(a, 1), Term(b, -1)])
    }

    public static func + (a: Variable, b: LinearExpression) -> LinearExpression { LinearExpression(a) + b }

    public static func - (a: Variable, b: LinearExpression) -> LinearExpression { LinearExpression(a) - b }

    public static func + (a: Variable, b: Double) -> LinearExpression {
        LinearExpression([Term(a, 1)], constant: b)
    }

    public static func - (a: Variable, b: Double) -> LinearExpression { a + -b }

    public static prefix func - (a: Variable) -> LinearExpression { LinearExpression([Term(a, -1)]) }
}
