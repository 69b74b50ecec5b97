/// Names the agents behind the counts of a kind: who stays, who goes, who learns.
///
/// For given counts the fewest agents move when as many as possible stay where
/// they were; among those who leave or arrive, agents trained already go first
/// to what they were trained for.
struct PostAssignment {
    /// Campaign of each agent of the kind in each week; nil = no post.
    private(set) var campaigns: [[Int?]]
    private var trained: [Set<Int>]

    /// - Parameter counts: agents wanted by week and position in the kind's choices.
    init(kind: StaffingInstance.AgentKind, counts: [[Int]]) {
        let size = kind.agents.count
        campaigns = []
        trained = Array(repeating: [], count: size)
        var previous = [Int?](repeating: nil, count: size)
        for (w, choices) in kind.choices.enumerated() {
            var places = [Int: Int]()
            for (choice, count) in zip(choices, counts[w]) { places[choice.campaign] = count }
            let now = week(previous: previous, choices: choices, places: &places)
            for (a, k) in now.enumerated() {
                guard let k, choices.contains(where: { $0.campaign == k && $0.needsTraining }) else {
                    continue
                }
                trained[a].insert(k)
            }
            campaigns.append(now)
            previous = now
        }
    }

    private func week(
        previous: [Int?], choices: [StaffingInstance.Choice], places: inout [Int: Int]
    ) -> [Int?] {
        var now = [Int?](repeating: nil, count: previous.count)
        // Campaigns that grow and have to be learnt: their former learners are let go first.
        let growing = choices.filter { choice in
            choice.needsTraining
                && places[choice.campaign, default: 0] > previous.count(where: { $0 == choice.campaign })
        }.map(\.campaign)
        for choice in choices {
            let here = previous.indices.filter { previous[$0] == choice.campaign }
            let leaving = here.sorted { a, b in
                let (x, y) = (isWanted(a, by: growing), isWanted(b, by: growing))
                return x == y ? a < b : !x
            }
            for a in leaving.prefix(places[choice.campaign, default: 0]) {
                now[a] = choice.campaign
                places[choice.campaign, default: 0] -= 1
            }
        }
        // What has to be learnt is filled first, from those who know it.
        for choice in choices.filter(\.needsTraining) + choices.filter({ !$0.needsTraining }) {
            let free = now.indices.filter { now[$0] == nil }
            let ordered = free.sorted { a, b in
                let (x, y) = (trained[a].contains(choice.campaign), trained[b].contains(choice.campaign))
                return x == y ? a < b : x
            }
            for a in ordered.prefix(places[choice.campaign, default: 0]) { now[a] = choice.campaign }
        }
        return now
    }

    private func isWanted(_ agent: Int, by growing: [Int]) -> Bool {
        growing.contains { trained[agent].contains($0) }
    }
}

extension StaffingInstance {
    /// Cents of a complete assignment, counted agent by agent.
    ///
    /// - Parameter campaigns: by kind, week and agent.
    func cost(of campaigns: [[[Int?]]]) -> Double {
        var cost = 0.0
        var supply = needs.map { $0.map { _ in 0.0 } }
        for (kind, weeks) in zip(kinds, campaigns) {
            for a in kind.agents.indices {
                var learnt = Set<Int>()
                for (w, week) in weeks.enumerated() {
                    guard let k = week[a], let choice = kind.choices[w].first(where: { $0.campaign == k })
                    else { continue }
                    cost += choice.awayCost
                    supply[k][w] += choice.hours
                    if choice.needsTraining, learnt.insert(k).inserted { cost += kind.trainingCosts[k] }
                    guard w > 0, let before = weeks[w - 1][a], before != k,
                        kind.choices[w].contains(where: { $0.campaign == before })
                    else { continue }
                    cost += prices.move
                }
            }
        }
        for (k, weeks) in needs.enumerated() {
            for (w, need) in weeks.enumerated() { cost += shortageCost(need, supply: supply[k][w]) }
        }
        return cost
    }

    /// The cheapest pieces go short first.
    func shortageCost(_ need: WeeklyNeed, supply: Double) -> Double {
        var missing = max(0, need.hours + need.cushionHours - supply)
        let pieces = [
            (prices.missingHour, need.intervalHours), (prices.undoneHour, need.workloadHours),
            (prices.cushionHour, need.cushionHours),
        ].sorted { $0.0 < $1.0 }
        var cost = 0.0
        for (price, hours) in pieces {
            cost += price * min(missing, hours)
            missing -= min(missing, hours)
        }
        return cost
    }
}
