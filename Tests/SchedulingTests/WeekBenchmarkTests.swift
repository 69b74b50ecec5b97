import Execution
import Foundation
import Testing
import Workforce

@testable import Scheduling

@Suite struct WeekBenchmarkTests {
    @Test(
        .serialized,
        arguments: (ProcessInfo.processInfo.environment["PLATEAU_WEEKS"] ?? "week-50-exact-s1").split(
            separator: ","
        ).map(String.init))
    func week(name: String) throws {
        guard ProcessInfo.processInfo.environment["PLATEAU_MEASURE"] != nil else { return }
        guard let instance = try WeekInstance.load(name) else { return }
        let model = instance.model()
        let programmes = model.groups.indices.compactMap { TourProgramme(group: $0, model: model) }
        let start = ContinuousClock.now
        let solution = try solvePool(model, programmes: programmes, control: RunControl())
        print(
            name, solution.optimality.cost, solution.optimality.bound, solution.optimality.gap,
            ContinuousClock.now - start)
    }
}
