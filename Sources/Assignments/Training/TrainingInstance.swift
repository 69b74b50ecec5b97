import Workforce

/// The numbers of one problem of training: classes, and the sessions that each
/// could have, with what they would take from the line.
struct TrainingInstance: Equatable, Sendable {
    var classes: [Course]
    var candidates: [Candidate]
    /// Trainers (then rooms) that are alike: how many there are of each kind.
    var trainerCounts: [Int]
    var roomCounts: [Int]
    /// Campaign and interval where sessions could cause a shortage.
    var cells: [Cell]
    var intervalMinutes: Int

    struct Course: Equatable, Sendable {
        var course: CourseClass
        var sessions: Int
        var sessionMinutes: Int
    }

    /// A session that a class could have.
    struct Candidate: Equatable, Sendable {
        var course: Int
        var day: Int
        var range: ClockRange
        /// Kinds of trainer and of room.
        var trainer: Int
        var room: Int
        /// Members of the class who cannot attend it.
        var absent: [Int]
        /// Agents it takes from each cell.
        var away: [Away]

        /// Minutes since the horizon's first midnight, on the wall clock.
        var begin: Int { day * 1440 + range.start.minute }
        var end: Int { day * 1440 + range.end.minute }
    }

    struct Away: Equatable, Sendable {
        var cell: Int
        var agents: Int
    }

    struct Cell: Equatable, Sendable {
        /// Agents who may leave before anybody is short.
        var spare: Int
    }

    /// More agent-minutes than all courses together can take from the line, so
    /// that nobody stays untrained for coverage.
    var unplacedMinutes: Int {
        1
            + classes.reduce(0) { sum, course in
                // Whole intervals: a session takes each that it touches.
                let touched = course.sessionMinutes + 2 * intervalMinutes
                return sum + course.course.members.count * course.sessions * touched
            }
    }
}

/// Collects the sessions that classes could have.
struct TrainingCandidates {
    let scenario: Scenario
    let presence: FloorPresence
    let resources: TrainingResources
    private(set) var instance: TrainingInstance
    /// Members of each kind, as indices into the floor's lists.
    private(set) var trainerKinds: [TrainingResources.Kind] = []
    private(set) var roomKinds: [TrainingResources.Kind] = []
    private var cellIndex: [Int: Int] = [:]

    init(
        classes: [CourseClass], scenario: Scenario, presence: FloorPresence, resources: TrainingResources
    ) {
        self.scenario = scenario
        self.presence = presence
        self.resources = resources
        instance = TrainingInstance(
            classes: [], candidates: [], trainerCounts: [], roomCounts: [], cells: [],
            intervalMinutes: scenario.horizon.intervalMinutes)
        for course in classes {
            guard let need = scenario.campaigns[course.campaign].training else { continue }
            instance.classes.append(
                TrainingInstance.Course(
                    course: course, sessions: need.sessions, sessionMinutes: max(1, need.sessionMinutes)))
            addCandidates(of: instance.classes.count - 1)
        }
        instance.trainerCounts = trainerKinds.map(\.members.count)
        instance.roomCounts = roomKinds.map(\.members.count)
    }

    private mutating func addCandidates(of c: Int) {
        let course = instance.classes[c]
        let campaign = scenario.campaigns[course.course.campaign]
        let trainers = resources.trainerKinds(for: campaign).map { index(of: $0, in: &trainerKinds) }
        let rooms = resources.roomKinds(for: campaign)
            .filter { scenario.floor.rooms[$0.members[0]].capacity >= course.course.members.count }
            .map { index(of: $0, in: &roomKinds) }
        for (day, range) in sessionTimes(
            minutes: course.sessionMinutes, before: course.course.deadlineDay, scenario.horizon)
        {
            addCandidates(of: c, day: day, range: range, trainers: trainers, rooms: rooms)
        }
    }

    private mutating func addCandidates(
        of c: Int, day: Int, range: ClockRange, trainers: [Int], rooms: [Int]
    ) {
        let course = instance.classes[c]
        let members = course.course.members
        let absent = members.indices.filter {
            !canAttend(members[$0], day: day, range: range, presence, resources)
        }
        guard members.count - absent.count >= course.course.leastMembers else { return }
        let freeTrainers = trainers.filter {
            resources.isTrainerFree(trainerKinds[$0].members[0], day: day, range: range)
        }
        let freeRooms = rooms.filter {
            resources.isRoomFree(roomKinds[$0].members[0], day: day, range: range)
        }
        guard !freeTrainers.isEmpty, !freeRooms.isEmpty else { return }
        let away = takenAway(members.indices.filter { !absent.contains($0) }.map { members[$0] }, day, range)
        for trainer in freeTrainers {
            for room in freeRooms {
                instance.candidates.append(
                    TrainingInstance.Candidate(
                        course: c, day: day, range: range, trainer: trainer, room: room, absent: absent,
                        away: away))
            }
        }
    }

    private mutating func takenAway(
        _ agents: [Identifier<Agent>], _ day: Int, _ range: ClockRange
    ) -> [TrainingInstance.Away] {
        var counts: [Int: Int] = [:]
        for agent in agents {
            guard let left = presence.intervalsLeft(by: agent, on: day, during: range) else { continue }
            for t in left.intervals {
                counts[left.campaign * scenario.horizon.intervalCount + t, default: 0] += 1
            }
        }
        var away: [TrainingInstance.Away] = []
        for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
            let k = key / scenario.horizon.intervalCount
            let spare = max(0, presence.surplus[k][key % scenario.horizon.intervalCount])
            let cell = cellIndex[key] ?? instance.cells.count
            if cell == instance.cells.count {
                cellIndex[key] = cell
                instance.cells.append(TrainingInstance.Cell(spare: spare))
            }
            away.append(TrainingInstance.Away(cell: cell, agents: count))
        }
        return away
    }

    private func index(
        of kind: TrainingResources.Kind, in kinds: inout [TrainingResources.Kind]
    ) -> Int {
        if let known = kinds.firstIndex(of: kind) { return known }
        kinds.append(kind)
        return kinds.count - 1
    }
}
