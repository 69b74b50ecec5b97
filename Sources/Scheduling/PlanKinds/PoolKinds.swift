import Workforce

extension ShiftPattern {
    /// Start and length, in slots of the grid from midnight, whatever the pauses.
    var kind: ShiftKind { ShiftKind(start: start, length: end - start) }
}

extension PoolModel {
    /// Kinds of shift of all groups' patterns.
    var kinds: Set<ShiftKind> {
        Set(Set(groups.flatMap(\.sets)).filter { $0 >= 0 }.flatMap { sets[$0].patterns.map(\.kind) })
    }

    /// The same pool with shifts of some kinds only.
    func restricted(to kinds: Set<ShiftKind>) -> PoolModel {
        var model = self
        model.sets = sets.map { set in
            PatternSet(
                set.patterns.filter { kinds.contains($0.kind) }, origin: grid.origin, premium: set.premium)
        }
        for index in groups.indices {
            model.groups[index].sets = groups[index].sets.map {
                $0 >= 0 && model.sets[$0].isEmpty ? -1 : $0
            }
            let starts = Set(model.groups[index].sets.filter { $0 >= 0 }.flatMap { model.sets[$0].start })
            model.groups[index].startBands = groups[index].startBands.map { distinct($0, starts: starts) }
        }
        return model
    }

    /// Bands that hold different starts, the first of equals, without those that hold none.
    private func distinct(_ bands: [ClosedRange<Int>], starts: Set<Int>) -> [ClosedRange<Int>] {
        var seen: Set<Set<Int>> = [[]]
        let kept = bands.filter { band in seen.insert(starts.filter { band.contains($0) }).inserted }
        return kept.isEmpty ? Array(bands.prefix(1)) : kept
    }
}
