import Workforce

/// Reads the keys of one channel, at the top of a campaign file or in an entry of `activities`.
struct ActivityReader {
    static let channels = ["inbound", "outbound", "backOffice", "chat"]

    let profiles: [String: VolumeProfile]
    let names: KnownNames
    /// The campaign's own `end` is then not the activity's.
    let isWholeCampaign: Bool

    /// Keys that only some channels have.
    private static let channelsOfKey: [String: [String]] = {
        var table: [String: [String]] = [
            "volumeFactor": ["inbound", "outbound"], "handleTimeShift": ["inbound", "outbound"],
            "serviceTarget": ["inbound", "chat"], "patience": ["inbound"], "concurrency": ["chat"],
            "dueWithin": ["backOffice"],
        ]
        for key in ["volume", "profile"] { table[key] = ["inbound", "backOffice", "chat"] }
        for key in [
            "listSize", "start", "reachRate", "maximumAttempts", "pitchRate", "conversionRate", "setupTime",
            "failedAttemptTime", "answerTime", "mode", "audience", "consumerClockOffset", "complexScript",
            "maximumAgents",
        ] { table[key] = ["outbound"] }
        return table
    }()

    /// The channel, its name, and where it is described when it forecasts from a history.
    func read(_ fields: inout Fields, _ log: inout DiagnosticLog) -> (Channel, String, SourceLocation?)? {
        guard let name = fields.required("channel", .choice(Self.channels), &log) else {
            // The channel's keys cannot be judged without it.
            for key in Self.channelsOfKey.keys { _ = fields.value(key) }
            for key in ["handleTime", "end"] { _ = fields.value(key) }
            return nil
        }
        for entry in fields.keys {
            guard let channels = Self.channelsOfKey[entry.key], !channels.contains(name) else { continue }
            _ = fields.value(entry.key)
            let problem = YAMLProblem.keyOfOtherChannel(key: entry.key, channel: name, channels: channels)
            log.error(.yaml(problem), at: entry.place)
        }
        let handleTime = fields.required("handleTime", .duration, 1...28_800, &log)
        let channel: Channel?
        switch name {
        case "inbound": channel = inbound(handleTime, &fields, &log)
        case "outbound": channel = outbound(handleTime, &fields, &log)
        case "backOffice": channel = backOffice(handleTime, &fields, &log)
        default: channel = chat(handleTime, &fields, &log)
        }
        return channel.map { ($0, name, forecastsFromHistory($0) ? fields.place(of: "channel") : nil) }
    }

    private func forecastsFromHistory(_ channel: Channel) -> Bool {
        switch channel {
        case .inbound(let terms): terms.demand == .history
        case .backOffice(let terms): terms.demand == .history
        case .chat(let terms): terms.demand == .history
        case .outbound: false
        }
    }

    // MARK: What channels share

    private func demand(_ fields: inout Fields, _ log: inout DiagnosticLog) -> DemandSource? {
        let volume = fields.optional("volume", .monthlyVolume, 0...1e8, &log)
        let name = fields.optional("profile", .text, &log)
        if !fields.has("volume") {
            if name != nil {
                log.error(
                    .meaning(.requires(key: "profile", other: "volume")), at: fields.keyPlace(of: "profile"))
            }
            return .history
        }
        if let name, !names.check(name, .profile, at: fields.place(of: "profile"), &log) { return nil }
        guard let volume, let profile = profiles[name ?? "officeHours"] else { return nil }
        return .monthlyVolume(contactsPerMonth: volume, profile: profile)
    }

    /// `80/20`, or a mapping in which only what is written is asked.
    private func target(_ fields: inout Fields, hasPatience: Bool, _ log: inout DiagnosticLog)
        -> ServiceTarget
    {
        guard let value = fields.value("serviceTarget"), value.shape != .nothing else {
            return ServiceTarget()
        }
        guard case .mapping = value.content else {
            let found = Fields.read(value, named: "serviceTarget", .serviceTarget, &log)
            return found.map { ServiceTarget(serviceLevel: $0.serviceLevel, threshold: Seconds($0.seconds)) }
                ?? ServiceTarget()
        }
        guard var own = Fields(value, named: "serviceTarget", &log) else { return ServiceTarget() }
        let level = own.optional("serviceLevel", .share, 0...1, &log)
        let threshold = own.optional("threshold", .duration, 0...28_800, &log)
        let occupancy = own.optional("maximumOccupancy", .share, 0.05...1, &log)
        let abandonment = own.optional("maximumAbandonment", .share, 0.001...1, &log)
        let speed = own.optional("maximumAnswerSpeed", .duration, 1...28_800, &log)
        own.finish(&log)
        if abandonment != nil, !hasPatience {
            log.error(
                .meaning(.requires(key: "maximumAbandonment", other: "patience")),
                at: own.keyPlace(of: "maximumAbandonment"))
        }
        return ServiceTarget(
            serviceLevel: level, threshold: Seconds(threshold ?? 20), maximumOccupancy: occupancy,
            maximumAbandonment: abandonment, maximumAnswerSpeed: speed.map { Seconds($0) })
    }

