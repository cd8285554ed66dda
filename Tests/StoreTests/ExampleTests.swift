import Domain
import Exchange
import Store
import Support
import Testing

@Suite("Whole schools in a store")
struct ExampleTests {
    let folder = Folder()

    @Test(
        "A worked school comes out as it went in, and goes in one step", arguments: Examples.names)
    func example(name: String) throws {
        let example = try Examples.load(name)
        let store = try Store.open(at: folder.store, .create)
        _ = try store.apply(
            Command(
                action: "import-bundle", subject: .school,
                changes: example.records.map { .put($0) }), by: teacher, at: morning)
        #expect(try store.everything() == sorted(example.records))

        let holidays = PackLoader.builtIn.bankHolidays
        let expected = Facts(records: example.records, bankHolidays: holidays)
        let found = try store.read { try $0.facts(bankHolidays: holidays) }
        #expect(found.pupils.keys.sorted() == expected.pupils.keys.sorted())
        for (ref, pupil) in expected.pupils {
            #expect(found.pupils[ref]?.marks == pupil.marks)
            #expect(found.pupils[ref]?.peps.count == pupil.peps.count)
            #expect(found.pupils[ref]?.pepPeople.count == pupil.pepPeople.count)
            #expect(found.pupils[ref]?.targets.count == pupil.targets.count)
            #expect(found.pupils[ref]?.contacts.count == pupil.contacts.count)
        }

        _ = try store.undo(by: teacher, at: morning)
        #expect(try store.everything().isEmpty)
        _ = try store.redo(by: teacher, at: morning)
        #expect(try store.everything() == sorted(example.records))
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("Records of every kind and column come out to the letter", arguments: 0..<20)
    func random(seed: Int) throws {
        var random = RandomRecords(seed: UInt64(seed), codes: PackLoader.builtIn.codes)
        let table = random.table()
        let records = RecordKind.allCases.flatMap { table.records(of: $0) }
        let store = try Store.open(at: folder.store, .create)
        _ = try store.apply(
            Command(
                action: "import-bundle", subject: .school, changes: records.map { .put($0) }),
            by: teacher, at: morning)
        #expect(try store.everything() == sorted(records))
        for record in records { #expect(try store.read { $0.record(record.key) } == record) }
        _ = try store.undo(by: teacher, at: morning)
        #expect(try store.everything().isEmpty)
        _ = try store.redo(by: teacher, at: morning)
        #expect(try store.everything() == sorted(records))
        #expect(try store.read { try $0.verify() }.isWhole)
    }
}
