import Workforce

/// Reads the keys of one channel, at the top of a campaign file or in an entry of `activities`.
struct ActivityReader {
    static let channels = ["inbound", "outbound", "backOffice", "email", "callback", "chat"]

    let profiles: [String: VolumeProfile]
    let names: KnownNames
    /// The campaign's own `end` is then not the activity's.
    let isWholeCampaign: Bool

    /// Keys that only some channels have.
    private static let channelsOfKey: [String: [String]] = {
        var table: [String: [String]] = [
            "volumeFactor": ["inbound", "outbound"], "handleTimeShift": ["inbound", "outbound"],
            "serviceTarget": ["inbound", "chat"], "patience": ["inbound", "chat"],
            "patienceLaw": ["inbound"], "redialShare": ["inbound"],
            "handleTimeVariation": ["inbound"], "wrapUp": ["inbound"], "voiceMenu": ["inbound"],
            "concurrency": ["chat"], "slowdown": ["chat"],
            "from": ["callback"], "share": ["callback"],
        ]
        for key in ["dueWithin", "backlog"] { table[key] = ["backOffice", "email", "callback"] }
        for key in ["volume", "profile", "like", "volumeUncertainty"] {
            table[key] = ["inbound", "backOffice", "email", "chat"]
        }
        for key in [
            "listSize", "start", "reachRate", "maximumAttempts", "pitchRate", "conversionRate", "setupTime",
            "failedAttemptTime", "answerTime", "mode", "audience", "consumerClockOffset", "complexScript",
            "maximumAgents", "maximumDropped", "connectWithin", "reachSpread", "consentGiven",
        ] { table[key] = ["outbound"] }
        return table
    }()

    func read(_ fields: inout Fields, _ log: inout DiagnosticLog) -> ReadActivity? {
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
        case "backOffice", "email": channel = backOffice(handleTime, &fields, &log)
        case "callback": channel = callback(handleTime, &fields, &log)
        default: channel = chat(handleTime, &fields, &log)
        }
        return channel.map { ReadActivity(channel: $0, channelName: name, fields: fields) }
    }
}

/// A channel, read, with the places that later checks point at.
struct ReadActivity {
    let channel: Channel
    let channelName: String
    private let fields: Fields

    init(channel: Channel, channelName: String, fields: Fields) {
        self.channel = channel
        self.channelName = channelName
        self.fields = fields
    }

    /// Where it is described when it forecasts from a history.
    var historyPlace: SourceLocation? { channel.demand == .history ? fields.place(of: "channel") : nil }

    /// Where it states its volume, if it does.
    func statedVolume(of activity: Identifier<Activity>) -> StatedVolume? {
        guard case .monthlyVolume? = channel.demand else { return nil }
        return StatedVolume(
            activity: activity, volume: fields.place(of: "volume"), like: fields.place(of: "like"))
    }
}
