/// First in, first out, in one array that is used round and round.
struct Ring<Element: Sendable>: Sendable {
    private var buffer: [Element]
    private var head = 0
    private(set) var count = 0

    /// - Parameter blank: fills places not in use.
    init(blank: Element) { buffer = Array(repeating: blank, count: 16) }

    var isEmpty: Bool { count == 0 }

    /// The oldest element; only when not empty.
    @inline(__always)
    var first: Element { buffer[head] }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == buffer.count { grow() }
        buffer[(head + count) & (buffer.count - 1)] = element
        count += 1
    }

    @inline(__always)
    mutating func removeFirst() {
        head = (head + 1) & (buffer.count - 1)
        count -= 1
    }

    /// Twice the places, a power of two as before.
    private mutating func grow() {
        buffer = Array(buffer[head...]) + Array(buffer[..<head]) + buffer
        head = 0
    }
}
