import Queueing
import Testing

/// Worked examples from the literature, to their printed digits.
struct PublishedValuesTests {
    /// Loads of the classical 1 % loss table (Erlang B), printed to three digits.
    @Test(arguments: [
        (1, 0.0101), (2, 0.153), (3, 0.455), (4, 0.869), (5, 1.36), (10, 4.46), (20, 12.0), (50, 37.9),
        (100, 84.1),
    ])
    func onePercentLossTable(agents: Int, load: Double) throws {
        let blocking = try ErlangB.blocking(agents: agents, offeredLoad: load)
        #expect(abs(blocking - 0.01) < 2.1e-4)
        // Half a unit of the last digit more load still takes at most one trunk more.
        let smallest = try ErlangB.smallestAgents(offeredLoad: load * 0.99, blockingTarget: 0.01)
        #expect(smallest == agents)
    }

    @Test(arguments: [(5, 2.0, 0.0367), (14, 10.0, 0.0568), (10, 5.0, 0.0184)])
    func lossTable(agents: Int, load: Double, published: Double) throws {
        let blocking = try ErlangB.blocking(agents: agents, offeredLoad: load)
        #expect(abs(blocking - published) < 0.5e-4)
    }

    /// 360 calls in half an hour of 240 s each, 55 agents.
    @Test func workedErlangC() throws {
        let queue = try ErlangC(callsPerHour: 720, handleTimeSeconds: 240, agents: 55)
        #expect(queue.offeredLoad == 48)
        #expect(abs(queue.waitProbability - 0.23870) < 0.5e-5)
        #expect(abs(try queue.serviceLevel(withinSeconds: 20) - 0.8668) < 0.5e-4)
        #expect(abs(queue.averageSpeedOfAnswerSeconds - 8.184) < 0.5e-3)
        let targets = try StaffingTargets(
            serviceLevel: .init(share: 0.8, thresholdSeconds: 20))
        let staffing = try smallestStaffing(
            meeting: targets, model: .erlangC, callsPerHour: 720, handleTimeSeconds: 240)
        #expect(staffing.agents == 54)
        #expect(abs(staffing.performance.serviceLevel - 0.817) < 0.5e-3)
    }

    /// Garnett, Mandelbaum & Reiman (2002), table 1: 50 agents, 48 calls a minute of one minute.
    @Test func garnettMandelbaumReiman() throws {
        let endless = try performance(
            of: .erlangC, callsPerHour: 2880, handleTimeSeconds: 60, agents: 50, thresholdSeconds: 0)
        #expect(abs(endless.averageSpeedOfAnswerSeconds - 20.8) < 0.05)
        #expect(abs(endless.occupancy - 0.96) < 0.005)
        let patient = try performance(
            of: .erlangA(patienceSeconds: 120), callsPerHour: 2880, handleTimeSeconds: 60, agents: 50,
            thresholdSeconds: 0)
        #expect(abs(patient.abandonment - 0.031) < 0.0005)
        #expect(abs(patient.averageSpeedOfAnswerSeconds - 3.7) < 0.05)
        #expect(abs(patient.occupancy - 0.93) < 0.005)
    }
}
