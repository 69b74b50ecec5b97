import ArgumentParser
import Foundation
import Reports

extension Language: ExpressibleByArgument {}

/// What every verb understands about its output.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print one JSON object with a `schema` field.")
    var json = false

    @Option(
        name: .long,
        help: "Language of the output: fr or en (default: from LANG, English otherwise).")
    var lang: Language?

    var language: Language { lang ?? OutputOptions.languageOfEnvironment }

    static var languageOfEnvironment: Language {
        let environment = ProcessInfo.processInfo.environment
        let name = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return name.hasPrefix("fr") ? .french : .english
    }
}
