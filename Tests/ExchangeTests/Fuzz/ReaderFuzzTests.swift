import Domain
import Exchange
import Foundation
import Support
import Testing

/// Files that nobody wrote: whatever comes in, a reader refuses it with words, or what it takes
/// obeys every rule of the records.
@Suite("Readers and mutated files")
struct ReaderFuzzTests {
    private static let rosters = [
        "sims-roster.csv", "arbor-roster.csv", "bromcom-roster.txt", "scholarpack-roster.csv",
        "spreadsheet-roster.csv",
    ]
    private static let registers = [
        "sims-weeks.csv", "arbor-grid.csv", "bromcom-sessions.txt", "scholarpack-days.csv",
        "spreadsheet-grid.csv",
    ]
    private static let transfers = [
        "9192081_CTF_9192082_001.xml", "9192081_CTF_9192082_025.xml",
    ]

    @Test("A mutated roster does no harm")
    func roster() throws { try files("roster", .roster, Self.rosters, .csv) }

    @Test("A mutated register does no harm")
    func register() throws { try files("attendance", .attendance, Self.registers, .csv) }

    @Test(
        "A mutated list does no harm",
        arguments: [
            ("s08-staff.csv", ImportKind.staff), ("s09-contacts.csv", .contacts),
            ("s17-suspensions.csv", .suspensions),
        ])
    func list(file: String, kind: ImportKind) throws {
        let seed = try Array(Data(contentsOf: SchoolCases.file(file)))
        let school = try FuzzedSchool(
            (1001...1004).map { number in
                .put(
                    try Record(
                        .pupils,
                        [
                            "pupil": "\(number)", "surname": "Smith", "forename": "Ava",
                            "born": "2019-11-05", "year_group": "2", "admitted": "2022-09-01",
                        ]))
            }, PackLoader.builtIn)
        var outcomes = Outcomes()
        for number in 0..<Fuzz.count(60) {
            var mutation = Mutation(seed: UInt64(number))
            let bytes = mutation.changed(seed, .csv)
            Fuzz.note(bytes, for: kind.rawValue)
            let options = ImportOptions(
                acceptRest: mutation.pick(2) == 0, settings: ["leadership": "no"],
                confirmsNames: mutation.pick(2) == 0)
            try outcomes.count(school.take(bytes, kind, options, "\(file) \(number)"))
        }
        outcomes.tell(kind.rawValue)
    }

    @Test("A mutated common transfer file does no harm")
    func transfer() throws { try files("ctf", .ctf, Self.transfers, .xml) }

    private func files(
        _ reader: String, _ kind: ImportKind, _ names: [String], _ words: Mutation.Kind
    ) throws {
        let school = try FuzzedSchool()
        var outcomes = Outcomes()
        for found in try Fuzz.cases(of: reader) {
            try outcomes.count(school.take(found.bytes, kind, ImportOptions(), found.name))
        }
        let seeds = try names.map(ImportSchool.fixture)
        for number in 0..<Fuzz.count(80) {
            var mutation = Mutation(seed: UInt64(number))
            let bytes = mutation.changed(seeds[mutation.pick(seeds.count)], words)
            Fuzz.note(bytes, for: reader)
            let options = ImportOptions(
                acceptRest: mutation.pick(2) == 0,
                admitted: mutation.pick(2) == 0 ? ImportSchool.day("2026-09-02") : nil)
            try outcomes.count(school.take(bytes, kind, options, "\(reader) \(number)"))
        }
        outcomes.tell(reader)
    }

