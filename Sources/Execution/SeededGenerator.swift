import Foundation

/// xoshiro256** (Blackman & Vigna 2018) seeded by SplitMix64: the same seed
/// gives the same numbers on every platform.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    public init(seed: UInt64) {
        var x = seed
        func next() -> UInt64 {
            x &+= 0x9E37_79B9_7F4A_7C15
            var z = x
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        state = (next(), next(), next(), next())
    }

    /// An independent stream for part `index` of a job.
    public init(seed: UInt64, stream index: Int) {
        self.init(seed: seed &+ UInt64(bitPattern: Int64(index)) &* 0xD134_2543_DE82_EF95)
    }

    @inlinable
    public mutating func next() -> UInt64 { step() }

    @usableFromInline
    mutating func step() -> UInt64 {
        func rotate(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }
        let result = rotate(state.1 &* 5, 7) &* 9
        let t = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= t
        state.3 = rotate(state.3, 45)
        return result
    }

    /// Uniform on [0, 1).
    public mutating func uniform() -> Double { Double(step() >> 11) * 0x1p-53 }

    /// Uniform on 0 ..< bound, without bias that matters below 2³² (bound ≥ 1).
    public mutating func below(_ bound: Int) -> Int {
        Int((step().multipliedFullWidth(by: UInt64(max(1, bound)))).high)
    }

    /// Standard normal (Marsaglia polar method).
    public mutating func normal() -> Double {
        while true {
            let u = 2 * uniform() - 1
            let v = 2 * uniform() - 1
            let s = u * u + v * v
            if s > 0, s < 1 { return u * (-2 * log(s) / s).squareRoot() }
        }
    }

    /// Poisson counts: inversion in steps of mean 30 (sums of Poisson are Poisson).
    public mutating func poisson(mean: Double) -> Int {
        var left = mean
        var count = 0
        while left > 0 {
            let chunk = min(left, 30)
            left -= chunk
            let limit = exp(-chunk)
            var product = uniform()
            while product > limit {
                count += 1
                product *= uniform()
            }
        }
        return count
    }
}
