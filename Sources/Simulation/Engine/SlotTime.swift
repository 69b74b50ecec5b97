/// Time spent in a state, by slot.
struct SlotTime: Sendable {
    private(set) var seconds: [Double]
    private let slotSeconds: Double

    init(slotCount: Int, slotSeconds: Double) {
        seconds = Array(repeating: 0, count: max(1, slotCount))
        self.slotSeconds = slotSeconds
    }

    /// Adds a stretch of time; what lies beyond the last slot counts in no slot.
    @inline(__always)
    mutating func add(from start: Double, to end: Double) {
        var slot = slotIndex(of: start, slotSeconds: slotSeconds, count: seconds.count)
        guard slot < seconds.count else { return }
        let boundary = Double(slot + 1) * slotSeconds
        if end <= boundary {
            seconds[slot] += end - start
            return
        }
        seconds[slot] += boundary - start
        slot += 1
        while slot < seconds.count, Double(slot) * slotSeconds < end {
            seconds[slot] += min(end, Double(slot + 1) * slotSeconds) - Double(slot) * slotSeconds
            slot += 1
        }
    }
}

/// Slot in which a moment lies: 0 for what is earlier, `count` for whatever is later.
///
/// - Parameter slotSeconds: > 0; that the quotient fits no `Int`, or no `Double`, does no harm.
@inline(__always)
func slotIndex(of time: Double, slotSeconds: Double, count: Int) -> Int {
    Int(min(Double(count), max(0, time / slotSeconds)))
}
