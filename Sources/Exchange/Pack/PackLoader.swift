import Domain
import Resources

/// Makes the policy pack of its files: England's numbers and law, a county's or school's laid over
/// them, and the tables of codes, bank holidays and clauses.
public enum PackLoader {
    /// One TOML file: what to call it in a message, and its bytes.
    public struct File: Sendable {
        public let name: String
        public let bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }

        public static var england: File {
            File(name: "england.toml", bytes: EmbeddedFile.england)
        }
        public static var hertfordshire: File {
            File(name: "hertfordshire.toml", bytes: EmbeddedFile.hertfordshire)
        }
    }

    /// The pack that travels inside the program.
    public static func builtIn() throws(PackFault) -> PolicyPack {
        try load(national: .england, local: .hertfordshire)
    }

    /// The built-in pack with a school's own file laid over it.
    public static func load(overriding path: String) throws(PackFault) -> PolicyPack {
        let bytes: [UInt8]
        do {
            bytes = try RegularFile(path: path).readAll()
        } catch {
            throw PackFault(file: path, key: "", line: nil, problem: .unreadable(error.problem))
        }
        return try load(
            national: .england, local: .hertfordshire, school: File(name: path, bytes: bytes))
    }

    /// A pack of layers, each laid over the one before.
    ///
    /// A layer that changes a number gives its own value, source and day of check; the unit and the
    /// range stay those of the layer that named the number first.
    public static func load(
        national: File, local: File, school: File? = nil
    ) throws(PackFault) -> PolicyPack {
        var numbers = PackNumbers()
        var law: [String: String] = [:]
        var name = ""
        let layers = [national, local] + (school.map { [$0] } ?? [])
        for layer in layers {
            let document = try PackDocument(file: layer.name, bytes: layer.bytes)
            let root = PackFields(document: document, path: [], fields: document.root)
            name = try root.text("name")
            for (key, value) in document.root.sorted(by: { $0.key < $1.key }) where key != "name" {
                guard case .table(let table) = value else { throw root.fault(key, .unknownKey) }
                if key == "law" {
                    try lay(table, of: document, over: &law)
                } else {
                    try numbers.lay(key, table, of: document)
                }
            }
        }
        let pack = PolicyPack(
            name: name, numbers: try numbers.all(lastFile: local.name),
            clauses: try PackTables.clauses(EmbeddedFile.clauses),
            codes: try PackTables.codes(EmbeddedFile.attendanceCodes),
            bankHolidays: try PackTables.bankHolidays(EmbeddedFile.bankHolidays), law: law,
            sdqBands: try PackTables.sdqBands(EmbeddedFile.sdqBands))
        guard let pack else {
            preconditionFailure("`all` gives every number once")
        }
        return pack
    }

    private static func lay(
        _ table: [String: PackDocument.Value], of document: PackDocument,
        over law: inout [String: String]
    ) throws(PackFault) {
        let fields = PackFields(document: document, path: ["law"], fields: table)
        for rule in table.keys.sorted() {
            guard Rule.builtIn.contains(where: { $0.id.rawValue == rule }) else {
                throw fields.fault(rule, .unknownKey)
            }
            law[rule] = try fields.text(rule)
        }
    }
}
