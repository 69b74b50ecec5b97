import Workforce

/// The patterns of one kind of day, laid out for pricing: parallel arrays, in
/// slots from `origin`.
struct PatternSet: Sendable {
    /// By paid length, then as generated.
    let patterns: [ShiftPattern]
    let start: [Int]
    let end: [Int]
    let paid: [Int]
    /// Pauses of pattern p are `pauseOffset[p] ..< pauseOffset[p + 1]`.
    let pauseOffset: [Int]
    let pauseLength: [Int]
    let pauseEarliest: [Int]
    let pauseLatest: [Int]
    /// Pauses of patterns with the same length and width share a table of minima; its row here.
    let pauseTable: [Int]
    /// Length and width of each table row.
    let tables: [(length: Int, width: Int)]
    /// What makes patterns cost something beside their plain pay.
    let premium: PatternPremium?
    /// Cents that each pattern costs beside its plain pay; empty = nothing.
    let costs: [Double]
    /// Patterns of each paid length: `byPaid[paid]`, empty where there is none.
    let byPaid: [Range<Int>]

    var count: Int { patterns.count }
    var isEmpty: Bool { patterns.isEmpty }

    init(_ unordered: [ShiftPattern], origin: Int, premium: PatternPremium? = nil) {
        var seen: Set<ShiftPattern> = []
        let usable = unordered.filter {
            $0.pauses.count <= ShiftPattern.maximumPauses && seen.insert($0).inserted
        }
        let order = usable.indices.sorted { (usable[$0].paid, $0) < (usable[$1].paid, $1) }
        patterns = order.map { usable[$0] }
        start = patterns.map { $0.start - origin }
        end = patterns.map { $0.end - origin }
        paid = patterns.map(\.paid)
        self.premium = premium
        if let premium { costs = patterns.map(premium.cost) } else { costs = [] }
        let pauses = patterns.flatMap(\.pauses)
        pauseOffset = patterns.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.pauses.count) }
        pauseLength = pauses.map(\.length)
        pauseEarliest = pauses.map { $0.earliest - origin }
        pauseLatest = pauses.map { $0.latest - origin }
        let kinds = Set(pauses.map { [$0.length, $0.width] }).sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        var row: [[Int]: Int] = [:]
        for (index, kind) in kinds.enumerated() { row[kind] = index }
        tables = kinds.map { (length: $0[0], width: $0[1]) }
        pauseTable = pauses.map { row[[$0.length, $0.width]] ?? 0 }
        var ranges: [Range<Int>] = []
        var next = 0
        for length in 0...(paid.last ?? 0) {
            let from = next
            while next < paid.count, paid[next] == length { next += 1 }
            ranges.append(from..<next)
        }
        byPaid = ranges
    }

    /// Slots that every shift of a pattern covers, wherever its pauses begin. O(pauses).
    func covered(by p: Int) -> Int {
        end[p] - start[p] - pauseLength[pauseOffset[p]..<pauseOffset[p + 1]].reduce(0, +)
    }

    /// What a pattern costs beside its plain pay, cents.
    @inline(__always)
    func cost(_ pattern: Int) -> Double { costs.isEmpty ? 0 : costs[pattern] }

    func patterns(ofPaid slots: Int) -> Range<Int> {
        byPaid.indices.contains(slots) ? byPaid[slots] : 0..<0
    }
}

/// One day of one person: a pattern and where its pauses begin.
struct DayShift: Hashable, Sendable {
    /// Index into the day's pattern set; −1 = off.
    var pattern: Int32
    /// Starts of the pauses, in slots from the grid's origin; 0 beyond the pattern's pauses.
    var starts: SIMD8<Int16>

    static let off = DayShift(pattern: -1, starts: SIMD8(repeating: 0))

    var isOff: Bool { pattern < 0 }
}

extension PatternSet {
    /// Calls `body` with each stretch of slots that a shift covers.
    @inline(__always)
    func forEachStretch(of shift: DayShift, _ body: (Int, Int) -> Void) {
        let p = Int(shift.pattern)
        var from = start[p]
        let first = pauseOffset[p]
        for q in first..<pauseOffset[p + 1] {
            let pause = Int(shift.starts[q - first])
            if pause > from { body(from, pause) }
            from = pause + pauseLength[q]
        }
        if from < end[p] { body(from, end[p]) }
    }
}
