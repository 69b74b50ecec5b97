import Foundation
import Testing
import Workforce

@testable import Sizing

/// Calls of an Israeli bank, February 1999, raw from the telephone system.
@Suite struct AcdExportTests {
    /// Third-party data, beside the repository.
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(
            path: "../shared/benchmarks/acd_export/data_anonymous_bank_february.txt"
        ).standardizedFileURL
        .path

    /// Mean calls by hour of arrival over the four Wednesdays.
    private func wednesdays() throws -> [Double] {
        let text = try String(contentsOfFile: AcdExportTests.file, encoding: .isoLatin1)
        var counts = [Double](repeating: 0, count: 24)
        var dates: Set<Int> = []
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 13, let stamp = Int(fields[5]), let vruTime = Int(fields[8]),
                let date = CivilDate(year: 1900 + stamp / 10_000, month: stamp / 100 % 100, day: stamp % 100),
                date.weekday == .wednesday, fields[12] != "PHANTOM", vruTime >= 0,
                let hour = fields[6].split(separator: ":").first.flatMap({ Int($0) }), hour < 24
            else { continue }
            counts[hour] += 1
            dates.insert(stamp)
        }
        return counts.map { $0 / Double(dates.count) }
    }

    /// Published: 15 served per agent-hour, P(wait) ≤ 0.5, that is half answered within 0 s.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: file)))
    func givesThePublishedRequirement() throws {
        var campaign = OneCampaign()
        campaign.activities = [.calls(target: ServiceTarget(serviceLevel: 0.5, threshold: Seconds(0)))]
        let hours = try wednesdays()
        var contacts = [Double](repeating: 0, count: campaign.horizon.intervalCount)
        for hour in 0..<24 { contacts[48 + hour] = hours[hour] }
        campaign.contacts = [Identifier("calls"): contacts]
        let need = try campaign.intervals("calls")
        #expect(
            Array(need.positions[48..<72]) == [
                1, 1, 1, 0, 1, 1, 1, 4, 8, 9, 10, 9, 8, 16, 10, 10, 6, 7, 8, 8, 6, 6, 5, 4,
            ])
        #expect(need.positions[..<48].allSatisfy { $0 == 0 })
        #expect(need.scheduled == need.positions)
    }
}
