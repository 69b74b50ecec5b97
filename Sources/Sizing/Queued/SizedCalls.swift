import Queueing
import Workforce

/// The rate that each interval is staffed for, by the campaign's `LoadMethod`.
///
/// With `.stationary` it is the interval's own. With `.modifiedOfferedLoad` it is the rate whose
/// offered load is the largest number of servers that would be busy within the interval if there
/// were always enough (`Queueing.modifiedOfferedLoad`). Contacts that began earlier still occupy
/// agents, and none does when a campaign opens.
///
/// - Parameters:
///   - callsPerHour, handleSeconds: per interval of the horizon; finite, ≥ 0 and > 0.
///   - isOpen: the load restarts at each opening, from 0.
///   - wasOpen: whether the campaign was open right before the horizon; the load then starts at
///     its first interval's.
/// - Returns: contacts per hour, per interval; closed intervals keep their own.
/// - Complexity: O(intervals).
func sizedCallsPerHour(
    _ callsPerHour: [Double], handleSeconds: [Double], intervalHours: Double, isOpen: [Bool],
    wasOpen: Bool, method: LoadMethod
) throws(QueueingError) -> [Double] {
    guard method == .modifiedOfferedLoad else { return callsPerHour }
    var sized = callsPerHour
    let count = min(callsPerHour.count, handleSeconds.count, isOpen.count)
    var first = 0
    while first < count {
        guard isOpen[first] else {
            first += 1
            continue
        }
        let end = isOpen[first..<count].firstIndex(of: false) ?? count
        let loads = try modifiedOfferedLoad(
            callsPerHour: Array(callsPerHour[first..<end]),
            handleTimeSeconds: Array(handleSeconds[first..<end]), intervalSeconds: intervalHours * 3600,
            busyAtStart: first == 0 && wasOpen ? nil : 0)
        for (t, load) in zip(first..<end, loads) {
            let own = try offeredLoad(callsPerHour: callsPerHour[t], handleTimeSeconds: handleSeconds[t])
            // The interval's own rate need not be computed back from its load.
            if load.maximum != own { sized[t] = load.maximum * 3600 / handleSeconds[t] }
        }
        first = end
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
