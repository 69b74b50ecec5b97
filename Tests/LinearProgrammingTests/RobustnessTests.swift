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

    /// How much memory grew over `work`, the least of up to three runs: tests
    /// that run beside this one allocate too, but a leak shows every time.
    private func leastGrowth(_ work: () throws -> Void) throws -> Int {
        var least = Int.max
        for _ in 0..<3 where least > 1 << 20 {
            let before = try residentBytes()
            try work()
            least = min(least, try residentBytes() - before)
        }
        return least
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
            let growth = try leastGrowth { try solveSome(10_000) }
            print("10,000 solves grew resident memory by", growth / 1024, "KiB")
            // A leak of one problem object a solve would be above 20 MB.
            #expect(growth < 2 << 20)
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
            let growth = try leastGrowth { spawn(1000) }
            print("1,000 threads grew resident memory by", growth / 1024, "KiB")
            // The environment of a thread takes 4 KiB and more.
            #expect(growth < 2 << 20)
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
