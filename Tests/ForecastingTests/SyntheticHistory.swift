import Execution
import Workforce

@testable import Forecasting

/// Histories of known law.
struct SyntheticHistory {
    var firstDay = CivilDate(dayNumber: 20_458)  // Monday 2026-01-05
    var days = 84
    var slotMinutes = 30
    /// Contacts of a whole day, by weekday.
    var weekday: [Double] = [1000, 900, 800, 800, 700, 0, 0]
    /// Daily growth as a factor.
    var growth = 1.0
    /// Nil = the mean itself, else Poisson counts.
    var seed: UInt64?
    /// Open from 8:00 to 20:00; other slots are nil.
    var opening = ClockRange(ClockTime(hour: 8), ClockTime(hour: 20))
    var handleSeconds: Double?
    /// Changes single days: factor on the day, nil = day without records.
    var factors: [Int: Double?] = [:]

    static let key = ActivityKey(Identifier("campaign"), Identifier("calls"))
    static let hours = OpeningHours.daily(
        ClockRange(ClockTime(hour: 8), ClockTime(hour: 20)),
        on: [.monday, .tuesday, .wednesday, .thursday, .friday])

    func dayMean(_ day: Int) -> Double {
        var mean = weekday[(firstDay + day).weekday.rawValue]
        for _ in 0..<day { mean *= growth }
        return mean
    }

    func history() -> History {
        var generator = SeededGenerator(seed: seed ?? 1)
        var offered: [Double?] = []
        var handle: [Double?] = []
        for day in 0..<days {
            let total = dayMean(day)
            for slot in 0..<1440 / slotMinutes {
                let clock = ClockTime(minute: slot * slotMinutes)
                let isOpen = slotMinutes == 1440 || opening.contains(clock)
                guard total > 0, isOpen else {
                    offered.append(nil)
                    handle.append(nil)
                    continue
                }
                var factor = 1.0
                if let change = factors[day] {
                    guard let change else {
                        offered.append(nil)
                        handle.append(nil)
                        continue
                    }
                    factor = change
                }
                let mean =
                    total * factor * Double(min(slotMinutes, opening.minutes)) / Double(opening.minutes)
                offered.append(seed == nil ? mean : Double(generator.poisson(mean: mean)))
                handle.append(handleSeconds)
            }
        }
        return History(
            activity: SyntheticHistory.key, slotMinutes: slotMinutes, firstDay: firstDay, offered: offered,
            handleSeconds: handle)
    }
}

extension ServiceCalendar {
    /// Every day ordinary and open.
    static let plain = ServiceCalendar(
        EventCalendar(holidays: HolidayCalendar(region: .none)), openingHours: nil,
        dates: CivilDate(dayNumber: 20_000)...CivilDate(dayNumber: 21_000))
}
