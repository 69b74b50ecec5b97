import CGLPK
import Execution
import Foundation
import Testing

@testable import LinearProgramming

@Suite(.serialized) struct RobustnessTests {
    /// Resident memory in bytes, from the second field of /proc/self/statm.
    private func residentBytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) }) * 4096
    }

    /// Bytes and blocks that GLPK holds on this thread.
    private func solverMemory() -> (blocks: Int32, bytes: Int) {
        var (blocks, bytes) = (Int32(0), 0)
        glp_mem_usage(&blocks, nil, &bytes, nil)
        return (blocks, bytes)
    }

    #if os(Linux)
        @Test func tenThousandSolvesDoNotGrow() throws {
            let linear = RandomPrograms.cover(rows: 12, columns: 20, perColumn: 3, seed: 1)
            let integer = RandomPrograms.smallInteger(seed: 7, variables: 5, rows: 3)
            func solveSome(_ count: Int) throws {
                for index in 0..<count {
                    switch index % 5 {
                    case 0: _ = try integer.solve()
                    case 1: _ = try integer.solve(options: SolveOptions { $0.presolve = true })
                    case 2: _ = try integer.solve(options: SolveOptions { $0.nodeLimit = 1 })
                    default: _ = try linear.solve()
                    }
                }
            }
            try solveSome(1000)
            let held = solverMemory()
            let resident = try residentBytes()
            try solveSome(10_000)
            // GLPK's own count is exact: not one block more.
            #expect(solverMemory() == held)
            // The count does see what is open.
            let open = try SolverProblem()
            try open.load(linear)
            #expect(solverMemory().blocks > held.blocks)
            open.close()
            #expect(solverMemory() == held)
            // Resident memory covers the Swift side; one problem object leaked a
            // solve would be 100 MB. Tests beside this one allocate, too.
            #expect(try residentBytes() - resident < 48 << 20)
        }

        @Test func endedThreadsGiveTheirMemoryBack() throws {
            let program = RandomPrograms.cover(rows: 5, columns: 8, perColumn: 2, seed: 1)
            func spawn(_ count: Int) {
                for _ in 0..<count {
                    let done = DispatchSemaphore(value: 0)
                    Thread.detachNewThread {
                        _ = try? program.solve()
                        done.signal()
                    }
                    done.wait()
                }
            }
            spawn(50)
            let resident = try residentBytes()
            spawn(4000)
            // A thread's environment takes above 5 KiB: 20 MB if none were freed.
            #expect(try residentBytes() - resident < 16 << 20)
        }
    #endif

    @Test func threadsDoNotDisturbOneAnother() {
        let seeds = Array(1...24)
        @Sendable func solve(_ seed: Int) -> [SolveOutcome] {
            let options = SolveOptions { $0.nodeLimit = 200 }
            let programs = [
                RandomPrograms.cover(rows: 60, columns: 200, perColumn: 6, seed: UInt64(seed)),
                RandomPrograms.smallInteger(seed: UInt64(seed), variables: 6, rows: 4),
                RandomPrograms.marketSplit(rows: 3, columns: 20, seed: UInt64(seed)),
            ]
            return programs.compactMap { try? $0.solve(options: options) }
        }
        let alone = seeds.map(solve)
        #expect(alone.allSatisfy { $0.count == 3 })
        #expect(orderedParallelMap(seeds, threads: 2, solve) == alone)
        #expect(orderedParallelMap(seeds, threads: 4, solve) == alone)
    }

    @Test func theBackstopHolds() throws {
        let program = RandomPrograms.cover(rows: 5, columns: 8, perColumn: 2, seed: 1)
        let expected = try program.solve()
        for _ in 0..<3 {
            let open = try SolverProblem()
            try open.load(program)
            let error = #expect(throws: LinearProgramError.self) { try SolverProblem.provokeAbort() }
            #expect("\(error, default: "")".contains("column number out of range"))
            // Open problems of the thread are gone, and say so.
            #expect(throws: LinearProgramError.sessionClosed) { try open.rowCount() }
            #expect(try program.solve() == expected)
        }
    }

    @Test func anotherThreadIsRefused() throws {
        let program = RandomPrograms.cover(rows: 5, columns: 8, perColumn: 2, seed: 1)
        let problem = try SolverProblem()
        try problem.load(program)
        nonisolated(unsafe) let shared = problem
        nonisolated(unsafe) var refused = false
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            do { _ = try shared.rowCount() } catch {
                refused = error as? LinearProgramError == .sessionClosed
            }
            done.signal()
        }
        done.wait()
        #expect(refused)
        #expect(try problem.rowCount() == 5)
    }
}
