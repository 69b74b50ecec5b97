import Workforce

/// A node of a YAML file as it was written: scalars are text, never numbers,
/// times or booleans guessed by the YAML library.
struct YAMLValue {
    enum Content {
        case nothing
        case text(String)
        case list([YAMLValue])
        case mapping([YAMLEntry])
    }

    var content: Content
    var place: SourceLocation

    var shape: ValueShape {
        switch content {
        case .nothing: .nothing
        case .text: .text
        case .list: .list
        case .mapping: .mapping
        }
    }
}

struct YAMLEntry {
    var key: String
    var place: SourceLocation
    var value: YAMLValue
}
