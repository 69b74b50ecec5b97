import ArgumentParser
import Execution
import Foundation
import PlanFiles
import Planning
import Simulation
import Workforce

/// How fast the simulation runs: events of a single queue on one core, and a whole workspace's plan.
struct SimulateSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Speed of the simulation: single queues, then the plan of a workspace.")

    @Option(name: .long, help: "Workspace whose plan is simulated.") var file = "datasets/maxiphone"
    @Option(name: .long, help: "Replications of the plan.") var replications = 100
    @Option(name: .long, help: "Worker threads of the plan's simulation.") var threads = 1
    @Flag(name: .long, help: "Print one JSON object a line.") var json = false

    func run() throws {
        for (agents, callsPerHour) in [(5, 60.0), (21, 240), (100, 1200)] {
            singleQueue(agents, callsPerHour)
        }
        try workspace()
    }

    /// Two million calls, Erlang A: the best of five runs, for others share the machine.
    private func singleQueue(_ agents: Int, _ callsPerHour: Double) {
        let hours = (2_000_000 / callsPerHour).rounded(.up)
        let queue = SingleQueue(
            arrivals: ArrivalProfile(callsPerHour: callsPerHour, seconds: hours * 3600), handleSeconds: 300,
            patienceSeconds: 180, agents: Array(repeating: agents, count: Int(hours)), slotSeconds: 3600,
            thresholdSeconds: 20)
        var best = Double.infinity
        var events = 0
        for seed in 1...5 {
            let seconds = measure { events = simulate(queue, seed: UInt64(seed)).events }
            best = min(best, seconds)
        }
        report("single queue, \(agents) agents", ["events": Double(events), "seconds": best])
    }

    private func workspace() throws {
        let reading = readWorkspace(at: URL(filePath: file))
        guard let scenario = reading.scenario else {
            throw ValidationError("\(file): no workspace that can be planned")
        }
        let plan = try makePlan(
            from: scenario, through: .training,
            control: RunControl(threads: ProcessInfo.processInfo.activeProcessorCount))
        var contacts = 0.0
        let seconds = measure {
            let service = simulate(
                plan: plan, for: scenario, options: SimulationOptions(replications: replications),
                control: RunControl(threads: threads))
            contacts = service.activities.reduce(0) { $0 + $1.overall.contacts }
        }
        report(
            "\(scenario.name), \(replications) replications",
            ["contacts": contacts * Double(replications), "seconds": seconds])
    }

    private func measure(_ body: () -> Void) -> Double {
        let time = ContinuousClock().measure(body)
        return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }

    /// - Parameter figures: what was counted, and `seconds`.
    private func report(_ instance: String, _ figures: [String: Double]) {
        let sorted = figures.sorted { $0.key < $1.key }
        if json {
            let members = sorted.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
            print("{\"suite\":\"simulate\",\"instance\":\"\(instance)\",\(members)}")
        } else {
            print(instance + ": " + sorted.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        }
    }
}
