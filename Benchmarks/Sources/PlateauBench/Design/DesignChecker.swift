import Foundation

/// A second opinion on a solution file, from the instance's text alone: it shares no code with
/// what made the solution.
struct DesignChecker {
    let instance: DesignInstance

    /// Rows `tour,contract,day,start,paid,breaks`.
    ///
    /// - Returns: the cost recomputed, and every rule broken.
    func check(_ text: String) -> (cost: Int, violations: [String]) {
        var violations: [String] = []
        var tours: [String: [(day: Int, start: Int, shape: DesignInstance.Contract.Shape)]] = [:]
        var contractOf: [String: DesignInstance.Contract] = [:]
        var present = instance.requirement.map { [Int](repeating: 0, count: $0.count) }
        var cost = 0
        for (number, line) in text.split(separator: "\n").dropFirst().enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 6, let contract = instance.contracts.first(where: { $0.id == cells[1] }),
                let day = Int(cells[2]), let start = Int(cells[3]), let paid = Int(cells[4]),
                instance.requirement.indices.contains(day),
                let shape = contract.shapes.first(where: { $0.paid == paid })
            else {
                violations.append("row \(number + 2): cannot be read")
                continue
            }
            guard start >= 0, start + shape.span <= present[day].count else {
                violations.append("row \(number + 2): leaves the day")
                continue
            }
            for t in start..<start + shape.span { present[day][t] += 1 }
            let taken = cells[5].split(separator: " ").map { $0.split(separator: ":").compactMap { Int($0) } }
            if taken.count != shape.breaks.count { violations.append("row \(number + 2): breaks missing") }
            for (pause, one) in zip(shape.breaks, taken) {
                guard one.count == 2, one[1] == pause.length,
                    (start + pause.earliest...start + pause.latest).contains(one[0])
                else {
                    violations.append("row \(number + 2): break outside its window")
                    continue
                }
                for t in one[0]..<one[0] + one[1] { present[day][t] -= 1 }
            }
            cost += shape.paid
            tours[cells[0], default: []].append((day, start, shape))
            contractOf[cells[0]] = contract
        }
        for (id, days) in tours {
            guard let contract = contractOf[id] else { continue }
            cost += contract.fixedCost
            violations += check(days.sorted { $0.day < $1.day }, of: contract, tour: id)
        }
        for contract in instance.contracts {
            let count = contractOf.values.count { $0.id == contract.id }
            if let most = contract.maximumAgents, count > most {
                violations.append("contract \(contract.id): \(count) agents")
            }
        }
        for (needs, counts) in zip(instance.requirement, present) {
            for (need, count) in zip(needs, counts) {
                cost += max(0, need - count) * instance.understaffingCost
                cost += max(0, count - need) * instance.overstaffingCost
            }
        }
        return (cost, violations.sorted())
    }

    private func check(
        _ days: [(day: Int, start: Int, shape: DesignInstance.Contract.Shape)],
        of contract: DesignInstance.Contract, tour: String
    ) -> [String] {
        var violations: [String] = []
        if days.count != contract.daysPerWeek { violations.append("tour \(tour): \(days.count) days") }
        if Set(days.map(\.day)).count != days.count { violations.append("tour \(tour): a day twice") }
        let paid = days.reduce(0) { $0 + $1.shape.paid }
        let hours = contract.paidIntervalsPerWeek
        if paid < hours.minimum || paid > hours.maximum { violations.append("tour \(tour): paid \(paid)") }
        if let band = contract.startBand {
            let anchors = stride(from: band.firstAnchor, through: 96 + band.halfWidth, by: band.anchorStep)
            if !anchors.contains(where: { anchor in
                days.allSatisfy { abs($0.start - anchor) <= band.halfWidth }
            }) {
                violations.append("tour \(tour): starts outside every band")
            }
        }
        for (a, b) in zip(days, days.dropFirst()) where b.day == a.day + 1 {
            if 96 - (a.start + a.shape.span) + b.start < instance.minimumRestIntervals {
                violations.append("tour \(tour): short rest")
            }
        }
        return violations
    }
}
