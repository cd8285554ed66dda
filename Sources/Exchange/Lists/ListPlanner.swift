import Domain

/// Judges the rows of a list against the records that are there: what is new, what changes, what
/// repeats or contradicts another row. The kinds of list differ in how a row becomes a record.
struct ListPlanner {
    /// A row of the file as a record, with what it is called in messages.
    struct Entry {
        let line: Int
        /// `Anna Bell (ABE)`.
        let name: String
        /// The texts of the columns that the row tells; the others keep what is stored.
        var values: [String: String]
        /// Columns that fill only what is not known.
        var fillsOnly: Set<String> = []
        var stored: Record?
        var notices: [ImportNote.Cause] = []
        var forms: [DateNote] = []
        var faults: [ImportFault] = []

        init(line: Int, name: String, values: [String: String] = [:]) {
            self.line = line
            self.name = name
            self.values = values
        }
    }

    private let kind: RecordKind
    private let acceptsRest: Bool
    /// The file's heading of a column, and how to fill one that it does not have.
    private let heading: (String) -> String?
    private let cure: (String) -> String
    var tally: ImportTally
    private var first: [RecordKey: (entry: Entry, record: Record)] = [:]
    private var changes: [RecordChange] = []
    private var seen: [RecordKey: Record?] = [:]

    init(
        _ kind: RecordKind, _ tally: ImportTally, acceptsRest: Bool,
        heading: @escaping (String) -> String?, cure: @escaping (String) -> String
    ) {
        self.kind = kind
        self.tally = tally
        self.acceptsRest = acceptsRest
        self.heading = heading
        self.cure = cure
    }

    mutating func add(noChild line: Int, _ why: String) {
        tally.rows += 1
        tally.leaveOut(line, why)
    }

    mutating func add(unreadable fault: ImportFault) {
        tally.rows += 1
        tally.refuse([fault])
    }

    /// A row that was understood and is not wanted.
    mutating func leaveOut(_ line: Int, _ why: String, cause: ImportNote.Cause) {
        tally.rows += 1
        tally.leaveOut(line, why, cause: cause)
    }

    mutating func add(_ entry: Entry) {
        tally.rows += 1
        guard entry.faults.isEmpty else { return tally.refuse(entry.faults) }
        let (record, faults) = merged(entry)
        guard faults.isEmpty else { return tally.refuse(faults.map { fault($0, entry) }) }
        if let earlier = first[record.key] {
            return addAgain(entry, earlier.entry)
        }
        first[record.key] = (entry, record)
        for notice in entry.notices {
            tally.notice(entry.line, notice.sentence, cause: notice)
        }
        for form in entry.forms { tally.note(form, line: entry.line) }
        settle(record, entry)
    }

    /// Every row has been added.
    mutating func plan() -> ImportPlan {
        tally.plan(acceptRest: acceptsRest, changes: changes, seen: seen)
    }

    private mutating func settle(_ record: Record, _ entry: Entry) {
        guard let stored = entry.stored else {
            tally.accept(.new)
            tally.listing.append("new: \(VisibleText.of(entry.name))")
            return put(record, over: nil)
        }
        guard record != stored else { return tally.accept(.same) }
        tally.accept(.changed)
        let words = kind.schema.columns.map(\.name).filter { record[$0] != stored[$0] }.map {
            "\($0) \(said(record[$0])), was \(said(stored[$0]))"
        }
        tally.listing.append(
            "changed: \(VisibleText.of(entry.name)): \(words.joined(separator: "; "))")
        put(record, over: stored)
    }

    private mutating func put(_ record: Record, over stored: Record?) {
        seen[record.key] = .some(stored)
        changes.append(.put(record))
    }

    private mutating func addAgain(_ entry: Entry, _ earlier: Entry) {
        if entry.values == earlier.values {
            return tally.leaveOut(
                entry.line, "\(entry.name): repeats line \(earlier.line)",
                cause: .init("said before", entry.name))
        }
        tally.refuse([
            ImportFault(
                line: entry.line, "is about the same as line \(earlier.line) and contradicts it",
                found: entry.name, cause: "contradicts an earlier line")
        ])
    }

    /// What is stored with what the row says laid over it.
    private func merged(_ entry: Entry) -> (Record, [FieldFault]) {
        let raw = kind.schema.columns.map { column in
            let stored = entry.stored?[column.name] ?? ""
            guard let value = entry.values[column.name] else { return stored }
            return entry.fillsOnly.contains(column.name) && !stored.isEmpty ? stored : value
        }
        return Record.checked(kind, raw)
    }

    private func fault(_ fault: FieldFault, _ entry: Entry) -> ImportFault {
        guard let heading = heading(fault.column) else {
            return ImportFault(
                line: entry.line, "\(fault.problem); \(cure(fault.column))", found: entry.name)
        }
        return ImportFault(
            line: entry.line, column: heading, fault.problem,
            found: fault.found.isEmpty ? entry.name : fault.found)
    }

    private func said(_ value: String) -> String {
        value.isEmpty ? "nothing" : VisibleText.of(value)
    }
}
