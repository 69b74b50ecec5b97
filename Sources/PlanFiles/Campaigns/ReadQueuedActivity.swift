import Workforce

/// Channels whose contacts wait in a queue: inbound calls and chats.
extension ActivityReader {
    func inbound(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog) -> Channel? {
        let demand = demand(&fields, &log)
        let patience = fields.optional("patience", .duration, 1...28_800, &log)
        let law = patienceLaw(&fields, &log)
        let redials = redialShare(&fields, &log)
        let variation = fields.optional("handleTimeVariation", .number, 0...10, &log) ?? 1
        let times = lineTimes(handleTime: handleTime, &fields, &log)
        let target = target(&fields, hasPatience: fields.has("patience"), &log)
        let factor = fields.optional("volumeFactor", .number, 0...100, &log) ?? 1
        let shift = fields.optional("handleTimeShift", .signedDuration, -28_800...28_800, &log) ?? 0
        guard let demand, let handleTime else { return nil }
        return .inbound(
            InboundTerms(
                demand: demand, handleTime: Seconds(handleTime), handleTimeVariation: variation,
                wrapUp: times.wrapUp,
                voiceMenu: times.voiceMenu, patience: patience.map { Seconds($0) }, patienceLaw: law,
                redialShare: redials,
                target: target, volumeFactor: factor, handleTimeShift: Seconds(shift)))
    }

    func chat(_ handleTime: Int?, _ fields: inout Fields, _ log: inout DiagnosticLog) -> Channel? {
        let demand = demand(&fields, &log)
        let concurrency = fields.optional("concurrency", .count, 1...20, &log) ?? 2
        let slowdown = fields.optional("slowdown", .share, 0...1, &log) ?? 0
        let patience = fields.optional("patience", .duration, 1...28_800, &log)
        let target = target(&fields, hasPatience: fields.has("patience"), &log)
        guard let demand, let handleTime else { return nil }
        return .chat(
            ChatTerms(
                demand: demand, handleTime: Seconds(handleTime), concurrency: concurrency, slowdown: slowdown,
                patience: patience.map { Seconds($0) }, target: target))
    }

    // MARK: Service target

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
        var target = ServiceTarget(serviceLevel: own.optional("serviceLevel", .share, 0...1, &log))
        if let threshold = own.optional("threshold", .duration, 0...28_800, &log) {
            target.threshold = Seconds(threshold)
        }
        measure(&target, &own, &log)
        target.maximumOccupancy = own.optional("maximumOccupancy", .share, 0.05...1, &log)
        target.maximumAbandonment = own.optional("maximumAbandonment", .share, 0.001...1, &log)
        target.maximumAnswerSpeed = own.optional("maximumAnswerSpeed", .duration, 1...28_800, &log)
            .map { Seconds($0) }
        own.finish(&log)
        if target.maximumAbandonment != nil, !hasPatience {
            require("patience", for: "maximumAbandonment", own, &log)
        }
        return target
    }

    /// Which share the service level is, and over what time; meaningless without a service level.
    private func measure(_ target: inout ServiceTarget, _ own: inout Fields, _ log: inout DiagnosticLog) {
        let basis = own.optional("basis", .choice(ServiceLevelBasis.allCases.map(\.rawValue)), &log)
            .flatMap(ServiceLevelBasis.init(rawValue:))
        let short = own.optional("shortAbandon", .duration, 0...3600, &log)
        let period = own.optional("period", .choice(TargetPeriod.allCases.map(\.rawValue)), &log)
            .flatMap(TargetPeriod.init(rawValue:))
        for key in ["basis", "period"] where own.has(key) && !own.has("serviceLevel") {
            require("serviceLevel", for: key, own, &log)
        }
        if own.has("shortAbandon"), basis != .exceptShortAbandons, !own.has("basis") || basis != nil {
            let needed = "basis: " + ServiceLevelBasis.exceptShortAbandons.rawValue
            require(needed, for: "shortAbandon", own, &log)
        }
        if let basis { target.basis = basis }
        if let period { target.period = period }
        if let short { target.shortAbandon = Seconds(short) }
    }

    private func require(_ other: String, for key: String, _ own: Fields, _ log: inout DiagnosticLog) {
        log.error(.meaning(.requires(key: key, other: other)), at: own.keyPlace(of: key))
    }
}
