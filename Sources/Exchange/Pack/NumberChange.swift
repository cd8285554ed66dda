import Domain

/// A number of the policy as somebody would have it, to see what that would come to:
/// `pep.minimum-days=10`.
public struct NumberChange: Hashable, Sendable {
    /// What stands in place of a file in a fault of such a change.
    public static let place = "--number"

    /// `pep.minimum-days`.
    public let name: String
    /// As a pack writes it: `10`, `31 October`.
    public let value: String

    /// Reads `KEY=VALUE`; `nil` where it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0].split(separator: ".").count == 2,
            parts[0].utf8.allSatisfy({ NumberChange.isPlain($0) || $0 == UInt8(ascii: ".") }),
            !parts[1].isEmpty,
            parts[1].utf8.allSatisfy({ NumberChange.isPlain($0) || $0 == UInt8(ascii: " ") })
        else { return nil }
        name = parts[0]
        value = parts[1]
    }

    /// A letter, a digit or `-`.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// The number as a table of a pack's file.
    fileprivate func lines(checked day: Day) -> [String] {
        let isBare = Int(value) != nil || Day(iso: value) != nil
        return [
            "[\(name)]", "value = \(isBare ? value : "\"\(value)\"")",
            "source = \"\(NumberChange.place)\"", "checked = \(day.iso)",
        ]
    }
}

extension PackLoader {
    /// The pack of one of the `names`, or of a file, with some numbers changed.
    ///
    /// - Parameter day: the day from which they are.
    /// - Throws: the first fault of the pack; one whose file is `NumberChange.place` where a number
    ///   is none of the pack, or out of its range.
    public static func load(
        _ nameOrPath: String, changing numbers: [NumberChange], on day: Day
    ) throws(PackFault) -> PolicyPack {
        let layers = try self.layers(of: nameOrPath)
        let (parts, faults) = check(layers, named: File.hertfordshire.name)
        if let fault = faults.first { throw fault }
        let stated = parts.stated.flatMap(\.form.numbers).map(\.name)
        let known = Set(NumberKey.allCases.map(\.name) + stated)
        for number in numbers where !known.contains(number.name) {
            throw PackFault(
                file: NumberChange.place, key: number.name, line: nil,
                problem: .badRow("there is no such number"))
        }
        let lines = ["name = \"changed\""] + numbers.flatMap { $0.lines(checked: day) }
        let layer = File(name: NumberChange.place, bytes: Array(lines.joined(separator: "\n").utf8))
        let other = check(layers + [layer], named: File.hertfordshire.name)
        if let fault = other.faults.first { throw fault }
        var changed = other.parts
        let words = numbers.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
        changed.name = "\(parts.name) with \(words)"
        guard let pack = changed.pack else {
            preconditionFailure("a pack without faults has every number once")
        }
        return pack
    }
}
