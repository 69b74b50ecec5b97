import Workforce

/// Dates and times straight from bytes, for files of a million rows. Only the
/// commonest spellings; anything else goes through `MomentText`.
enum FastMoment {
    /// `yyyy-MM-dd`, `dd/MM/yyyy`, alone or before a space or `T` and `HH:mm[:ss]`;
    /// the clock is in seconds, −1 for a date alone. Nil: not one of these.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (day: Int, second: Int)? {
        guard bytes.count == 10 || bytes.count == 16 || bytes.count == 19 else { return nil }
        let date: CivilDate?
        if bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
            guard let century = two(bytes, 0), let years = two(bytes, 2), let month = two(bytes, 5),
                let day = two(bytes, 8)
            else { return nil }
            date = CivilDate(year: century * 100 + years, month: month, day: day)
        } else if bytes[2] == UInt8(ascii: "/"), bytes[5] == UInt8(ascii: "/") {
            guard let day = two(bytes, 0), let month = two(bytes, 3), let century = two(bytes, 6),
                let years = two(bytes, 8)
            else { return nil }
            date = CivilDate(year: century * 100 + years, month: month, day: day)
        } else {
            return nil
        }
        guard let date, (1900...2200).contains(date.year) else { return nil }
        if bytes.count == 10 { return (date.dayNumber, -1) }
        guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
            let second = clock(UnsafeBufferPointer(rebasing: bytes[11...]))
        else { return nil }
        return (date.dayNumber, second)
    }

    /// `HH:mm` or `HH:mm:ss`, in seconds.
    static func clock(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard bytes.count == 5 || bytes.count == 8, bytes[2] == UInt8(ascii: ":"), let hour = two(bytes, 0),
            let minute = two(bytes, 3), hour < 24, minute < 60
        else { return nil }
        guard bytes.count == 8 else { return hour * 3600 + minute * 60 }
        guard bytes[5] == UInt8(ascii: ":"), let second = two(bytes, 6), second < 60 else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private static func two(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        let (tens, ones) = (Int(bytes[at]) - 48, Int(bytes[at + 1]) - 48)
        return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
    }
}
