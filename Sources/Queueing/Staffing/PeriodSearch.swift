/// Marginal allocation over the intervals of a period, then exchanges.
struct PeriodSearch<Failure: Error> {
    typealias Service = PeriodGains<Failure>.Service

    var gains: PeriodGains<Failure>
    let intervals: [PeriodInterval]
    /// The price that all agents share; nil when prices differ.
    private let commonCost: Double?
    private let lowestCost: Double
    /// Vertices of the envelope still ahead, the next one last.
    private var ahead: [[Int]]
    private var queue = SegmentQueue()

    init(share: Double, intervals: [PeriodInterval]) {
        gains = PeriodGains(share: share, intervals: intervals)
        self.intervals = intervals
        let lowest = intervals.reduce(.infinity) { min($0, $1.costPerAgent) }
        lowestCost = lowest
        commonCost = intervals.allSatisfy { $0.costPerAgent == lowest } ? lowest : nil
        ahead = Array(repeating: [], count: intervals.count)
    }

    /// nil when the target is out of reach.
    mutating func smallest(_ service: Service) throws(Failure) -> PeriodStaffing? {
        let least = intervals.map(\.leastAgents)
        if try gains.total(least, service) >= 0 {
            return try staffing(least, bound: cost(of: least), service)
        }
        // Under positive calls a finite number of agents never serves all of them in time.
        guard gains.share < 1 else { return nil }
        guard let allocation = try allocate(service) else { return nil }
        let bound = rounded(allocation.bound)
        let tidy = try PeriodExchange(intervals: intervals).improve(
            allocation.agents, bound: bound, gains: &gains, service)
        return try staffing(tidy, bound: bound, service)
    }

    private func cost(of agents: [Int]) -> Double {
        var sum = 0.0
        for (interval, count) in zip(intervals, agents) { sum += interval.costPerAgent * Double(count) }
        return sum
    }

    private mutating func staffing(
        _ agents: [Int], bound: Double, _ service: Service
    ) throws(Failure) -> PeriodStaffing {
        let cost = cost(of: agents)
        return PeriodStaffing(
            agents: agents, serviceLevel: try gains.serviceLevel(agents, service), cost: cost,
            bound: min(cost, bound))
    }

    /// Agents come whole: with one price, so does the cheapest cost.
    private func rounded(_ bound: Double) -> Double {
        guard let commonCost else { return bound }
        return (bound / commonCost - 1e-9).rounded(.up) * commonCost
    }

    /// Takes envelope segments by gain per cost until the target is met.
    ///
    /// The first segment that would meet it gives the bound. It is then taken only as far as
    /// needed, and left out in favour of later segments where that costs less.
    private mutating func allocate(
        _ service: Service
    ) throws(Failure) -> (agents: [Int], bound: Double)? {
        var agents = intervals.map(\.leastAgents)
        for interval in intervals.indices { try enqueue(interval, from: agents[interval], service) }
        var missing = -(try gains.total(agents, service))
        var spent = cost(of: agents)
        var bound: Double?
        var best: (cost: Double, agents: [Int])?
        while let segment = queue.popBest() {
            if let best, spent + lowestCost >= best.cost { break }
            let price = intervals[segment.interval].costPerAgent
            if segment.gain < missing {
                agents[segment.interval] = segment.to
                missing -= segment.gain
                spent += price * Double(segment.to - segment.from)
                try enqueue(segment.interval, from: segment.to, service)
                continue
            }
            if bound == nil {
                bound = spent + price * Double(segment.to - segment.from) * (missing / segment.gain)
            }
            let complete = try completed(agents, segment, missing: missing, service)
            let cost = cost(of: complete)
            if cost < best?.cost ?? .infinity { best = (cost, complete) }
        }
        guard let best, let bound else { return nil }
        return (best.agents, bound)
    }

    /// The next segment of an interval, unless nothing more can be gained there.
    private mutating func enqueue(
        _ interval: Int, from: Int, _ service: Service
    ) throws(Failure) {
        if ahead[interval].isEmpty {
            ahead[interval] = try gains.nextVertices(interval, above: from, service).reversed()
        }
        guard let to = ahead[interval].popLast() else { return }
        let gain = try gains.gain(interval, to, service) - gains.gain(interval, from, service)
        let price = intervals[interval].costPerAgent * Double(to - from)
        queue.push(.init(interval: interval, from: from, to: to, gain: gain, worth: gain / price))
    }

    /// The segment taken only as far as the target needs.
    private mutating func completed(
        _ agents: [Int], _ segment: SegmentQueue.Segment, missing: Double, _ service: Service
    ) throws(Failure) -> [Int] {
        let base = try gains.gain(segment.interval, segment.from, service)
        var low = segment.from
        var high = segment.to
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if try gains.gain(segment.interval, middle, service) - base >= missing {
                high = middle
            } else {
                low = middle
            }
        }
        var complete = agents
        complete[segment.interval] = high
        // `missing` was carried along with rounding; the sum itself decides.
        while try gains.total(complete, service) < 0, complete[segment.interval] < maximumAgents {
            complete[segment.interval] += 1
        }
        return complete
    }
}

/// Segments of the envelopes, the one with the largest gain per cost first; equal ones in the
/// order of their intervals. A binary heap.
struct SegmentQueue {
    struct Segment {
        let interval: Int
        let from: Int
        let to: Int
        let gain: Double
        /// Gain per cost.
        let worth: Double

        func precedes(_ other: Segment) -> Bool {
            worth != other.worth ? worth > other.worth : interval < other.interval
        }
    }

    private var heap: [Segment] = []

    mutating func push(_ segment: Segment) {
        heap.append(segment)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].precedes(heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    mutating func popBest() -> Segment? {
        guard let best = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return best }
        heap[0] = last
        var parent = 0
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].precedes(heap[first]) { first = child }
            }
            guard first != parent else { return best }
            heap.swapAt(parent, first)
            parent = first
        }
    }
}
