/// A command in the making: the texts of the fields made canonical, the records as they shall be,
/// and every fault on the way, so that one bad field never costs the others.
struct Recording {
    let spec: ActionSpec
    let context: CommandContext
    private(set) var entries: Entries
    private var faults: [EntryFault] = []
    private(set) var changes: [RecordChange] = []
    private var seen: [RecordKey: Record?] = [:]
    private var seenMarks: [PupilRef: [AcademicYear: YearMarks]] = [:]
    private var renumbering: Renumbering?
    /// Under which field the fault of a record's column is told, where the names differ.
    private var columnFields: [RecordKey: [String: String]] = [:]
    private var made: UInt64 = 0
    /// Records that cannot stand as they are: what names them is not at fault.
    private var unfinished: Set<RecordKey> = []

    var facts: Facts { context.facts }
    var today: Day { context.today }

    init(_ spec: ActionSpec, _ raw: Entries, _ context: CommandContext) {
        self.spec = spec
        self.context = context
        entries = raw
        for name in raw.texts.keys.sorted() where spec.field(name) == nil {
            fault(name, "is no field of \(spec.id.rawValue)", cause: .noSuchField)
        }
        for field in spec.fields { read(field) }
    }

    private mutating func read(_ field: FieldSpec) {
        // A field that a person has emptied stays empty; one that nobody touched has its standard.
        let isUntouched = entries.texts[field.name] == nil
        let typed = entries[all: field.name].map(\.trimmed).filter { !$0.isEmpty }
        let standard = isUntouched ? field.standard(context, entries) : nil
        entries[all: field.name] = standard.map(field.parts) ?? typed.flatMap(field.parts)
        var read: [String] = []
        for text in entries[all: field.name] {
            if field.takesTime { takeTime(field, text) }
            switch field.canonical(text, context, entries) {
            case .success(let canonical): read.append(canonical)
            case .failure(let problem): fault(field.name, problem.words)
            }
        }
        entries[all: field.name] = read
        if field.isRequired, read.isEmpty { fault(field.name, "is missing", cause: .missing) }
    }

    /// A time that is given by itself stands before one beside the date.
    private mutating func takeTime(_ field: FieldSpec, _ text: String) {
        guard entries["time"].isEmpty, let time = field.dayAndTime(text, on: today)?.time else {
            return
        }
        entries["time"] = time.text
    }

    // MARK: Reading

    subscript(_ field: String) -> String { entries[field] }

    func day(_ field: String) -> Day? { Day(iso: entries[field]) }

    /// The child, named or that of the PEP; a fault where none is or the reference is unknown.
    mutating func pupil() -> PupilFacts? {
        let pep = RecordKey(kind: .peps, parts: [entries["pep_id"]])
        if entries["pupil"].isEmpty, let owner = facts.record(pep)?.pupil {
            settle("pupil", owner.text)
        }
        if entries["pupil"].isEmpty {
            fault("pupil", "is missing", cause: .missing)
            return nil
        }
        guard let pupil = facts.pupils[PupilRef(entries["pupil"])] else {
            fault("pupil", "is no child on record", cause: .noSuchRecord)
            return nil
        }
        return pupil
    }

    /// The record that a field names by its id; a fault where there is none.
    mutating func record(_ field: String, _ kind: RecordKind) -> Record? {
        let id = entries[field]
        guard !id.isEmpty else {
            fault(field, "is missing", cause: .missing)
            return nil
        }
        guard let record = facts.record(RecordKey(kind: kind, parts: [id])) else {
            fault(field, kind.notFound, cause: .noSuchRecord)
            return nil
        }
        return record
    }

    /// The people of a field, each a role and a name.
    func people(_ field: String) -> [(role: String, name: String)] {
        Recording.people(entries[all: field])
    }

    /// Fills a field that follows from the others, and takes back that it is missing.
    mutating func settle(_ field: String, _ text: String) {
        entries[field] = text
        faults.removeAll { $0.field == field && $0.cause == .missing }
    }

    /// A fault where a day of what has happened lies after today.
    mutating func refuseFuture(_ field: String) {
        let day = day(field) ?? Instant(iso: self[field])?.londonDay
        if let day, day > today { fault(field, "is after today") }
    }

    // MARK: Writing

    /// The first fault of a field stands; what follows from it is not told.
    mutating func fault(
        _ field: String, _ problem: String, cause: EntryFault.Cause = .wrong
    ) {
        guard !faults.contains(where: { $0.field == field }) else { return }
        faults.append(
            EntryFault(field: field, problem: problem, found: entries[field], cause: cause))
    }

    /// Puts a record: the one of its key with these columns changed, or a new one.
    ///
    /// - Parameter fields: the field of each column whose name is another.
    /// - Returns: the record, good or not.
    @discardableResult
    mutating func put(
        _ kind: RecordKind, over existing: Record? = nil, _ columns: [String: String],
        fields: [String: String] = [:]
    ) -> Record {
        var raw = existing?.values ?? kind.schema.columns.map { _ in "" }
        for (column, text) in columns {
            if let index = kind.schema.index(of: column) { raw[index] = text }
        }
        let (record, found) = Record.checked(kind, raw)
        for problem in found {
            // Of what names another record it is said that there is none, not how an id is written.
            let named = kind.schema.column(problem.column)?.reference?.notFound
            fault(
                fields[problem.column] ?? problem.column,
                problem.found.isEmpty ? problem.problem : named ?? problem.problem,
                cause: problem.found.isEmpty ? .missing : .wrong)
        }
        guard found.isEmpty else {
            unfinished.insert(record.key)
            tellDangling(record, fields)
            return record
        }
        columnFields[record.key] = fields
        see(record.key)
        changes.append(.put(record))
        return record
    }

