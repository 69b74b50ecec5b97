import Execution
import LinearProgramming
import Testing

@testable import Scheduling

@Suite struct DesignShiftsTests {
    private static let plain = DesignShape(paid: 2, span: 2, breaks: [])
    private static let broken = DesignShape(
        paid: 3, span: 4, breaks: [DesignBreak(length: 1, earliest: 1, latest: 2)])

    private static func day(_ needs: [Int], _ shapes: [DesignShape], most: Int? = nil) -> ShiftDesignProblem {
        ShiftDesignProblem(
            requirement: [needs],
            contracts: [
                DesignContract(
                    id: "a", maximumAgents: most, daysPerWeek: 1, paidIntervals: 0...99, fixedCost: 1,
                    shapes: shapes)
            ], understaffingCost: 5, overstaffingCost: 1)
    }

    /// Every number of 0 to 3 agents on every shift and placement of its break.
    private static func bruteForce(_ problem: ShiftDesignProblem) -> Int {
        var kinds: [DesignedShift] = []
        for (index, shape) in problem.contracts[0].shapes.enumerated() {
            for start in 0...(problem.intervalsPerDay - shape.span) {
                guard let pause = shape.breaks.first else {
                    kinds.append(DesignedShift(shape: index, start: start, breaks: []))
                    continue
                }
                for place in pause.earliest...pause.latest {
                    kinds.append(DesignedShift(shape: index, start: start, breaks: [start + place]))
                }
            }
        }
        var best = Int.max
        func extend(_ kind: Int, _ tours: [DesignedTour]) {
            guard kind < kinds.count else {
                let most = problem.contracts[0].maximumAgents ?? .max
                if tours.count <= most { best = min(best, problem.cost(of: tours)) }
                return
            }
            for count in 0...3 {
                let more = [DesignedTour](
                    repeating: DesignedTour(contract: 0, days: [kinds[kind]]), count: count)
                extend(kind + 1, tours + more)
            }
        }
        extend(0, [])
        return best
    }

    static let days: [ShiftDesignProblem] = [
        day([1, 2, 2, 1], [plain]), day([0, 3, 1, 3, 0], [plain]), day([2, 1, 2, 1, 2], [broken]),
        day([1, 3, 2, 3, 1], [plain, broken]), day([3, 3, 3, 3], [plain, broken], most: 4),
        day([0, 0, 0, 0], [plain]),
    ]

    @Test(arguments: days) func aDayIsOptimal(_ problem: ShiftDesignProblem) throws {
        let design = try #require(try designShifts(problem))
        #expect(design.cost == DesignShiftsTests.bruteForce(problem))
        #expect(design.cost == problem.cost(of: design.tours))
        #expect(design.bound == Double(design.cost) && design.gap == 0)
    }

    /// Uneven days, whose relaxation lies below every design: the solver's own branch and bound,
    /// which knows no counts, comes to the same cost.
    @Test(arguments: 1...6) func theTreeAgreesWithTheSolver(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let problem = DesignShiftsTests.day(
            (0..<20).map { t in 1 + (t > 4 && t < 15 ? 3 : 0) + Int.random(in: 0...3, using: &generator) },
            [
                DesignShape(paid: 6, span: 7, breaks: [DesignBreak(length: 1, earliest: 2, latest: 4)]),
                DesignShape(paid: 8, span: 9, breaks: [DesignBreak(length: 1, earliest: 3, latest: 5)]),
                DesignShape(paid: 5, span: 5, breaks: []),
            ])
        let design = try #require(try designShifts(problem))
        let solved = try DayDesignProgramme(problem).program.solve(
            options: SolveOptions(), control: RunControl())
        let optimum = try #require(solved.isOptimal ? solved.solution : nil).objective
        #expect(abs(Double(design.cost) - optimum) < 1e-6)
        #expect(design.bound == Double(design.cost) && design.cost == problem.cost(of: design.tours))
    }

