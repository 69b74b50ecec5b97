// swift-tools-version: 6.1
import PackageDescription

/// Benchmarks and sample data, apart from the product so that it never builds them.
let package = Package(
    name: "PlateauBenchmarks",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "plateau-bench", targets: ["PlateauBench"])],
    dependencies: [
        .package(name: "Plateau", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "PlateauBench",
            dependencies: [
                .product(name: "PlateauSampleData", package: "Plateau"),
                .product(name: "PlateauModules", package: "Plateau"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
