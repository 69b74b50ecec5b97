import Execution
import Foundation
import Testing
import Workforce

@Suite struct MoneyTests {
    @Test(arguments: [
        (0.005, 1), (0.004999, 0), (-0.005, -1), (1.125, 113), (19.99, 1999), (-2.625, -263),
        (1e14, 10_000_000_000_000_000),
    ])
    func roundsHalfAwayFromZero(_ euros: Double, _ cents: Int) {
        // Halves of a cent that are exact in binary.
        #expect(Money(euros: euros).cents == cents)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
    func amountsThatDoNotFitAreHarmless(_ euros: Double) {
        #expect(abs(Money(euros: euros).cents) <= 900_000_000_000_000_000)
        #expect(abs(UnitPrice(euros: euros).micros) <= 900_000_000_000_000_000)
    }

    @Test func aPriceTimesAQuantityIsRoundedOnce() {
        #expect(UnitPrice(euros: 0.012).amount(for: 1234.5) == Money(cents: 1481))
        #expect(UnitPrice(micros: 333_333).amount(for: 3) == Money(cents: 100))
        #expect(UnitPrice(euros: 12.31).amount(for: 0) == .zero)
        #expect(UnitPrice(euros: 12.31).amount(for: .nan) == .zero)
    }

    @Test func sumsAreExact() {
        var generator = SeededGenerator(seed: 1)
        let cents = (0..<1000).map { _ in generator.below(1_000_000) - 500_000 }
        let sum = cents.map { Money(cents: $0) }.reduce(.zero, +)
        #expect(sum.cents == cents.reduce(0, +))
        #expect(cents.map { Money(cents: $0) }.reduce(sum, -) == .zero)
    }

    @Test func moneyIsAWholeNumberOfCentsInJSON() throws {
        let bytes = try JSONEncoder().encode([Money(cents: -1999)])
        #expect(String(decoding: bytes, as: UTF8.self) == "[-1999]")
        #expect(try JSONDecoder().decode([Money].self, from: bytes) == [Money(cents: -1999)])
        let price = try JSONEncoder().encode([UnitPrice(micros: 12_310_000)])
        #expect(try JSONDecoder().decode([UnitPrice].self, from: price) == [UnitPrice(euros: 12.31)])
    }
}
