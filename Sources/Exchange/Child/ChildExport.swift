import Domain
import Foundation

/// Writes what is held about one child into a new folder.
public struct ChildExport {
    /// For whom it is.
    public enum Purpose: String, CaseIterable, Sendable {
        /// A request of the child, or of a parent on the child's behalf: lines that tell of others
        /// are marked, cells are safe to open in a spreadsheet.
        case subjectAccess = "subject-access"
        /// The next school: the child protection file apart, with a receipt to sign.
        case nextSchool = "next-school"
    }

    private let file: ChildFile
    private let purpose: Purpose
    private let others: ThirdParties
    /// What the covering page says, line by line.
    private let cover: [String]

    public init(
        _ file: ChildFile, for purpose: Purpose, others: ThirdParties, cover: [String]
    ) {
        self.file = file
        self.purpose = purpose
        self.others = others
        self.cover = cover
    }

    /// How many lines are marked as telling of others.
    public var markedCount: Int {
        RecordKind.allCases.reduce(0) { count, kind in
            count + file.rows(of: kind).count { others.reason($0) != nil }
        }
    }

    /// Writes the folder beside its place and then puts it there, in one step.
    ///
    /// - Returns: the files, in the order of the contents list.
    /// - Throws: `BundleWriteFault`.
    @discardableResult
    public func write(to folder: String) throws -> [String] {
        let draft = try DraftFolder(for: folder)
        do {
            var contents: [String] = []
            for part in parts {
                for kind in RecordKind.allCases {
                    let rows = file.rows(of: kind).filter(part.holds)
                    guard !rows.isEmpty else { continue }
                    let name = part.folder + kind.file
                    try draft.write(name, csv(kind, rows))
                    contents.append("\(name): \(rows.count.counted("row"))")
                }
            }
            try draft.write("contents.txt", text(cover + [""] + contents))
            if purpose == .nextSchool { try draft.write("receipt.txt", text(receipt(contents))) }
            try draft.takeItsPlace()
            return contents
        } catch {
            draft.discard()
            throw error
        }
    }

    private struct Part {
        let folder: String
        let holds: (Record) -> Bool
    }

    private var parts: [Part] {
        switch purpose {
        case .subjectAccess: [Part(folder: "") { _ in true }]
        case .nextSchool:
            [
                Part(folder: "file/") { !ChildFile.isOfProtection($0) },
                Part(folder: "child-protection/", holds: ChildFile.isOfProtection),
            ]
        }
    }

    private func csv(_ kind: RecordKind, _ rows: [Record]) -> [UInt8] {
        let headings = kind.schema.columns.map(\.name)
        switch purpose {
        case .nextSchool:
            var writer = CSVWriter()
            writer.row(headings)
            for record in rows { writer.row(record.values) }
            return writer.bytes
        case .subjectAccess:
            var writer = CSVWriter(.defused)
            writer.row(headings + ["about_others"])
            for record in rows { writer.row(record.values + [others.reason(record) ?? ""]) }
            return writer.bytes
        }
    }

    private func receipt(_ contents: [String]) -> [String] {
        ["Receipt", ""] + cover + ["", "We have received the files listed here:"]
            + contents.map { "- \($0)" } + [
                "", "School: ______________________________",
                "Name and post: _______________________",
                "Date: ____________  Signed: ____________",
                "", "Please send this page back; the child protection file is for the DSL alone.",
            ]
    }

    private func text(_ lines: [String]) -> [UInt8] {
        Array((lines.map { VisibleText.of($0, limit: .max) }.joined(separator: "\n") + "\n").utf8)
    }
}
