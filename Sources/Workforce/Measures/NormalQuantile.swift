import Foundation

/// x with Φ(x) = p, by halving: called a few times, and right to rounding; 0 outside (0, 1).
public func normalQuantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return 0 }
    if p < 0.5 { return -normalQuantile(1 - p) }
    var low = 0.0
    var high = 10.0
    for _ in 0..<60 {
        let middle = 0.5 * (low + high)
        if 0.5 * erfc(-middle / 2.0.squareRoot()) < p { low = middle } else { high = middle }
    }
    return p == 0.5 ? 0 : high
}
