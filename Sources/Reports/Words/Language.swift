/// The language that people read. Files and code stay in English.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"

    /// One of two phrases: every text of `Reports` is written with both, so
    /// that the compiler finds the one that is missing.
    func callAsFunction(_ english: @autoclosure () -> String, _ french: @autoclosure () -> String) -> String {
        switch self {
        case .english: english()
        case .french: french()
        }
    }
}
