import ArgumentParser

@main
struct Plateau: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Plans a telemarketing floor.")
}
