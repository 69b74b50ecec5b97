import Foundation
import Queueing
import Testing

struct PatienceDistributionTests {
    static let laws: [PatienceDistribution] = [
        .exponential(meanSeconds: 60), .deterministic(seconds: 45), .uniform(upToSeconds: 100),
        .weibull(scaleSeconds: 70, shape: 3), .weibull(scaleSeconds: 40, shape: 0.5),
        .weibull(scaleSeconds: 1, shape: 0.1), .weibull(scaleSeconds: 50, shape: 100),
        .lognormal(meanSeconds: 80, variation: 1.5), .lognormal(meanSeconds: 50, variation: 0.01),
        .lognormal(meanSeconds: 50, variation: 0), .lognormal(meanSeconds: 9, variation: 100),
    ]

    /// H is the integral of Ḡ, by the trapezoidal rule, and ends at the mean.
    @Test(arguments: laws) func areaIsTheIntegral(law: PatienceDistribution) throws {
        var area = 0.0
        var last = 1.0
        let step = 0.01
        for index in 1...20_000 {
            let time = Double(index) * step
            let survival = try law.survival(afterSeconds: time)
            #expect(survival <= last && survival >= 0)
            area += 0.5 * (last + survival) * step
            last = survival
            if index.isMultiple(of: 500) {
                let mean = try law.meanWait(withinSeconds: time)
                #expect(abs(mean - area) < 0.011, "\(time)")
                #expect(mean <= time && mean <= law.meanSeconds * (1 + 1e-14))
            }
        }
        let all = try law.meanWait(withinSeconds: .infinity)
        #expect(relativeError(all, law.meanSeconds) < 1e-13)
    }

    /// Closed forms of shapes 2 and 1/2, and the lognormal median.
    @Test func knownValues() throws {
        let weibull = PatienceDistribution.weibull(scaleSeconds: 100, shape: 2)
        #expect(relativeError(weibull.meanSeconds, 50 * Double.pi.squareRoot()) < 1e-15)
        for time in [0.5, 60.0, 300, 590, 700] {
            // ∫exp(−(t/100)²) = 50√π·erf(t/100).
            let expected = 50 * Double.pi.squareRoot() * erf(time / 100)
            #expect(relativeError(try weibull.meanWait(withinSeconds: time), expected) < 1e-14)
        }
        // Shape 1/2: H = 2s(1 − (1 + √y)e^(−√y)) with y = t/s.
        let stretched = PatienceDistribution.weibull(scaleSeconds: 10, shape: 0.5)
        #expect(relativeError(stretched.meanSeconds, 20) < 1e-14)
        for ratio in [0.5, 4.0, 100, 900, 1200, 40_000] {
            let root = ratio.squareRoot()
            let expected = 20 * (1 - (1 + root) * exp(-root))
            #expect(relativeError(try stretched.meanWait(withinSeconds: 10 * ratio), expected) < 1e-13)
        }
        // The median of a lognormal is mean/√(1 + c²).
        let lognormal = PatienceDistribution.lognormal(meanSeconds: 100, variation: 2)
        #expect(abs(try lognormal.survival(afterSeconds: 100 / 5.0.squareRoot()) - 0.5) < 1e-15)
    }

    @Test func edges() throws {
        #expect(try PatienceDistribution.deterministic(seconds: 5).survival(afterSeconds: 5) == 0)
        #expect(try PatienceDistribution.deterministic(seconds: 5).survival(afterSeconds: 4.9) == 1)
        #expect(
            try PatienceDistribution.exponential(meanSeconds: .infinity).survival(afterSeconds: 1e9) == 1)
        #expect(try PatienceDistribution.uniform(upToSeconds: .infinity).meanWait(withinSeconds: 7) == 7)
        for law in Self.laws { #expect(try law.survival(afterSeconds: 0) == 1, "\(law)") }
        #expect(throws: QueueingError.self) {
            try PatienceDistribution.uniform(upToSeconds: 5).survival(afterSeconds: -1)
        }
    }
}
