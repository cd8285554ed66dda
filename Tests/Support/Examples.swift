import Domain
import Exchange
import Foundation

/// A worked school of Tests/Fixtures/examples: facts, a day, and every duty that they must give.
public struct Example: Sendable {
    /// A duty as `expected.json` states it.
    public struct Expected: Hashable, Sendable, Decodable {
        public let subject: String
        public let rule: String
        public let reference: String
        public let due: String?
        public let state: String
        public let late: Int
    }

    /// `03`.
    public let name: String
    public let bundle: URL
    public let today: Day
    public let records: [Record]
    public let expected: [Expected]
}

public enum Examples {
    public static func all() throws -> [Example] { try names.map(load) }

    public static let names = ["01", "02", "03", "04", "05", "06", "07"]

    /// Schools with every kind of record, and every duty of every rule.
    public static let whole = (1...10).map { "whole " + ($0 < 10 ? "0\($0)" : "\($0)") }

    public static func load(_ name: String) throws -> Example {
        let place =
            name.hasPrefix("whole ") ? "examples-all/\(name.dropFirst(6))" : "examples/\(name)"
        let folder = Fixtures.folder.appendingPathComponent(place)
        let bundle = folder.appendingPathComponent("bundle")
        let today = try String(contentsOf: folder.appendingPathComponent("today"), encoding: .utf8)
        guard let day = Day(iso: today.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw FixtureFault(words: "\(folder.path)/today is no date")
        }
        let pack = PackLoader.builtIn
        let plan = try BundleReader(folder: bundle.path).read(
            over: RecordTable(), codes: pack.codes)
        let expected = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
        return Example(
            name: name, bundle: bundle, today: day, records: plan.changes.flatMap(records),
            expected: try JSONDecoder().decode([Example.Expected].self, from: expected))
    }

    private static func records(_ change: RecordChange) -> [Record] {
        switch change {
        case .put(let record): [record]
        case .marks(let pupil, let marks): marks.records(of: pupil)
        case .remove: []
        }
    }
}

/// What stands in Tests/Fixtures.
public enum Fixtures {
    public static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")
}

public struct FixtureFault: Error {
    public let words: String
}
