import ArgumentParser

@main
struct PlateauBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plateau-bench", abstract: "Benchmarks and sample data of Plateau.",
        subcommands: [
            SampleDataCommand.self, ErlangCommand.self, ForecastCommand.self, CoverCommand.self,
            WeekCommand.self, ShiftDesignCommand.self, SimulateSuite.self, ScaleSuite.self,
        ])
}
