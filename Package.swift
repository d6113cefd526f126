// swift-tools-version: 6.2
import Foundation
import PackageDescription

let package = Package(
  name: "Alliance",
  products: [
    .library(name: "AllianceKit", targets: ["AllianceKit"]),
    .executable(name: "alliance", targets: ["alliance"]),
    .executable(name: "train-model", targets: ["train-model"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: [
    // Values: articles, their annotation, and the vocabulary of the domain.
    .target(name: "Documents"),
    .target(name: "Relations", dependencies: ["Documents"]),

    // From files as they come to articles.
    .target(name: "JSONReading"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "ArticleFormats", dependencies: ["Documents", "JSONReading", "CLibXML2"]),
    .testTarget(name: "ArticleFormatsTests", dependencies: ["ArticleFormats", "Documents", "GraphSamples"]),

    // From text to parsed documents.
    .target(name: "CResources", exclude: ["data"]),
    .target(name: "CKernels"),
    .target(name: "Linguistics", dependencies: ["Documents", "CKernels"]),
    .target(name: "LinguisticsTraining", dependencies: ["Linguistics", "Documents"]),
    .executableTarget(
      name: "train-model",
      dependencies: [
        "LinguisticsTraining", "Linguistics", "Documents",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // From parsed documents to relation mentions.
    .target(name: "Extraction", dependencies: ["Documents", "Relations"]),

    // Actors and rules of an analyst's own.
    .target(
      name: "Dictionaries",
      dependencies: ["Extraction", "Documents", "Relations", .product(name: "Yams", package: "Yams")]),

    .target(
      name: "ExtractionTraining", dependencies: ["Extraction", "Evaluation", "Documents", "Relations"]),

    .executableTarget(
      name: "train-scorer",
      dependencies: [
        "ExtractionTraining", "AllianceKit", "AllianceGraphs", "GraphExport", "Extraction", "Evaluation",
        "Documents", "Relations",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // From relation mentions to graphs, answers and pictures.
    .target(name: "AllianceGraphs", dependencies: ["Relations", "Documents"]),
    .target(name: "PatternQueries", dependencies: ["AllianceGraphs", "Relations"]),
    .testTarget(
      name: "PatternQueriesTests",
      dependencies: ["PatternQueries", "AllianceGraphs", "Documents", "GraphSamples", "Relations"]),
    // What a graph means as a whole: blocs, balance, proxies, contradictions, bridges.
    .target(name: "GraphAnalysis", dependencies: ["AllianceGraphs", "Relations"]),
    .testTarget(
      name: "GraphAnalysisTests",
      dependencies: ["GraphAnalysis", "GraphExport", "AllianceGraphs", "GraphSamples", "Relations"]),
    .target(
      name: "GraphExport",
      dependencies: [
        "AllianceGraphs", "GraphAnalysis", "PatternQueries", "Documents", "Relations", "JSONReading",
      ]),
    .testTarget(name: "AllianceGraphsTests", dependencies: ["AllianceGraphs", "GraphSamples"]),
    .testTarget(
      name: "GraphExportTests",
      dependencies: ["GraphExport", "Documents", "GraphSamples", "GraphvizRendering"],
      exclude: ["read_back.py"]),
    // Graphs that several tests use.
    .target(
      name: "GraphSamples", dependencies: ["AllianceGraphs", "Relations", "Documents"],
      path: "Tests/GraphSamples"),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(name: "GraphvizRendering", dependencies: ["CGraphviz"]),
    .testTarget(name: "GraphvizRenderingTests", dependencies: ["GraphvizRendering"]),

    // What an analyst sets right.
    .target(name: "Corrections", dependencies: ["AllianceGraphs", "Dictionaries", "Documents", "Relations"]),
    .testTarget(
      name: "CorrectionsTests",
      dependencies: ["Corrections", "AllianceGraphs", "Documents", "GraphSamples", "Relations"]),

    // A page to look at a graph.
    .target(name: "CPage", exclude: ["data"]),
    .target(
      name: "PageRendering",
      dependencies: ["AllianceGraphs", "CPage", "GraphExport", "GraphvizRendering", "Relations"]),

    .target(
      name: "LoopbackServer",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .testTarget(name: "LoopbackServerTests", dependencies: ["LoopbackServer", "GraphSamples"]),
    .testTarget(
      name: "PageTests",
      dependencies: [
        "PageRendering", "AllianceCommands", "AllianceGraphs", "AllianceKit", "Documents", "GraphExport",
        "GraphSamples", "GraphvizRendering", "LoopbackServer", "Relations",
      ]),

    .target(name: "Evaluation", dependencies: ["Documents", "Relations"]),

    // The stages composed, and the command line over them.
    .target(
      name: "AllianceKit",
      dependencies: [
        "Documents", "Relations", "Linguistics", "Extraction", "Dictionaries", "AllianceGraphs", "CResources",
      ]),
    .target(
      name: "AllianceCommands",
      dependencies: [
        "AllianceKit", "ArticleFormats", "Corrections", "CPage", "Dictionaries", "Evaluation",
        "GraphAnalysis",
        "GraphExport", "GraphvizRendering", "JSONReading", "Linguistics", "LoopbackServer", "PageRendering",
        "PatternQueries",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "alliance", dependencies: ["AllianceCommands", "AllianceKit"]),
    .testTarget(
      name: "AllianceCommandsTests",
      dependencies: [
        "AllianceCommands", "AllianceKit", "AllianceGraphs", "Corrections", "GraphExport", "Documents",
        "Relations", "alliance",
      ]),

    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(
      name: "ExplanationTests", dependencies: ["AllianceKit", "GraphExport", "Documents", "Relations"]),
    .testTarget(
      name: "DictionariesTests",
      dependencies: ["Dictionaries", "AllianceKit", "Extraction", "Documents", "Relations"]),
    .testTarget(
      name: "ExtractionTests",
      dependencies: ["Extraction", "Linguistics", "Documents", "Relations", "CResources"]),
    .testTarget(name: "LinguisticsTests", dependencies: ["Linguistics", "LinguisticsTraining", "Documents"]),
    .testTarget(name: "ReadingTests", dependencies: ["AllianceKit", "Documents"]),
    .testTarget(name: "AccuracyTests"),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "Documents", "Relations"]),
    .testTarget(
      name: "CopiesTests",
      dependencies: ["AllianceKit", "AllianceGraphs", "Documents", "GraphSamples", "Relations"]),
    .testTarget(
      name: "GalleryTests",
      dependencies: ["AllianceKit", "AllianceGraphs", "GraphExport", "Documents", "alliance"]),
    .testTarget(
      name: "PhenomenaTests",
      dependencies: ["AllianceKit", "AllianceGraphs", "Documents", "Relations"],
      exclude: ["phenomena.txt"]),
    .testTarget(
      name: "StatusTests",
      dependencies: ["AllianceKit", "AllianceGraphs", "Extraction", "Documents", "Relations"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// `ALLIANCE_FUZZ=1 swift build --product fuzz-reading --sanitize=fuzzer --scratch-path .build/fuzz -c release`
if ProcessInfo.processInfo.environment["ALLIANCE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz-reading", dependencies: ["LinguisticsTraining", "Linguistics", "Documents", "CResources"],
      path: "Tests/Fuzzing", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// `ALLIANCE_BENCHMARK=1 swift run -c release reading-benchmark`, or `graph-benchmark`
if ProcessInfo.processInfo.environment["ALLIANCE_BENCHMARK"] != nil {
  package.targets += [
    .target(name: "CAllocationCount", path: "Tests/Benchmarks/CAllocationCount"),
    .executableTarget(
      name: "reading-benchmark", dependencies: ["AllianceKit", "CAllocationCount", "Documents"],
      path: "Tests/Benchmarks/ReadingBenchmark"),
    .executableTarget(
      name: "graph-benchmark",
      dependencies: ["AllianceGraphs", "GraphExport", "Documents", "Relations"],
      path: "Tests/Benchmarks/GraphBenchmark"),
  ]
}

for target in package.targets where target.type != .system && !["CResources", "CPage"].contains(target.name) {
  target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
}
