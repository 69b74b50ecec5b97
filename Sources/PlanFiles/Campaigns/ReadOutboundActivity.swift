import Workforce

/// Keys of calls that agents make from a list.
extension ActivityReader {
    func outbound(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog) -> Channel? {
        let size = fields.required("listSize", .count, 0...100_000_000, &log)
        let start = fields.optional("start", .date, &log)
        let end = isWholeCampaign ? nil : fields.optional("end", .date, &log)
        if let start, let end, end < start {
            let problem = MeaningProblem.endBeforeStart(
                key: "start…end", start: start.iso8601, end: end.iso8601)
            log.error(.meaning(problem), at: fields.place(of: "end"))
        }
        let reach = fields.required("reachRate", .share, 0...1, &log)
        let spread = fields.optional("reachSpread", .share, 0...1, &log) ?? 0
        let attempts = fields.optional("maximumAttempts", .count, 1...100, &log) ?? 4
        let pitch = fields.optional("pitchRate", .share, 0...1, &log) ?? 1
        let conversion = fields.required("conversionRate", .share, 0...1, &log)
        let setup = fields.optional("setupTime", .duration, 0...3600, &log) ?? 10
        let failed = fields.optional("failedAttemptTime", .duration, 0...3600, &log) ?? 25
        let answer = fields.optional("answerTime", .duration, 0...3600, &log) ?? 12
        let audience = fields.optional("audience", .choice(["consumer", "business"]), &log)
        let given = fields.optional("consentGiven", .dateRange, &log)
        if audience == "business", fields.has("consentGiven") {
            log.error(
                .meaning(.requires(key: "consentGiven", other: "audience: consumer")),
                at: fields.keyPlace(of: "consentGiven"))
        }
        let offset = fields.optional("consumerClockOffset", .clockOffset, -50_400...50_400, &log) ?? 0
        let complex = fields.optional("complexScript", .yesNo, &log) ?? false
        let agents = fields.optional("maximumAgents", .count, 1...5000, &log)
        let factor = fields.optional("volumeFactor", .number, 0...100, &log) ?? 1
        let shift = fields.optional("handleTimeShift", .signedDuration, -28_800...28_800, &log) ?? 0
        let dialing = dialing(&fields, &log)
        guard let size, let reach, let conversion, let handleTime else { return nil }
        var terms = OutboundTerms(
            listSize: size, start: start, end: end, reachRate: reach, reachSpread: spread,
            maximumAttempts: attempts,
            pitchRate: pitch, conversionRate: conversion, handleTime: Seconds(handleTime),
            setupTime: Seconds(setup), failedAttemptTime: Seconds(failed), answerTime: Seconds(answer),
            mode: dialing.mode, consentGiven: given, isConsumer: audience != "business",
            consumerClockOffsetMinutes: offset / 60,
            isComplex: complex, maximumAgents: agents, volumeFactor: factor,
            handleTimeShift: Seconds(shift))
        if let dropped = dialing.maximumDropped { terms.maximumDropped = dropped }
        if let within = dialing.connectWithin { terms.connectWithin = Seconds(within) }
        return .outbound(terms)
    }

    /// How calls are dialled; the limits of a predictive dialler need `mode: predictive`.
    private func dialing(
        _ fields: inout Fields, _ log: inout DiagnosticLog
    ) -> (mode: DialingMode, maximumDropped: Double?, connectWithin: Int?) {
        let mode = fields.optional("mode", .choice(DialingMode.allCases.map(\.rawValue)), &log)
            .flatMap(DialingMode.init(rawValue:))
        let dropped = fields.optional("maximumDropped", .share, 0.001...0.5, &log)
        let within = fields.optional("connectWithin", .duration, 0...60, &log)
        if mode != .predictive, mode != nil || !fields.has("mode") {
            for key in ["maximumDropped", "connectWithin"] where fields.has(key) {
                log.error(
                    .meaning(.requires(key: key, other: "mode: predictive")), at: fields.keyPlace(of: key))
            }
        }
        return (mode ?? .progressive, dropped, within)
    }
}
