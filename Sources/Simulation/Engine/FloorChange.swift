/// A known moment at which the floor changes by itself.
struct FloorChange: Sendable {
    enum Kind: Sendable {
        /// An agent comes onto the line, or leaves it (after the conversation in hand).
        case comes(agent: Int)
        case leaves(agent: Int)
        /// One agent more, or one less, of a group whose agents are only counted: an idle one goes,
        /// else the first to finish.
        case oneMore(group: Int)
        case oneLess(group: Int)
        /// The campaign opens or closes to contacts.
        case opens, closes

        /// Among changes of one moment: who comes is there before who leaves has gone.
        fileprivate var rank: Int {
            switch self {
            case .opens: 0
            case .comes, .oneMore: 1
            case .leaves, .oneLess: 2
            case .closes: 3
            }
        }
    }

    var time: Double
    var kind: Kind

    /// By time, then kind; otherwise in the order given.
    static func ordered(_ changes: [FloorChange]) -> [FloorChange] {
        changes.enumerated().sorted {
            ($0.element.time, $0.element.kind.rank, $0.offset)
                < ($1.element.time, $1.element.kind.rank, $1.offset)
        }.map(\.element)
    }
}
