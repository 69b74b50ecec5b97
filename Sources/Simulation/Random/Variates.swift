import Execution
import Foundation

extension SeededGenerator {
    /// Gamma with mean 1 and the given coefficient of variation (Marsaglia & Tsang 2000, with
    /// the boost U^(1/a) below shape 1). 1 where the variation is not a positive number.
    mutating func gammaFactor(variation: Double) -> Double {
        let shape = 1 / (variation * variation)
        guard variation > 0, shape.isFinite, shape > 0 else { return 1 }
        let boosted = shape < 1 ? shape + 1 : shape
        let d = boosted - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            guard log(1 - uniform()) < 0.5 * x * x + d - d * v + d * log(v) else { continue }
            let boost = shape < 1 ? pow(1 - uniform(), 1 / shape) : 1
            return d * v * boost / shape
        }
    }
}

/// A stream of draws of its own for each part of a run: the same part gets the same draws
/// whatever else changes (common random numbers; Law & Kelton 2000, ch. 11.2).
struct StreamKey: Sendable {
    private(set) var value: UInt64

    init(seed: UInt64) { value = StreamKey.mixed(seed) }

    /// The key of part `index` of this one.
    func part(_ index: Int) -> StreamKey {
        var key = self
        key.value = StreamKey.mixed(value ^ StreamKey.mixed(UInt64(bitPattern: Int64(index)) &+ 1))
        return key
    }

    /// The key of a named part: FNV-1a of its letters (Fowler, Noll & Vo 1991), which other
    /// parts' presence does not shift as an index would.
    func part(_ name: String) -> StreamKey {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return part(Int(truncatingIfNeeded: hash))
    }

    var generator: SeededGenerator { SeededGenerator(seed: value) }

    /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
    private static func mixed(_ x: UInt64) -> UInt64 {
        var z = x &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
