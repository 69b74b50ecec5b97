import ArgumentParser
import Foundation
import Scheduling

/// A file of the family `day-N`, `week-N-fixed`, `week-N-exact`.
struct DesignInstance: Decodable {
    struct Contract: Decodable {
        struct Hours: Decodable {
            let minimum: Int
            let maximum: Int
        }
        struct Band: Decodable {
            let halfWidth: Int
            let anchorStep: Int
            let firstAnchor: Int
        }
        struct Shape: Decodable {
            struct Break: Decodable {
                let length: Int
                let earliest: Int
                let latest: Int
            }
            let paid: Int
            let span: Int
            let breaks: [Break]
        }
        let id: String
        let maximumAgents: Int?
        let daysPerWeek: Int
        let paidIntervalsPerWeek: Hours
        let startBand: Band?
        let fixedCost: Int
        let shapes: [Shape]
    }

    let name: String
    let intervalMinutes: Int
    let understaffingCost: Int
    let overstaffingCost: Int
    let minimumRestIntervals: Int
    let requirement: [[Int]]
    let contracts: [Contract]

    init(contentsOf url: URL) throws {
        guard let data = try? Data(contentsOf: url) else {
            throw ValidationError("\(url.path): cannot be read")
        }
        do {
            self = try JSONDecoder().decode(DesignInstance.self, from: data)
        } catch {
            throw ValidationError("\(url.path): not an instance of day-N or week-N (JSON)")
        }
    }

    var problem: ShiftDesignProblem {
        ShiftDesignProblem(
            requirement: requirement,
            contracts: contracts.map { contract in
                DesignContract(
                    id: contract.id, maximumAgents: contract.maximumAgents,
                    daysPerWeek: contract.daysPerWeek,
                    paidIntervals: contract.paidIntervalsPerWeek
                        .minimum...contract.paidIntervalsPerWeek
                        .maximum,
                    startBand: contract.startBand.map {
                        StartBand(halfWidth: $0.halfWidth, first: $0.firstAnchor, step: $0.anchorStep)
                    }, fixedCost: contract.fixedCost,
                    shapes: contract.shapes.map { shape in
                        DesignShape(
                            paid: shape.paid, span: shape.span,
                            breaks: shape.breaks.map {
                                DesignBreak(length: $0.length, earliest: $0.earliest, latest: $0.latest)
                            })
                    })
            }, understaffingCost: understaffingCost, overstaffingCost: overstaffingCost,
            intervalMinutes: intervalMinutes, minimumRestIntervals: minimumRestIntervals)
    }
}
