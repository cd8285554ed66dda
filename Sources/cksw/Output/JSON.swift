import Exchange

/// A JSON value whose keys keep their order.
enum JSON {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSON])
    case object([(String, JSON)])

    static func text(orNull text: String?) -> JSON { text.map { .text($0) } ?? .null }

    static func number(orNull number: Int?) -> JSON { number.map { .number($0) } ?? .null }

    /// The value on lines: a list's members each on one.
    var written: String {
        guard case .list(let members) = self, !members.isEmpty else { return line }
        return "[\n" + members.map { "  " + $0.line }.joined(separator: ",\n") + "\n]"
    }

    private var line: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let value): String(value)
        case .text(let text): JSON.quoted(text)
        case .list(let members): "[" + members.map(\.line).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(JSON.quoted($0)): \($1.line)" }.joined(separator: ", ") + "}"
        }
    }

    /// Control, bidi, zero-width and other unseen characters are escaped, so that a terminal that shows JSON is
    /// as safe as one that shows a page.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if VisibleText.isHidden(scalar) {
                    result += scalar.utf16Escape
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}

extension Unicode.Scalar {
    /// `\u202e`; two of them beyond the first plane.
    fileprivate var utf16Escape: String {
        String(self).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
