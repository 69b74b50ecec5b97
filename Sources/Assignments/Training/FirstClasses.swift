/// A class put together greedily: positions of its session times and of its learners.
struct FirstClass {
    var slots: [Int]
    var members: [Int]
}

extension ClassFormation {
    /// Classes for the integer program to begin with, larger first: one at a
    /// time, the most learners who share enough session times.
    ///
    /// From every first time, the course takes the time that keeps the most
    /// learners, the cheaper where they tie, until it is complete.
    /// O(classes · slots² · sessions · learners).
    func firstClasses(atMost number: Int) -> [FirstClass] {
        var classes: [FirstClass] = []
        var waiting = Array(trainees.indices)
        while classes.count < number, waiting.count >= least {
            var best: (course: FirstClass, price: Double)?
            for first in slots.indices {
                guard let found = grown(from: first, among: waiting) else { continue }
                if let known = best {
                    let isLarger = found.course.members.count > known.course.members.count
                    let isAsLarge = found.course.members.count == known.course.members.count
                    guard isLarger || (isAsLarge && found.price < known.price) else { continue }
                }
                best = found
            }
            guard let course = best?.course else { break }
            classes.append(course)
            waiting.removeAll { course.members.contains($0) }
        }
        return classes.sorted { $0.members.count > $1.members.count }
    }

    /// A class of at least the least size whose first chosen time is `first`.
    private func grown(from first: Int, among waiting: [Int]) -> (course: FirstClass, price: Double)? {
        var chosen = [first]
        var members = waiting.filter { !slots[first].absent.contains($0) }
        while chosen.count < need.sessions, members.count >= least {
            var best: (slot: Int, members: [Int])?
            for slot in slots.indices where chosen.allSatisfy({ !overlap($0, slot) }) {
                let left = members.filter { !slots[slot].absent.contains($0) }
                if let known = best {
                    let isCheaper = slots[slot].price < slots[known.slot].price
                    guard
                        left.count > known.members.count || (left.count == known.members.count && isCheaper)
                    else { continue }
                }
                best = (slot, left)
            }
            guard let best else { return nil }
            chosen.append(best.slot)
            members = best.members
        }
        guard chosen.count == need.sessions, members.count >= least else { return nil }
        return (
            FirstClass(slots: chosen, members: Array(members.prefix(largest))),
            chosen.reduce(0) { $0 + slots[$1].price }
        )
    }

    private func overlap(_ a: Int, _ b: Int) -> Bool {
        abs(slots[a].begin - slots[b].begin) < need.sessionMinutes
    }
}
