import ArgumentParser

@main
struct Plateau: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plans a telemarketing floor: forecast, requirement, shifts, roster, teams, cost, quote.",
        discussion: """
            A workspace is a folder of ordinary files; `plateau init DIR` writes one to start from.
            Results go to standard output, progress and remarks to standard error.

            Exit codes: 0 done, named gaps included; 1 an audit found a violated rule, or with \
            --strict a target is not met; 64 wrong usage; 65 bad input data; 70 internal error; \
            75 the time limit passed without any solution.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, CheckCommand.self, ErlangCommand.self, ForecastCommand.self,
            SizeCommand.self, StaffCommand.self, ScheduleCommand.self, RosterCommand.self,
            TeamsCommand.self, TrainingCommand.self, CostCommand.self, QuoteCommand.self,
            SimulateCommand.self, WhatIfCommand.self, PlanCommand.self, ExportModelCommand.self,
        ])
}
