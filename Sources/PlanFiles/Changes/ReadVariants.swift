import Workforce

/// Reads `scenarios.yaml`: named sets of changes.
enum VariantReader {
    static let file = "scenarios.yaml"

    static func read(_ root: YAMLValue, names: KnownNames, _ log: inout DiagnosticLog) -> [NamedVariant] {
        guard let fields = Fields(root, named: file, &log) else { return [] }
        var variants: [NamedVariant] = []
        for entry in fields.keys {
            var changes: [ScenarioChange] = []
            switch entry.value.content {
            case .list(let items):
                for item in items {
                    guard let text = Fields.read(item, named: entry.key, .text, &log) else { continue }
                    if let change = change(text, at: item.place, names, &log) { changes.append(change) }
                }
            case .mapping(let pairs):
                for pair in pairs {
                    guard let amount = Fields.read(pair.value, named: pair.key, .text, &log) else { continue }
                    if let change = change("\(pair.key)=\(amount)", at: pair.value.place, names, &log) {
                        changes.append(change)
                    }
                }
            case .text(let text):
                if let change = change(text, at: entry.value.place, names, &log) { changes.append(change) }
            case .nothing:
                log.error(.yaml(.missingKey(key: entry.key, expected: .list)), at: entry.place)
            }
            variants.append(NamedVariant(name: entry.key, changes: changes))
        }
        return variants
    }

    private static func change(
        _ text: String, at place: SourceLocation, _ names: KnownNames, _ log: inout DiagnosticLog
    ) -> ScenarioChange? {
        do {
            let change = try parseChange(text)
            if let campaign = change.campaign, !names.check(campaign.name, .campaign, at: place, &log) {
                return nil
            }
            return change
        } catch {
            log.error(error, at: place)
            return nil
        }
    }
}
