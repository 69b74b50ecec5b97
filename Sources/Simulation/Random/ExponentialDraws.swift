import Execution
import Foundation

/// Exponential draws by the ziggurat of 256 layers (Marsaglia & Tsang 2000): exact, and some four
/// times faster than a logarithm a draw.
struct ExponentialDraws: Sendable {
    private struct Layer: Sendable {
        /// Right edge of the layer, and of the one above it, which lies wholly under the density.
        var edge: Double
        var nextEdge: Double
        /// The density at both.
        var density: Double
        var nextDensity: Double
    }

    /// Start of the tail, and area of each layer.
    private static let tail = 7.697_117_470_131_049_72
    private static let area = 0.003_949_659_822_581_557_199_3

    private let layers: [Layer]

    init() {
        var edges = [ExponentialDraws.area * exp(ExponentialDraws.tail), ExponentialDraws.tail]
        while edges.count < 256 {
            let last = edges[edges.count - 1]
            edges.append(-log(ExponentialDraws.area / last + exp(-last)))
        }
        edges.append(0)
        layers = (0..<256).map { i in
            Layer(
                edge: edges[i], nextEdge: edges[i + 1], density: exp(-edges[i]),
                nextDensity: exp(-edges[i + 1]))
        }
    }

    /// Mean 1, ≥ 0.
    @inline(__always)
    func draw(_ generator: inout SeededGenerator) -> Double {
        while true {
            let bits = generator.next()
            let index = Int(truncatingIfNeeded: bits & 255)
            let x = Double(bits >> 11) * 0x1p-53 * layers[index].edge
            if x < layers[index].nextEdge { return x }
            if let found = outside(index, x, &generator) { return found }
        }
    }

    /// The rare part beyond the sure rectangle: the tail, or the wedge under the curve.
    @inline(never)
    private func outside(_ index: Int, _ x: Double, _ generator: inout SeededGenerator) -> Double? {
        if index == 0 { return ExponentialDraws.tail - log(1 - generator.uniform()) }
        let layer = layers[index]
        let height = layer.nextDensity + (layer.density - layer.nextDensity) * generator.uniform()
        return height < exp(-x) ? x : nil
    }
}
