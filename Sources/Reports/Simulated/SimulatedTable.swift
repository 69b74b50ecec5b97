import Workforce

/// The simulated service, one row an interval and activity with contacts.
public func simulatedCSV(
    _ service: SimulatedService, scenario: Scenario, language l: Language
) -> [UInt8] {
    let horizon = scenario.horizon
    var file = DelimitedText(
        l,
        header: [
            l("date", "date"), l("time", "heure"), l("campaign", "opération"), l("activity", "activité"),
            l("contacts", "contacts"), l("agents on the line", "agents en ligne"),
            l("service level", "niveau de service"), l("half width", "demi-largeur"),
            l("predicted", "prévu"), l("abandoned", "abandons"),
        ])
    for activity in service.activities {
        let people = service.campaigns.first { $0.campaign == activity.activity.campaign }?.agents ?? []
        for t in horizon.intervals where t < activity.intervals.count {
            guard let interval = activity.intervals[t] else { continue }
            file.add([
                .plain(l.fileDate(horizon.date(of: t))), .plain(horizon.clock(of: t).description),
                .text(activity.activity.campaign.name), .text(activity.activity.activity.name),
                .number(interval.contacts, decimals: 3),
                .number(t < people.count ? people[t] : .nan, decimals: 3),
                .number(interval.serviceLevel?.value ?? .nan, decimals: 4),
                .number(interval.serviceLevel?.halfWidth ?? .nan, decimals: 4),
                .number(interval.predicted ?? .nan, decimals: 4),
                .number(interval.abandonment ?? .nan, decimals: 4),
            ])
        }
    }
    return Array(file.text.utf8)
}
