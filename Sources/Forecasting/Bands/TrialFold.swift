/// A block of neighbouring trials, and the others that may judge it: a forecast should not be
/// judged by weights that its own outcome taught (cross-validation in blocks: Bergmeir &
/// Benítez 2012). Days at the edge of a block were outcomes of its neighbours too: purging
/// them would leave short histories nothing to learn from.
struct TrialFold {
    let own: ArraySlice<Trial>
    let others: [Trial]

    private static let count = 5

    static func folds(of trials: [Trial]) -> [TrialFold] {
        let count = min(count, trials.count)
        guard count > 1 else { return [TrialFold(own: trials[...], others: trials)] }
        return (0..<count).map { block in
            let own = block * trials.count / count..<(block + 1) * trials.count / count
            return TrialFold(
                own: trials[own], others: Array(trials[..<own.lowerBound] + trials[own.upperBound...]))
        }
    }
}