    @Test("A bundle with mutated files does no harm")
    func bundle() throws {
        let folder = try TemporaryFolder()
        let source = Fixtures.folder.appendingPathComponent("examples-all/03/bundle")
        let names = try FileManager.default.contentsOfDirectory(atPath: source.path).sorted()
            .filter { $0.hasSuffix(".csv") }
        var whole: [[UInt8]] = []
        for name in names {
            whole.append(Array(try Data(contentsOf: source.appendingPathComponent(name))))
            try folder.write(name, bytes: whole[whole.count - 1])
        }
        let pack = PackLoader.builtIn
        let plan = try BundleReader(folder: folder.path).read(
            over: RecordTable(), codes: pack.codes)
        let school = FuzzedSchool(plan.changes, pack)
        var outcomes = Outcomes()
        for number in 0..<Fuzz.count(60) {
            var mutation = Mutation(seed: UInt64(number))
            var changed: Set<Int> = []
            for _ in 0...mutation.pick(2) {
                let place = mutation.pick(names.count)
                changed.insert(place)
                let bytes = mutation.changed(whole[place], .csv)
                Fuzz.note(bytes, for: "bundle-\(names[place])")
                try folder.write(names[place], bytes: bytes)
            }
            try outcomes.count(school.take(bundle: folder.path, "bundle \(number)"))
            for place in changed { try folder.write(names[place], bytes: whole[place]) }
        }
        for found in try Fuzz.cases(of: "bundle") {
            // `pupils.csv.what-was-odd`
            let name = found.name.split(separator: "/")[1].split(separator: ".")[0] + ".csv"
            guard let place = names.firstIndex(of: String(name)) else { continue }
            try folder.write(names[place], bytes: found.bytes)
            try outcomes.count(school.take(bundle: folder.path, found.name))
            try folder.write(names[place], bytes: whole[place])
        }
        outcomes.tell("bundle")
    }
}

/// How many inputs were read, and how many refused.
private struct Outcomes {
    private var read = 0
    private var refused = 0

    mutating func count(_ isRead: Bool) {
        if isRead { read += 1 } else { refused += 1 }
    }

    /// Both must come up, or the inputs prove nothing.
    func tell(_ reader: String) {
        print("Fuzz \(reader): \(read + refused) inputs, \(read) read, \(refused) refused")
        #expect(read > 0 && refused > 0)
    }
}

/// A school over which mutated files are read, always from the same state.
private struct FuzzedSchool {
    private let table: RecordTable
    private let known: FactsOnRecord
    private let codes: RegisterCodeTable

    /// The children of the fixtures' rosters, with the terms of a year.
    init() throws {
        let school = try ImportSchool.withTerms()
        let plan = try school.plan(.roster, ImportSchool.fixture("sims-roster.csv"))
        var table = RecordTable()
        table.apply(school.records.map(RecordChange.put) + (plan.command?.changes ?? []))
        self.table = table
        codes = PackLoader.builtIn.codes
        known = try school.after(plan).onRecord()
    }

    init(_ changes: [RecordChange], _ pack: PolicyPack) {
        var table = RecordTable()
        table.apply(changes)
        self.table = table
        codes = pack.codes
        let records = changes.compactMap { change in
            if case .put(let record) = change { record } else { nil }
        }
        known = FactsOnRecord(
            Facts(records: records, bankHolidays: []), pack: pack,
            today: ImportSchool.day("2026-11-24"))
    }

    /// Whether the file was read; all that it may do is checked here.
    func take(
        _ bytes: [UInt8], _ kind: ImportKind, _ options: ImportOptions, _ name: String
    ) throws -> Bool {
        let plan = SchoolFile(bytes, name: "file").plan(as: kind, options, existing: known)
        #expect(plan.rows == plan.accepted + plan.leftOut.count + plan.refusedRows, "\(name)")
        guard !plan.isRefused else {
            #expect(plan.command == nil, "\(name)")
            #expect(!plan.refusal.isEmpty && plan.refusal.count <= 102, "\(name)")
            return false
        }
        expectSound(plan.command?.changes ?? [], name)
        return true
    }

    func take(bundle folder: String, _ name: String) throws -> Bool {
        do throws(BundleRefusal) {
            let plan = try BundleReader(folder: folder).read(over: table, codes: codes)
            expectSound(plan.changes, name)
            return true
        } catch {
            #expect((2...102).contains(error.lines.count), "\(name): \(error.lines)")
            return false
        }
    }

    private func expectSound(_ changes: [RecordChange], _ name: String) {
        var after = table
        after.apply(changes)
        for kind in RecordKind.allCases where kind != .attendance {
            for record in after.records(of: kind) {
                let faults =
                    Record.checked(kind, record.values).1 + record.faults(in: after, codes: codes)
                #expect(faults.isEmpty, "\(name): \(record.key): \(faults)")
            }
        }
        for change in changes {
            guard case .marks(_, let marks) = change else { continue }
            for day in marks.days {
                #expect(AcademicYear(of: day) == marks.year, "\(name)")
                let pair = marks.codes(on: day)
                for code in [pair.am, pair.pm].compactMap({ $0 }) {
                    #expect(codes.isValid(code, on: day), "\(name): \(code)")
                }
            }
        }
    }
}
