import Workforce

extension TourProgramme {
    /// Worth of the best tour of each number of paid slots; nil where none is legal.
    ///
    /// One run of the programme answers for every number up to the hours owed.
    mutating func worth(ofPaid slots: [Int], _ board: PriceBoard) -> [Double?] {
        best(slots, worth: worths(board))
    }

    /// Which of these numbers of paid slots a legal tour has.
    mutating func reachable(_ slots: [Int], model: PoolModel) -> [Int] {
        let free = (0..<7).map { day in
            sets[day] >= 0 ? [Double](repeating: 0, count: model.sets[sets[day]].count) : []
        }
        return zip(slots, best(slots, worth: free)).compactMap { $1 == nil ? nil : $0 }
    }

    private mutating func best(_ slots: [Int], worth: [[Double]]) -> [Double?] {
        var best = [Double](repeating: TourProgramme.impossible, count: slots.count)
        for band in bands {
            collect(worth: worth, band: band)
            run(band: band)
            for (index, paid) in slots.enumerated() {
                for days in daysPerWeek {
                    let excess = paid - days * shortest
                    guard excess >= 0, excess % grain == 0 else { continue }
                    best[index] = max(
                        best[index], final(days: days, excess: excess / grain, band: band).worth)
                }
            }
        }
        return best.map { $0 > TourProgramme.hopeless ? $0 : nil }
    }
}
