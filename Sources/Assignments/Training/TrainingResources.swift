import Workforce

/// Trainers and rooms, and when they are taken.
struct TrainingResources {
    private let scenario: Scenario
    private(set) var sessions: [TrainingSession] = []

    init(scenario: Scenario) { self.scenario = scenario }

    mutating func book(_ session: TrainingSession) { sessions.append(session) }

    /// Interchangeable trainers or rooms, as indices into the floor's list.
    struct Kind: Equatable, Sendable {
        var members: [Int]
    }

    /// Trainers who may teach a campaign, grouped by equal hours, campaigns and bookings.
    func trainerKinds(for campaign: Campaign) -> [Kind] {
        let trainers = scenario.floor.trainers
        return kinds(
            trainers.indices.filter {
                trainers[$0].site == campaign.site
                    && (trainers[$0].campaigns.isEmpty || trainers[$0].campaigns.contains(campaign.id))
            },
            areAlike: { a, b in
                trainers[a].hours == trainers[b].hours && trainers[a].campaigns == trainers[b].campaigns
                    && self.bookings(ofTrainer: a).isEmpty && self.bookings(ofTrainer: b).isEmpty
            })
    }

    /// Rooms of a campaign's site, grouped by equal capacity and no bookings.
    func roomKinds(for campaign: Campaign) -> [Kind] {
        let rooms = scenario.floor.rooms
        return kinds(
            rooms.indices.filter { rooms[$0].site == campaign.site },
            areAlike: { a, b in
                rooms[a].capacity == rooms[b].capacity && self.bookings(ofRoom: a).isEmpty
                    && self.bookings(ofRoom: b).isEmpty
            })
    }

    private func kinds(_ members: [Int], areAlike: (Int, Int) -> Bool) -> [Kind] {
        var kinds: [Kind] = []
        for member in members {
            if let k = kinds.firstIndex(where: { areAlike($0.members[0], member) }) {
                kinds[k].members.append(member)
            } else {
                kinds.append(Kind(members: [member]))
            }
        }
        return kinds
    }

    func largestRoom(for campaign: Campaign) -> Int {
        scenario.floor.rooms.filter { $0.site == campaign.site }.map(\.capacity).max() ?? 0
    }

    func isTrainerFree(_ trainer: Int, day: Int, range: ClockRange) -> Bool {
        guard scenario.floor.trainers[trainer].hours[day % 7]?.contains(range) ?? false else { return false }
        return !bookings(ofTrainer: trainer).contains { $0.clashes(day: day, range) }
    }

    func isRoomFree(_ room: Int, day: Int, range: ClockRange) -> Bool {
        !bookings(ofRoom: room).contains { $0.clashes(day: day, range) }
    }

    func isAgentFree(_ agent: Identifier<Agent>, day: Int, range: ClockRange) -> Bool {
        !sessions.contains { $0.clashes(day: day, range) && $0.agents.contains(agent) }
    }

    private func bookings(ofTrainer trainer: Int) -> [TrainingSession] {
        sessions.filter { $0.trainer == scenario.floor.trainers[trainer].id }
    }

    private func bookings(ofRoom room: Int) -> [TrainingSession] {
        sessions.filter { $0.room == scenario.floor.rooms[room].id }
    }
}

extension TrainingSession {
    func clashes(day other: Int, _ otherRange: ClockRange) -> Bool {
        day == other && range.overlapMinutes(with: otherRange) > 0
    }
}
