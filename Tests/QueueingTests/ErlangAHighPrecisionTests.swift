import Foundation
import Queueing
import Testing

/// Erlang A at 50 digits, computed for this test by adaptive quadrature of the virtual wait's
/// density in mpmath: ordinary loads, then the corners (criticality with patience of years,
/// heavy overload, patience of a millisecond, thresholds of hours).
struct ErlangAHighPrecisionTests {
    struct Row: Sendable {
        let agents: Int
        let callsPerHour: Double
        let handleTimeSeconds: Double
        let patienceSeconds: Double
        let thresholdSeconds: Double
        /// P(W > 0), P(Ab), ASA, SL, SLvirt, answered ASA, P(W > T), P(Ab ≤ T), occupancy.
        let expected: [Double]
    }

    static let rows: [Row] = [
        Row(
            agents: 14, callsPerHour: 200, handleTimeSeconds: 180, patienceSeconds: 120,
            thresholdSeconds: 20,
            expected: [
                0.12697634007979537, 0.022839286531818771, 2.7407143838182525,
                0.93272958069805967, 0.93737208620783606, 2.3453752341521703,
                0.053013384493091612, 0.014257034808848722, 0.69797193819155802,
            ]),
        Row(
            agents: 1, callsPerHour: 40, handleTimeSeconds: 180, patienceSeconds: 60,
            thresholdSeconds: 20,
            expected: [
                0.77026674328401029, 0.61486662835799485, 36.891997701479691,
                0.27502255777119828, 0.28310427145840649, 21.270088841207664,
                0.51367823591665945, 0.21129920631214227, 0.77026674328401029,
            ]),
        Row(
            agents: 100, callsPerHour: 1200, handleTimeSeconds: 300, patienceSeconds: 180,
            thresholdSeconds: 20,
            expected: [
                0.45161750874183692, 0.04491271576266031, 8.0842888372788559,
                0.80191109648924941, 0.81539593590033357, 7.7806895879266934,
                0.16519097460010163, 0.032897928910648956, 0.95508728423733969,
            ]),
        Row(
            agents: 5, callsPerHour: 600, handleTimeSeconds: 300, patienceSeconds: 60,
            thresholdSeconds: 10,
            expected: [
                0.99995074145515054, 0.90000106706420916, 54.00006402385255,
                0.00019879320012809012, 0.00021461234215522188, 112.79178721156157,
                0.84630005946504371, 0.1535011473348282, 0.99998932935790837,
            ]),
        Row(
            agents: 20, callsPerHour: 240, handleTimeSeconds: 300, patienceSeconds: 1000000.0,
            thresholdSeconds: 20,
            expected: [
                0.98392139783462647, 0.0030373751291127096, 3037.3751291127096,
                0.02012837717396403, 0.020128417671759113, 3039.2346261918221,
                0.97985198509256733, 1.9637733468638026e-5, 0.99696262487088729,
            ]),
        Row(
            agents: 20, callsPerHour: 241, handleTimeSeconds: 300, patienceSeconds: 100000000.0,
            thresholdSeconds: 30,
            expected: [
                1.0, 0.0041493775933609959, 414937.75933609959,
                9.6446707699692733e-29, 9.6446711729680665e-29, 415793.51486655668,
                0.999999700000045, 2.999999550000045e-7, 1.0,
            ]),
        Row(
            agents: 20, callsPerHour: 300, handleTimeSeconds: 300, patienceSeconds: 36000,
            thresholdSeconds: 3600,
            expected: [
                1.0, 0.2, 7200.0,
                3.1801235599906619e-10, 3.5039509823133661e-10, 8025.6683681448755,
                0.90483741771890898, 0.095162581963078667, 1.0,
            ]),
        Row(
            agents: 50, callsPerHour: 6000, handleTimeSeconds: 300, patienceSeconds: 600,
            thresholdSeconds: 300,
            expected: [
                1.0, 0.9, 540.0,
                9.5594347354629322e-145, 1.5729874069673336e-144, 1378.5560557464298,
                0.60653065971263342, 0.39346934028736658, 1.0,
            ]),
        Row(
            agents: 30, callsPerHour: 300, handleTimeSeconds: 300, patienceSeconds: 1,
            thresholdSeconds: 5,
            expected: [
                0.056516333117524916, 0.051559811278302606, 0.051559811278302606,
                0.94841904090494688, 0.96546685000029731, 0.004850161619454116,
                0.00023268253440946503, 0.051348276560643651, 0.79036682393474783,
            ]),
        Row(
            agents: 30, callsPerHour: 300, handleTimeSeconds: 300, patienceSeconds: 0.01,
            thresholdSeconds: 5,
            expected: [
                0.052644676269737177, 0.052592106060025788, 0.00052592106060025789,
                0.94740789393997421, 0.96806936319501629, 5.5444580993919841e-7,
                2.2749226163301427e-219, 0.052592106060025788, 0.78950657828331184,
            ]),
        Row(
            agents: 3, callsPerHour: 12, handleTimeSeconds: 300, patienceSeconds: 0.0001,
            thresholdSeconds: 20,
            expected: [
                0.062500019531233317, 0.062499957031286702, 6.2499957031286705e-6,
                0.9375000429687133, 0.94882931194178771, 6.6666545555730714e-12,
                6.4959190812130665e-86861, 0.062499957031286702, 0.31250001432290443,
            ]),
        Row(
            agents: 2, callsPerHour: 0.001, handleTimeSeconds: 300, patienceSeconds: 60,
            thresholdSeconds: 20,
            expected: [
                3.4719742152479016e-9, 2.47998650290797e-9, 1.487991901744782e-7,
                0.99999999689794712, 0.9999999969614167, 4.251393142604987e-8,
                2.1772400736664255e-9, 9.2481281075063795e-10, 4.1666666563333897e-5,
            ]),
        Row(
            agents: 1000, callsPerHour: 12000, handleTimeSeconds: 300, patienceSeconds: 10000000.0,
            thresholdSeconds: 60,
            expected: [
                0.99459797849891918, 0.00013744478119962466, 1374.4478119962466,
                0.03288539850549344, 0.032885480947462212, 1374.4875453123839,
                0.9671087163828315, 5.885111675060569e-6, 0.99986255521880038,
            ]),
        Row(
            agents: 1000, callsPerHour: 12600, handleTimeSeconds: 300, patienceSeconds: 3600,
            thresholdSeconds: 150,
            expected: [
                0.99999997186858402, 0.047619047997470894, 171.42857279089522,
                0.20867946409836402, 0.21642948847423938, 175.49459456315603,
                0.75159257355712403, 0.039727962344511948, 0.99999999960265556,
            ]),
        Row(
            agents: 40, callsPerHour: 480, handleTimeSeconds: 300, patienceSeconds: 10000000000.0,
            thresholdSeconds: 120,
            expected: [
                0.99983376236022635, 2.1847177029700811e-5, 218471.77029700811,
                0.0005157924589657748, 0.00051579246106310369, 218472.79396151455,
                0.99948419554512648, 1.199590774739017e-8, 0.9999781528229703,
            ]),
        Row(
            agents: 200, callsPerHour: 1200, handleTimeSeconds: 300, patienceSeconds: 300,
            thresholdSeconds: 0,
            expected: [
                9.3431500729883903e-19, 9.0791132596844518e-21, 2.7237339779053356e-18,
                1.0, 1.0, 2.6974989269343243e-18,
                9.3431500729883903e-19, 0, 0.5,
            ]),
        Row(
            agents: 10, callsPerHour: 120, handleTimeSeconds: 300, patienceSeconds: 100000.0,
            thresholdSeconds: 10000.0,
            expected: [
                0.95206349188851411, 0.013096634816745522, 1309.6634816745522,
                0.98690335318940028, 0.99999998670513814, 1312.6398938172959,
                1.2029688477492595e-8, 0.013096634780911247, 0.98690336518325448,
            ]),
        Row(
            agents: 8, callsPerHour: 400, handleTimeSeconds: 200, patienceSeconds: 90,
            thresholdSeconds: 600,
            expected: [
                0.9930839869040274, 0.6404334389493421, 57.639009505440789,
                0.35956656103959441, 0.99999998888629951, 80.296796455248566,
                1.414367089770956e-11, 0.64043343894626192, 0.99879600291849416,
            ]),
        Row(
            agents: 60, callsPerHour: 1200, handleTimeSeconds: 300, patienceSeconds: 180,
            thresholdSeconds: 20,
            expected: [
                0.99965560920768261, 0.40000791951627174, 72.001425512928913,
                0.0040811294995964616, 0.0043699593286089139, 89.464197992544132,
                0.89092890539425079, 0.10498996510615275, 0.99998680080621377,
            ]),
    ]

    @Test func everyResultWithin1e10() throws {
        var worst = 0.0
        #expect(Self.rows.count >= 19)
        for row in Self.rows {
            let queue = try ErlangA(
                callsPerHour: row.callsPerHour, handleTimeSeconds: row.handleTimeSeconds,
                patienceSeconds: row.patienceSeconds, agents: row.agents)
            let threshold = row.thresholdSeconds
            let computed = [
                queue.waitProbability, queue.abandonment, queue.averageSpeedOfAnswerSeconds,
                try queue.serviceLevel(withinSeconds: threshold),
                try queue.virtualServiceLevel(withinSeconds: threshold),
                queue.averageSpeedOfAnswerOfAnsweredSeconds,
                try queue.waitProbability(longerThanSeconds: threshold),
                try queue.abandonment(withinSeconds: threshold),
                queue.occupancy,
            ]
            for (index, pair) in zip(computed, row.expected).enumerated() {
                let error = relativeError(pair.0, pair.1)
                #expect(error < 1e-10, "\(row) result \(index): \(pair.0)")
                worst = max(worst, error)
            }
        }
        print("Erlang A, high-precision rows: largest relative error \(worst)")
    }
}
