import Domain

/// Reads a bundle: all or nothing, with every bad row named.
public struct BundleReader {
    private let folder: String

    public init(folder: String) { self.folder = folder }

    /// What importing the bundle over the existing records would do.
    ///
    /// - Parameter replace: whether the store shall equal the bundle; else what the bundle lacks
    ///   stays.
    public func read(
        over existing: some ExistingRecords, codes: RegisterCodeTable, replace: Bool = false
    ) throws(BundleRefusal) -> BundlePlan {
        let files = try BundleFolder(path: folder)
        var reading = BundleReading(over: existing, codes: codes, replaces: replace)
        for name in files.strangers {
            reading.faults.add(RowMessage(name, nil, "file", "is no file of a bundle", name))
        }
        if replace, files.kinds.isEmpty {
            reading.faults.add(
                RowMessage(
                    folder, nil, "file", "the folder holds no file of a bundle to replace all with",
                    nil))
        }
        for kind in files.kinds { reading.read(kind, of: files) }
        reading.rows.check(codes: codes, lost: reading.lost, faults: &reading.faults)
        guard reading.faults.isEmpty else {
            throw .badData(folder: folder, reading.faults)
        }
        return BundlePlan(reading.rows, reading.marks, over: existing, replaces: replace)
    }
}

/// The state of reading a bundle, file after file.
struct BundleReading<Existing: ExistingRecords> {
    var faults = RowMessages()
    private(set) var rows: BundleRows<Existing>
    private(set) var marks: BundleMarks
    /// Kinds of which not every row could be read.
    private(set) var lost: Set<RecordKind> = []
    private let codes: RegisterCodeTable
    private var knownPupil: String?

    init(over existing: Existing, codes: RegisterCodeTable, replaces: Bool) {
        rows = BundleRows(over: existing, replaces: replaces)
        marks = BundleMarks(codes: codes)
        self.codes = codes
    }

    mutating func read(_ kind: RecordKind, of folder: BundleFolder) {
        let file: RegularFile
        do throws(FileFault) {
            file = try folder.open(kind)
        } catch {
            faults.add(RowMessage(kind.file, nil, "file", error.problem, nil))
            lost.insert(kind)
            return
        }
        var reader = CSVReader(file: file)
        guard let first = next(&reader, kind) else {
            faults.add(RowMessage(kind.file, 1, "row", "the heading is missing", nil))
            lost.insert(kind)
            return
        }
        guard let heading = BundleHeading(first, of: kind, faults: &faults) else {
            lost.insert(kind)
            return
        }
        while let row = next(&reader, kind) {
            if row.fields.count != heading.width {
                faults.add(
                    RowMessage(
                        kind.file, row.line, "row",
                        "has \(row.fields.count) fields where the heading has \(heading.width)",
                        row.fields.joined(separator: ",")))
                keepKey(kind, heading.values(row.fields), row.line)
            } else if kind == .attendance {
                addMarks(heading.values(row.fields), row.line)
            } else {
                add(kind, heading.values(row.fields), row.line)
            }
        }
    }

    /// The next row that can be read; blank lines are no rows.
    private mutating func next(_ reader: inout CSVReader, _ kind: RecordKind) -> CSVRecord? {
        while true {
            do throws(CSVFault) {
                guard let row = try reader.next() else { return nil }
                if !row.isBlank { return row }
            } catch {
                faults.add(RowMessage(kind.file, error.line, "row", error.words, nil))
                lost.insert(kind)
            }
        }
    }

    private mutating func add(_ kind: RecordKind, _ values: [String], _ line: Int) {
        let (record, found) = Record.checked(kind, values)
        for fault in found { faults.add(RowMessage(kind, line, fault)) }
        let row = BundleRows<Existing>.Row(record: record, line: line, isGood: found.isEmpty)
        guard !record.key.parts.contains("") else { return }
        if let first = rows.add(row) { refuseSecond(kind, record.key, line, "line \(first)") }
    }

    /// A row that cannot be read whole still tells others that its key is there.
    private mutating func keepKey(_ kind: RecordKind, _ values: [String], _ line: Int) {
        let record = Record(kind: kind, checked: values)
        guard kind != .attendance, !record.key.parts.contains("") else { return }
        _ = rows.add(BundleRows<Existing>.Row(record: record, line: line, isGood: false))
    }

    private mutating func addMarks(_ values: [String], _ line: Int) {
        if isKnown(values[0]), let row = marks.row(values) {
            if !marks.add(row) {
                let key = RecordKey(kind: .attendance, parts: [values[0], values[1]])
                refuseSecond(.attendance, key, line, "a line above")
            }
            return
        }
        let (record, found) = Record.checked(.attendance, values)
        var all = found.isEmpty ? record.faults(in: rows, codes: codes) : found
        if lost.contains(.pupils) { all.removeAll { $0.column == "pupil" } }
        for fault in all { faults.add(RowMessage(.attendance, line, fault)) }
    }

    private mutating func isKnown(_ pupil: String) -> Bool {
        if knownPupil == pupil { return true }
        guard rows.record(RecordKey(kind: .pupils, parts: [pupil])) != nil else { return false }
        knownPupil = pupil
        return true
    }

    private mutating func refuseSecond(
        _ kind: RecordKind, _ key: RecordKey, _ line: Int, _ first: String
    ) {
        let columns = kind.schema.keyNames.joined(separator: " + ")
        faults.add(
            RowMessage(
                kind.file, line, columns, "repeats the key of \(first)", key.description))
    }
}
