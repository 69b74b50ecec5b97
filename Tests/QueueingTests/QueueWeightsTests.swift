import Execution
import Foundation
import Testing

@testable import Queueing

struct QueueWeightsTests {
    /// The series and the quadrature share no step; where both are usable they must agree.
    @Test func seriesAgreesWithQuadrature() {
        var generator = SeededGenerator(seed: 21)
        var checked = 0
        for _ in 0..<400 {
            let agents = pow(10, 3 * generator.uniform()).rounded(.up)
            let load = agents * pow(10, 1.2 * generator.uniform() - 0.8)
            let rate = pow(10, 8 * generator.uniform() - 4)
            let density = VirtualWaitDensity(
                agents: agents, offeredLoad: load, abandonmentRate: rate)
            guard QueueWeights.isShort(density: density, offeredLoad: load) else { continue }
            let series = QueueWeights.series(density: density, offeredLoad: load)
            let quadrature = QueueWeights.quadrature(density: density)
            let place: Comment = "n \(agents), a \(load), ϑ \(rate)"
            #expect(relativeError(quadrature.allBusy, series.allBusy) < 1e-11, place)
            #expect(relativeError(quadrature.abandoning, series.abandoning) < 1e-11, place)
            checked += 1
        }
        #expect(checked > 200)
    }

    /// φ(z) = e^(−z) − 1 + z on both sides of the switch between series and closed form.
    @Test(
        arguments: [
            (0.0, 0.0), (1e-9, 5e-19), (-1e-9, 5e-19), (1, 0.36787944117144233), (-1, 0.71828182845904524),
        ] as [(Double, Double)])
    func excess(z: Double, expected: Double) {
        #expect(relativeError(VirtualWaitDensity.excess(z), expected) < 1e-9)
        let left = VirtualWaitDensity.excess(0.5.nextDown)
        let right = VirtualWaitDensity.excess(0.5)
        #expect(relativeError(left, right) < 1e-14)
    }

    @Test func quadratureRule() {
        // Exact up to degree 31: ∫₀² x³¹ dx = 2³²/32.
        let power = GaussLegendre.integral(from: 0, to: 2) { pow($0, 31) }
        #expect(relativeError(power, pow(2, 32) / 32) < 1e-14)
        let decay = GaussLegendre.integral(from: 0, to: 10) { exp(-$0) }
        #expect(relativeError(decay, 1 - exp(-10)) < 1e-14)
    }
}
