import Domain

/// The form that asks what a report is saved as, and under which name.
struct ReportSaveForm: Sendable {
    enum Part: Hashable, Sendable { case format, table, name }

    private let preview: ReportPreview
    private(set) var part = Part.format
    private var format = 0
    private var table = 0
    private var name: LineEditor

    init(_ preview: ReportPreview) {
        self.preview = preview
        name = LineEditor(preview.fileName + "." + (preview.formats.first ?? .text).ending)
    }

    private var chosen: ReportFormat { preview.formats[format] }

    private var tables: [ReportTable] { chosen == .csv ? preview.report.tables : [] }

    private var parts: [Part] { tables.count > 1 ? [.format, .table, .name] : [.format, .name] }

    /// What was filled in; `nil` without a name.
    var saving: ReportSaving? {
        let typed = name.text.trimmed
        guard !typed.isEmpty else { return nil }
        return ReportSaving(
            request: preview.request, report: preview.report, format: chosen,
            table: tables.indices.contains(table) ? tables[table].id : nil,
            name: typed.hasSuffix("." + chosen.ending) ? typed : typed + "." + chosen.ending)
    }

    // MARK: Keys

    /// Takes a key; whether it asks to save.
    mutating func press(_ key: Key) -> Bool {
        switch key {
        case .control("s"): return true
        case .enter:
            if part == .name { return true }
            move(1)
        case .tab, .down: move(1)
        case .backTab, .up: move(-1)
        default: enter(key)
        }
        return false
    }

    private mutating func move(_ step: Int) {
        let place = parts.firstIndex(of: part) ?? 0
        part = parts[(place + step + parts.count) % parts.count]
    }

    private mutating func enter(_ key: Key) {
        switch (part, key) {
        case (.name, _):
            _ = name.handle(key)
            takeEnding()
        case (.format, .left): choose(format - 1)
        case (.format, .right), (.format, .character(" ")): choose(format + 1)
        case (.format, .character(let letter)):
            let fitting = preview.formats.firstIndex {
                $0.rawValue.first == Character(letter.lowercased())
            }
            if let fitting { choose(fitting) }
        case (.table, .left): table = max(table - 1, 0)
        case (.table, .right), (.table, .character(" ")): table = min(table + 1, tables.count - 1)
        default: break
        }
    }

    /// An ending that is typed is that of the format: nothing is saved as what it is not.
    private mutating func takeEnding() {
        let named = preview.formats.firstIndex { name.text.trimmed.hasSuffix("." + $0.ending) }
        guard let named, named != format else { return }
        (format, table) = (named, 0)
    }

    /// Another format, and its ending where the name still had that of the format before.
    private mutating func choose(_ place: Int) {
        guard preview.formats.indices.contains(place) else { return }
        let old = "." + chosen.ending
        format = place
        table = 0
        guard name.text.hasSuffix(old) else { return }
        name = LineEditor(name.text.dropLast(old.count) + "." + chosen.ending)
    }

    // MARK: The page

    var pane: Pane {
        var fields = [
            choice("format", "Save as", preview.formats.map(\.words), format, .format)
        ]
        if tables.count > 1 {
            fields.append(choice("table", "Table", tables.map(\.caption), table, .table))
        }
        fields.append(
            Field(
                id: "name", label: "File name",
                content: .text(name.text, caret: part == .name ? name.caret : nil), hint: hint,
                isFocused: part == .name))
        return Pane(
            id: "save", title: "Save the report", content: .form(fields),
            selected: parts.firstIndex(of: part),
            notes: [TextLine("You alone can read the file. Delete it when it is sent.", .muted)])
    }

    private var hint: String {
        switch preview.place {
        case .anywhere: "a name or a path; ~ is your own folder"
        case .outbox: "a name alone: it goes into the outbox beside the store"
        }
    }

    private func choice(
        _ id: String, _ label: String, _ options: [String], _ chosen: Int, _ part: Part
    ) -> Field {
        Field(
            id: id, label: label, content: .choice(options, chosen: chosen, cursor: chosen),
            isFocused: self.part == part)
    }
}

extension ReportPreview {
    /// `governors-2026-11-23-public`; of a child the admission number, never the name.
    fileprivate var fileName: String {
        let audience = request.id.hasPublicForm ? "-" + request.audience.rawValue : ""
        let id = report.id.map { $0.isLetter || $0.isNumber ? $0 : "-" }
        return String(id) + "-" + report.on.iso + audience
    }
}
