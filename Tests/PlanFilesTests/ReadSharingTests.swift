import Foundation
import PlanFiles
import Testing
import Workforce

struct ReadSharingTests {
    static let written: [(String, AgentSharing?)] = [
        ("", nil), ("sharing: no\n", nil), ("sharing: yes\n", AgentSharing()),
        ("sharing:\n  minimumLoan: 1h30\n", AgentSharing(minimumLoanMinutes: 90)),
        (
            "sharing:\n  loanPrice: 3.50\n  minimumLoan: 15m\n",
            AgentSharing(minimumLoanMinutes: 15, pricePerLoan: Money(cents: 350))
        ),
    ]

    @Test(arguments: written.indices) func sharingIsOffUnlessTheSiteSaysSo(_ index: Int) throws {
        let site = String(decoding: Fixtures.files(of: Fixtures.base)["site.yaml"] ?? [], as: UTF8.self)
        let reading = try base(replacing: ["site.yaml": site + "\n" + Self.written[index].0])
        #expect(lines(reading) == [])
        #expect(try #require(reading.scenario).sharing == Self.written[index].1)
    }
}
