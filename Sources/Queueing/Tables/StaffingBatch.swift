import Foundation

/// The calls that one group of agents is to serve.
public struct CallLoad: Sendable, Hashable {
    /// Arrivals per hour: finite, ≥ 0.
    public let callsPerHour: Double
    /// Mean handle time in seconds: finite, > 0.
    public let handleTimeSeconds: Double
    /// Offered load in erlangs.
    public let offeredLoad: Double

    /// - Throws: `.outOfDomain`.
    public init(callsPerHour: Double, handleTimeSeconds: Double) throws(QueueingError) {
        offeredLoad = try Queueing.offeredLoad(
            callsPerHour: callsPerHour, handleTimeSeconds: handleTimeSeconds)
        self.callsPerHour = callsPerHour
        self.handleTimeSeconds = handleTimeSeconds
    }
}

/// The smallest number of agents for each of many loads of any handle times: the answers of
/// `smallestStaffing`, one by one.
///
/// For given targets and n agents, the largest load is a smooth function of the handle time
/// alone. Where enough loads of similar handle times come together, it is tabulated and
/// interpolated; a load that falls near a threshold, few of a kind, or very large ones are
/// answered by `smallestStaffing` itself.
/// - Parameters:
///   - targets: validated targets.
///   - model: how callers wait.
///   - loads: any number, in any order.
/// - Throws: as `smallestStaffing`, for the first load that it refuses.
/// - Complexity: O(1) for nearly all loads, once about 30 handle times per decade are tabulated.
public func smallestAgents(
    meeting targets: StaffingTargets, model: QueueModel, for loads: [CallLoad]
) throws(QueueingError) -> [Int] {
    let surface = try StaffingSurface(
        StaffingQuestion(
            targets: targets, model: model, handleTimeSeconds: loads.first?.handleTimeSeconds ?? 1),
        for: loads)
    var agents: [Int] = []
    agents.reserveCapacity(loads.count)
    for load in loads {
        if let known = surface.smallestAgents(load) {
            agents.append(known)
        } else {
            agents.append(
                try smallestStaffing(
                    meeting: targets, model: model, callsPerHour: load.callsPerHour,
                    handleTimeSeconds: load.handleTimeSeconds
                ).agents)
        }
    }
    return agents
}

/// The thresholds of a batch: cells of handle time, each with its own interpolation.
struct StaffingSurface {
    /// Width of a cell in ln(handle time).
    static let width = 0.08

    private var cells: [StaffingCell?] = []
    /// Number of the first cell: ⌊ln(handle time) ÷ width⌋.
    private var origin = 0

    init(_ question: StaffingQuestion, for loads: [CallLoad]) throws(QueueingError) {
        guard question.isSharp, question.targets.unreachable(under: question.queue) == nil else { return }
        let tops = tops(loads)
        guard tops.contains(where: { $0 > 0 }) else { return }
        // Nodes −1 … 2 around each cell: node i lies at the left end of cell i − 1.
        var columns = Array(repeating: StaffingColumn(), count: tops.count + 3)
        for node in columns.indices {
            let top = tops[max(0, node - 3)...min(tops.count - 1, node)].max() ?? 0
            guard top > 0 else { continue }
            columns[node] = try StaffingColumn(
                question.with(handleTimeSeconds: handleTime(Double(node - 1))), top: top,
                near: node > 0 ? columns[node - 1] : StaffingColumn())
        }
        cells = Array(repeating: nil, count: tops.count)
        for cell in tops.indices where tops[cell] > 0 {
            cells[cell] = try StaffingCell(
                question.with(handleTimeSeconds: handleTime(Double(cell) + 0.5)),
                columns: Array(columns[cell...(cell + 3)]))
        }
    }

    /// nil where the table does not decide.
    func smallestAgents(_ load: CallLoad) -> Int? {
        guard !cells.isEmpty, load.offeredLoad > 0 else { return nil }
        let place = log(load.handleTimeSeconds) / Self.width
        let cell = Int(place.rounded(.down)) - origin
        guard cells.indices.contains(cell) else { return nil }
        return cells[cell]?.smallestAgents(
            offeredLoad: load.offeredLoad, at: place - place.rounded(.down))
    }

    private func handleTime(_ place: Double) -> Double {
        exp((Double(origin) + place) * Self.width)
    }

    /// Sets the origin. By cell: the load up to which a table pays, 0 where none does.
    private mutating func tops(_ loads: [CallLoad]) -> [Double] {
        let numbers = loads.map { Int((log($0.handleTimeSeconds) / Self.width).rounded(.down)) }
        guard let first = numbers.min(), let last = numbers.max() else { return [] }
        origin = first
        var counts = Array(repeating: 0, count: last - first + 1)
        var most = Array(repeating: 0.0, count: last - first + 1)
        for (number, load) in zip(numbers, loads) {
            counts[number - first] += 1
            most[number - first] = max(most[number - first], load.offeredLoad)
        }
        // An entry of the table costs about what two searches do.
        return zip(counts, most).map { count, most in count < 60 ? 0 : min(most, Double(count) / 3) }
    }
}
