/// Distances into the future whose errors are alike.
enum LeadBucket {
    static let count = 4
    /// Last day of each that a backtest reaches.
    static let longest = [1, 7, 28, 84]

    /// 1 day, 2–7 days, 8–28 days, further.
    static func index(lead: Int) -> Int {
        switch lead {
        case ...1: 0
        case ...7: 1
        case ...28: 2
        default: 3
        }
    }
}
