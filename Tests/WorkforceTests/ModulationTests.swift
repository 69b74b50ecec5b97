import Testing
import Workforce

/// Periods of modulation against a horizon of six weeks.
struct ModulationPeriodTests {
    static let horizon = Horizon(firstDay: CivilDate(dayNumber: 20_780), weekCount: 6)

    /// Length, weeks from the horizon's start to the given one, and the periods found.
    @Test(
        arguments: [
            (nil, nil, [0..<6]), (nil, -3, [-3..<6]), (nil, 2, [0..<6]), (4, nil, [0..<4, 4..<6]),
            (4, -2, [-2..<2, 2..<6]), (4, -4, [0..<4, 4..<6]), (4, -9, [-1..<3, 3..<6]),
            (4, 3, [-1..<3, 3..<6]), (2, 1, [-1..<1, 1..<3, 3..<5, 5..<6]), (8, 0, [0..<6]),
        ] as [(Int?, Int?, [Range<Int>])])
    func periodsCoverTheHorizon(_ length: Int?, _ start: Int?, _ expected: [Range<Int>]) {
        let modulation = Modulation(
            weeklyMinutes: 1680...2520, periodWeeks: length,
            periodStart: start.map { Self.horizon.firstDay + 7 * $0 })
        #expect(modulation.periods(in: Self.horizon) == expected)
    }
}
