import Execution
import Testing

@testable import Scheduling

@Suite struct DesignShiftKindsTests {
    /// What holds of any design: sizes, the cost of its own, the limit, a bound under it.
    private static func check(_ design: ShiftKindDesign, of problem: MinimumShiftDesign) {
        #expect(design.cost == problem.cost(of: design.kinds, agents: design.agents))
        #expect(design.bound <= Double(design.cost) && design.bound >= 0)
        #expect(design.kinds.count <= problem.maximumKinds ?? .max)
        #expect(Set(design.kinds).isSubset(of: problem.allowedKinds))
        #expect(design.kinds == Array(Set(design.kinds)).sorted())
        #expect(design.agents.count == design.kinds.count)
        for counts in design.agents {
            #expect(counts.count == problem.days && counts.allSatisfy { $0 >= 0 } && counts.max() != 0)
        }
    }

    @Test(arguments: UInt64(1)...40) func tinyProblemsAreOptimal(seed: UInt64) throws {
        let problem = TinyShiftDesigns.random(seed: seed)
        let design = try #require(try designShiftKinds(problem))
        DesignShiftKindsTests.check(design, of: problem)
        #expect(design.cost == TinyShiftDesigns.bruteForce(problem))
        #expect(design.isOptimal)
    }

    /// Half a shift of each kind would cover an odd circle exactly; whole shifts cannot.
    @Test(arguments: [0, 1]) func anOddCircleHasWholeShifts(kindCost: Int) throws {
        let problem = MinimumShiftDesign(
            days: 1, intervalsPerDay: 3, requirement: [1, 1, 1],
            types: [ShiftType(starts: 0...2, lengths: 2...2)], underCost: 1, overCost: 1,
            kindCost: kindCost)
        let design = try #require(try designShiftKinds(problem))
        DesignShiftKindsTests.check(design, of: problem)
        #expect(design.cost == TinyShiftDesigns.bruteForce(problem))
        // Free kinds: the bound is the relaxation's, rounded up; a searched one is proved.
        #expect(kindCost == 0 || design.isOptimal)
    }

    @Test func aNightPassesTheEndOfTheWeek() throws {
        var requirement = [Int](repeating: 0, count: 7 * 24)
        for t in [166, 167, 0, 1] { requirement[t] = 3 }
        let problem = MinimumShiftDesign(
            days: 7, intervalsPerDay: 24, requirement: requirement,
            types: [ShiftType(starts: 20...23, lengths: 4...4)], underCost: 10, overCost: 1, kindCost: 7)
        let design = try #require(try designShiftKinds(problem))
        #expect(design.kinds == [ShiftKind(start: 22, length: 4)])
        #expect(design.agents == [[0, 0, 0, 0, 0, 0, 3]])
        #expect(design.cost == 7 && design.isOptimal)
    }

    @Test func plantedKindsAreNotBeaten() throws {
        let problem = TinyShiftDesigns.planted()
        let design = try #require(try designShiftKinds(problem))
        DesignShiftKindsTests.check(design, of: problem)
        #expect(design.isOptimal)
        #expect(design.cost <= 60 * TinyShiftDesigns.plantedKinds.count)
    }

    @Test func dearerKindsCostMoreAndAreFewer() throws {
        var last: ShiftKindDesign?
        for price in [0, 60, 600, 6000] {
            let design = try #require(try designShiftKinds(TinyShiftDesigns.planted(kindCost: price)))
            #expect(design.isOptimal)
            if let last {
                #expect(design.cost >= last.cost)
                #expect(design.kinds.count <= last.kinds.count)
            }
            last = design
        }
        #expect(last?.kinds.count ?? 9 < 6)
    }

    @Test func fewerKindsCostMore() throws {
        var last = try #require(try designShiftKinds(TinyShiftDesigns.planted())).cost
        for most in [6, 4, 2, 1, 0] {
            let problem = TinyShiftDesigns.planted(maximumKinds: most)
            let design = try #require(try designShiftKinds(problem))
            DesignShiftKindsTests.check(design, of: problem)
            #expect(design.isOptimal)
            #expect(design.cost >= last)
            last = design.cost
        }
        #expect(last == 60 * TinyShiftDesigns.planted().requirement.reduce(0, +))
    }

    @Test func sameSeedSameDesign() throws {
        let problem = TinyShiftDesigns.planted(kindCost: 200)
        #expect(try designShiftKinds(problem) == designShiftKinds(problem))
    }

    @Test func aStoppedSearchKeepsAnHonestBound() throws {
        let problem = TinyShiftDesigns.planted(kindCost: 200)
        let best = try #require(try designShiftKinds(problem))
        #expect(best.isOptimal)
        let early = RunControl(deadline: .after(seconds: -1))
        for stopped in [
            try designShiftKinds(problem, nodeLimit: 1), try designShiftKinds(problem, control: early),
        ] {
            let design = try #require(stopped)
            DesignShiftKindsTests.check(design, of: problem)
            #expect(design.cost >= best.cost && design.bound <= Double(best.cost))
        }
    }

    @Test func nothingWantedNothingDesigned() throws {
        var problem = TinyShiftDesigns.planted()
        problem.requirement = [Int](repeating: 0, count: 168)
        let design = try #require(try designShiftKinds(problem))
        #expect(design.kinds.isEmpty && design.cost == 0 && design.isOptimal)
    }

    @Test func withoutTypesEverythingIsMissing() throws {
        var problem = TinyShiftDesigns.planted()
        problem.types = []
        let design = try #require(try designShiftKinds(problem))
        #expect(design.cost == 60 * problem.requirement.reduce(0, +) && design.isOptimal)
    }

    static let broken: [@Sendable (inout MinimumShiftDesign) -> Void] = [
        { $0.days = 0 }, { $0.days = 6 }, { $0.intervalsPerDay = 0 }, { $0.intervalsPerDay = -24 },
        { $0.requirement[3] = -1 }, { $0.requirement.removeLast() }, { $0.requirement = [] },
        { $0.underCost = -1 }, { $0.overCost = -1 }, { $0.kindCost = -1 }, { $0.maximumKinds = -1 },
        { $0.types[0].starts = -1...2 }, { $0.types[0].starts = 20...24 }, { $0.types[0].startStep = 0 },
        { $0.types[0].lengths = 0...4 }, { $0.types[0].lengths = 4...169 },
        { $0.types[0].lengthStep = -1 },
    ]

    @Test(arguments: broken.indices) func whatIsNoProblemHasNoDesign(index: Int) throws {
        var problem = TinyShiftDesigns.planted()
        DesignShiftKindsTests.broken[index](&problem)
        #expect(try designShiftKinds(problem) == nil)
    }
}
