/// Reads markup as strictly as XML asks: every tag is closed in its order, every attribute is quoted,
/// and nothing stands unescaped. It says what is wrong, or lists the elements in their order.
struct StrictMarkup {
    struct Element: Hashable {
        let name: String
        let attributes: [String: String]
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var elements: [Element] = []
    private(set) var texts: [String] = []

    init(_ source: String) throws {
        var rest = source[...]
        guard rest.hasPrefix("<!DOCTYPE html>\n") else { throw Fault(description: "no doctype") }
        rest = rest.dropFirst("<!DOCTYPE html>\n".count)
        var open: [String] = []
        while let start = rest.unicodeScalars.firstIndex(of: "<") {
            try take(text: rest[..<start])
            guard let end = rest.unicodeScalars[start...].firstIndex(of: ">") else {
                throw Fault(description: "a tag without an end")
            }
            let tag = String(rest[rest.unicodeScalars.index(after: start)..<end])
            rest = rest[rest.unicodeScalars.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == String(tag.dropFirst()) else {
                    throw Fault(
                        description: "</\(tag.dropFirst())> closes \(open.last ?? "nothing")")
                }
                continue
            }
            let isEmpty = tag.hasSuffix("/")
            let element = try Self.element(isEmpty ? String(tag.dropLast()) : tag)
            elements.append(element)
            if !isEmpty { open.append(element.name) }
        }
        guard open.isEmpty else { throw Fault(description: "not closed: \(open)") }
    }

    private mutating func take(text: Substring) throws {
        // By code points, as a browser reads: an accent may stand right behind an escape.
        let parts = text.unicodeScalars.split(separator: "&", omittingEmptySubsequences: false)
        for part in parts.dropFirst() {
            guard
                ["amp;", "lt;", "gt;", "quot;", "#39;"].contains(where: {
                    part.starts(with: $0.unicodeScalars)
                })
            else {
                throw Fault(description: "unescaped & before \(String(part.prefix(10)))")
            }
        }
        let plain = String(text)
        if !plain.allSatisfy(\.isWhitespace) { texts.append(plain) }
    }

    private static func element(_ tag: String) throws -> Element {
        let name = String(tag.prefix { $0 != " " })
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
            throw Fault(description: "<\(tag)> has no name")
        }
        var rest = tag.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while let first = rest.first {
            if first == " " {
                rest = rest.dropFirst()
                continue
            }
            let key = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(key.count)
            guard rest.hasPrefix("=\"") else { throw Fault(description: "\(key) is not quoted") }
            rest = rest.dropFirst(2)
            let value = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count)
            guard rest.first == "\"" else { throw Fault(description: "\(key) has no end") }
            rest = rest.dropFirst()
            guard attributes.updateValue(String(value), forKey: String(key)) == nil else {
                throw Fault(description: "\(key) stands twice")
            }
        }
        return Element(name: name, attributes: attributes)
    }
}
