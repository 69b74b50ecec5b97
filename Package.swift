// swift-tools-version: 6.1
import PackageDescription

/// The house: one row per module, ground first. `DESIGN.md` carries the same
/// table and `ArchitectureTests` compares both with the `import` lines.
let package = Package(
    name: "Plateau",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "plateau", targets: ["plateau"]),
        .library(
            name: "PlateauModules",
            targets: [
                "Workforce", "Queueing", "Execution", "LinearProgramming", "Forecasting", "Sizing",
                "Scheduling", "Rostering", "Assignments", "Simulation", "Pricing", "Auditing",
                "Planning", "PlanFiles", "Reports",
            ]),
        .library(name: "PlateauSampleData", targets: ["SampleData"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Ground.
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
        .target(name: "CGLPKGuard", dependencies: ["CGLPK"]),
        .target(name: "Execution"),
        .target(name: "Workforce"),
        .target(name: "Queueing"),
        .target(name: "LinearProgramming", dependencies: ["Execution", "CGLPK", "CGLPKGuard"]),
        // Stages.
        .target(name: "Forecasting", dependencies: ["Workforce", "Execution"]),
        .target(name: "Sizing", dependencies: ["Workforce", "Execution", "Queueing"]),
        .target(name: "Scheduling", dependencies: ["Workforce", "Execution", "LinearProgramming"]),
        .target(name: "Rostering", dependencies: ["Workforce", "Execution", "LinearProgramming"]),
        .target(name: "Assignments", dependencies: ["Workforce", "Execution", "LinearProgramming"]),
        .target(name: "Simulation", dependencies: ["Workforce", "Execution", "Queueing"]),
        .target(name: "Pricing", dependencies: ["Workforce"]),
        .target(name: "Auditing", dependencies: ["Workforce"]),
        // Composition.
        .target(
            name: "Planning",
            dependencies: [
                "Workforce", "Execution", "Queueing", "LinearProgramming", "Forecasting", "Sizing",
                "Scheduling", "Rostering", "Assignments", "Simulation", "Pricing", "Auditing",
            ]),
        // Edges.
        .target(
            name: "PlanFiles",
            dependencies: ["Workforce", "Execution", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Resources")]),
        .target(name: "Reports", dependencies: ["Workforce"]),
        // Shell.
        .executableTarget(
            name: "plateau",
            dependencies: [
                "Workforce", "Execution", "Queueing", "LinearProgramming", "Planning", "PlanFiles",
                "Reports", "Forecasting", "Sizing", "Pricing", "Auditing", "Scheduling", "Rostering",
                "Assignments", "Simulation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Writes datasets/; lives beside the benchmarks, outside the product.
        .target(
            name: "SampleData", dependencies: ["Workforce", "Execution"],
            path: "Benchmarks/Sources/SampleData"),
        // Tests mirror Sources.
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "ExecutionTests", dependencies: ["Execution"]),
        .testTarget(name: "WorkforceTests", dependencies: ["Workforce", "Execution"]),
        .testTarget(name: "QueueingTests", dependencies: ["Queueing", "Execution"]),
        .testTarget(
            name: "LinearProgrammingTests", dependencies: ["LinearProgramming", "Execution", "CGLPK"]),
        .testTarget(
            name: "ForecastingTests",
            dependencies: ["Forecasting", "Workforce", "Execution", "SampleData"]),
        .testTarget(name: "SizingTests", dependencies: ["Sizing", "Workforce", "Queueing", "Execution"]),
        .testTarget(
            name: "SchedulingTests",
            dependencies: ["Scheduling", "Workforce", "LinearProgramming", "Execution"]),
        .testTarget(
            name: "RosteringTests",
            dependencies: ["Rostering", "Workforce", "LinearProgramming", "Execution"]),
        .testTarget(
            name: "AssignmentsTests",
            dependencies: ["Assignments", "Workforce", "LinearProgramming", "Execution"]),
        .testTarget(
            name: "SimulationTests", dependencies: ["Simulation", "Workforce", "Queueing", "Execution"]),
        .testTarget(name: "PricingTests", dependencies: ["Pricing", "Auditing", "Workforce", "Execution"]),
        .testTarget(name: "AuditingTests", dependencies: ["Auditing", "Workforce", "Execution"]),
        .testTarget(
            name: "PlanningTests",
            dependencies: [
                "Planning", "PlanFiles", "Simulation", "Sizing", "Workforce", "Auditing", "Execution",
            ]),
        .testTarget(
            name: "PlanFilesTests", dependencies: ["PlanFiles", "Reports", "Execution", "Workforce"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Workforce", "Execution"]),
        .testTarget(name: "SampleDataTests", dependencies: ["SampleData", "Workforce", "PlanFiles"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["plateau", "Execution", "LinearProgramming", "PlanFiles", "Workforce"]),
    ],
    swiftLanguageModes: [.v6]
)
