import Domain
import Testing

@testable import Store

@Suite("The tables")
struct SchemaTests {
    let folder = Folder()

    @Test("Every kind of record has the columns of its schema", arguments: RecordKind.allCases)
    func columns(kind: RecordKind) throws {
        let store = try Store.open(at: folder.store, .create)
        let found = try store.connection.read { session in
            try session.all(
                "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid",
                [.text(kind.rawValue)]
            ) {
                Found(
                    name: $0.text(0), type: $0.text(1), isRequired: $0.int(2) == 1, key: $0.int(3))
            }
        }
        let schema = kind.schema
        var expected = schema.columns.enumerated().map { place, column in
            Found(
                name: column.name, type: column.type == .money ? "INTEGER" : "TEXT",
                isRequired: !column.isOptional,
                key: Int64((schema.keyColumns.firstIndex(of: place) ?? -1) + 1))
        }
        if kind == .attendance {
            expected = [
                Found(name: "pupil", type: "TEXT", isRequired: true, key: 1),
                Found(name: "year", type: "INTEGER", isRequired: true, key: 2),
                Found(name: "marks", type: "BLOB", isRequired: true, key: 0),
                Found(name: "late", type: "BLOB", isRequired: false, key: 0),
            ]
        }
        expected.append(Found(name: "revision", type: "INTEGER", isRequired: true, key: 0))
        // A column that a later form has added stands last.
        #expect(found.sorted { $0.name < $1.name } == expected.sorted { $0.name < $1.name })
    }

    @Test("Every reference of a schema is one of its table", arguments: RecordKind.allCases)
    func references(kind: RecordKind) throws {
        let store = try Store.open(at: folder.store, .create)
        let found = try store.connection.read { session in
            try session.all(
                "SELECT \"from\" || ' ' || \"table\" FROM pragma_foreign_key_list(?)",
                [.text(kind.rawValue)]
            ) { $0.text(0) }
        }
        let expected = kind.schema.columns.compactMap { column in
            column.reference.map { "\(column.name) \($0.rawValue)" }
        }
        #expect(found.sorted() == expected.sorted())
    }

    @Test("All tables are strict")
    func strict() throws {
        let store = try Store.open(at: folder.store, .create)
        let loose = try store.connection.read { session in
            try session.all(
                """
                SELECT name FROM pragma_table_list
                WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite_%'
                """
            ) { $0.text(0) }
        }
        #expect(loose == [])
    }

