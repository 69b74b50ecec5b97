import Execution
import Foundation
import Testing
import Workforce

@testable import Scheduling

@Suite struct WeekBenchmarkTests {
    @Test(arguments: ["week-20-exact-s1", "week-50-exact-s1", "week-50-exact-s2", "week-80-exact-s1"])
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
