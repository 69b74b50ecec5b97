import Workforce

/// Volume profiles by name: the built-in ones, and those of a workspace.
enum ProfileReader {
    static let builtIn: [String: VolumeProfile] = {
        var log = DiagnosticLog()
        let text = String(decoding: PackageResources.profiles_yaml, as: UTF8.self)
        return parseYAML(text, file: "profiles.yaml", log: &log).map { read($0, file: "profiles.yaml", &log) }
            ?? [:]
    }()

    static func read(_ root: YAMLValue, file: String, _ log: inout DiagnosticLog) -> [String: VolumeProfile] {
        guard let fields = Fields(root, named: file, &log) else { return [:] }
        var profiles: [String: VolumeProfile] = [:]
        for entry in fields.keys {
            guard var own = Fields(entry.value, named: entry.key, &log) else { continue }
            let weekdays = weights("weekdays", 7, &own, &log)
            let hours = weights("hours", 24, &own, &log)
            own.finish(&log)
            guard let weekdays, let hours else { continue }
            profiles[entry.key] = VolumeProfile(name: entry.key, weekdayWeights: weekdays, hourWeights: hours)
        }
        return profiles
    }

    private static func weights(
        _ key: String, _ count: Int, _ fields: inout Fields, _ log: inout DiagnosticLog
    ) -> [Double]? {
        guard let value = fields.requiredValue(key, .list, &log) else { return nil }
        let items = fields.list(key, &log)
        guard case .list = value.content else { return nil }
        guard items.count == count else {
            log.error(.value(.wrongLength(key: key, found: items.count, expected: count)), at: value.place)
            return nil
        }
        let weights = items.compactMap { Fields.read($0, named: key, .number, 0...1e6, &log) }
        guard weights.count == count else { return nil }
        if weights.allSatisfy({ $0 == 0 }) {
            log.error(.value(.onlyZeros(key: key)), at: value.place)
            return nil
        }
        return weights
    }
}