    @Test("A store of version 1 as it shipped opens, reads and takes changes")
    func versionOne() throws {
        let connection = try Connection(folder.store, .writing, .zero)
        try connection.outsideTransaction { session in
            try session.run(schemaV1)
            try session.run(
                """
                PRAGMA application_id = 1667986295;
                PRAGMA user_version = 1;
                INSERT INTO meta VALUES ('kind', 'school');
                INSERT INTO pupils (pupil, surname, forename, born, year_group, admitted, revision)
                VALUES ('K001', 'Łukasiewicz', 'Ada', '2020-02-29', '1', '2024-09-02', 0);
                INSERT INTO funds VALUES ('F1', 'PP+', 'pp-plus-cla', '2026-27', 'school', 0);
                INSERT INTO funding (entry_id, fund_id, pupil, kind, "on", amount, what, revision)
                VALUES ('E1', 'F1', 'K001', 'spend', '2026-10-01', 123450, 'Tutor', 0);
                INSERT INTO attendance VALUES
                ('K001', 2026, x'0204\(String(repeating: "00", count: 730))', x'000009', 0);
                """)
        }
        connection.close()
        let store = try Store.open(at: folder.store, .existing)
        #expect(try store.record(.funding, "E1")?["amount"] == "1234.50")
        #expect(
            try store.record(.attendance, "K001", "2026-09-01")?.values
                == ["K001", "2026-09-01", "/", "L", "9"])
        #expect(try store.record(.pupils, "K001")?["known_as"] == "")
        try store.put(pupil("K001", "Ada").with("known_as", "Addie"))
        #expect(try store.record(.pupils, "K001")?["known_as"] == "Addie")
    }

    @Test("A store of version 3 as it shipped gets a place for where records begin, which is empty")
    func versionThree() throws {
        try makeVersionThree()
        let store = try Store.open(at: folder.store, .existing)
        let school = try #require(try store.record(.school, "117299"))
        #expect(school["records_from"] == "" && school["name"] == "Hill School")
        try store.put(school.with("records_from", "2026-11-30"))
        #expect(try store.record(.school, "117299")?["records_from"] == "2026-11-30")
        _ = try store.undo(by: teacher, at: morning)
        #expect(try store.record(.school, "117299") == school)
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("What is saved of a damaged store of version 3 has no day on which records begin")
    func salvagedVersionThree() throws {
        try makeVersionThree()
        let salvage = try Store.salvage(at: folder.store)
        #expect(salvage.records[.school]?.map { $0["records_from"] } == [""])
        #expect(salvage.losses == [])
    }

    @Test("A kind that a store of an older form has no table for is no loss when it is saved")
    func salvagedVersionOne() throws {
        let connection = try Connection(folder.store, .writing, .zero)
        try connection.outsideTransaction { session in
            try session.run(
                schemaV1 + "PRAGMA application_id = 1667986295; PRAGMA user_version = 1")
        }
        connection.close()
        #expect(try Store.salvage(at: folder.store).losses == [])
    }

    private func makeVersionThree() throws {
        let connection = try Connection(folder.store, .writing, .zero)
        try connection.outsideTransaction { session in
            for sql in [schemaV1, schemaV2, schemaV3] { try session.run(sql) }
            try session.run("PRAGMA application_id = 1667986295; PRAGMA user_version = 3")
            try Meta.begin(session, .school)
            try session.run(
                """
                INSERT INTO school (urn, name, phase, local_authority, revision)
                VALUES ('117299', 'Hill School', 'infant', 'Anyshire', 0)
                """)
        }
        connection.close()
    }

    @Test("An older store is brought to the newest form once, and its journal is still read")
    func nextVersion() throws {
        let before = try folder.school()
        try before.put(contact("C1"))
        before.close()
        let next =
            Schema.migrations + [
                Migration(version: 99, sql: "ALTER TABLE pupils ADD COLUMN house TEXT")
            ]
        let store = try Store.open(at: folder.store, .existing, patience: .zero, migrations: next)
        #expect(try store.read { try $0.verify() }.isWhole)
        _ = try store.undo(by: teacher, at: morning)
        #expect(try store.everything() == sorted(schoolRecords()))
        store.close()
        let again = try Store.open(at: folder.store, .existing, patience: .zero, migrations: next)
        #expect(try again.everything() == sorted(schoolRecords()))
        #expect(
            refusal { _ = try Store.open(at: folder.store, .existing) }
                == .newer(path: folder.store))
    }

    @Test(
        "Whoever has a store open while a newer version takes it over neither writes nor reads on")
    func takenOver() throws {
        let old = try folder.school()
        try old.put(contact("C1"))
        let next =
            Schema.migrations + [
                Migration(version: 99, sql: "ALTER TABLE contacts ADD COLUMN mood TEXT")
            ]
        let new = try Store.open(at: folder.store, .existing, patience: .zero, migrations: next)
        let newer = StoreError.newer(path: folder.store)
        #expect(refusal { try old.put(contact("C2")) } == newer)
        #expect(refusal { _ = try old.undo(by: teacher, at: morning) } == newer)
        #expect(refusal { _ = try old.everything() } == newer)
        #expect(
            refusal {
                try old.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
            } == newer)
        #expect(try new.read { try $0.verify() }.isWhole)
        #expect(try new.record(.contacts, "C2") == nil)
    }

    @Test(
        "The journal of an older store is sealed anew; what was meddled with before stays named",
        arguments: [nil, 1, 2] as [Int?])
    func sealedAnew(meddled: Int?) throws {
        let connection = try Connection(folder.store, .writing, .zero)
        try connection.outsideTransaction { session in
            try session.run(schemaV1)
            try session.run(schemaV2)
            try session.run("PRAGMA application_id = 1667986295; PRAGMA user_version = 2")
            try Meta.begin(session, .school)
            let member = try staff("S01", login: "jkaya")
            try session.execute(
                RecordTable.of(.staff).upsert,
                RecordTable.of(.staff).cells(member, revision: ChangeNumber(rawValue: 1)))
            let touch = JournalStep(key: member.key, before: nil, after: .record(member))
            let first = try formerEntry(1, after: Chain.genesis, touch, session)
            let second = try formerEntry(2, after: first, nil, session)
            try Meta.setHead(session, second)
            if let meddled {
                try session.run("UPDATE journal SET \"by\" = 'nobody' WHERE change = \(meddled)")
            }
        }
        connection.close()
        let store = try Store.open(at: folder.store, .existing)
        let report = try store.read { try $0.verify() }
        #expect(report.firstBadEntry == meddled.map { ChangeNumber(rawValue: Int64($0)) })
        #expect(report.isWhole == (meddled == nil), "\(report.faults)")
        guard meddled == nil else { return }
        try store.put(pupil("K001", "Ada"))
        #expect(try store.read { try $0.verify() }.entries == 3)
    }

    /// Writes an entry as versions 1 and 2 did, and gives its hash.
    private func formerEntry(
        _ change: Int64, after previous: [UInt8], _ touch: JournalStep?, _ session: DatabaseSession
    ) throws -> [UInt8] {
        let row = JournalRow(
            change: ChangeNumber(rawValue: change), at: morning, by: "keeper",
            action: touch == nil ? HistoryEntry.look : "import-bundle", subject: "school",
            page: touch == nil ? "now" : nil)
        let line = touch.map { JournalLine($0) }
        var digest = FieldDigest()
        digest.add(.blob(previous))
        for field in row.fields { digest.add(field) }
        for field in line?.fields(at: 0).dropFirst() ?? [] { digest.add(field) }
        let hash = digest.finish()
        try session.execute(
            """
            INSERT INTO journal (change, at, "by", action, subject, page, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row.change.cell, .int(row.at.seconds), .text(row.by), .text(row.action),
                .text(row.subject), row.page.map(Cell.text) ?? .null, .blob(previous), .blob(hash),
            ])
        if let line {
            try session.execute(
                """
                INSERT INTO journal_records (change, position, kind, key, before, after)
                VALUES (?, 0, ?, ?, ?, ?)
                """, [row.change.cell, .text(line.kind), .text(line.key), line.before, line.after])
        }
        return hash
    }

    @Test("An older store that is only read is refused, and stays as it is")
    func olderReadOnly() throws {
        try folder.school().close()
        let next = Schema.migrations + [Migration(version: 99, sql: "CREATE TABLE a (b) STRICT")]
        let error = refusal {
            _ = try Store.open(at: folder.store, .readOnly, patience: .zero, migrations: next)
        }
        #expect(error?.exitStatus == 73)
        try Store.open(at: folder.store, .existing).close()
    }

    private struct Found: Hashable {
        let name: String
        let type: String
        let isRequired: Bool
        let key: Int64
    }
}
