// swift-tools-version: 6.0
import PackageDescription

// Rooms are targets; a room may import only those listed under it (README.md, "How it is built").
let package = Package(
    name: "cksw",
    products: [.executable(name: "cksw", targets: ["cksw"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CNcurses", pkgConfig: "ncursesw", providers: [.apt(["libncursesw5-dev"])]),
        .systemLibrary(name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
        .target(
            name: "Resources", path: "Resources", exclude: ["authorities"],
            resources: [
                .embedInCode("policies"), .embedInCode("calendars"), .embedInCode("formats"),
                .embedInCode("demo"),
            ]),
        .target(
            name: "Authorities", path: "Resources/authorities",
            resources: [
                .embedInCode("default.toml"), .embedInCode("central-bedfordshire.toml"),
                .embedInCode("hertfordshire.toml"), .embedInCode("lancashire.toml"),
                .embedInCode("northmarsh.toml"), .embedInCode("st-helens.toml"),
            ]),
        .target(name: "Domain"),
        .target(
            name: "Store",
            dependencies: [
                "Domain", "CDigest", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "Exchange",
            dependencies: [
                "Authorities", "Domain", "Resources", "CExpat", "CZip",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),
        .target(name: "Demo", dependencies: ["Domain", "Resources"]),
        .target(name: "ViewModels", dependencies: ["Domain"]),
        .target(name: "CSignals"),
        .target(name: "Terminal", dependencies: ["ViewModels", "CNcurses", "CSignals"]),
        .executableTarget(
            name: "cksw",
            dependencies: [
                "Domain", "Store", "Exchange", "Demo", "ViewModels", "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            // Most of the links that a start has to mend are relative: packed, they are a tenth of
            // the size and mended in one pass. Nothing looks the program's own names up.
            linkerSettings: [
                .unsafeFlags([
                    "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker",
                    "--no-export-dynamic",
                ]),
                .unsafeFlags(
                    ["-L\(Context.packageDirectory)/.ci/link"], .when(configuration: .release)),
            ]),
        .target(
            name: "Support", dependencies: ["CZip", "Domain", "Exchange"], path: "Tests/Support"),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "Exchange", "Support"]),
        .executableTarget(
            name: "StoreProbe",
            dependencies: ["Domain", "Store", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/StoreProbe"),
        .testTarget(
            name: "StoreTests", dependencies: ["Exchange", "Store", "StoreProbe", "Support"]),
        .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Store", "Support"]),
        .testTarget(name: "DemoTests", dependencies: ["Demo", "Exchange", "Support"]),
        .testTarget(name: "ViewModelsTests", dependencies: ["ViewModels", "Support"]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "ViewModels", "Support"]),
        .executableTarget(
            name: "TerminalProbe", dependencies: ["Terminal", "ViewModels"],
            path: "Tests/TerminalProbe"),
        .testTarget(
            name: "EndToEnd",
            dependencies: [
                "Domain", "Exchange", "Store", "Support", "Terminal", "TerminalProbe",
                "ViewModels", "cksw",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
