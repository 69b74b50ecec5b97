import Workforce

/// `plateau.forecast-histories.v1`: the forecast of each history of a workspace, as `historyForecastJSON`
/// writes it, with the names of its campaign and activity.
public func historyForecastsJSON(_ forecasts: [(activity: ActivityKey, forecast: HistoryForecast)]) -> String
{
    let schema: JSONValue = ["schema": "plateau.forecast-histories.v1"]
    return schema.with([
        "activities": .array(
            forecasts.map { activity, forecast in
                json(forecast).with([
                    "campaign": .string(activity.campaign.name),
                    "activity": .string(activity.activity.name),
                ])
            })
    ]).text
}
