import Domain

/// What an import would do: shown by a dry run, carried out as one command.
public struct BundlePlan: Sendable {
    /// How many rows of a kind.
    public struct Counts: Hashable, Sendable {
        public var added = 0
        public var changed = 0
        public var same = 0
        /// Only where the bundle replaces what the store holds.
        public var ended = 0

        public init(added: Int = 0, changed: Int = 0, same: Int = 0, ended: Int = 0) {
            self.added = added
            self.changed = changed
            self.same = same
            self.ended = ended
        }

        static func + (one: Counts, other: Counts) -> Counts {
            Counts(
                added: one.added + other.added, changed: one.changed + other.changed,
                same: one.same + other.same, ended: one.ended + other.ended)
        }
    }

    /// The marks of one child and year that change.
    public struct MarksItem: Hashable, Sendable {
        public let sheet: MarkedYear
        public let counts: Counts
    }

    /// By kind; a kind without rows on either side has none.
    public internal(set) var counts: [RecordKind: Counts] = [:]
    /// Keys by what becomes of them, in the order of an export; marks stand in `marks`.
    public internal(set) var added: [RecordKey] = []
    public internal(set) var changed: [RecordKey] = []
    public internal(set) var ended: [RecordKey] = []
    public internal(set) var marks: [MarksItem] = []
    public internal(set) var notices = RowMessages()
    /// Records before those that name them, then marks, then removals in the opposite order.
    public internal(set) var changes: [RecordChange] = []
    /// The records that the plan was made on.
    var seen: [RecordKey: Record?] = [:]
    var seenMarks: [PupilRef: [AcademicYear: YearMarks]] = [:]

    public var changesNothing: Bool { changes.isEmpty }

    public var total: Counts { counts.values.reduce(Counts(), +) }

    /// The whole import as one step of the history.
    public var command: Command {
        Command(
            action: "import-bundle", subject: .school, changes: changes, seen: seen,
            seenMarks: seenMarks)
    }

    /// A line for each kind, a total, and what ends: what an import prints.
    public var summary: [String] {
        if changesNothing { return ["nothing changed: \(words(total))"] }
        var lines = RecordKind.allCases.compactMap { kind in
            counts[kind].map { "\(kind.file): \(words($0))" }
        }
        lines.append("in all: \(words(total))")
        return lines + listing("ends", ended, \.ended)
    }

    /// What would be added and changed, line by line: what a dry run prints before the summary.
    public var listing: [String] {
        listing("new", added, \.added) + listing("changed", changed, \.changed)
    }

    private func listing(
        _ word: String, _ keys: [RecordKey], _ count: KeyPath<Counts, Int>
    ) -> [String] {
        keys.map { "\(word): \($0.kind.file): \(VisibleText.of($0.description))" }
            + marks.filter { $0.counts[keyPath: count] > 0 }.map { item in
                "\(word): \(RecordKind.attendance.file): \(item.sheet.pupil.text) "
                    + "\(item.sheet.year.label): \(item.counts[keyPath: count].counted("row"))"
            }
    }

    private func words(_ counts: Counts) -> String {
        "\((counts.added + counts.changed + counts.same).counted("row")): \(counts.added) new, "
            + "\(counts.changed) changed, \(counts.same) the same"
            + (total.ended > 0 ? ", \(counts.ended) ended" : "")
    }
}

extension BundlePlan {
    /// The plan of rows and marks that are without fault.
    init<Existing: ExistingRecords>(
        _ rows: BundleRows<Existing>, _ marks: BundleMarks, over existing: Existing, replaces: Bool
    ) {
        notices = rows.notices()
        for kind in RecordKind.allCases where kind != .attendance {
            let records = (rows.rows[kind] ?? []).map(\.record).sorted { $0.key < $1.key }
            for record in records { put(record, over: existing.record(record.key)) }
        }
        put(marks, over: existing, replaces: replaces)
        guard replaces else { return }
        for kind in RecordKind.allCases.reversed() where kind != .attendance {
            for key in existing.keys(of: kind).sorted() where !rows.holds(key) {
                end(key, existing.record(key))
            }
        }
        ended.sort()
    }

    private mutating func put(_ record: Record, over old: Record?) {
        if old == record {
            counts[record.kind, default: Counts()].same += 1
            return
        }
        if old == nil {
            counts[record.kind, default: Counts()].added += 1
            added.append(record.key)
        } else {
            counts[record.kind, default: Counts()].changed += 1
            changed.append(record.key)
        }
        changes.append(.put(record))
        seen[record.key] = .some(old)
    }

    private mutating func end(_ key: RecordKey, _ old: Record?) {
        counts[key.kind, default: Counts()].ended += 1
        ended.append(key)
        changes.append(.remove(key))
        seen[key] = .some(old)
    }

    private mutating func put(
        _ bundle: BundleMarks, over existing: some ExistingRecords, replaces: Bool
    ) {
        for (sheet, index) in bundle.places.sorted(by: { $0.key < $1.key }) {
            fold(
                bundle.sheets[index], existing.marks(of: sheet.pupil, in: sheet.year), sheet,
                replaces: replaces)
        }
        guard replaces else { return }
        for sheet in existing.markedYears().sorted() where bundle.places[sheet] == nil {
            fold(
                YearMarks(year: sheet.year), existing.marks(of: sheet.pupil, in: sheet.year), sheet,
                replaces: true)
        }
    }

    /// Lays a bundle's rows of one child and year over those of the store.
    private mutating func fold(
        _ bundle: YearMarks, _ old: YearMarks?, _ sheet: MarkedYear, replaces: Bool
    ) {
        let old = old ?? YearMarks(year: sheet.year)
        var result = replaces ? bundle : old
        var found = Counts()
        for day in bundle.days {
            if !old.hasRow(on: day) {
                found.added += 1
            } else if old.hasRow(on: day, equalTo: bundle) {
                found.same += 1
            } else {
                found.changed += 1
            }
            let codes = bundle.codes(on: day)
            result.set(day, am: codes.am, pm: codes.pm, late: bundle.lateMinutes(on: day))
        }
        if replaces { found.ended = old.days.count { !bundle.hasRow(on: $0) } }
        counts[.attendance, default: Counts()] = counts[.attendance, default: Counts()] + found
        guard result != old else { return }
        marks.append(MarksItem(sheet: sheet, counts: found))
        changes.append(.marks(sheet.pupil, result))
        seenMarks[sheet.pupil, default: [:]][sheet.year] = old
    }
}
