import Testing

@testable import Forecasting

@Suite struct CandidateWeightsTests {
    @Test func equalErrorsShareAlikeAndAPerfectCandidateWins() {
        let even = [0.25, 0.25, 0.25, 0.25]
        #expect(CandidateWeights(errors: [], count: 4).row(lead: 1) == even)
        #expect(CandidateWeights(errors: [[3, 3, 3, 3]], count: 4).row(lead: 1) == even)
        let weights = CandidateWeights(errors: [[3, 0, 3, 3]], count: 4)
        for lead in [1, 50] { #expect(abs(weights.row(lead: lead)[1] - 1) < 1e-9) }
    }

    @Test func halfTheErrorCountsSixtyFourfold() {
        let row = CandidateWeights(errors: [[1, 2]], count: 2).row(lead: 1)
        #expect(abs(row[0] / row[1] - 64) < 1e-9)
    }

    @Test func bucketsWithoutErrorsCountLikeTheOneBefore() {
        let weights = CandidateWeights(errors: [[1, 0.01], [0, 0], [0, 0], [0, 0]], count: 2)
        for lead in [5, 20, 80] { #expect(weights.row(lead: lead) == weights.row(lead: 1)) }
    }
}
