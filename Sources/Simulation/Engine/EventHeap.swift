/// Moments at which an agent finishes, earliest first: a binary heap of structs.
struct EventHeap: Sendable {
    struct Entry: Sendable {
        var time: Double
        var agent: Int32
        /// A later version of the same agent's entry makes this one void.
        var version: Int32
    }

    private var entries: [Entry] = []

    /// Infinite when there is none.
    var nextTime: Double { entries.isEmpty ? .infinity : entries[0].time }
    var next: Entry? { entries.first }
    var isEmpty: Bool { entries.isEmpty }

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        entries.withUnsafeMutableBufferPointer { heap in
            var hole = heap.count - 1
            while hole > 0 {
                let parent = (hole - 1) >> 1
                guard heap[parent].time > entry.time else { break }
                heap[hole] = heap[parent]
                hole = parent
            }
            heap[hole] = entry
        }
    }

    /// Removes the earliest entry.
    mutating func pop() {
        guard let last = entries.popLast(), !entries.isEmpty else { return }
        replaceNext(with: last)
    }

    /// Puts an entry in the place of the earliest one.
    mutating func replaceNext(with entry: Entry) {
        entries.withUnsafeMutableBufferPointer { heap in
            var hole = 0
            var child = 1
            while child < heap.count {
                if child + 1 < heap.count, heap[child + 1].time < heap[child].time { child += 1 }
                guard heap[child].time < entry.time else { break }
                heap[hole] = heap[child]
                hole = child
                child = 2 * hole + 1
            }
            heap[hole] = entry
        }
    }
}
