import ArgumentParser
import Execution
import Foundation
import PlanFiles
import Planning
import Workforce

/// Time and gap of the schedule against people and weeks, from files to tours.
struct ScaleSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "Schedules of one inbound line: time and gap against agents and weeks.")

    @Option(help: "Numbers of agents.") var agents = "20,50,100,200,500,1000,2000,5000"
    @Option(help: "Numbers of weeks.") var weeks = "1,2,4,8"
    @Option(help: "Worker threads.") var threads = 2
    @Option(help: "Seed of the search.") var seed: UInt64 = 1
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        var results: [Measurement] = []
        for people in try numbers(agents, most: 50_000) {
            for count in try numbers(weeks, most: 8) {
                let result = try measure(people: people, weeks: count)
                results.append(result)
                if !json { print(result.line) }
            }
        }
        if json { print(try Measurement.json(results)) }
    }

    private func numbers(_ text: String, most: Int) throws -> [Int] {
        try text.split(separator: ",").map {
            guard let number = Int($0), (1...most).contains(number) else {
                throw ValidationError("\($0): write whole numbers from 1 to \(most), as 20,50")
            }
            return number
        }
    }

    private func measure(people: Int, weeks: Int) throws -> Measurement {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plateau-scale-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try ScaleFloor(people: people, weeks: weeks).write(to: folder)
        let start = ContinuousClock.now
        let reading = readWorkspace(at: folder)
        guard let scenario = reading.scenario else {
            throw ValidationError("the floor is refused: \(reading.diagnostics)")
        }
        let plan = try makePlan(
            from: scenario, through: .schedule, control: RunControl(threads: threads, seed: seed))
        let time = start.duration(to: .now).components
        var measured = Measurement(
            suite: "scale", instance: "\(people) agents, \(weeks) week\(weeks > 1 ? "s" : "")",
            seconds: Double(time.seconds) + Double(time.attoseconds) * 1e-18)
        measured.objective = plan.schedule.pools.reduce(0) { $0 + $1.optimality.cost } / 100
        measured.bound = plan.schedule.pools.reduce(0) { $0 + $1.optimality.bound } / 100
        return measured
    }
}

/// An inbound line with about as many calls as its agents can answer: three contracts, open from
/// Monday to Saturday, 8:00 to 20:00.
private struct ScaleFloor {
    let people: Int
    let weeks: Int

    func write(to folder: URL) throws {
        let files = ["site.yaml": site, "agents.csv": table, "campaigns/line.yaml": campaign]
        for (name, text) in files {
            let url = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    private var site: String {
        """
        name: Scale
        site:
          id: lille
          timeZone: Europe/Paris
        horizon:
          start: 2027-01-04
          weeks: \(weeks)
        contracts:
          - {id: full, name: 35 h, weeklyHours: 35h, daysPerWeek: 5, dailyHours: 7h}
          - {id: flexible, name: 35 h flexible, weeklyHours: 35h, daysPerWeek: 4..5, dailyHours: 6h..9h}
          - {id: part, name: 28 h, weeklyHours: 28h, daysPerWeek: 4..5, dailyHours: 5h..7h}

        """
    }

    /// Three in seven full-time, two flexible, two part-time.
    private var table: String {
        var text = "id;last name;first name;contract;site\n"
        for index in 0..<people {
            let contract = ["full", "flexible", "part", "full", "flexible", "part", "full"][index % 7]
            text += "A\(index);Agent;\(index);\(contract);lille\n"
        }
        return text
    }

    /// Paid hours of a month, nine in ten of them on the phone (breaks), busy for 85 %.
    private var campaign: String {
        let hours = Double(people) * 33 * 4.35
        let calls = Int(hours * 0.9 * 0.85 * 3600 / 240)
        return """
            name: Line
            client: Client
            channel: inbound
            openingHours:
              mon-sat: 08:00-20:00
            volume: \(calls)/month
            profile: consumerHotline
            handleTime: 240s
            patience: 180s
            serviceTarget: 80/20
            shrinkage: {internal: 0 %, external: 0 %}

            """
    }
}