    // MARK: Channels

    private func inbound(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog) -> Channel? {
        let demand = demand(&fields, &log)
        let patience = fields.optional("patience", .duration, 1...28_800, &log)
        let target = target(&fields, hasPatience: fields.has("patience"), &log)
        let factor = fields.optional("volumeFactor", .number, 0...100, &log) ?? 1
        let shift = fields.optional("handleTimeShift", .signedDuration, -28_800...28_800, &log) ?? 0
        guard let demand, let handleTime else { return nil }
        return .inbound(
            InboundTerms(
                demand: demand, handleTime: Seconds(handleTime), patience: patience.map { Seconds($0) },
                target: target, volumeFactor: factor, handleTimeShift: Seconds(shift)))
    }

    private func backOffice(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog)
        -> Channel?
    {
        let demand = demand(&fields, &log)
        let due = fields.optional("dueWithin", .hourly, 60...(90 * 86_400), &log) ?? 48 * 3600
        guard let demand, let handleTime else { return nil }
        return .backOffice(
            DeferredTerms(demand: demand, handleTime: Seconds(handleTime), dueWithin: Seconds(due)))
    }

    private func chat(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog) -> Channel? {
        let demand = demand(&fields, &log)
        let concurrency = fields.optional("concurrency", .count, 1...20, &log) ?? 2
        let target = target(&fields, hasPatience: false, &log)
        guard let demand, let handleTime else { return nil }
        return .chat(
            ChatTerms(
                demand: demand, handleTime: Seconds(handleTime), concurrency: concurrency, target: target))
    }

    private func outbound(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog) -> Channel?
    {
        let size = fields.required("listSize", .count, 0...100_000_000, &log)
        let start = fields.optional("start", .date, &log)
        let end = isWholeCampaign ? nil : fields.optional("end", .date, &log)
        if let start, let end, end < start {
            let problem = MeaningProblem.endBeforeStart(
                key: "start…end", start: start.iso8601, end: end.iso8601)
            log.error(.meaning(problem), at: fields.place(of: "end"))
        }
        let reach = fields.required("reachRate", .share, 0...1, &log)
        let attempts = fields.optional("maximumAttempts", .count, 1...100, &log) ?? 4
        let pitch = fields.optional("pitchRate", .share, 0...1, &log) ?? 1
        let conversion = fields.required("conversionRate", .share, 0...1, &log)
        let setup = fields.optional("setupTime", .duration, 0...3600, &log) ?? 10
        let failed = fields.optional("failedAttemptTime", .duration, 0...3600, &log) ?? 25
        let answer = fields.optional("answerTime", .duration, 0...3600, &log) ?? 12
        let mode = fields.optional("mode", .choice(["preview", "progressive"]), &log)
        let audience = fields.optional("audience", .choice(["consumer", "business"]), &log)
        let offset = fields.optional("consumerClockOffset", .clockOffset, -50_400...50_400, &log) ?? 0
        let complex = fields.optional("complexScript", .yesNo, &log) ?? false
        let agents = fields.optional("maximumAgents", .count, 1...5000, &log)
        let factor = fields.optional("volumeFactor", .number, 0...100, &log) ?? 1
        let shift = fields.optional("handleTimeShift", .signedDuration, -28_800...28_800, &log) ?? 0
        guard let size, let reach, let conversion, let handleTime else { return nil }
        return .outbound(
            OutboundTerms(
                listSize: size, start: start, end: end, reachRate: reach, maximumAttempts: attempts,
                pitchRate: pitch, conversionRate: conversion, handleTime: Seconds(handleTime),
                setupTime: Seconds(setup), failedAttemptTime: Seconds(failed), answerTime: Seconds(answer),
                mode: mode.flatMap(DialingMode.init(rawValue:)) ?? .progressive,
                isConsumer: audience != "business", consumerClockOffsetMinutes: offset / 60,
                isComplex: complex,
                maximumAgents: agents, volumeFactor: factor, handleTimeShift: Seconds(shift)))
    }
}
