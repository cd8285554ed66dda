import Foundation

/// Files as schools' systems and spreadsheets leave them, with what must hold of each
/// (Tests/Fixtures/school-cases).
public struct SchoolCase: Decodable, Sendable, CustomStringConvertible {
    public struct Step: Decodable, Sendable {
        public let run: [String]
        public let exit: Int32
        public let says: [String]?
        public let lines: Int?
    }

    public let name: String
    public let why: String
    public let today: String
    public let file: String?
    public let steps: [Step]
    public let pupils: [[String: String]]?
    public let notPupils: [String]?
    /// By `PUPIL DATE`, the two marks with a blank between them.
    public let attendance: [String: String]?
    /// By file of the bundle, rows that must be there.
    public let table: [String: [[String: String]]]?

    enum CodingKeys: String, CodingKey {
        case why, today, file, steps, pupils, attendance, table
        case name = "case"
        case notPupils = "not_pupils"
    }

    public var description: String { name }
}

public enum SchoolCases {
    public static let folder = Fixtures.folder.appendingPathComponent("school-cases")

    public static func file(_ name: String) -> URL {
        folder.appendingPathComponent("files").appendingPathComponent(name)
    }

    public static func all() throws -> [SchoolCase] {
        let data = try Data(contentsOf: folder.appendingPathComponent("cases.json"))
        return try JSONDecoder().decode([SchoolCase].self, from: data)
    }
}
