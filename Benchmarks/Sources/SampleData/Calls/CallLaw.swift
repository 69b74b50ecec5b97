import Execution
import Foundation
import Workforce

/// A queue whose law is known: what a forecast of it should cover can be computed.
///
/// Contacts of a slot are Poisson with the mean level × weekday × shape of the day × growth ×
/// factor of the day × factor of the slot. The logarithm of the day's factor is an
/// autoregression over days with a coefficient of variation of 4 % to 23 %, as measured on
/// real queues (MATHS §2.5); everything else is drawn too.
public struct CallLaw: Sendable {
    /// Half-hours; closed slots are nil.
    public let history: History
    /// Days that a forecast may know; the others follow.
    public let knownDays: Int

    /// - Parameters:
    ///   - seed: same seed, same queue.
    ///   - weeks: known, drawn among these.
    ///   - later: days that follow.
    public init(seed: UInt64, weeks: ClosedRange<Int> = 20...52, later: Int) {
        var draws = SeededGenerator(seed: seed)
        let level = exp(log(60) + draws.uniform() * log(100))
        let weekdays = CallLaw.weekdays(&draws)
        let shape = CallLaw.shape(&draws)
        let dayVariation = 0.04 + 0.19 * draws.uniform()
        let persistence = [0, 0.3, 0.6, 0.8][draws.below(4)]
        let slotVariation = 0.06 * draws.uniform()
        let growth = [0, 0, 0.01, -0.01][draws.below(4)] / 30.4
        knownDays = 7 * (weeks.lowerBound + draws.below(weeks.count))
        var deviation = draws.normal()
        var offered: [Double?] = []
        for day in 0..<knownDays + later {
            deviation =
                persistence * deviation + (1 - persistence * persistence).squareRoot() * draws.normal()
            let factor = exp(
                growth * Double(day) + dayVariation * deviation - dayVariation * dayVariation / 2)
            for part in shape {
                let mean = level * weekdays[day % 7] * factor * part
                let noise = exp(slotVariation * draws.normal())
                offered.append(mean > 0 ? Double(draws.poisson(mean: mean * noise)) : nil)
            }
        }
        history = History(
            activity: ActivityKey(Identifier("law"), Identifier("calls")), slotMinutes: 30,
            firstDay: CivilDate(dayNumber: 20_458), offered: offered)
    }

    /// What is known on the last known day.
    public var known: History {
        var known = history
        known.offered = Array(history.offered.prefix(knownDays * history.slotsPerDay))
        known.handleSeconds = Array(history.handleSeconds.prefix(known.offered.count))
        return known
    }

    /// Five to seven open days.
    private static func weekdays(_ draws: inout SeededGenerator) -> [Double] {
        let open = 5 + draws.below(3)
        return (0..<7).map { $0 < open ? 0.6 + 0.8 * draws.uniform() : 0 }
    }

    /// Two waves, morning and afternoon; one queue in four is open at night too.
    private static func shape(_ draws: inout SeededGenerator) -> [Double] {
        let open = draws.below(4) == 0 ? 0..<48 : 16..<40
        let morning = 19 + 4 * draws.uniform()
        let afternoon = 28 + 6 * draws.uniform()
        let shape = (0..<48).map { slot -> Double in
            guard open.contains(slot) else { return 0 }
            let x = Double(slot)
            return 0.15 + exp(-pow((x - morning) / 4, 2)) + 0.8 * exp(-pow((x - afternoon) / 5, 2))
        }
        let sum = shape.reduce(0, +)
        return shape.map { $0 / sum }
    }
}
