import Domain

/// What a draft of a form holds: the action, where it was opened, and the texts of its fields.
///
/// Kept as one text, a line for each entry, so that it survives whatever ends the program and a
/// later one can read what it knows of it.
public struct DraftBody: Hashable, Sendable {
    public let action: ActionID
    /// The record that the form is about.
    public let record: RecordKey?
    /// The duty that it was opened for.
    public let duty: DutyID?
    /// The children for whom it is done at once.
    public let group: [PupilRef]
    /// The records that it changes, as they were when it was begun: what others made of them
    /// meanwhile is told before anything is saved.
    public let seen: [Record]
    /// When it was last kept; `nil` where nobody said.
    public let at: Instant?
    public let texts: [String: [String]]

    public init(
        action: ActionID, record: RecordKey? = nil, duty: DutyID? = nil, group: [PupilRef] = [],
        seen: [Record] = [], texts: [String: [String]]
    ) {
        self.action = action
        self.record = record
        self.duty = duty
        self.group = group
        self.seen = seen
        at = nil
        self.texts = texts
    }

    /// Reads a draft; `nil` where it names no action that there is.
    public init?(_ text: String) {
        var texts: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(
                separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            texts[String(parts[0]), default: []].append(String(parts[1]).unescaped)
        }
        guard let action = texts.removeValue(forKey: "action")?.first.flatMap(ActionID.init) else {
            return nil
        }
        self.action = action
        let record = texts.removeValue(forKey: "@record") ?? []
        self.record = record.first.flatMap(RecordKind.init).map {
            RecordKey(kind: $0, parts: Array(record.dropFirst()))
        }
        let duty = texts.removeValue(forKey: "@duty") ?? []
        if duty.count == 3, let subject = Subject(duty[0]) {
            self.duty = DutyID(
                subject: subject, rule: RuleID(duty[1]), reference: Duty.Reference(duty[2]))
        } else {
            self.duty = nil
        }
        group = (texts.removeValue(forKey: "@group") ?? []).map { PupilRef($0) }
        seen = (texts.removeValue(forKey: "@seen") ?? []).compactMap(Record.init(draft:))
        let time = texts.removeValue(forKey: DraftBody.timeMark)?.first
        at = time.flatMap { Instant(iso: $0) }
        self.texts = texts
    }

    private static let timeMark = "@at"

    /// `This is your draft of 05:59. Ctrl-N begins anew.`
    static func notice(_ at: Instant?, on today: Day) -> String {
        guard let at else { return "This is the draft that you left. Ctrl-N begins anew." }
        let day = at.londonDay == today ? "" : "\(at.londonDay.short) "
        return "This is your draft of \(day)\(at.londonClock). Ctrl-N begins anew."
    }

    /// A draft as its form takes it up: what was typed, and when it was kept.
    public static func dated(_ draft: Draft) -> String {
        "\(draft.body)\n\(timeMark)\t\(draft.at.iso)"
    }

    /// When a draft of any notation was kept.
    static func time(of draft: String) -> Instant? {
        draft.split(separator: "\n").last { $0.hasPrefix("\(timeMark)\t") }
            .flatMap { Instant(iso: String($0.dropFirst(timeMark.count + 1))) }
    }

    public var text: String {
        var lines = [("action", action.rawValue)]
        if let record {
            lines += ([record.kind.rawValue] + record.parts).map { ("@record", $0) }
        }
        if let duty {
            lines += [duty.subject.text, duty.rule.rawValue, duty.reference.text].map {
                ("@duty", $0)
            }
        }
        lines += group.map { ("@group", $0.text) }
        lines += seen.map { ("@seen", $0.draft) }
        for name in texts.keys.sorted() { lines += (texts[name] ?? []).map { (name, $0) } }
        return lines.map { "\($0)\t\($1.escaped)" }.joined(separator: "\n")
    }
}

// No text of a record holds a control character but line breaks and tabs.
extension Record {
    /// The kind, then each column that is not empty with its text.
    fileprivate var draft: String {
        let columns = zip(kind.schema.columns, values).filter { !$1.isEmpty }
        return ([kind.rawValue] + columns.map { "\($0.name)\u{1E}\($1)" })
            .joined(separator: "\u{1F}")
    }

    /// Reads a draft's record; `nil` where its kind or a column is no longer known.
    fileprivate init?(draft: String) {
        let parts = draft.split(separator: "\u{1F}", omittingEmptySubsequences: false)
        guard let kind = parts.first.flatMap({ RecordKind(rawValue: String($0)) }) else {
            return nil
        }
        var values = kind.schema.columns.map { _ in "" }
        for part in parts.dropFirst() {
            let pair = part.split(
                separator: "\u{1E}", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, let place = kind.schema.index(of: String(pair[0])) else {
                return nil
            }
            values[place] = String(pair[1])
        }
        self.init(kind: kind, checked: values)
    }
}

extension String {
    fileprivate var escaped: String {
        replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    fileprivate var unescaped: String {
        var result = ""
        var isEscaped = false
        for character in self {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
