import Domain
import TOMLKit

/// One TOML file of a pack, with what it takes to say where a fault stands.
struct PackDocument {
    indirect enum Value {
        case whole(Int)
        case text(String)
        case flag(Bool)
        case day(Day)
        case table([String: Value])
        case list([Value])
        /// A kind of value for which a pack has no use.
        case other
    }

    let file: String
    let root: [String: Value]
    private let text: String

    init(file: String, bytes: [UInt8]) throws(PackFault) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PackFault(file: file, key: "", line: nil, problem: .syntax("it is not UTF-8"))
        }
        do {
            root = PackDocument.values(of: try TOMLTable(string: text))
        } catch let error as TOMLParseError {
            throw PackFault(
                file: file, key: "", line: error.source.begin.line,
                problem: .syntax(error.description))
        } catch {
            throw PackFault(file: file, key: "", line: nil, problem: .syntax("\(error)"))
        }
        self.file = file
        self.text = text
    }

    /// A fault of this file at a key, or at the table that lacks it.
    func fault(_ path: [String], _ problem: PackFault.Problem) -> PackFault {
        PackFault(
            file: file, key: path.joined(separator: "."), line: line(of: path), problem: problem)
    }

    private static func values(of table: TOMLTable) -> [String: Value] {
        var found: [String: Value] = [:]
        for (key, value) in table { found[key] = self.value(value) }
        return found
    }

    private static func value(_ value: any TOMLValueConvertible) -> Value {
        if let table = value.table { return .table(values(of: table)) }
        if let list = value.array { return .list(list.map { self.value($0) }) }
        if let text = value.string { return .text(text) }
        if let flag = value.bool { return .flag(flag) }
        if let date = value.date {
            return Day(year: date.year, month: date.month, day: date.day).map(Value.day) ?? .other
        }
        return value.int.map(Value.whole) ?? .other
    }

    /// The entries of a family of tables, `rule` or `clause`, in the order of the file; the parser
    /// keeps none.
    func inOrder(_ entries: [String: Value], of family: String) -> [(key: String, value: Value)] {
        let start = Array("[\(family).".utf8)
        var places: [String: Int] = [:]
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.starts(with: start) {
            let name = line.dropFirst(start.count).prefix { $0 != UInt8(ascii: "]") }
            places[String(Substring(name)).filter { $0 != "\"" }] = places.count
        }
        return entries.sorted {
            (places[$0.key] ?? .max, $0.key) < (places[$1.key] ?? .max, $1.key)
        }
    }

    /// The line of a key, or of the table that lacks it.
    ///
    /// The parser keeps no places, so the line is looked for: only a file that is refused pays.
    func line(of path: [String]) -> Int? {
        var wanted = path
        while !wanted.isEmpty {
            var table: [String] = []
            for (index, line) in text.split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline
            ).enumerated() {
                let line = line.drop(while: \.isWhitespace)
                if line.first == "[" {
                    table = PackDocument.keys(line.dropFirst().prefix { $0 != "]" })
                    if table == wanted { return index + 1 }
                } else if line.contains("="),
                    table + PackDocument.keys(line.prefix { $0 != "=" }) == wanted
                {
                    return index + 1
                }
            }
            wanted.removeLast()
        }
        return nil
    }

    private static func keys(_ text: Substring) -> [String] {
        text.split(separator: ".").map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
    }
}
