import Execution
import Testing
import Workforce

@testable import Scheduling

/// Small pools for the searches on skeletons and whole shifts.
enum SkeletonFixture {
    /// Random small weeks of two contracts.
    static func week(seed: UInt64) -> ShiftDesignProblem {
        var generator = SeededGenerator(seed: seed)
        let requirement = (0..<7).map { _ in (0..<24).map { $0 < 2 || $0 > 21 ? 0 : generator.below(5) } }
        func shape(_ paid: Int) -> DesignShape {
            DesignShape(
                paid: paid, span: paid,
                breaks: [DesignBreak(length: 1, earliest: paid / 2 - 1, latest: paid / 2)]
            )
        }
        return ShiftDesignProblem(
            requirement: requirement,
            contracts: [
                DesignContract(
                    id: "full", maximumAgents: 6, daysPerWeek: 5, paidIntervals: 50...50,
                    startBand: StartBand(halfWidth: 2, first: 2, step: 4), shapes: [8, 10, 12].map(shape)),
                DesignContract(
                    id: "part", maximumAgents: 5, daysPerWeek: 3, paidIntervals: 24...24,
                    shapes: [6, 8, 10].map(shape)),
            ], understaffingCost: 5, overstaffingCost: 1)
    }

    static func pool(seed: UInt64) throws -> (space: SkeletonSpace, pricing: TourPricing) {
        var (model, _) = week(seed: seed).poolModel
        var programmes: [TourProgramme] = []
        for index in model.groups.indices {
            let programme = try #require(TourProgramme(group: index, model: model))
            model.groups[index].tourCost = Double(programme.paid)
            programmes.append(programme)
        }
        let pricing = TourPricing(model: model, programmes: programmes)
        return (SkeletonSpace(pricing: pricing), pricing)
    }
}
