import Workforce

/// How long callers wait, and what they do on the line beside talking to an agent.
extension ActivityReader {
    /// `exponential`, `deterministic`, `uniform`, or a mapping with a parameter:
    /// `{law: weibull, shape: 2}`, `{law: lognormal, variation: 0.8}`.
    func patienceLaw(_ fields: inout Fields, _ log: inout DiagnosticLog) -> PatienceLaw {
        guard let value = fields.value("patienceLaw"), value.shape != .nothing else { return .exponential }
        if !fields.has("patience") {
            log.error(
                .meaning(.requires(key: "patienceLaw", other: "patience")),
                at: fields.keyPlace(of: "patienceLaw"))
        }
        let laws = ["exponential", "deterministic", "uniform", "lognormal", "weibull"]
        guard case .mapping = value.content else {
            guard let name = Fields.read(value, named: "patienceLaw", .choice(laws), &log) else {
                return .exponential
            }
            if let parameter = Self.parameter(of: name) {
                log.error(.meaning(.requires(key: name, other: parameter)), at: value.place)
            }
            return Self.law(name, 1)
        }
        guard var own = Fields(value, named: "patienceLaw", &log) else { return .exponential }
        let name = own.required("law", .choice(laws), &log)
        var given: Double?
        if let name, let parameter = Self.parameter(of: name) {
            let range = name == "weibull" ? 0.1...100 : 0.01...10
            given = own.required(parameter, .number, range, &log)
        }
        own.finish(&log)
        return Self.law(name ?? laws[0], given ?? 1)
    }

    private static func parameter(of law: String) -> String? {
        switch law {
        case "weibull": "shape"
        case "lognormal": "variation"
        default: nil
        }
    }

    private static func law(_ name: String, _ parameter: Double) -> PatienceLaw {
        switch name {
        case "deterministic": .deterministic
        case "uniform": .uniform
        case "lognormal": .lognormal(variation: parameter)
        case "weibull": .weibull(shape: parameter)
        default: .exponential
        }
    }

    /// Share of those who hang up that call again; needs a patience.
    func redialShare(_ fields: inout Fields, _ log: inout DiagnosticLog) -> Double {
        let share = fields.optional("redialShare", .share, 0...0.95, &log)
        if fields.has("redialShare"), !fields.has("patience") {
            log.error(
                .meaning(.requires(key: "redialShare", other: "patience")),
                at: fields.keyPlace(of: "redialShare"))
        }
        return share ?? 0
    }

    /// Time on the line without an agent (voice menu), and with an agent off the line (wrap-up,
    /// part of the handle time).
    func lineTimes(
        handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog
    ) -> (wrapUp: Seconds, voiceMenu: Seconds) {
        let wrapUp = fields.optional("wrapUp", .duration, 0...(handleTime ?? 28_800), &log) ?? 0
        let menu = fields.optional("voiceMenu", .duration, 0...3600, &log) ?? 0
        return (Seconds(wrapUp), Seconds(menu))
    }
}
