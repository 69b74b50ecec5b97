import Execution
import Workforce

/// Small changes to the skeletons of one or two people.
struct SkeletonMoves {
    let space: SkeletonSpace

    typealias Change = (person: Int, skeleton: Skeleton)

    /// A random legal change; empty where the draw gives none.
    func random(_ people: [Skeleton], generator: inout SeededGenerator) -> [Change] {
        guard !people.isEmpty else { return [] }
        let first = generator.below(people.count)
        let draw = generator.below(100)
        var changes: [Change] = []
        switch draw {
        case ..<30:
            changes = one(first, people) { skeleton in
                if space.programme(of: skeleton.group).hours != nil, generator.below(2) == 0 {
                    // Hours more or less for the week.
                    let (day, steps) = (generator.below(7), generator.below(2) == 0 ? -1 : 1)
                    return lengthen(&skeleton, day, by: steps, &generator)
                }
                return trade(&skeleton, &generator)
            }
        case ..<50:
            changes = one(first, people) { moveDay(&$0, &generator) }
        case ..<62:
            changes = one(first, people) { shiftBand(&$0, by: generator.below(2) == 0 ? -1 : 1, &generator) }
        case ..<66:
            changes = one(first, people) { changeAlike(&$0, &generator) }
        default:
            let second = generator.below(people.count)
            guard second != first else { return [] }
            changes = pair(first, second, people, draw, &generator)
        }
        return changes.filter { space.programme(of: $0.skeleton.group).isLegal($0.skeleton) }.count
            == changes.count ? changes : []
    }

    private func one(_ person: Int, _ people: [Skeleton], _ change: (inout Skeleton) -> Bool) -> [Change] {
        var skeleton = people[person]
        return change(&skeleton) ? [(person, skeleton)] : []
    }

    private func pair(
        _ first: Int, _ second: Int, _ people: [Skeleton], _ draw: Int, _ generator: inout SeededGenerator
    ) -> [Change] {
        var (a, b) = (people[first], people[second])
        let from = generator.below(7)
        let to = generator.below(7)
        guard from != to else { return [] }
        switch draw {
        case ..<75:
            // Two people of a group swap two days, each in their own band.
            guard a.group == b.group, a.band != b.band else { return [] }
            for day in [from, to] {
                guard let mine = translated(a, day, to: b), let others = translated(b, day, to: a) else {
                    return []
                }
                (a.days[day], b.days[day]) = (others, mine)
            }
        case ..<85:
            // One works longer on one day and shorter on another, one the other way round.
            guard lengthen(&a, from, by: 1, &generator), lengthen(&a, to, by: -1, &generator),
                lengthen(&b, from, by: -1, &generator), lengthen(&b, to, by: 1, &generator)
            else { return [] }
        case ..<93:
            guard a.days[from] >= 0, a.days[to] < 0, b.days[from] < 0, b.days[to] >= 0,
                move(&a, from, to, &generator), move(&b, to, from, &generator)
            else { return [] }
        default:
            let step = generator.below(2) == 0 ? -1 : 1
            guard shiftBand(&a, by: step, &generator), shiftBand(&b, by: -step, &generator) else {
                return []
            }
        }
        return a == people[first] && b == people[second] ? [] : [(first, a), (second, b)]
    }

    // MARK: Parts of moves

    private func excesses(_ skeleton: Skeleton, _ day: Int) -> [Int] {
        space.programme(of: skeleton.group).bands[skeleton.band].excesses[day]
    }

    /// Longer on one day, shorter on another.
    private func trade(_ skeleton: inout Skeleton, _ generator: inout SeededGenerator) -> Bool {
        let (longer, shorter) = (generator.below(7), generator.below(7))
        let step = 1 + generator.below(2)
        return longer != shorter && lengthen(&skeleton, longer, by: step, &generator)
            && lengthen(&skeleton, shorter, by: -step, &generator)
    }

    /// A candidate `steps` lengths further of the day, any of them where there are several.
    private func lengthen(
        _ skeleton: inout Skeleton, _ day: Int, by steps: Int, _ generator: inout SeededGenerator
    ) -> Bool {
        let now = Int(skeleton.days[day])
        guard now >= 0 else { return false }
        let excesses = excesses(skeleton, day)
        guard let next = excesses.firstIndex(of: excesses[now] + steps) else { return false }
        skeleton.days[day] = Int16(next)
        return changeAlike(&skeleton, day: day, &generator)
    }

    private func moveDay(_ skeleton: inout Skeleton, _ generator: inout SeededGenerator) -> Bool {
        move(&skeleton, generator.below(7), generator.below(7), &generator)
    }

    /// A day's work to a free day.
    private func move(
        _ skeleton: inout Skeleton, _ from: Int, _ to: Int, _ generator: inout SeededGenerator
    ) -> Bool {
        guard skeleton.days[from] >= 0, skeleton.days[to] < 0 else { return false }
        let excess = excesses(skeleton, from)[Int(skeleton.days[from])]
        guard let place = excesses(skeleton, to).firstIndex(of: excess) else { return false }
        skeleton.days[to] = Int16(place)
        skeleton.days[from] = -1
        return changeAlike(&skeleton, day: to, &generator)
    }

    /// Everything as it is, in a neighbouring band; where starts have no bands, one day earlier or
    /// later in its rest class.
    private func shiftBand(
        _ skeleton: inout Skeleton, by step: Int, _ generator: inout SeededGenerator
    ) -> Bool {
        let bands = space.programme(of: skeleton.group).bands.count
        guard bands > 1 else { return changeAlike(&skeleton, &generator) }
        let distance = generator.below(5) == 0 ? 2 : 1
        var other = skeleton
        other.band += step * distance
        guard (0..<bands).contains(other.band) else { return false }
        for day in 0..<7 where skeleton.days[day] >= 0 {
            guard let place = translated(skeleton, day, to: other) else { return false }
            other.days[day] = place
        }
        skeleton = other
        return true
    }

    /// The candidate of another band and group with the paid time of a skeleton's day; −1 = off.
    private func translated(_ skeleton: Skeleton, _ day: Int, to other: Skeleton) -> Int16? {
        guard skeleton.days[day] >= 0 else { return -1 }
        let excess = excesses(skeleton, day)[Int(skeleton.days[day])]
        return excesses(other, day).firstIndex(of: excess).map { Int16($0) }
    }

    /// Another rest class or covered time of the same paid time.
    private func changeAlike(_ skeleton: inout Skeleton, _ generator: inout SeededGenerator) -> Bool {
        let day = generator.below(7)
        guard skeleton.days[day] >= 0 else { return false }
        let before = skeleton.days[day]
        return changeAlike(&skeleton, day: day, &generator) && skeleton.days[day] != before
    }

    private func changeAlike(
        _ skeleton: inout Skeleton, day: Int, _ generator: inout SeededGenerator
    ) -> Bool {
        let alike = space.candidates(
            likeThat: Int(skeleton.days[day]), group: skeleton.group, band: skeleton.band, day: day)
        if alike.count > 1 { skeleton.days[day] = Int16(alike[generator.below(alike.count)]) }
        return true
    }
}
