import Foundation
import Testing

@Suite struct ShiftKindsTests {
    /// Starts and ends of a campaign's shifts, by campaign, from the CSV that people read.
    private func kinds(_ run: PlateauRun) throws -> [String: Set<String>] {
        let rows = run.output.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(rows.first)
        let campaign = try #require(header.firstIndex(of: "campaign"))
        let start = try #require(header.firstIndex(of: "start"))
        let end = try #require(header.firstIndex(of: "end"))
        var kinds: [String: Set<String>] = [:]
        for row in rows.dropFirst() { kinds[row[campaign], default: []].insert(row[start] + "-" + row[end]) }
        return kinds
    }

    @Test func theOptionKeepsEachCampaignToFewKinds() throws {
        let free = try PlateauRun(["schedule", "datasets/dst-weekend", "--csv"])
        #expect(try kinds(free).values.contains { $0.count > 3 })
        let few = try PlateauRun(["schedule", "datasets/dst-weekend", "--csv", "--max-shift-kinds", "3"])
        #expect(few.status == 0)
        #expect(try kinds(few).values.allSatisfy { (1...3).contains($0.count) })
        let text = try PlateauRun(
            ["schedule", "datasets/dst-weekend", "--max-shift-kinds", "3", "--lang", "fr"])
        #expect(text.output.contains("Types de vacations"))
        #expect(text.output.contains("Prix de la simplicité"))
    }

    @Test func aNumberThatIsNoneIsWrongUsage() throws {
        let run = try PlateauRun(["schedule", "datasets/tiny", "--max-shift-kinds", "0"])
        #expect(run.status == 64)
        #expect(run.errors.contains("1 to 1000"))
    }
}
