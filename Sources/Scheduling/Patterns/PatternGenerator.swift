import Workforce

extension PatternTerms {
    /// Every pattern of a day, ordered by paid length, start and windows.
    ///
    /// A shift begins and ends in opening hours; a closed stretch inside it must
    /// lie under its lunch. Lunch is due when at least
    /// `lunchRequiredFromMinutes` are paid and the shift spans the middle of
    /// the lunch window; it lies inside the window and begins at most
    /// `lunchLatestAfterMinutes` after the start. Where a span cannot hold its
    /// pauses legally there is no pattern.
    func patterns() -> [ShiftPattern] {
        guard let lengths = paidLengths else { return [] }
        var found: [ShiftPattern] = []
        for paid in lengths {
            for lunch in [nil] + lunchLengths.map(Optional.some) {
                found += patterns(paid: paid, lunch: lunch)
            }
            if allowsSplitShifts { found += splitPatterns(paid: paid) }
        }
        return found
    }

    private func patterns(paid: Int, lunch: Int?) -> [ShiftPattern] {
        let rests = restBreaks(paid: paid, lunch: lunch)
        let restTime = rests * restSlots
        let span = paid + (lunch ?? 0) + (breaksArePaid ? 0 : restTime)
        let effective = span - (lunch ?? 0) - restTime
        guard effective > 0, rests + 1 <= ShiftPattern.maximumPauses,
            span * step <= rules.maximumDailySpanMinutes,
            effective * step <= rules.maximumDailyEffectiveMinutes
        else { return [] }
        var found: [ShiftPattern] = []
        for (index, stretch) in open.enumerated() {
            for start in stretch {
                let hours = start..<start + span
                guard let holes = closedStretches(in: hours, from: index), holes.count <= 1 else { continue }
                if lunch == nil {
                    if !holes.isEmpty || needsLunch(paid: paid, hours: hours) { continue }
                } else if holes.isEmpty, !needsLunch(paid: paid, hours: hours) {
                    continue
                }
                found += placed(hours: hours, paid: paid, lunch: lunch, hole: holes.first, rests: rests)
            }
        }
        return found
    }

    func needsLunch(paid: Int, hours: Range<Int>) -> Bool {
        let middle = (rules.lunchWindow.start.minute + rules.lunchWindow.end.minute) / 2
        return paid * step >= rules.lunchRequiredFromMinutes
            && hours.lowerBound * step <= middle && middle < hours.upperBound * step
    }

    /// Closed stretches inside `hours`, which begin in `open[index]`; nil when they end in closed time.
    func closedStretches(in hours: Range<Int>, from index: Int) -> [Range<Int>]? {
        var holes: [Range<Int>] = []
        var index = index
        while hours.upperBound > open[index].upperBound {
            guard index + 1 < open.count, open[index + 1].lowerBound < hours.upperBound else { return nil }
            holes.append(open[index].upperBound..<open[index + 1].lowerBound)
            index += 1
        }
        return holes
    }

    /// The patterns of one start and end: tries the wanted shortest stretch
    /// first and gives way where it leaves no placement.
    private func placed(
        hours: Range<Int>, paid: Int, lunch: Int?, hole: Range<Int>?, rests: Int
    ) -> [ShiftPattern] {
        let most =
            rules.maximumCallStretchMinutes >= step ? rules.maximumCallStretchMinutes / step : hours.count
        let wanted = max(1, slotsUp(rules.minimumCallStretchMinutes, step))
        let fallbacks = [slotsUp(45, step), slotsUp(30, step), 1].filter { $0 < wanted }
        for least in [wanted] + fallbacks {
            let limits = StretchLimits(least: least, most: most)
            let variants =
                lunch.map { lunchVariants(hours: hours, lunch: $0, hole: hole, rests: rests, limits: limits) }
                ?? plainVariants(hours: hours, rests: rests, limits: limits)
            if !variants.isEmpty {
                return variants.map {
                    ShiftPattern(start: hours.lowerBound, end: hours.upperBound, paid: paid, pauses: $0)
                }
            }
        }
        return []
    }

    private func plainVariants(hours: Range<Int>, rests: Int, limits: StretchLimits) -> [[PauseWindow]] {
        let windows = restWindows(
            count: rests, length: restSlots, ends: hours.count...hours.count, limits: limits, widest: widest)
        return windows.map { [pauses($0, from: hours.lowerBound)] } ?? []
    }

