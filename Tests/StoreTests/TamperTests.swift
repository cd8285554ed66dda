import Domain
import Exchange
import Foundation
import Support
import Testing

@testable import Store

@Suite("A journal that somebody meddled with")
struct TamperTests {
    let folder = Folder(isQuick: true)

    @Test(
        "Any changed byte, missing or moved row is found, and its place named",
        arguments: Soak.seeds(25))
    func meddled(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let store = try folder.school()
        try store.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
        for _ in 0..<8 {
            _ = try store.apply(command(randomChanges(&random)), by: teacher, at: morning)
        }
        _ = try store.undo(by: teacher, at: morning)
        _ = try store.acknowledge(upTo: ChangeNumber(rawValue: 1), by: other, at: morning)
        let last = try store.read { try $0.lastChange() }.rawValue
        #expect(try store.read { try $0.verify() }.isWhole)
        for _ in 0..<4 {
            let meddling = try Meddling(&random, last: last, store)
            try store.connection.outsideTransaction { session in
                try session.run("PRAGMA foreign_keys = OFF")
                try session.run("BEGIN")
                defer { try? session.run("ROLLBACK") }
                try session.run(meddling.sql)
                let changed =
                    try session.first("SELECT total_changes()") { $0.int(0) } ?? 0 > 0
                #expect(changed)
                let report = try Snapshot(session).verifyJournal()
                #expect(
                    report.firstBadEntry == ChangeNumber(rawValue: meddling.place),
                    "\(meddling.sql): \(report.faults)")
            }
        }
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test(
        "Any bit of any column that is another is found, and its place named",
        arguments: Soak.seeds(25))
    func flipped(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let store = try folder.school()
        try store.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
        for _ in 0..<6 {
            _ = try store.apply(command(randomChanges(&random)), by: teacher, at: morning)
        }
        _ = try store.undo(by: teacher, at: morning)
        let last = try store.read { try $0.lastChange() }.rawValue
        for _ in 0..<6 {
            try store.connection.outsideTransaction { session in
                try session.run("PRAGMA foreign_keys = OFF")
                try session.run("BEGIN")
                defer { try? session.run("ROLLBACK") }
                let flip = try Flip(session, last: last, &random)
                let report = try Snapshot(session).verifyJournal()
                #expect(
                    report.firstBadEntry == ChangeNumber(rawValue: flip.place),
                    "\(flip.words): \(report.faults)")
            }
        }
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test(
        "An older copy in the store's place, or another end of it, is found by every later anchor")
    func olderCopy() throws {
        var random = SplitMix64(seed: 11)
        let store = try folder.school()
        var copies: [(image: [UInt8], anchor: JournalAnchor)] = []
        for _ in 0..<7 {
            _ = try store.apply(command(randomChanges(&random)), by: teacher, at: morning)
            copies.append(
                ([UInt8](try store.connection.image()), try store.read { try $0.anchor() }))
        }
        for (place, copy) in copies.enumerated() {
            let other = Folder(isQuick: true)
            try Data(copy.image).write(to: URL(fileURLWithPath: other.store))
            let older = try Store.open(at: other.store, .existing)
            #expect(try older.read { try $0.verify() }.isWhole)
            for (known, later) in copies.enumerated() {
                let fault = try older.read { try $0.fault(against: later.anchor) }
                #expect((fault == nil) == (known <= place), "\(place) \(known): \(fault ?? "")")
            }
            // The same number of entries, and others.
            while try older.read({ try $0.lastChange() }) < copies[6].anchor.change {
                _ = try older.apply(command(randomChanges(&random)), by: other2, at: morning)
            }
            let fault = try older.read { try $0.fault(against: copies[6].anchor) }
            #expect((fault == nil) == (place == 6), "\(place)")
        }
    }

