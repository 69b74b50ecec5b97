/// What is wrong, as data: `Reports` has the words, in French and English.
public enum Problem: Hashable, Sendable, Codable {
    case fileMissing
    case unknownKey(key: String, nearest: String?)
}
