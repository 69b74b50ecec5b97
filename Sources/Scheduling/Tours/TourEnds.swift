/// Where the weeks of a filled programme may end: with which days and paid time, at what cost.
extension TourProgramme {
    /// Whether a tour may pay so many slots.
    @inline(__always)
    func allows(paid slots: Int) -> Bool { hours.map { $0.allows(slots) } ?? (slots == paid) }

    func final(days: Int, excess: Int, band: BandDays) -> (worth: Double, state: Int) {
        var best = (worth: TourProgramme.impossible, state: -1)
        guard excess >= 0, excess < width else { return best }
        for state in 0..<band.automaton.stateCounts[7] where band.automaton.accepts[state] {
            let worth = layers[7 * layerSize + (state * (daysPerWeek.upperBound + 1) + days) * width + excess]
            if worth > best.worth { best = (worth, state) }
        }
        return best
    }

    /// Excess that gives a tour of so many days its normal paid time; nil when none does.
    private func excess(days: Int) -> Int? {
        let slots = paid - days * shortest
        return slots >= 0 && slots % grain == 0 ? slots / grain : nil
    }

    /// Excesses from which a tour of so many days may choose, where hours are flexible.
    private func excesses(days: Int, _ hours: PaidHours) -> Range<Int> {
        let low = (max(0, hours.least - days * shortest) + grain - 1) / grain
        let high = hours.most - days * shortest
        return high < 0 ? 0..<0 : low..<max(low, min(width, high / grain + 1))
    }

    /// Where the best week ends: its worth less what its hours cost beside the normal ones, the
    /// value of its layer, days, excess and state.
    typealias End = (net: Double, worth: Double, days: Int, excess: Int, state: Int)

    func bestEnd(_ band: BandDays) -> End {
        var best: End = (TourProgramme.impossible, TourProgramme.impossible, 0, 0, -1)
        for days in daysPerWeek {
            guard let hours else {
                guard let excess = excess(days: days) else { continue }
                let found = final(days: days, excess: excess, band: band)
                if found.worth > best.net { best = (found.worth, found.worth, days, excess, found.state) }
                continue
            }
            for excess in excesses(days: days, hours) {
                let found = final(days: days, excess: excess, band: band)
                guard found.worth > TourProgramme.hopeless else { continue }
                let net = found.worth - hours.costs[days * shortest + excess * grain]
                if net > best.net { best = (net, found.worth, days, excess, found.state) }
            }
        }
        return best
    }
}
