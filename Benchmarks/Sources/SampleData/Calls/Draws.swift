import Execution
import Foundation

extension SeededGenerator {
    /// Gamma distributed with mean 1 and this coefficient of variation, at most 1
    /// (Marsaglia & Tsang 2000): what makes whole days busier or calmer.
    mutating func gamma(variation: Double) -> Double {
        let shape = 1 / (variation * variation)
        let d = shape - 1 / 3.0
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            guard v > 0 else { continue }
            if log(1 - uniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v / shape }
        }
    }

    mutating func isLucky(_ chance: Double) -> Bool { uniform() < chance }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// Fisher–Yates; the library's own shuffle may change between versions.
    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, below(last + 1))
        }
        return elements
    }
}
