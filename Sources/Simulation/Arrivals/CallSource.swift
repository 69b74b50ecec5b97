import Execution
import Foundation

/// Contacts of one activity in order of time: a Poisson process of given profile, each day under
/// a common gamma factor, each contact with its handle time and patience.
///
/// Draws depend on the key and the day alone, never on what the floor does with the contacts, so
/// that two plans meet the same contacts.
struct CallSource: Sendable {
    /// What a contact brings along.
    struct Terms: Sendable {
        var profile: ArrivalProfile
        /// Coefficient of variation of the day's factor; a day beyond the list has none.
        var dayVariation: [Double]
        /// Mean handle time in seconds per slot; at least one entry, the last holds on.
        var handleSeconds: [Double]
        var handleTime: HandleTimeDraws
        var patience: PatienceDraws
        var slotSeconds: Double

        /// Handle time and patience of a contact at some moment, in seconds.
        @inline(__always)
        func draws(
            at time: Double, _ generator: inout SeededGenerator, _ exponential: ExponentialDraws
        ) -> (handleSeconds: Double, patienceSeconds: Double) {
            let last = handleSeconds.count - 1
            let slot = last == 0 ? 0 : slotIndex(of: time, slotSeconds: slotSeconds, count: last)
            let handle = handleSeconds[slot] * handleTime.draw(&generator, exponential)
            return (handle, patience.draw(&generator, exponential))
        }
    }

    let terms: Terms
    let key: StreamKey
    let exponential = ExponentialDraws()
    private var generator: SeededGenerator
    /// Moment of the next contact; infinite when there is none.
    private(set) var nextTime = 0.0
    private var piece = -1
    private var day = Int.min
    private var factor = 1.0
    // The piece at hand, under the day's factor: end, rate at `nextTime`, change of rate a second.
    private var end = 0.0
    private var rate = 0.0
    private var slope = 0.0

    init(_ terms: Terms, key: StreamKey) {
        self.terms = terms
        self.key = key
        generator = key.generator
        if beginNextPiece() { advance() } else { nextTime = .infinity }
    }

    /// Handle time of the next contact and how long it waits, in seconds; then moves on.
    @inline(__always)
    mutating func take() -> (handleSeconds: Double, patienceSeconds: Double) {
        let drawn = terms.draws(at: nextTime, &generator, exponential)
        advance()
        return drawn
    }

    /// Moves `nextTime` by one unit of the integrated rate (inversion; Çinlar 1975, ch. 4.7).
    @inline(__always)
    private mutating func advance() {
        let left = exponential.draw(&generator)
        let step = slope == 0 && rate > 0 ? left / rate : slopingStep(left)
        if nextTime + step < end {
            nextTime += step
            rate += slope * step
        } else {
            cross(left)
        }
    }

    /// Goes on from the end of the piece at hand with what is left of the unit.
    @inline(never)
    private mutating func cross(_ unit: Double) {
        var left = unit
        while true {
            let whole = end - nextTime
            left = max(0, left - whole * (rate + 0.5 * slope * whole))
            nextTime = end
            let before = day
            guard beginNextPiece() else {
                nextTime = .infinity
                return
            }
            // The process has no memory: a new day starts its own stream with a fresh draw.
            if day != before { left = exponential.draw(&generator) }
            let step = slopingStep(left)
            guard nextTime + step >= end else {
                nextTime += step
                rate += slope * step
                return
            }
        }
    }

    /// x with rate·x + slope·x²/2 = area; infinite where the rate runs out before.
    private func slopingStep(_ area: Double) -> Double {
        if slope == 0 { return rate > 0 ? area / rate : .infinity }
        let discriminant = rate * rate + 2 * slope * area
        guard discriminant >= 0 else { return .infinity }
        // The stable root: no difference of near-equal numbers.
        let sum = rate + discriminant.squareRoot()
        return sum > 0 ? 2 * area / sum : .infinity
    }

    /// - Returns: false after the last piece.
    private mutating func beginNextPiece() -> Bool {
        piece += 1
        guard piece < terms.profile.pieces.count else { return false }
        let now = terms.profile.pieces[piece]
        if now.day != day {
            day = now.day
            generator = key.part(day).generator
            let variation = terms.dayVariation.indices.contains(day) ? terms.dayVariation[day] : 0
            factor = generator.gammaFactor(variation: variation)
        }
        nextTime = max(nextTime, now.start)
        end = now.end
        rate = factor * now.startRate
        slope =
            now.endRate == now.startRate ? 0 : factor * (now.endRate - now.startRate) / (now.end - now.start)
        return true
    }
}
