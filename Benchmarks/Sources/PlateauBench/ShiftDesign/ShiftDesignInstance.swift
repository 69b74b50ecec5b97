import Foundation
import Scheduling

/// Why a minimum shift design file cannot be used.
struct ShiftDesignFileError: Error, CustomStringConvertible {
    let file: String
    let reason: String
    var description: String { "\(file): \(reason)" }
}

/// A file of TU Wien's minimum shift design data sets (MiniZinc data, `name = value;`).
struct ShiftDesignInstance {
    let name: String
    /// Minutes.
    let interval: Int
    let days: Int
    let demand: [Int]
    let starts: [ClosedRange<Int>]
    let lengths: [ClosedRange<Int>]
    let weightUnderCover: Int
    let weightOverCover: Int
    let weightShiftInstances: Int

    init(contentsOf url: URL) throws {
        guard let text = String(data: try Data(contentsOf: url), encoding: .utf8) else {
            throw ShiftDesignFileError(file: url.lastPathComponent, reason: "not UTF-8 text")
        }
        try self.init(text, name: url.deletingPathExtension().lastPathComponent)
    }

    init(_ text: String, name: String) throws {
        let items = try DznItems(text, file: name)
        self.name = name
        interval = try items.integer("interval")
        days = try items.integer("days")
        demand = try items.integers("demand")
        weightUnderCover = try items.integer("weightUnderCover")
        weightOverCover = try items.integer("weightOverCover")
        weightShiftInstances = try items.integer("weightShiftInstances")
        let types = try items.integer("shiftTypes")
        starts = try items.ranges("minStart", "maxStart", count: types)
        lengths = try items.ranges("minLength", "maxLength", count: types)
        guard interval > 0, 1440 % interval == 0 else {
            throw ShiftDesignFileError(file: name, reason: "interval: \(interval) does not divide a day")
        }
        guard (1...366).contains(days), demand.count == days * (1440 / interval) else {
            throw ShiftDesignFileError(
                file: name, reason: "demand: \(demand.count) values for \(days) days of \(interval) minutes")
        }
        let numbers = demand + [weightUnderCover, weightOverCover, weightShiftInstances]
        guard numbers.allSatisfy({ (0...100_000).contains($0) }) else {
            throw ShiftDesignFileError(file: name, reason: "a demand or weight outside 0 to 100000")
        }
    }

    var problem: MinimumShiftDesign {
        MinimumShiftDesign(
            days: days, intervalsPerDay: 1440 / interval, requirement: demand,
            types: zip(starts, lengths).map { ShiftType(starts: $0, lengths: $1) },
            underCost: weightUnderCover * interval, overCost: weightOverCover * interval,
            kindCost: weightShiftInstances)
    }
}
