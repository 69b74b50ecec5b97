/// Eigenvalues and eigenvectors of a symmetric matrix.
///
/// Householder reduction to tridiagonal form, then QL with implicit shifts
/// (Golub & Van Loan, *Matrix Computations*, §8.3; Bowdler, Martin, Reinsch &
/// Wilkinson 1968). Slots of a day make matrices of at most a few hundred rows,
/// where this costs far fewer operations than Jacobi's rotations.
struct SymmetricEigen: Sendable {
    let size: Int
    /// Largest first.
    let values: [Double]
    /// Row r (of `size` numbers, length 1) belongs to `values[r]`.
    let vectors: [Double]

    /// Steps allowed an eigenvalue; two or three are usual.
    private static let mostSteps = 60

    /// Nil where the matrix holds a number that is not finite.
    /// - Parameter matrix: row after row; only symmetric matrices make sense.
    /// - Complexity: O(size³).
    init?(_ matrix: [Double], size: Int) {
        guard size > 0, matrix.count == size * size, matrix.allSatisfy(\.isFinite) else { return nil }
        var work = TridiagonalForm(matrix, size: size)
        for row in 0..<size {
            guard work.settle(row, mostSteps: SymmetricEigen.mostSteps) else { return nil }
        }
        let order = (0..<size).sorted {
            (work.diagonal[$0], $1) > (work.diagonal[$1], $0)
        }
        self.size = size
        values = order.map { work.diagonal[$0] }
        vectors = order.flatMap { work.basis[$0 * size..<($0 + 1) * size] }
    }
}

/// A matrix in the basis where only its diagonal and the one beside it are left.
private struct TridiagonalForm {
    let size: Int
    var diagonal: [Double]
    /// Entry r couples rows r and r + 1; the last is 0.
    var beside: [Double]
    /// Row after row, the vectors of the basis.
    var basis: [Double]

    init(_ matrix: [Double], size n: Int) {
        var a = matrix
        size = n
        diagonal = [Double](repeating: 0, count: n)
        beside = diagonal
        basis = [Double](repeating: 0, count: n * n)
        for row in 0..<n { basis[row * n + row] = 1 }
        var mirrors: [(first: Int, vector: [Double], scale: Double)] = []
        for k in 0..<max(0, n - 2) {
            var v = (k + 1..<n).map { a[$0 * n + k] }
            let norm = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > 0 else { continue }
            let target = v[0] > 0 ? -norm : norm
            v[0] -= target
            let scale = 2 / v.reduce(0) { $0 + $1 * $1 }
            TridiagonalForm.reflect(&a, size: n, from: k + 1, v, scale: scale)
            // What is left of row and column k after the reflection.
            for j in k + 1..<n {
                a[k * n + j] = j == k + 1 ? target : 0
                a[j * n + k] = a[k * n + j]
            }
            mirrors.append((k + 1, v, scale))
        }
        for row in 0..<n {
            diagonal[row] = a[row * n + row]
            if row + 1 < n { beside[row] = a[row * n + row + 1] }
        }
        for (first, v, scale) in mirrors.reversed() { mirror(from: first, v, scale: scale) }
    }

    /// A ← H A H for the lower right block that starts at `first`, H = 1 − scale·v·vᵀ.
    private static func reflect(
        _ a: inout [Double], size n: Int, from first: Int, _ v: [Double], scale: Double
    ) {
        var p = [Double](repeating: 0, count: v.count)
        for i in v.indices {
            var sum = 0.0
            for j in v.indices { sum += a[(first + i) * n + first + j] * v[j] }
            p[i] = scale * sum
        }
        let half = scale / 2 * zip(p, v).reduce(0) { $0 + $1.0 * $1.1 }
        for i in v.indices { p[i] -= half * v[i] }
        for i in v.indices {
            for j in v.indices { a[(first + i) * n + first + j] -= v[i] * p[j] + p[i] * v[j] }
        }
    }

    /// Reflects each vector of the basis.
    private mutating func mirror(from first: Int, _ v: [Double], scale: Double) {
        for row in first..<size {
            var sum = 0.0
            for j in v.indices { sum += basis[row * size + first + j] * v[j] }
            for j in v.indices { basis[row * size + first + j] -= scale * sum * v[j] }
        }
    }

    /// Rotates until row `row` is coupled to nothing; false where that does not come about.
    mutating func settle(_ row: Int, mostSteps: Int) -> Bool {
        for _ in 0..<mostSteps {
            var end = row
            while end < size - 1 {
                let scale = abs(diagonal[end]) + abs(diagonal[end + 1])
                if abs(beside[end]) <= scale * 0x1p-52 { break }
                end += 1
            }
            if end == row { return true }
            step(row, end)
        }
        return false
    }

    /// One implicit QL step on the rows `first` … `last`, which are coupled.
    private mutating func step(_ first: Int, _ last: Int) {
        var g = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first])
        let length = (g * g + 1).squareRoot()
        g = diagonal[last] - diagonal[first] + beside[first] / (g + (g < 0 ? -length : length))
        var (sine, cosine, shift) = (1.0, 1.0, 0.0)
        for i in stride(from: last - 1, through: first, by: -1) {
            let f = sine * beside[i]
            let b = cosine * beside[i]
            let r = (f * f + g * g).squareRoot()
            beside[i + 1] = r
            guard r > 0 else {
                diagonal[i + 1] -= shift
                beside[last] = 0
                return
            }
            sine = f / r
            cosine = g / r
            g = diagonal[i + 1] - shift
            let turned = (diagonal[i] - g) * sine + 2 * cosine * b
            shift = sine * turned
            diagonal[i + 1] = g + shift
            g = cosine * turned - b
            rotate(i, sine: sine, cosine: cosine)
        }
        diagonal[first] -= shift
        beside[first] = g
        beside[last] = 0
    }

    private mutating func rotate(_ i: Int, sine: Double, cosine: Double) {
        let n = size
        basis.withUnsafeMutableBufferPointer { rows in
            for k in 0..<n {
                let upper = rows[(i + 1) * n + k]
                let lower = rows[i * n + k]
                rows[(i + 1) * n + k] = sine * lower + cosine * upper
                rows[i * n + k] = cosine * lower - sine * upper
            }
        }
    }
}
