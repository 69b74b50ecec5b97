import Foundation
import Testing

@Suite struct ShiftKindsTests {
    @Test func aNumberThatIsNoneIsWrongUsage() throws {
        let run = try PlateauRun(["schedule", "datasets/tiny", "--max-shift-kinds", "0"])
        #expect(run.status == 64)
        #expect(run.errors.contains("1 to 1000"))
    }
}
