import Synchronization
import Testing

@testable import Execution

@Suite struct OrderedParallelMapTests {
    @Test(arguments: [-1, 0, 1, 2, 3, 8, 64])
    func theOrderIsThatOfTheItemsOnAnyNumberOfThreads(_ threads: Int) {
        let items = Array(0..<500)
        let mapped = orderedParallelMap(items, threads: threads) { item in
            var generator = SeededGenerator(seed: 1, stream: item)
            // Uneven work, so that threads finish out of order.
            let steps = item % 7 * 200
            for _ in 0..<steps { _ = generator.next() }
            return generator.next()
        }
        #expect(
            mapped
                == items.map { item in
                    var generator = SeededGenerator(seed: 1, stream: item)
                    for _ in 0..<item % 7 * 200 { _ = generator.next() }
                    return generator.next()
                })
    }

    @Test(arguments: [1, 4]) func eachItemIsTakenOnce(_ threads: Int) {
        let calls = Atomic<Int>(0)
        let none = orderedParallelMap([Int](), threads: threads) { $0 }
        let doubled = orderedParallelMap(Array(0..<97), threads: threads) { item in
            calls.wrappingAdd(1, ordering: .relaxed)
            return item * 2
        }
        #expect(none.isEmpty)
        #expect(doubled == (0..<97).map { $0 * 2 })
        #expect(calls.load(ordering: .relaxed) == 97)
    }

    @Test func resultsThatAreNilKeepTheirPlace() {
        let odd = orderedParallelMap(Array(0..<9), threads: 3) { $0 % 2 == 0 ? nil : Optional($0) }
        #expect(odd == [nil, 1, nil, 3, nil, 5, nil, 7, nil])
    }
}
