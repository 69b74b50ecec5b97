import PlanFiles
import Testing
import Workforce

struct ParseIntervalTests {
    private func scenario() throws -> Scenario {
        try #require(readWorkspace(at: Fixtures.base).scenario)
    }

    @Test func anIntervalIsNamedByAnyTimeInsideIt() throws {
        let scenario = try scenario()
        let horizon = scenario.horizon
        let day = horizon.date(ofDay: 1).iso8601
        let written = ["hotline@\(day) 10:00", " hotline @ \(day) 10h", "hotline@\(day)T10:07"]
        for text in written {
            let (activities, interval) = try parseInterval(text, in: scenario)
            #expect(activities.map(\.campaign.name) == ["hotline"])
            #expect(horizon.days[interval] == 1 && horizon.clockMinutes[interval] == 600)
        }
        let named = try parseInterval("hotline.inbound@\(day) 23:59", in: scenario)
        #expect(named.activities.map(\.activity.name) == ["inbound"])
        #expect(named.interval == horizon.intervals(ofDay: 1).upperBound - 1)
    }

    @Test func mistakesSayWhatToWrite() throws {
        let scenario = try scenario()
        let day = scenario.horizon.firstDay.iso8601
        func problem(_ text: String) -> Problem? {
            do throws(Problem) {
                _ = try parseInterval(text, in: scenario)
                return nil
            } catch { return error }
        }
        #expect(
            problem("hotlin@\(day) 10:00")
                == .reference(.unknown(thing: .campaign, name: "hotlin", nearest: "hotline")))
        #expect(
            problem("hotline.inbund@\(day) 10:00")
                == .reference(.unknown(thing: .activity, name: "inbund", nearest: "inbound")))
        for text in ["", "@", "hotline", "hotline@", "hotline@\(day)", "hotline@\(day) 24:00", "hotline@x y"]
        {
            let code = problem(text)?.code
            #expect(code == "value.malformed" || code == "reference.unknown", "\(text)")
        }
        #expect(problem("hotline@1999-01-01 10:00")?.code == "value.below")
        #expect(problem("hotline@2099-01-01 10:00")?.code == "value.above")
    }
}
