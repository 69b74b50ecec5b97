import Workforce

let peopleBreaches: [Breach] = [
    Breach(rule: .doubleBooking, actual: 2, limit: 1, note: "two lines in a week") {
        $0.plan.roster?.lines.append(
            RosterLine(agent: Identifier("a1"), week: 0, campaign: TinyFloor.sales, tour: nil))
    },
    Breach(rule: .doubleBooking, actual: 2, limit: 1, note: "two sessions at once") {
        $0.teach(number: 1, from: 540)
        $0.teach(number: 2, from: 600, agents: [1, 3], room: "red", trainer: "other")
    },
    Breach(rule: .skill, actual: 0, limit: 1, note: "no course gives it") {
        $0.changeAgent { $0.skills = [] }
        $0.scenario.campaigns[0].training = nil
    },
    Breach(rule: .skill, actual: 0, limit: 2, note: "no course taken") {
        $0.changeAgent { $0.homeCampaign = TinyFloor.sales }
        $0.scenario.campaigns[0].requiredSkills = []
        $0.scenario.campaigns[0].launch = $0.scenario.horizon.firstDay
    },
    Breach(rule: .skill, actual: 1, limit: 2, note: "half a course") {
        $0.changeAgent { $0.skills = [] }
        $0.teach(number: 1)
    },
    Breach(rule: .skill, actual: 0, limit: 2, note: "the staffing says so") {
        $0.plan.staffing = Staffing(
            posts: [
                Staffing.Post(
                    agent: Identifier("a1"), week: 0, campaign: TinyFloor.help, needsTraining: true)
            ], shortages: [], optimality: Optimality(status: .optimal, cost: 0, bound: 0))
    },
    Breach(rule: .headcount, who: "help/35h", actual: 6, limit: 5, note: "more tours than people") {
        $0.plan.schedule.pools[0].groups[0].agents.removeFirst()
    },
    Breach(
        rule: .headcount, who: "help/35h", actual: 6, limit: 7, severity: .warning,
        note: "fewer tours than people"
    ) { $0.plan.schedule.pools[0].groups[0].agents.append(Identifier("a7")) },
    Breach(rule: .headcount, who: "35h", actual: 6, limit: 4, note: "the contract's ceiling in sizing mode") {
        $0.plan.roster = nil
        $0.plan.teams = nil
        $0.scenario.floor.agents = []
        $0.plan.schedule.pools.removeLast()
        $0.plan.schedule.pools[0].groups[0].agents = []
        $0.scenario.floor.contracts[0].maximumHeadcount = 4
    },
    Breach(rule: .teamSize, who: "s1", actual: 6, limit: 4, note: "too large") {
        $0.scenario.costs.teamSize = 2...4
    },
    Breach(rule: .teamSize, who: "s2", actual: 1, limit: 2, note: "too small") {
        $0.scenario.costs.teamSize = 2...8
        $0.split(first: 5)
    },
    Breach(rule: .supervisorTwice, who: "s1", actual: 2, limit: 1) {
        $0.scenario.costs.teamSize = 3...8
        $0.split(first: 3)
        $0.plan.teams?.teams[1].supervisor = Identifier("s1")
    },
    Breach(rule: .seats, who: "lille", actual: 1, limit: 0, severity: .warning) {
        $0.scenario.floor.sites[0].seats = 0
        $0.keepOnlyFirst()
    },
    Breach(rule: .shiftKinds, who: "help", actual: 2, limit: 1) {
        $0.scenario.shiftKinds = ShiftKindLimit(most: 1)
        $0.give(lateMonday())
    },
]

let trainingBreaches: [Breach] = [
    Breach(rule: .classSize, who: "help", actual: 5, limit: 4, note: "too large") {
        $0.scenario.floor.rooms[0].capacity = 10
        $0.teach(agents: [1, 2, 3, 4, 5])
    },
    Breach(rule: .classSize, who: "help", actual: 1, limit: 2, note: "too small") {
        $0.teach(agents: [1])
        $0.teach(from: 780, agents: [2, 3])
    },
    Breach(rule: .roomCapacity, who: "blue", actual: 2, limit: 1) {
        $0.scenario.floor.rooms[0].capacity = 1
        $0.teach()
    },
    Breach(rule: .roomCapacity, who: "cellar", actual: 2, limit: 0, note: "of an unknown room") {
        $0.teach(room: "cellar")
    },
    Breach(rule: .roomTwice, who: "blue", actual: 2, limit: 1) {
        $0.teach()
        $0.teach(from: 585, agents: [3, 4], trainer: "other")
    },
    Breach(rule: .trainerTwice, who: "teacher", actual: 2, limit: 1) {
        $0.teach()
        $0.teach(from: 585, agents: [3, 4], room: "red")
    },
    Breach(rule: .trainerHours, who: "teacher", actual: 60, limit: 0) {
        $0.scenario.floor.trainers[0].hours[0] = TinyFloor.range(600, 1080)
        $0.teach()
    },
    Breach(rule: .trainerHours, who: "teacher", actual: 120, limit: 0, note: "of another campaign") {
        $0.scenario.floor.trainers[0].campaigns = [TinyFloor.sales]
        $0.teach()
    },
    Breach(rule: .trainingBeforeLaunch, day: 1, actual: 1, limit: 0) {
        $0.changeAgent { $0.skills = [] }
        $0.teach(number: 1)
        $0.teach(number: 2, day: 1)
    },
    Breach(rule: .trainingWithinShift, actual: 60, limit: 0, note: "beyond its end") {
        $0.teach(from: 960, agents: [1])
    },
    Breach(rule: .trainingWithinShift, actual: 60, limit: 0, note: "over lunch") {
        $0.teach(from: 690, agents: [1])
    },
    Breach(rule: .trainingWithinShift, day: 5, actual: 120, limit: 0, note: "on a day off") {
        $0.scenario.floor.trainers[0].hours[5] = TinyFloor.range(540, 1080)
        $0.teach(day: 5, agents: [1])
    },
]

extension TinyFloor {
    /// Two teams under `s1` and `s2`.
    fileprivate mutating func split(first count: Int) {
        let agents = scenario.floor.agents.map(\.id)
        plan.teams?.teams = [
            Team(
                supervisor: Identifier("s1"), campaign: TinyFloor.help, agents: Array(agents.prefix(count)),
                overlapShare: 1),
            Team(
                supervisor: Identifier("s2"), campaign: TinyFloor.help,
                agents: Array(agents.dropFirst(count)), overlapShare: 1),
        ]
    }
}
