import Domain
import Exchange
import ViewModels

extension ImportPlan {
    /// The plan of a file of which nobody said what it is: XML is a common transfer file, else it is
    /// the register or the roster, whichever fits.
    static func fitting(
        bytes: [UInt8], fileName: String, existing: FactsOnRecord
    ) -> ImportPlan {
        let start = bytes.first { $0 > 0x20 && $0 < 0x80 }
        if start == UInt8(ascii: "<") {
            return CTFImport().plan(bytes: bytes, fileName: fileName, existing: existing)
        }
        let register = AttendanceImport().plan(bytes: bytes, fileName: fileName, existing: existing)
        guard register.isRefused else { return register }
        let roster = RosterImport().plan(bytes: bytes, fileName: fileName, existing: existing)
        // Of two refusals the one that understood more of the file has more to say.
        return roster.isRefused && register.rows > roster.rows ? register : roster
    }

    /// The plan as the import page shows it.
    var preview: ImportPreview {
        ImportPreview(
            fileName: fileName, takenFor: takenFor, rows: rows, new: new, changed: changed,
            same: same, refusedRows: refusedRows,
            leftOut: leftOut.map { ImportPreview.Line(number: $0.line, words: $0.text) },
            refused: refused.map { fault in
                ImportPreview.Line(
                    number: fault.line,
                    words: [fault.column, fault.problem, fault.found]
                        .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": "))
            },
            notices: notices.map { ImportPreview.Line(number: $0.line, words: $0.text) },
            lookedAfter: lookedAfter.map {
                ImportPreview.Marked(pupil: $0.pupil, name: $0.name, words: $0.words)
            },
            missing: missing.map(\.displayName), yearsWithoutTerms: yearsWithoutTerms,
            command: command)
    }
}
