import Execution
import Foundation
import Queueing
import Testing

struct OverflowTests {
    @Test func wholeAgentsAgreeWithErlangB() throws {
        for (agents, load) in [(1, 0.3), (5, 3.0), (54, 48.0), (200, 230.0), (5000, 5000.0)] {
            let exact = try ErlangB.blocking(agents: agents, offeredLoad: load)
            for nudge in [-1e-9, 1e-9] {
                let near = try ErlangB.blocking(
                    fractionalAgents: Double(agents) + nudge, offeredLoad: load)
                #expect(relativeError(near, exact) < 1e-7)
            }
            #expect(
                try ErlangB.blocking(fractionalAgents: Double(agents), offeredLoad: load) == exact)
        }
    }

    /// Fortet's integral by a fine trapezium in ln t: nothing in common with panels and recursion.
    @Test func fractionalAgentsAgreeWithTheIntegral() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<60 {
            let agents = 30 * generator.uniform()
            let load = pow(10, 4 * generator.uniform() - 2)
            var sum = 0.0
            let step = 0.002
            for k in -20_000...6000 {
                let t = exp(step * Double(k))
                sum += exp(agents * log1p(t) - load * t) * t * step
            }
            let blocking = try ErlangB.blocking(fractionalAgents: agents, offeredLoad: load)
            #expect(relativeError(blocking, 1 / (load * sum)) < 1e-10, "\(agents) \(load)")
        }
    }

    @Test func moreAgentsLoseLess() throws {
        var last = 1.0
        for k in 0...400 {
            let blocking = try ErlangB.blocking(fractionalAgents: Double(k) / 7, offeredLoad: 30)
            #expect(blocking <= last && blocking > 0)
            last = blocking
        }
        #expect(try ErlangB.blocking(fractionalAgents: 0.5, offeredLoad: 0) == 0)
        #expect(try ErlangB.blocking(fractionalAgents: 0.5, offeredLoad: 1e-300) < 1e-149)
        #expect(try ErlangB.blocking(fractionalAgents: 2.5, offeredLoad: 1e300) == 1)
        #expect(throws: QueueingError.self) {
            try ErlangB.blocking(fractionalAgents: -0.1, offeredLoad: 1)
        }
    }

    /// Mean and variance of the overflow group from the two-dimensional chain, solved by sweeps.
    @Test(arguments: [(2, 1.5), (4, 3.0), (3, 6.0)])
    func overflowMoments(agents: Int, load: Double) throws {
        let most = 40
        var p = [[Double]](
            repeating: [Double](repeating: 1, count: most + 1), count: agents + 1)
        for _ in 0..<6000 {
            for i in 0...agents {
                for j in 0...most {
                    var inflow = 0.0
                    if i > 0 { inflow += load * p[i - 1][j] }
                    if i == agents, j > 0 { inflow += load * p[i][j - 1] }
                    if i < agents { inflow += Double(i + 1) * p[i + 1][j] }
                    if j < most { inflow += Double(j + 1) * p[i][j + 1] }
                    let arrivals = i < agents || j < most ? load : 0
                    p[i][j] = inflow / (arrivals + Double(i) + Double(j))
                }
            }
            let total = p.joined().reduce(0, +)
            p = p.map { $0.map { $0 / total } }
        }
        var mean = 0.0
        var square = 0.0
        for row in p {
            for (j, share) in row.enumerated() {
                mean += Double(j) * share
                square += Double(j * j) * share
            }
        }
        let traffic = try OverflowTraffic(offeredLoad: load, beyond: agents)
        #expect(relativeError(traffic.mean, mean) < 1e-8)
        #expect(relativeError(traffic.variance, square - mean * mean) < 1e-8)
        #expect(traffic.peakedness > 1)
    }

    @Test func haywardOnPoissonIsErlangB() throws {
        let poisson = try OverflowTraffic(poisson: 12)
        #expect(poisson.peakedness == 1)
        #expect(
            try poisson.blocking(agents: 15) == ErlangB.blocking(agents: 15, offeredLoad: 12))
        // Bursts lose more than Poisson calls of the same mean.
        let bursts = try OverflowTraffic(offeredLoad: 60, beyond: 50)
        #expect(
            try bursts.blocking(agents: 15) > ErlangB.blocking(agents: 15, offeredLoad: bursts.mean))
        let both = bursts + poisson
        #expect(abs(both.mean - bursts.mean - 12) < 1e-12)
        #expect(both.peakedness > 1 && both.peakedness < bursts.peakedness)
        let nothing = try OverflowTraffic(offeredLoad: 0, beyond: 3)
        #expect(try nothing.blocking(agents: 2) == 0)
    }

    /// Overflow of a group without agents is what was offered.
    @Test func nobodyOverflowsAll() throws {
        let traffic = try OverflowTraffic(offeredLoad: 7, beyond: 0)
        #expect(abs(traffic.mean - 7) < 1e-12)
        #expect(abs(traffic.peakedness - 1) < 1e-12)
    }
}
