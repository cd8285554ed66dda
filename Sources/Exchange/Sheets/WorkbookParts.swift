/// Which part of a workbook leads to which others: `…/_rels/….rels`.
final class Relationships: PartReader {
    struct Target {
        /// The last word of its type: `worksheet`, `styles`, `sharedStrings`.
        let type: String
        /// From the archive's root; `nil` where it lies outside the file.
        let part: String?
    }

    private(set) var targets: [String: Target] = [:]
    private let folder: [Substring]

    /// - Parameter part: the one that the relationships are of; empty for the archive itself.
    init(of part: String, in archive: SheetArchive) throws(SheetFault) {
        folder = part.split(separator: "/").dropLast()
        let name = part.split(separator: "/").last ?? ""
        let rels = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
        if archive.has(rels) { try PartStream.read(rels, of: archive, self) }
    }

    /// The first of a type.
    func first(_ type: String) -> String? {
        targets.values.filter { $0.type == type }.compactMap(\.part).min()
    }

    func begin(_ tag: PartTag) {
        guard tag.isNamed("Relationship"), tag.depth == 2, let id = tag.text("Id"),
            let type = tag.text("Type"), let target = tag.text("Target")
        else { return }
        targets[id] = Target(
            type: type.split(separator: "/").last.map(String.init) ?? type,
            part: tag.text("TargetMode") == "External" ? nil : resolved(target))
    }

    func take(_ text: UnsafeRawBufferPointer) {}
    func end(depth: Int) {}

    /// `/xl/a.xml` from the root, `a.xml` and `../a.xml` from the folder of the part.
    private func resolved(_ target: String) -> String? {
        let written = target.replacing("\\", with: "/").removingPercentEscapes
        var path = written.hasPrefix("/") ? [] : folder
        for step in written.split(separator: "/") where step != "." {
            if step != ".." {
                path.append(step)
            } else if path.popLast() == nil {
                return nil
            }
        }
        return path.joined(separator: "/")
    }
}

extension String {
    fileprivate var removingPercentEscapes: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let escaped = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The list of sheets, and where days are counted from.
final class SheetList: PartReader {
    struct Entry {
        let name: String
        let isHidden: Bool
        let relationship: String?
    }

    private(set) var entries: [Entry] = []
    /// Whether day 0 is 1904-01-01, as on old Macintosh computers.
    private(set) var countsFrom1904 = false
    private var isRead = false

    init(_ part: String, of archive: SheetArchive) throws(SheetFault) {
        try PartStream.read(part, of: archive, self)
        guard isRead else { throw .damaged(part) }
    }

    func begin(_ tag: PartTag) throws(SheetFault) {
        switch tag.depth {
        case 1: isRead = tag.isNamed("workbook")
        case 2 where tag.isNamed("workbookPr"):
            let value = tag.text("date1904")
            countsFrom1904 = value == "1" || value == "true"
        case 3 where tag.isNamed("sheet"):
            let state = tag.text("state") ?? "visible"
            entries.append(
                Entry(
                    name: tag.text("name") ?? "", isHidden: state != "visible",
                    relationship: tag.prefixed("id")))
            guard entries.count <= SheetLimits.parts else {
                throw SheetFault("has more than \(SheetLimits.parts) sheets")
            }
        default: break
        }
    }

    func take(_ text: UnsafeRawBufferPointer) {}
    func end(depth: Int) {}
}