    /// One variant for each way to share the rest breaks around lunch and each
    /// part of the lunch window, at most `lunchPart` slots wide.
    private func lunchVariants(
        hours: Range<Int>, lunch: Int, hole: Range<Int>?, rests: Int, limits: StretchLimits
    ) -> [[PauseWindow]] {
        let start = hours.lowerBound
        var low = slotsUp(rules.lunchWindow.start.minute, step)
        var high = min(
            rules.lunchWindow.end.minute / step - lunch,
            start + max(0, rules.lunchLatestAfterMinutes) / step)
        if let hole {
            low = max(low, hole.upperBound - lunch)
            high = min(high, hole.lowerBound)
        }
        var variants: [[PauseWindow]] = []
        guard low <= high else { return [] }
        for before in 0...rests {
            variants += pauseVariants(
                .lunch, offsets: low - start...high - start, hours: hours, length: lunch, before: before,
                after: rests - before, limits: limits)
        }
        return variants
    }

    /// One variant for each part, at most `lunchPart` slots wide, of the `offsets` from the start at
    /// which a long pause may begin with so many rest breaks before and after it.
    func pauseVariants(
        _ kind: BreakKind, offsets: ClosedRange<Int>, hours: Range<Int>, length: Int, before: Int, after: Int,
        limits: StretchLimits
    ) -> [[PauseWindow]] {
        let from = max(
            offsets.lowerBound, before * restSlots + (before + 1) * limits.least,
            hours.count - length - after * restSlots - (after + 1) * limits.most)
        let to = min(
            offsets.upperBound, before * restSlots + (before + 1) * limits.most,
            hours.count - length - after * restSlots - (after + 1) * limits.least)
        guard from <= to else { return [] }
        let parts = (to - from) / lunchPart + 1
        return (0..<parts).flatMap { part in
            let first = from + (to - from + 1) * part / parts
            let last = from + (to - from + 1) * (part + 1) / parts - 1
            return split(
                kind, first...last, hours: hours, lunch: length, before: before, after: after, limits: limits)
        }
    }

    /// Rest windows around a lunch (or an interruption) that begins anywhere in `offsets` from the
    /// start; halves the offsets where no windows suit them all.
    private func split(
        _ kind: BreakKind, _ offsets: ClosedRange<Int>, hours: Range<Int>, lunch: Int, before: Int,
        after: Int,
        limits: StretchLimits
    ) -> [[PauseWindow]] {
        let rest = hours.count - lunch
        if let morning = restWindows(
            count: before, length: restSlots, ends: offsets, limits: limits, widest: widest),
            let evening = restWindows(
                count: after, length: restSlots,
                ends: rest - offsets.upperBound...rest - offsets.lowerBound, limits: limits, widest: widest)
        {
            let start = hours.lowerBound
            let meal = PauseWindow(
                kind: kind, length: lunch, earliest: start + offsets.lowerBound,
                latest: start + offsets.upperBound)
            // Evening windows count from the end of lunch at its latest, mirrored:
            // from the end of the shift they hold whatever the lunch.
            let mirrored = evening.reversed().map { window in
                PauseWindow(
                    kind: .rest, length: restSlots,
                    earliest: hours.upperBound - window.upperBound - restSlots,
                    latest: hours.upperBound - window.lowerBound - restSlots)
            }
            return [pauses(morning, from: start) + [meal] + mirrored]
        }
        guard offsets.count > 1 else { return [] }
        let middle = (offsets.lowerBound + offsets.upperBound) / 2
        return [offsets.lowerBound...middle, middle + 1...offsets.upperBound].flatMap {
            split(kind, $0, hours: hours, lunch: lunch, before: before, after: after, limits: limits)
        }
    }

    private func pauses(_ windows: [ClosedRange<Int>], from start: Int) -> [PauseWindow] {
        windows.map {
            PauseWindow(
                kind: .rest, length: restSlots, earliest: start + $0.lowerBound,
                latest: start + $0.upperBound)
        }
    }

    /// Widest window of a rest break that shares its segment with others: an hour and a half.
    private var widest: Int { max(3, 90 / step) }

    /// Widest window of a lunch within one pattern: an hour.
    private var lunchPart: Int { max(1, 60 / step) }
}
