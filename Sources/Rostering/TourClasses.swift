/// Tours of a group that mean the same to every member in all that is priced or
/// bound, and so may be exchanged freely.
struct TourClasses: Sendable {
    struct Class: Sendable {
        /// Positions in the group's tours.
        var tours: [Int]
        var seats: Int
        /// What a tour of the class means for each member.
        var options: [RosterInstance.Option?]
    }

    var classes: [Class] = []
    /// Class of each tour.
    var classOf: [Int] = []

    init(_ group: RosterInstance.Group) {
        var known: [[RosterInstance.Option?]: Int] = [:]
        for j in group.tours.indices {
            var options = group.options.map { $0[j] }
            // Which days are struck matters only through cost, burdens and border.
            for m in options.indices { options[m]?.struck = [] }
            if let c = known[options] {
                classes[c].tours.append(j)
                classes[c].seats += group.counts[j]
                classOf.append(c)
            } else {
                known[options] = classes.count
                classOf.append(classes.count)
                classes.append(Class(tours: [j], seats: group.counts[j], options: options))
            }
        }
    }
}