    /// Puts the marks of a child's day; those of other days stay as they are, whoever has changed
    /// them meanwhile.
    mutating func put(
        _ pupil: PupilFacts, _ day: Day, am: RegisterCode?, pm: RegisterCode?, late: Int?
    ) {
        let year = AcademicYear(of: day)
        let stood = pupil.marks[year] ?? YearMarks(year: year)
        var marks = stood
        marks.set(day, am: am, pm: pm, late: late)
        seenMarks[pupil.ref, default: [:]][year] = stood
        changes.append(.marks(pupil.ref, marks))
    }

    /// A record that cannot stand still tells which of its references lead nowhere.
    private mutating func tellDangling(_ record: Record, _ fields: [String: String]) {
        for problem in record.danglingReferences(in: FactsLookup(facts, changes: changes))
        where !namesUnfinished(record, problem.column) {
            fault(
                fields[problem.column] ?? problem.column, problem.problem, cause: .noSuchRecord)
        }
    }

    /// Takes in what an action has made for one of several children; `false` where a record of it is
    /// among what the others have, and nothing was taken in.
    mutating func join(_ command: Command) -> Bool {
        guard command.seen.keys.allSatisfy({ seen[$0] == nil }) else { return false }
        changes += command.changes
        seen.merge(command.seen) { own, _ in own }
        return true
    }

    /// Gives a child another number; the store finds what hangs on it.
    mutating func renumber(_ pupil: PupilRef, to number: PupilRef) {
        renumbering = Renumbering(from: pupil, to: number)
    }

    mutating func remove(_ key: RecordKey) {
        see(key)
        changes.append(.remove(key))
    }

    private mutating func see(_ key: RecordKey) {
        if seen[key] == nil { seen.updateValue(facts.record(key), forKey: key) }
    }

    /// A new id: `C-20261123-7F3K`, unique among the facts and within this command.
    mutating func newID(_ prefix: String, _ kind: RecordKind) -> String {
        let day = today.iso.replacing("-", with: "")
        while true {
            let id = "\(prefix)-\(day)-\(IDLetters.four(of: context.seed &+ made))"
            made += 1
            let key = RecordKey(kind: kind, parts: [id])
            if facts.record(key) == nil, seen[key] == nil { return id }
        }
    }

    /// The number of a child whose admission number is not known yet: `NEW-7F3K`. It is never that of
    /// a child who came before.
    var provisionalNumber: String { "NEW-\(IDLetters.four(of: context.seed))" }

    // MARK: The end

    /// The command, where nothing is at fault.
    mutating func finish(_ subject: Subject?) throws(EntryFaults) -> Command {
        let lookup = FactsLookup(facts, changes: changes)
        for case .put(let record) in changes {
            for problem in record.faults(in: lookup, codes: context.pack.codes)
            where !namesUnfinished(record, problem.column) {
                let isReference = kindOfReference(record, problem.column)
                fault(
                    columnFields[record.key]?[problem.column] ?? problem.column, problem.problem,
                    cause: isReference ? .noSuchRecord : .wrong)
            }
        }
        guard faults.isEmpty, let subject else { throw EntryFaults(inOrder) }
        return Command(
            action: spec.id.rawValue, subject: subject, changes: changes, seen: seen,
            seenMarks: seenMarks, renumbering: renumbering)
    }

    private func namesUnfinished(_ record: Record, _ column: String) -> Bool {
        guard let target = record.kind.schema.columns.first(where: { $0.name == column })?.reference
        else { return false }
        return unfinished.contains(RecordKey(kind: target, parts: [record[column]]))
    }

    private func kindOfReference(_ record: Record, _ column: String) -> Bool {
        guard let target = record.kind.schema.columns.first(where: { $0.name == column })?.reference
        else { return false }
        return facts.record(RecordKey(kind: target, parts: [record[column]])) == nil
    }

    private var inOrder: [EntryFault] {
        let indices = Dictionary(
            uniqueKeysWithValues: spec.fields.enumerated().map { ($1.name, $0) })
        return faults.sorted {
            (indices[$0.field] ?? -1, $0.field) < (indices[$1.field] ?? -1, $1.field)
        }
    }
}

/// Letters of ids: no vowels, so that no word appears, and none that is taken for a digit.
private enum IDLetters {
    private static let letters = Array("0123456789BCDFGHJKMNPQRTVWXYZ")

    static func four(of seed: UInt64) -> String {
        // SplitMix64: neighbouring seeds give ids that do not look alike.
        var z = seed &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        z ^= z >> 31
        var text = ""
        for _ in 0..<4 {
            text.append(letters[Int(z % UInt64(letters.count))])
            z /= UInt64(letters.count)
        }
        return text
    }
}
