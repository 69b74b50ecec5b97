/// The smoothest way to do work that comes in and is due bit by bit: the taut string.
///
/// Work done by the end of each step lies between what is due by then and what has come in. Of all
/// such curves, the shortest string through that corridor has the lowest peak and the least sum of
/// squares (of every convex function) of work a step; it bends only where it must (Modigliani &
/// Hohn 1955; Veinott 1971, least d-majorized flows).
///
/// - Parameters:
///   - due: work due by the end of each step, from the start.
///   - available: work that has come in by the end of each step, ≥ `due` there; both begin at 0 and
///     never fall. The last step ends at `due`.
/// - Returns: work of each step, ≥ 0, adding up to `due.last`.
/// - Complexity: O(steps²) at worst, O(steps) where the string seldom bends.
func smoothWork(due: [Double], available: [Double]) -> [Double] {
    let count = min(due.count, available.count)
    var work = [Double](repeating: 0, count: count)
    // The string is fixed up to the end of step `anchor` − 1, at `height`.
    var anchor = 0
    var height = 0.0
    while anchor < count {
        var (steepest, least) = (Double.infinity, 0.0)
        var (ceilingBend, floorBend) = (anchor, anchor)
        var bend: (end: Int, slope: Double)?
        for step in anchor..<count {
            let length = Double(step - anchor + 1)
            let last = step == count - 1
            let highest = ((last ? due[step] : available[step]) - height) / length
            let lowest = (due[step] - height) / length
            // No straight line from the anchor passes both here and where it came through before.
            if lowest > steepest { bend = (ceilingBend, steepest) }
            if highest < least { bend = (floorBend, least) }
            if bend != nil { break }
            if highest <= steepest { (steepest, ceilingBend) = (highest, step) }
            if lowest >= least { (least, floorBend) = (lowest, step) }
        }
        let piece = bend ?? (count - 1, (due[count - 1] - height) / Double(count - anchor))
        for step in anchor...piece.end { work[step] = max(0, piece.slope) }
        height += max(0, piece.slope) * Double(piece.end - anchor + 1)
        anchor = piece.end + 1
    }
    return work
}
