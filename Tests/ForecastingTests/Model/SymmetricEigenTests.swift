import Execution
import Testing

@testable import Forecasting

@Suite struct SymmetricEigenTests {
    @Test func twoByTwoByHand() throws {
        let eigen = try #require(SymmetricEigen([2, 1, 1, 2], size: 2))
        #expect(abs(eigen.values[0] - 3) < 1e-14 && abs(eigen.values[1] - 1) < 1e-14)
        #expect(abs(abs(eigen.vectors[0]) - 0.5.squareRoot()) < 1e-14)
    }

    @Test(arguments: [1, 2, 3, 7, 28, 48, 96])
    func vectorsRebuildTheMatrix(_ size: Int) throws {
        var generator = SeededGenerator(seed: UInt64(size))
        var matrix = [Double](repeating: 0, count: size * size)
        for i in 0..<size {
            for j in 0...i {
                let value = generator.normal()
                matrix[i * size + j] = value
                matrix[j * size + i] = value
            }
        }
        let eigen = try #require(SymmetricEigen(matrix, size: size))
        #expect(zip(eigen.values, eigen.values.dropFirst()).allSatisfy { $0 >= $1 })
        for i in 0..<size {
            for j in 0..<size {
                var rebuilt = 0.0
                var product = 0.0
                for k in 0..<size {
                    rebuilt += eigen.values[k] * eigen.vectors[k * size + i] * eigen.vectors[k * size + j]
                    product += eigen.vectors[i * size + k] * eigen.vectors[j * size + k]
                }
                #expect(abs(rebuilt - matrix[i * size + j]) < 1e-11)
                #expect(abs(product - (i == j ? 1 : 0)) < 1e-12)
            }
        }
    }

    @Test func diagonalZeroAndEqualValues() throws {
        #expect(try #require(SymmetricEigen([0, 0, 0, 0], size: 2)).values == [0, 0])
        #expect(try #require(SymmetricEigen([1, 0, 0, 0, 5, 0, 0, 0, 3], size: 3)).values == [5, 3, 1])
        // All ones: one value of 4, three of 0.
        let ones = try #require(SymmetricEigen([Double](repeating: 1, count: 16), size: 4))
        #expect(abs(ones.values[0] - 4) < 1e-13 && ones.values[1...].allSatisfy { abs($0) < 1e-13 })
    }

    @Test func refusesWhatIsNoMatrix() {
        #expect(SymmetricEigen([], size: 0) == nil)
        #expect(SymmetricEigen([1, 2], size: 2) == nil)
        #expect(SymmetricEigen([.nan], size: 1) == nil)
    }
}
