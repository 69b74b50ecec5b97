import Workforce

/// Handle times of new agents.
extension CampaignReader {
    /// `{start: 140 %, halfLife: 4w}`; outbound calls alone have no use for it.
    func learningCurve(_ given: Fields, _ log: inout DiagnosticLog) -> LearningCurve? {
        var fields = given
        let start = fields.required("start", .multiple, 1...5, &log)
        let halfLife = fields.required("halfLife", .halfLife, 86_400...(730 * 86_400), &log)
        fields.finish(&log)
        guard let start, let halfLife else { return nil }
        return LearningCurve(start: start, halfLife: Seconds(halfLife))
    }

    /// Says where no activity has a forecast for the curve to act on.
    func checkLearningCurve(
        of activities: [Activity], at place: SourceLocation, _ log: inout DiagnosticLog
    ) {
        guard !activities.isEmpty, activities.allSatisfy({ $0.channel.demand == nil }) else { return }
        let channels = ActivityReader.channels.filter { $0 != "outbound" }
        let problem = YAMLProblem.keyOfOtherChannel(
            key: "learningCurve", channel: "outbound", channels: channels)
        log.error(.yaml(problem), at: place)
    }
}