    /// 24 intervals, five days a week, two lengths that must come to 40 paid intervals.
    private static let week = ShiftDesignProblem(
        requirement: (0..<7).map { day in
            (0..<24).map { t in day == 6 ? 0 : 2 + (t > 6 && t < 18 ? 3 : 0) + (day == 0 ? 1 : 0) }
        },
        contracts: [
            DesignContract(
                id: "full", maximumAgents: 12, daysPerWeek: 5, paidIntervals: 40...40,
                startBand: StartBand(halfWidth: 2, first: 2, step: 2),
                shapes: [
                    DesignShape(
                        paid: 8, span: 9, breaks: [DesignBreak(length: 1, earliest: 3, latest: 5)]),
                    DesignShape(
                        paid: 7, span: 8, breaks: [DesignBreak(length: 1, earliest: 3, latest: 5)]),
                    // Listed late first: their order in time is another.
                    DesignShape(
                        paid: 9, span: 11,
                        breaks: [
                            DesignBreak(length: 1, earliest: 7, latest: 8),
                            DesignBreak(length: 1, earliest: 2, latest: 4),
                        ]),
                ])
        ], understaffingCost: 5, overstaffingCost: 1, intervalMinutes: 60, minimumRestIntervals: 11)

    @Test func aWeekKeepsItsRulesAndItsBound() throws {
        let problem = DesignShiftsTests.week
        let contract = problem.contracts[0]
        let design = try #require(try designShifts(problem))
        #expect(design.cost == problem.cost(of: design.tours))
        #expect(design.bound > 0 && design.bound <= Double(design.cost) && design.gap < 0.1)
        #expect(design.cost < problem.cost(of: []) / 2 && design.tours.count <= 12)
        for tour in design.tours {
            let worked = tour.days.indices.filter { tour.days[$0] != nil }
            #expect(worked.count == 5)
            let shifts = tour.days.compactMap { $0 }
            #expect(shifts.reduce(0) { $0 + contract.shapes[$1.shape].paid } == 40)
            let starts = shifts.map(\.start)
            #expect(
                stride(from: 2, to: 30, by: 2).contains { anchor in
                    starts.allSatisfy { abs($0 - anchor) <= 2 }
                })
            for shift in shifts {
                let shape = contract.shapes[shift.shape]
                #expect(shift.start >= 0 && shift.start + shape.span <= 24)
                for (pause, start) in zip(shape.breaks, shift.breaks) {
                    let after = start - shift.start
                    #expect(pause.earliest <= after && after <= pause.latest)
                }
            }
            for day in worked where day + 1 < 7 {
                guard let today = tour.days[day], let next = tour.days[day + 1] else { continue }
                #expect(24 - (today.start + contract.shapes[today.shape].span) + next.start >= 11)
            }
        }
    }

    static let senseless: [ShiftDesignProblem] = [
        ShiftDesignProblem(requirement: [], contracts: [], understaffingCost: 5, overstaffingCost: 1),
        ShiftDesignProblem(
            requirement: [[1, 2], [1]], contracts: [], understaffingCost: 5, overstaffingCost: 1),
        day([1, -1], [plain]), day([1, 1], [DesignShape(paid: 0, span: 1, breaks: [])]),
        day(
            [1, 1, 1],
            [
                DesignShape(
                    paid: 2, span: 2, breaks: [DesignBreak(length: 1, earliest: 1, latest: 2)])
            ]),
        day(
            [1, 1, 1, 1],
            [
                DesignShape(
                    paid: 4, span: 4,
                    breaks: [
                        DesignBreak(length: 1, earliest: 0, latest: 2),
                        DesignBreak(length: 1, earliest: 2, latest: 3),
                    ])
            ]),
    ]

    @Test(arguments: senseless) func whatIsNoProblemHasNoDesign(_ problem: ShiftDesignProblem) throws {
        #expect(try designShifts(problem) == nil)
    }

    @Test func sameSeedSameDesign() throws {
        let problem = DesignShiftsTests.week
        #expect(try designShifts(problem) == designShifts(problem))
    }
}