    @Test("An end that was cut off is found, and with the anchor also where all traces went")
    func cutOff() throws {
        let store = try folder.school()
        try store.put(contact("C1"))
        let anchor = try store.read { try $0.anchor() }
        try store.put(contact("C2"))
        #expect(try store.read { try $0.fault(against: anchor) } == nil)
        #expect(anchor.text.hasPrefix("cksw-anchor 1 2 "))
        #expect(JournalAnchor("> \(anchor.text)  ") == anchor)
        #expect(JournalAnchor("cksw-anchor 1 2 4f2c") == nil)
        // Back to change 1 with all that belongs to it: the store looks whole to itself.
        try store.connection.outsideTransaction { session in
            try session.run(
                """
                PRAGMA foreign_keys = OFF;
                DELETE FROM journal WHERE change > 1; DELETE FROM journal_records WHERE change > 1;
                DELETE FROM journal_pupils WHERE change > 1; DELETE FROM contacts;
                UPDATE meta SET value = (SELECT lower(hex(hash)) FROM journal) WHERE key = 'head'
                """)
        }
        #expect(try store.read { try $0.verify() }.isWhole)
        let fault = try store.read { try $0.fault(against: anchor) }
        #expect(fault?.contains("ends at change 1; the anchor knew change 2") == true)
        // Written anew to the same length, it is another journal.
        try store.put(contact("C1", summary: "Something else"))
        #expect(
            try store.read { try $0.fault(against: anchor) }?.contains("is not the one") == true)
    }

    @Test("A line without its content is only accepted where its deletion is on record")
    func deletedWithoutRecord() throws {
        let store = try folder.school()
        try store.put(contact("C1"))
        try store.connection.outsideTransaction { session in
            let line = try session.first(
                """
                SELECT position, CAST(kind AS BLOB), CAST(key AS BLOB), after, salt
                FROM journal_records WHERE change = 2
                """
            ) { row in
                Chain.digest(
                    salt: row.bytes(4),
                    [
                        .int(row.int(0)), .text(row.bytes(1)), .text(row.bytes(2)), .null,
                        ChainField(row.cell(3)),
                    ])
            }
            try session.execute(
                """
                UPDATE journal_records SET kind = 'deleted', key = '', after = NULL, salt = NULL,
                    digest = ? WHERE change = 2
                """, [.blob(try #require(line))])
        }
        let report = try store.read { try $0.verify() }
        #expect(report.firstBadEntry == ChangeNumber(rawValue: 2))
        #expect(report.faults.first?.contains("no deletion is on record") == true)
    }

    @Test("A clock that was set back is told, and is no fault")
    func clockSetBack() throws {
        let store = try folder.school()
        _ = try store.apply(
            command([.put(contact("C1"))]), by: teacher, at: Instant(seconds: 1000))
        let report = try store.read { try $0.verify() }
        #expect(report.isWhole)
        #expect(report.notices.count == 1)
        #expect(report.notices.first?.contains("Change 2 is dated Thu 1 Jan 1970") == true)
    }

    @Test("Records that break a rule of the bundle are told; sound ones are not")
    func brokenRule() throws {
        let store = try folder.school()
        let codes = PackLoader.builtIn.codes
        #expect(try store.read { try $0.faultsOfRecords(codes: codes) } == [])
        try store.put(
            Record(
                .terms,
                [
                    "academic_year": "2026-27", "term": "spring", "start": "2026-12-01",
                    "end": "2027-03-25",
                ]))
        let faults = try store.read { try $0.faultsOfRecords(codes: codes) }
        #expect(faults.count == 2)
        #expect(faults.first?.contains("makes the term overlap") == true)
    }
}

private let other2 = Actor(login: "somebody", isKeeper: true)

/// One bit of one column of the journal that is another, and the entry at which it must be found.
private struct Flip {
    let place: Int64
    let words: String

    private static let columns: [(table: String, column: String)] =
        ["at", "by", "action", "subject", "page", "undoes", "previous", "hash"]
        .map { ("journal", $0) }
        + ["kind", "key", "before", "after", "salt", "digest"].map { ("journal_records", $0) }
        + [("journal_pupils", "pupil")]

    init(_ session: DatabaseSession, last: Int64, _ random: inout SplitMix64) throws {
        if Int.random(in: 0..<20, using: &random) == 0 {
            // What the store remembers as its end.
            try session.run(
                "UPDATE meta SET value = 'f' || substr(value, 2) || 'f' WHERE key = 'head'")
            (place, words) = (last + 1, "meta.head")
            return
        }
        let (table, column) = Self.columns.randomElement(using: &random) ?? ("journal", "at")
        let second =
            table == "journal_records" ? "position" : table == "journal_pupils" ? "pupil" : "change"
        let rows = try session.all(
            "SELECT change, quote(\(second)), \"\(column)\" FROM \(table)"
        ) { (change: $0.int(0), second: $0.text(1), cell: $0.cell(2)) }
        let row = rows.randomElement(using: &random) ?? (1, "1", .null)
        let changed: String
        switch row.cell {
        case .null: changed = "'x'"
        case .int(let number):
            changed = "\(number ^ (1 << Int64.random(in: 0..<32, using: &random)))"
        case .text(let text):
            changed = "CAST(x'\(Self.flipped(Array(text.utf8), &random))' AS TEXT)"
        case .blob(let bytes): changed = "x'\(Self.flipped(bytes, &random))'"
        }
        let value =
            row.cell == .null && ["undoes"].contains(column)
            ? "1"
            : row.cell == .null && ["salt", "digest"].contains(column) ? "x'00'" : changed
        (place, words) = (row.change, "\(table).\(column) of \(row.change): \(value)")
        try session.run(
            """
            UPDATE \(table) SET "\(column)" = \(value)
            WHERE change = \(row.change) AND \(second) = \(row.second)
            """)
    }

    /// The bytes as hexadecimal digits, one bit of them another; one byte where there is none.
    private static func flipped(_ bytes: [UInt8], _ random: inout SplitMix64) -> String {
        guard !bytes.isEmpty else { return "78" }
        var bytes = bytes
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        return bytes.map { String($0, radix: 16).leftPadded }.joined()
    }
}

extension String {
    fileprivate var leftPadded: String { count == 1 ? "0" + self : self }
}

/// One random change of the journal's rows, and the entry at which it must be found.
private struct Meddling {
    let sql: String
    let place: Int64

    init(_ random: inout SplitMix64, last: Int64, _ store: Store) throws {
        let change = Int64.random(in: 1...last, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            sql = "DELETE FROM journal WHERE change = \(change)"
            place = change
        case 1:
            let other = change == last ? change - 1 : change + 1
            sql = """
                UPDATE journal SET change = -1 WHERE change = \(change);
                UPDATE journal SET change = \(change) WHERE change = \(other);
                UPDATE journal SET change = \(other) WHERE change = -1
                """
            place = min(change, other)
        case 2:
            sql = "UPDATE journal SET change = \(last + 9) WHERE change = \(change)"
            place = change
        case 3, 4:
            let column =
                [
                    "at", "\"by\"", "action", "subject", "page", "undoes", "previous", "hash",
                ].randomElement(using: &random) ?? "at"
            sql =
                "UPDATE journal SET \(column) = \(Self.other(column, &random)) WHERE change = \(change)"
            place = change
        case 5:
            sql = "INSERT INTO journal_pupils VALUES ('K77', \(change))"
            place = change
        default:
            let lines = try store.connection.read { session in
                try session.all("SELECT change, position FROM journal_records") {
                    (change: $0.int(0), position: $0.int(1))
                }
            }
            let line = lines.randomElement(using: &random) ?? (1, 0)
            place = line.change
            let row = "WHERE change = \(line.change) AND position = \(line.position)"
            switch Int.random(in: 0..<4, using: &random) {
            case 0: sql = "DELETE FROM journal_records \(row)"
            case 1: sql = "UPDATE journal_records SET position = position + 1000 \(row)"
            case 2:
                sql =
                    "DELETE FROM journal_pupils WHERE change = \(line.change); "
                    + "UPDATE journal_records SET key = key || 'x' \(row)"
            default:
                let column =
                    ["kind", "key", "before", "after", "salt", "digest"]
                    .randomElement(using: &random) ?? "key"
                sql = "UPDATE journal_records SET \(column) = \(Self.other(column, &random)) \(row)"
            }
        }
    }

    /// Another value of a column: one byte of it is another, or it has a byte more.
    private static func other(_ column: String, _ random: inout SplitMix64) -> String {
        let byte = Int.random(in: 1...255, using: &random)
        switch column {
        case "at": return "at + \(byte)"
        case "undoes": return "coalesce(undoes, 0) + 1"
        case "page": return "coalesce(page, '') || char(\(byte))"
        case "previous", "hash", "salt":
            return
                "CAST(substr(\(column), 2) || x'\(hex(byte))' || substr(\(column), 1, 1) AS BLOB)"
        case "digest": return "zeroblob(32)"
        case "before", "after":
            // A text that is none, the end cut off, or something where nothing stood.
            return [
                "coalesce(\(column), '') || char(\(byte))",
                "CASE typeof(\(column)) WHEN 'null' THEN '{}' ELSE NULL END",
                "CASE typeof(\(column)) WHEN 'text' THEN CAST(\(column) AS BLOB) ELSE 'x' END",
                "CAST(CAST(coalesce(\(column), '') AS BLOB) || x'\(hex(byte))' AS TEXT)",
            ].randomElement(using: &random) ?? "NULL"
        default: return "CAST(CAST(\(column) AS BLOB) || x'\(hex(byte))' AS TEXT)"
        }
    }

    private static func hex(_ byte: Int) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
