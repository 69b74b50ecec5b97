/// A known moment at which the floor changes by itself.
struct FloorChange: Sendable {
    enum Kind: Sendable {
        /// One agent more, or one less, of a group: an idle one goes, else the first to finish.
        case oneMore(group: Int)
        case oneLess(group: Int)
        /// The campaign opens or closes to contacts.
        case opens, closes
        /// A slot begins, after those who come and go at that moment.
        case begins(slot: Int)
    }

    var time: Double
    var kind: Kind
}
