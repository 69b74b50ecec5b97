import Workforce

/// What a stretch of work between pauses may last, in slots.
struct StretchLimits: Hashable, Sendable {
    var least: Int
    var most: Int
}

/// Windows for `count` rest breaks of `length` slots in a segment of work that
/// begins at 0 and ends at any slot of `ends`, so that every combination of
/// starts keeps every stretch of work within `limits`.
///
/// One break gets the exact set of legal starts. Several share the slack: from
/// evenly spread starts each window grows in turn, to at most `widest` slots.
///
/// - Returns: nil when no placement is legal for all of `ends`.
func restWindows(
    count: Int, length: Int, ends: ClosedRange<Int>, limits: StretchLimits, widest: Int
) -> [ClosedRange<Int>]? {
    guard count > 0 else {
        return ends.lowerBound >= limits.least && ends.upperBound <= limits.most ? [] : nil
    }
    var reach: [ClosedRange<Int>] = []
    for i in 1...count {
        let after = count - i + 1
        let low = max(
            i * limits.least + (i - 1) * length, ends.upperBound - after * (length + limits.most))
        let high = min(
            i * limits.most + (i - 1) * length, ends.lowerBound - after * (length + limits.least))
        guard low <= high else { return nil }
        reach.append(low...high)
    }
    if count == 1 { return reach }
    guard var windows = evenStarts(count: count, length: length, ends: ends, limits: limits, reach: reach)
    else { return nil }
    grow(&windows, within: reach, length: length, limits: limits, widest: widest)
    return windows
}

/// Single starts, as evenly spread as `reach` and the limits between neighbours allow.
private func evenStarts(
    count: Int, length: Int, ends: ClosedRange<Int>, limits: StretchLimits, reach: [ClosedRange<Int>]
) -> [ClosedRange<Int>]? {
    let work = (ends.lowerBound + ends.upperBound) / 2 - count * length
    var starts: [ClosedRange<Int>] = []
    for i in 0..<count {
        var (low, high) = (reach[i].lowerBound, reach[i].upperBound)
        if let last = starts.last?.lowerBound {
            low = max(low, last + length + limits.least)
            high = min(high, last + length + limits.most)
        }
        guard low <= high else { return nil }
        let even = work * (i + 1) / (count + 1) + i * length
        let start = min(high, max(low, even))
        starts.append(start...start)
    }
    return starts
}

private func grow(
    _ windows: inout [ClosedRange<Int>], within reach: [ClosedRange<Int>], length: Int,
    limits: StretchLimits, widest: Int
) {
    func isLegal(_ i: Int, _ window: ClosedRange<Int>) -> Bool {
        guard window.lowerBound >= reach[i].lowerBound, window.upperBound <= reach[i].upperBound,
            window.count <= widest
        else { return false }
        func fits(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> Bool {
            b.lowerBound - a.upperBound - length >= limits.least
                && b.upperBound - a.lowerBound - length <= limits.most
        }
        return (i == 0 || fits(windows[i - 1], window))
            && (i == windows.count - 1 || fits(window, windows[i + 1]))
    }
    var grew = true
    while grew {
        grew = false
        for i in windows.indices {
            let later = windows[i].lowerBound...windows[i].upperBound + 1
            if isLegal(i, later) {
                windows[i] = later
                grew = true
            }
            let earlier = windows[i].lowerBound - 1...windows[i].upperBound
            if isLegal(i, earlier) {
                windows[i] = earlier
                grew = true
            }
        }
    }
}
