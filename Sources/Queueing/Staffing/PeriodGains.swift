/// What each interval gains for the period's target with each number of agents:
/// w(inTime − share·counted), w relative to the busiest interval. Remembered once computed.
struct PeriodGains<Failure: Error> {
    typealias Service = (_ interval: Int, _ agents: Int) throws(Failure) -> (inTime: Double, counted: Double)

    let share: Double
    let intervals: [PeriodInterval]
    private let weights: [Double]
    private var known: [[Int: (inTime: Double, counted: Double)]]

    init(share: Double, intervals: [PeriodInterval]) {
        self.share = share
        self.intervals = intervals
        let most = intervals.reduce(0) { max($0, $1.calls) }
        weights = intervals.map { most > 0 ? $0.calls / most : 0 }
        known = Array(repeating: [:], count: intervals.count)
    }

    /// Shares in time and counted, forced into 0 ≤ inTime ≤ counted ≤ 1 whatever the caller says.
    private mutating func shares(
        _ interval: Int, _ agents: Int, _ service: Service
    ) throws(Failure) -> (inTime: Double, counted: Double) {
        if let value = known[interval][agents] { return value }
        let answer = try service(interval, agents)
        let counted = answer.counted.isNaN ? 1 : answer.counted.clampedToUnit
        let inTime = answer.inTime.isNaN ? 0 : min(counted, answer.inTime.clampedToUnit)
        known[interval][agents] = (inTime, counted)
        return (inTime, counted)
    }

    mutating func gain(_ interval: Int, _ agents: Int, _ service: Service) throws(Failure) -> Double {
        guard weights[interval] > 0 else { return 0 }
        let shares = try shares(interval, agents, service)
        return weights[interval] * (shares.inTime - share * shares.counted)
    }

    /// Σ gain, always added in the same order; the target is met where it is ≥ 0.
    mutating func total(_ agents: [Int], _ service: Service) throws(Failure) -> Double {
        var sum = 0.0
        for (interval, count) in agents.enumerated() { sum += try gain(interval, count, service) }
        return sum
    }

    /// The period's service level; 1 where nothing is counted.
    mutating func serviceLevel(_ agents: [Int], _ service: Service) throws(Failure) -> Double {
        var inTime = 0.0
        var counted = 0.0
        for (interval, count) in agents.enumerated() where weights[interval] > 0 {
            let shares = try shares(interval, count, service)
            inTime += weights[interval] * shares.inTime
            counted += weights[interval] * shares.counted
        }
        return counted > 0 ? (inTime / counted).clampedToUnit : 1
    }

    // MARK: The upper concave envelope

    /// The next vertices of the envelope above `start`, itself a vertex: usually one. Empty when
    /// no further agents gain anything.
    mutating func nextVertices(
        _ interval: Int, above start: Int, _ service: Service
    ) throws(Failure) -> [Int] {
        guard weights[interval] > 0, start < maximumAgents else { return [] }
        // The tangent from `start` touches at the first n whose next agent adds less than the
        // mean so far.
        var low = start
        var high = start + 1
        while try rises(interval, from: start, at: high, service) {
            low = high
            high = min(maximumAgents, start + 2 * (high - start))
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try rises(interval, from: start, at: middle, service) {
                low = middle
            } else {
                high = middle
            }
        }
        guard try gain(interval, high, service) > gain(interval, start, service) else { return [] }
        if try liesUnderChord(interval, from: start, to: high, service) { return [high] }
        return try hull(interval, from: start, to: high, service)
    }

    /// Whether the mean gain per agent since `start` still grows after `agents`.
    private mutating func rises(
        _ interval: Int, from start: Int, at agents: Int, _ service: Service
    ) throws(Failure) -> Bool {
        guard agents < maximumAgents else { return false }
        let base = try gain(interval, start, service)
        let here = try gain(interval, agents, service)
        // Nothing gained yet: still before the S.
        guard here > base else { return true }
        return try gain(interval, agents + 1, service) - here > (here - base) / Double(agents - start)
    }

    /// A few points between must not lie above the chord, as an S never does.
    private mutating func liesUnderChord(
        _ interval: Int, from start: Int, to high: Int, _ service: Service
    ) throws(Failure) -> Bool {
        let width = high - start
        guard width > 1 else { return true }
        let base = try gain(interval, start, service)
        let rise = try gain(interval, high, service) - base
        for part in 1..<min(8, width) {
            let agents = start + width * part / min(8, width)
            let chord = base + rise * Double(agents - start) / Double(width)
            if try gain(interval, agents, service) > chord + 1e-12 { return false }
        }
        return true
    }

    /// The envelope's vertices in (start, high] from every point between (monotone chain).
    private mutating func hull(
        _ interval: Int, from start: Int, to high: Int, _ service: Service
    ) throws(Failure) -> [Int] {
        var chain: [(agents: Int, gain: Double)] = []
        for agents in start...high {
            let value = try gain(interval, agents, service)
            while chain.count > 1 {
                let last = chain[chain.count - 1]
                let before = chain[chain.count - 2]
                let left = (last.gain - before.gain) * Double(agents - last.agents)
                let right = (value - last.gain) * Double(last.agents - before.agents)
                if left > right { break }
                chain.removeLast()
            }
            chain.append((agents, value))
        }
        return chain.dropFirst().map(\.agents)
    }
}
