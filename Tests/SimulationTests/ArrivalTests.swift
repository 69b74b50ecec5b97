import Testing
import Workforce

@testable import Simulation

@Suite struct ArrivalTests {
    static func times(_ profile: ArrivalProfile, variation: [Double] = [], seed: UInt64 = 1) -> [Double] {
        let terms = CallSource.Terms(
            profile: profile, dayVariation: variation, handleSeconds: [100],
            handleTime: HandleTimeDraws(.exponential),
            patience: PatienceDraws(.exponential, meanSeconds: nil), slotSeconds: 900)
        var source = CallSource(terms, key: StreamKey(seed: seed))
        var times: [Double] = []
        while source.nextTime < .infinity {
            times.append(source.nextTime)
            _ = source.take()
        }
        return times
    }

    @Test func linearRatesGiveTheirIntegral() {
        // 0 → 7,200 an hour over 1,000 s and back: 1,000 calls each way.
        let times = Self.times(ArrivalProfile(callsPerHour: [0, 7200, 0], at: [0, 1000, 2000]))
        #expect(abs(Double(times.count) - 2000) < 4 * 2000.0.squareRoot())
        // Half the way up the triangle has a quarter of its area.
        let early = times.count { $0 < 500 }
        #expect(abs(Double(early) - 250) < 4 * 250.0.squareRoot())
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
        #expect(times.allSatisfy { $0 > 0 && $0 < 2000 })
    }

    @Test func aDayKeepsItsContactsWhateverTheOthersDo() {
        let days = [0, 0, 1, 1]
        let whole = ArrivalProfile(contacts: [50, 50, 40, 60], seconds: 900, days: days)
        let second = ArrivalProfile(contacts: [0, 10, 40, 60], seconds: 900, days: days)
        #expect(Self.times(whole).filter { $0 >= 1800 } == Self.times(second).filter { $0 >= 1800 })
        #expect(Self.times(whole).filter { $0 >= 1800 }.count > 60)
    }

    @Test func dayFactorsSpreadDays() {
        let profile = ArrivalProfile(
            contacts: [Double](repeating: 400, count: 200), seconds: 900, days: Array(0..<200))
        func variance(_ times: [Double]) -> Double {
            var counts = [Double](repeating: 0, count: 200)
            for time in times { counts[Int(time / 900)] += 1 }
            let mean = counts.reduce(0, +) / 200
            return counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199
        }
        let plain = variance(Self.times(profile))
        let varied = variance(Self.times(profile, variation: [Double](repeating: 0.2, count: 200)))
        // Poisson: 400; with the factor 400 + (0.2 · 400)² = 6,800.
        #expect(plain > 280 && plain < 540)
        #expect(varied > 4700 && varied < 9400)
    }

    @Test func brokenProfilesHaveNoContacts() {
        for rate in [Double.nan, -5, .infinity, 0] {
            #expect(Self.times(ArrivalProfile(callsPerHour: rate, seconds: 100)).isEmpty)
        }
        for seconds in [Double.nan, -5, .infinity, 0] {
            #expect(Self.times(ArrivalProfile(callsPerHour: 100, seconds: seconds)).isEmpty)
        }
        #expect(Self.times(ArrivalProfile(callsPerHour: [], at: [])).isEmpty)
    }
}
