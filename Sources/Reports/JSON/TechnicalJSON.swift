import Workforce

/// Seats, lines and licences by site; intervals are indices of `horizon`, null without anyone.
func json(_ needs: TechnicalNeeds) -> JSONValue {
    .array(
        needs.sites.map { site in
            json(site.peak).with([
                "site": .string(site.site.name),
                "licences": .array(
                    site.licences.map {
                        ["tool": .string($0.tool.rawValue), "concurrent": .integer($0.concurrent)]
                    }),
                "campaigns": .array(
                    site.campaigns.map { campaign in
                        json(campaign.peak).with([
                            "campaign": .string(campaign.campaign.name),
                            "dialing": .array(
                                campaign.dialing.map {
                                    [
                                        "activity": .string($0.activity.activity.name),
                                        "mode": .string($0.mode.rawValue),
                                        "linesPerAgent": JSONValue($0.linesPerAgent),
                                    ]
                                }),
                        ])
                    }),
            ])
        })
}

private func json(_ peak: PeakNeeds) -> JSONValue {
    [
        "seats": .integer(peak.seats), "seatsInterval": JSONValue(peak.seatsInterval),
        "lines": .integer(peak.lines), "linesInterval": JSONValue(peak.linesInterval),
        "lineLoad": JSONValue(peak.lineLoad),
    ]
}
