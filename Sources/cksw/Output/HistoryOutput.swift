import Domain
import Store

extension HistoryEntry {
    /// The entry as `cksw history --json` prints it.
    var json: [(String, JSON)] {
        [
            ("change", .number(Int(change.rawValue))), ("at", .text(at.iso)), ("by", .text(by)),
            ("action", .text(action)), ("subject", .text(subject.text)),
            ("undone", .bool(isUndone)),
        ]
    }

    /// `12  Mon 23 Nov 2026 09:31  osei  contact pupil:K017`.
    var line: String {
        "\(change)  \(at.londonDay.long) \(at.londonClock)  \(by)  \(action) \(subject.text)"
            + (undoes.map { " of \($0)" } ?? "") + (isUndone ? "  (undone)" : "")
    }
}

extension RecordStep {
    /// The record with its fields, old beside new, as `cksw history --full --json` prints it.
    var json: JSON {
        .object([
            ("file", .text(key.kind.file)), ("key", .text(key.description)),
            (
                "fields",
                .list(
                    fields.map {
                        .object([
                            ("column", .text($0.column.name)), ("before", .text(orNull: $0.before)),
                            ("after", .text(orNull: $0.after)),
                        ])
                    })
            ),
        ])
    }

    /// The record, then a line a field: what stood there, struck with words, and what stands now.
    var lines: [String] {
        let what = before == nil ? "new" : after == nil ? "gone" : "changed"
        return ["  \(key.kind.file) \(key): \(what)"]
            + fields.map { field in
                let new = field.after.isEmpty ? "(empty)" : field.after
                return before == nil
                    ? "    \(field.column.name): \(new)"
                    : "    \(field.column.name): was \(field.before.isEmpty ? "(empty)" : field.before)"
                        + (after == nil ? "" : "; now \(new)")
            }
    }
}

extension Reversal {
    /// What would come back, record by record.
    var lines: [String] {
        ["would \(isRedo ? "make again" : "take back"): \(of.line)"] + steps.flatMap(\.lines)
    }
}
