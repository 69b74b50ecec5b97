import Workforce
import Yams

/// Reads the text of one YAML file into raw values, with the place of each.
///
/// Tabs that indent, anchors, aliases, duplicate keys, further documents and
/// too deep nesting are errors; nil when the text gives no tree at all. Of a
/// duplicate key the first is kept, so that the rest is still checked.
func parseYAML(_ text: String, file: String, log: inout DiagnosticLog) -> YAMLValue? {
    var scan = YAMLLineScan(file: file)
    let cleaned = scan.run(text)
    log.append(scan.log)
    if scan.isHopeless { return nil }
    do {
        let parser = try Parser(yaml: cleaned, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
            log.error(.file(.empty), at: SourceLocation(file: file))
            return nil
        }
        return convert(root, file: file, log: &log)
    } catch let error as YamlError {
        report(error, file: file, log: &log)
    } catch {
        log.error(.yaml(.syntax(detail: "\(error)")), at: SourceLocation(file: file))
    }
    return nil
}

private func place(_ mark: Mark?, file: String) -> SourceLocation {
    SourceLocation(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
}

private func convert(_ node: Node, file: String, log: inout DiagnosticLog) -> YAMLValue {
    let here = place(node.mark, file: file)
    switch node {
    case .scalar(let scalar):
        let isPlain = scalar.style == .plain || scalar.style == .any
        let isNothing = isPlain && (scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null")
        return YAMLValue(content: isNothing ? .nothing : .text(scalar.string), place: here)
    case .sequence(let sequence):
        return YAMLValue(content: .list(sequence.map { convert($0, file: file, log: &log) }), place: here)
    case .mapping(let mapping):
        var entries: [YAMLEntry] = []
        for (key, value) in mapping {
            let keyPlace = place(key.mark, file: file)
            guard case .scalar(let scalar) = key else {
                log.error(.yaml(.wrongShape(key: "key", found: .mapping, expected: .text)), at: keyPlace)
                continue
            }
            entries.append(
                YAMLEntry(key: scalar.string, place: keyPlace, value: convert(value, file: file, log: &log)))
        }
        return YAMLValue(content: .mapping(entries), place: here)
    case .alias:
        log.error(.yaml(.anchorOrAlias(token: "*")), at: here)
        return YAMLValue(content: .nothing, place: here)
    }
}

private func report(_ error: YamlError, file: String, log: inout DiagnosticLog) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
        log.error(.yaml(.syntax(detail: problem)), at: place(mark, file: file))
    case .composer(_, let problem, let mark, _):
        let isSecond = problem.contains("another document")
        log.error(
            isSecond ? .yaml(.severalDocuments) : .yaml(.syntax(detail: problem)), at: place(mark, file: file)
        )
    case .duplicatedKeysInMapping(let duplicates, let context):
        for key in duplicates.sorted() {
            log.error(
                .yaml(.duplicateKey(key: key, firstLine: context.mark.line)),
                at: place(context.mark, file: file))
        }
    case .reader(let problem, _, _, _):
        log.error(.yaml(.syntax(detail: problem)), at: SourceLocation(file: file))
    default:
        log.error(.yaml(.syntax(detail: "\(error)")), at: SourceLocation(file: file))
    }
}
