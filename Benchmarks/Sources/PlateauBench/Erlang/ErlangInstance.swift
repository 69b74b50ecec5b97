import Execution
import Foundation
import Queueing

/// One measured question: many loads under one model, or a period.
struct ErlangInstance {
    let name: String
    let model: QueueModel
    let targets: StaffingTargets
    let loads: [CallLoad]
    /// All answers at once.
    let answer: ([CallLoad]) throws -> [Int]

    /// 80 % in 20 s; loads even up to 194 erlangs, 97 in the mean.
    static func all() throws -> [ErlangInstance] {
        let targets = try StaffingTargets(serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        var instances: [ErlangInstance] = []
        for (letter, model) in [("c", QueueModel.erlangC), ("a", .erlangA(patienceSeconds: 180))] {
            let mixed = try loads(1_000_000, handleTime: { 120 * pow(5, $0) })
            let common = try loads(1_000_000, handleTime: { _ in 300 })
            instances.append(
                ErlangInstance(
                    name: "\(letter)-search", model: model, targets: targets,
                    loads: Array(mixed.prefix(100_000))
                ) { loads in try loads.map { try search($0, targets, model) } })
            instances.append(
                ErlangInstance(
                    name: "\(letter)-any-handle-time", model: model, targets: targets, loads: mixed
                ) { loads in try smallestAgents(meeting: targets, model: model, for: loads) })
            instances.append(
                ErlangInstance(
                    name: "\(letter)-one-handle-time", model: model, targets: targets, loads: common
                ) { loads in
                    let calls = loads.map(\.callsPerHour)
                    let table = try StaffingTable(
                        meeting: targets, model: model, handleTimeSeconds: 300,
                        upToCallsPerHour: calls.max() ?? 0)
                    return try table.smallestAgents(callsPerHour: calls)
                })
        }
        return instances
    }

    private static func loads(_ count: Int, handleTime: (Double) -> Double) throws -> [CallLoad] {
        var generator = SeededGenerator(seed: 5)
        return try (0..<count).map { _ in
            let seconds = handleTime(generator.uniform())
            return try CallLoad(
                callsPerHour: 194 * generator.uniform() * 3600 / seconds, handleTimeSeconds: seconds)
        }
    }

    private static func search(
        _ load: CallLoad, _ targets: StaffingTargets, _ model: QueueModel
    ) throws -> Int {
        try smallestStaffing(
            meeting: targets, model: model, callsPerHour: load.callsPerHour,
            handleTimeSeconds: load.handleTimeSeconds
        ).agents
    }

    func measure(atLeast seconds: Double) throws -> Measurement {
        let best = try Measurement.best(atLeast: seconds) { try answer(loads) }
        var measurement = Measurement(suite: "erlang", instance: name, seconds: best.seconds)
        measurement.count = loads.count
        let compared = loads.prefix(100_000)
        measurement.compared = compared.count
        measurement.mismatches = try zip(compared, best.result).count { load, agents in
            try Self.search(load, targets, model) != agents
        }
        if case .erlangC = model {
            let sample = Array(loads.prefix(20_000))
            let rival = Measurement.best(atLeast: 0) { sample.map(PlainErlangC.smallestAgents) }
            let differing = zip(rival.result, best.result).count { $0 != $1 }
            measurement.mismatches = (measurement.mismatches ?? 0) + differing
            let spent = rival.seconds * Double(loads.count) / Double(sample.count)
            measurement.rivalSeconds = spent
            measurement.ratio = spent / best.seconds
        }
        return measurement
    }
}

/// The textbook's loop for 80 % in 20 s.
enum PlainErlangC {
    static func smallestAgents(for load: CallLoad) -> Int {
        let erlangs = load.offeredLoad
        guard erlangs > 0 else { return 0 }
        var agents = max(1, Int(erlangs.rounded(.up)))
        while true {
            let count = Double(agents)
            if count > erlangs {
                var blocking = 1.0
                for busy in 1...agents {
                    blocking = erlangs * blocking / (Double(busy) + erlangs * blocking)
                }
                let waiting = count * blocking / (count - erlangs * (1 - blocking))
                let level = 1 - waiting * exp(-(count - erlangs) * 20 / load.handleTimeSeconds)
                if level >= 0.8 { return agents }
            }
            agents += 1
        }
    }
}
