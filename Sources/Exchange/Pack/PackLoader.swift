import Domain
import Resources

/// Makes the policy pack of its files: England's numbers and law, a county's or school's laid over
/// them, the tables of codes, bank holidays and clauses, and the profiles of authorities.
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
        /// The rules on the general shapes, in their usual words.
        static var rules: File { File(name: "rules.toml", bytes: EmbeddedFile.rules) }
        /// Another policy, of an authority that does not exist.
        static var northmarsh: File {
            File(name: "northmarsh.toml", bytes: EmbeddedFile.northmarsh)
        }
        public static var hertfordshire: File {
            File(name: "hertfordshire.toml", bytes: EmbeddedFile.hertfordshire)
        }
    }

    /// The pack that travels inside the program, the first of the `names`.
    public static let builtIn: PolicyPack = {
        guard let pack = TravellingPack.parts.pack else {
            preconditionFailure("the pack inside the program lacks a number")
        }
        return pack
    }()

    /// The built-in pack with a school's own file laid over it.
    public static func load(overriding path: String) throws(PackFault) -> PolicyPack {
        try load(national: .england, local: .hertfordshire, school: try file(path))
    }

    /// The packs that travel inside the program, the default first.
    public static let names = ["hertfordshire", "northmarsh"]

    /// The pack of one of the `names`, or of a file laid over the default one: a pack, or an authority's
    /// profile.
    public static func load(_ nameOrPath: String) throws(PackFault) -> PolicyPack {
        guard let name = Name(rawValue: nameOrPath) else {
            return try load(overriding: nameOrPath)
        }
        switch name {
        case .hertfordshire: return builtIn
        case .northmarsh:
            return try load(national: .england, local: .hertfordshire, school: .northmarsh)
        }
    }

    /// The profile that a file comes to, laid over that of the same authority which travels inside;
    /// `nil` for one of the `names`, and for a file that is a pack.
    public static func profile(_ nameOrPath: String) throws(PackFault) -> AuthorityProfile? {
        guard Name(rawValue: nameOrPath) == nil else { return nil }
        let file = try file(nameOrPath)
        let document = try PackDocument(file: file.name, bytes: file.bytes)
        guard PackProfiles.isProfile(document) else { return nil }
        let root = PackFields(document: document, path: [], fields: document.root)
        let pack = try load(national: .england, local: .hertfordshire, school: file)
        return pack.profile(of: try root.text("name"))
    }

    /// All that is wrong with the pack of one of the `names`, or of a file, which may be an authority's
    /// profile; none where it is good.
    public static func faults(of nameOrPath: String) -> [PackFault] {
        do throws(PackFault) {
            return check(try layers(of: nameOrPath), named: File.hertfordshire.name).faults
        } catch {
            return [error]
        }
    }

    /// The files that are laid over one another for one of the `names`, or for a file.
    static func layers(of nameOrPath: String) throws(PackFault) -> [File] {
        let common: [File] = [.england, .rules, .hertfordshire]
        switch Name(rawValue: nameOrPath) {
        case .hertfordshire: return common
        case .northmarsh: return common + [.northmarsh]
        case nil: return common + [try file(nameOrPath)]
        }
    }

    private enum Name: String {
        case hertfordshire, northmarsh
    }

    /// A pack of layers, each laid over the one before; the rules on the general shapes stand
    /// between the first two.
    ///
    /// A layer that changes a number gives its own value, source and day of check; the unit and the
    /// range stay those of the layer that named the number first.
    ///
    /// - Throws: the first of its faults; `check` gives them all.
    public static func load(
        national: File, local: File, school: File? = nil
    ) throws(PackFault) -> PolicyPack {
        let (parts, faults) = check(
            [national, .rules, local] + (school.map { [$0] } ?? []), named: local.name)
        if let fault = faults.first { throw fault }
        guard let pack = parts.pack else {
            preconditionFailure("a pack without faults has every number once")
        }
        return pack
    }

    /// What these layers come to, and all that is wrong with them.
    ///
    /// - Parameter file: which of them has to name what no layer does.
    static func check(
        _ layers: [File], named file: String
    ) -> (parts: PackParts, faults: [PackFault]) {
        var builder = PackBuilder()
        for layer in layers { builder.lay(layer) }
        return builder.finished(lastFile: file)
    }

    /// A file by its path; one that is not absolute is looked for in the folder of another.
    static func file(_ path: String, beside other: String = "") throws(PackFault) -> File {
        let folder = other.lastIndex(of: "/").map { other[...$0] } ?? ""
        let path = path.hasPrefix("/") ? path : folder + path
        do {
            return File(name: path, bytes: try RegularFile(path: path).readAll())
        } catch {
            throw PackFault(file: path, key: "", line: nil, problem: .unreadable(error.problem))
        }
    }
}
