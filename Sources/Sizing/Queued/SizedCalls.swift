import Foundation
import Workforce

/// The rate that each interval is staffed for, by the campaign's `LoadMethod`.
///
/// With `.stationary` it is the interval's own. With `.modifiedOfferedLoad` it is the rate whose
/// offered load is the largest number m(t) of servers that would be busy within the interval if
/// there were always enough: m′ = λ(t) − μm with the interval's λ and μ = 1/handle time
/// (Jennings, Mandelbaum, Massey & Whitt 1996, eq. 4). Contacts that began earlier still occupy
/// agents, and none does when a campaign opens. With constant rates m runs monotonically to its
/// interval's load, so that its largest value is at one of the ends.
///
/// - Parameters:
///   - callsPerHour, handleSeconds: per interval of the horizon; ≥ 0 and > 0.
///   - isOpen: m restarts at each opening, from 0.
///   - wasOpen: whether the campaign was open right before the horizon; m then starts at its
///     first interval's load.
/// - Returns: contacts per hour, per interval; closed intervals keep their own.
/// - Complexity: O(intervals).
func sizedCallsPerHour(
    _ callsPerHour: [Double], handleSeconds: [Double], intervalHours: Double, isOpen: [Bool],
    wasOpen: Bool, method: LoadMethod
) -> [Double] {
    guard method == .modifiedOfferedLoad else { return callsPerHour }
    var sized = callsPerHour
    var busy: Double? = wasOpen ? nil : 0
    for t in callsPerHour.indices {
        guard t < isOpen.count, isOpen[t], t < handleSeconds.count, handleSeconds[t] > 0 else {
            busy = 0
            continue
        }
        let load = callsPerHour[t] * handleSeconds[t] / 3600
        let start = busy ?? load
        let end = load + (start - load) * exp(-intervalHours * 3600 / handleSeconds[t])
        // Equal ends are the interval's own load: its rate need not be computed back from it.
        if start != load || end != load {
            sized[t] = max(start, end) * 3600 / handleSeconds[t]
        }
        busy = end
    }
    return sized
}

extension Scenario {
    /// Whether a campaign worked until midnight on the eve of the horizon, so that its first
    /// interval is no opening.
    func wasOpenBeforeHorizon(_ campaign: Campaign) -> Bool {
        let eve = horizon.date(ofDay: -1)
        return campaign.isLive(on: eve)
            && campaign.openingHours.ranges(on: eve, holidays: holidays(of: campaign))
                .contains { $0.end.minute >= 1440 }
    }
}
