/// Distances into the future whose errors are alike.
enum LeadBucket {
    static let count = 5
    /// Last day of each.
    static let longest = [1, 7, 28, 84, 546]

    /// 1 day, 2–7 days, 8–28 days, 29–84 days, further.
    static func index(lead: Int) -> Int {
        switch lead {
        case ...1: 0
        case ...7: 1
        case ...28: 2
        case ...84: 3
        default: 4
        }
    }

    static func leads(_ bucket: Int) -> ClosedRange<Int> {
        (bucket == 0 ? 1 : longest[bucket - 1] + 1)...longest[bucket]
    }
}
