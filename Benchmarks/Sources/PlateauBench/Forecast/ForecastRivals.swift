/// Published and measured errors on the bank's calls of 2003, WAPE in % at
/// 1 day, 1, 4 and 12 weeks; nil where none was measured.
struct ForecastRival {
    let name: String
    let day: [Double]?
    let slot: [Double]?

    static let all = [
        ForecastRival(name: "seasonal naive (last week)", day: [7.4, 7.2, 7.0, 6.9], slot: nil),
        ForecastRival(name: "mean of last 8 same weekdays", day: [5.5, 5.6, 5.4, 5.4], slot: nil),
        ForecastRival(
            name: "statsforecast AutoETS (slots: daily × profile)", day: [4.0, 5.7, 6.4, 6.1],
            slot: [5.6, 6.6, 7.3, 7.2]),
        ForecastRival(
            name: "statsforecast AutoARIMA (slots: MSTL)", day: [3.9, 5.2, 5.8, 7.9],
            slot: [5.9, 7.2, 7.7, 7.2]),
        ForecastRival(name: "Prophet", day: [5.7, 6.5, 8.3, 17.0], slot: nil),
        ForecastRival(name: "LightGBM", day: [4.1, 6.4, 7.5, 7.7], slot: nil),
        ForecastRival(name: "Shen–Huang SVD", day: [3.7, 4.8, 5.0, 4.9], slot: [5.5, 6.3, 6.4, 6.5]),
        goal,
    ]

    static let goal = ForecastRival(name: "goal", day: [3.7, 4.9, 5.0, 5.0], slot: [5.3, 6.3, 6.4, 6.5])
}
