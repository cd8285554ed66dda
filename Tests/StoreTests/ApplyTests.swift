import Domain
import Testing

@testable import Store

@Suite("Changing a store")
struct ApplyTests {
    let folder = Folder()

    @Test("What is put in comes out to the letter, by key, kind by kind")
    func roundTrip() throws {
        let records =
            try schoolRecords() + [
                contact("C2", summary: "=1+1\nsaid \"yes\"\tand\u{200D}\\ no"), contact("C10"),
                pep("P1"), target("T1", pep: "P1"), fundEntry("E1", amount: "0.00"),
                fundEntry("E2", amount: "9999999.99"),
            ]
        let store = try Store.open(at: folder.store, .create)
        // Children before their parents: references are looked at when all are in.
        _ = try store.apply(command(records.reversed().map { .put($0) }), by: teacher, at: morning)
        #expect(try store.everything() == sorted(records))
        #expect(try store.record(.funding, "E2") == records.last)
        #expect(try store.record(.funding, "E3") == nil)
    }

    @Test("What stood so already is no change, and leaves no entry")
    func nothingChanged() throws {
        let store = try folder.school()
        #expect(try store.put(contact("C1")) == ChangeNumber(rawValue: 2))
        #expect(try store.put(contact("C1"), pupil("K001", "Ada")) == nil)
        #expect(try store.put(marks([:])) == nil)
        #expect(
            try store.apply(command([.remove(contact("C9").key)]), by: teacher, at: morning) == nil)
        #expect(
            try store.apply(
                command([.put(contact("C3")), .remove(contact("C3").key)]), by: teacher, at: morning
            )
                == nil)
        #expect(try store.history().count == 2)
    }

    @Test("Names that read the same and differ in their bytes are two, in the tables and in undo")
    func bytes() throws {
        let store = try folder.school()
        let composed = try Record(
            .roles, ["role": "senco", "person": "Zo\u{EB}", "from": "2026-09-01"])
        let decomposed = composed.with("person", "Zoe\u{308}")
        #expect(try store.put(composed, decomposed) != nil)
        #expect(
            try store.read { $0.records(of: .roles) }.map { Array($0["person"].utf8) }
                == [Array("S01".utf8), Array("Zoe\u{308}".utf8), Array("Zo\u{EB}".utf8)])
        #expect(try store.read { try $0.verify() }.isWhole)
        _ = try store.undo(by: teacher, at: morning)
        #expect(try store.everything() == sorted(schoolRecords()))

        let child = try pupil("K001", "Zo\u{EB}")
        try store.put(child)
        #expect(try store.put(child.with("forename", "Zoe\u{308}")) != nil)
        #expect(
            try store.record(.pupils, "K001").map { Array($0["forename"].utf8) }
                == Array("Zoe\u{308}".utf8))
    }

    @Test("Marks of a child and year are replaced whole, days with and without minutes")
    func marksReplaced() throws {
        let store = try folder.school()
        try store.put(marks([2: #"/\"#, 3: #"L9\"#, 4: "II"]))
        let last = marks([3: #"L5\"#, 5: "II"])
        try store.put(last)
        #expect(try store.read { try $0.marks(of: ada, in: autumn) } == last)
        #expect(try store.record(.attendance, "K001", "2026-11-03")?["late_minutes"] == "5")
        #expect(try store.record(.attendance, "K001", "2026-11-04") == nil)
        try store.put(marks([:]))
        #expect(try store.read { try $0.marks(of: ada, in: autumn) } == nil)
        #expect(try store.everything() == sorted(schoolRecords()))
    }

    @Test("One day's row can be put and removed as any record")
    func oneDay() throws {
        let store = try folder.school()
        try store.put(marks([2: #"/\"#]))
        let day = try Record(.attendance, ["pupil": "K001", "date": "2026-11-03", "am": "I"])
        try store.put(day)
        #expect(try store.record(.attendance, "K001", "2026-11-03") == day)
        #expect(try store.record(.attendance, "K001", "2026-11-02") != nil)
        _ = try store.apply(command([.remove(day.key)]), by: teacher, at: morning)
        #expect(try store.read { try $0.marks(of: ada, in: autumn) } == marks([2: #"/\"#]))
    }

    @Test("A record that has moved on is not overwritten, and both versions are shown")
    func movedOn() throws {
        let store = try folder.school()
        let first = try contact("C1")
        let second = try contact("C1", summary: "No answer")
        try store.put(first)
        try store.put(second, by: other)
        let before = try store.everything()
        let error = refusal {
            _ = try store.apply(
                command(
                    [.put(try contact("C1", summary: "Rang back")), .put(try contact("C2"))],
                    seen: [first.key: first]),
                by: teacher, at: morning)
        }
        let wanted = try contact("C1", summary: "Rang back")
        #expect(
            error
                == .movedOn([
                    Conflict(key: first.key, seen: first, current: second, wanted: wanted)
                ]))
        #expect(error?.exitStatus == 65)
        #expect(error?.message.contains("No answer") == true)
        #expect(try store.everything() == before)
        #expect(try store.history().count == 3)
    }

    @Test("A record that was not there when it was seen, or has gone, has moved on too")
    func movedOnFromNothing() throws {
        let store = try folder.school()
        let call = try contact("C1")
        try store.put(call, by: other)
        #expect(
            refusal {
                _ = try store.apply(
                    command([.put(call)], seen: [call.key: nil]), by: teacher, at: morning)
            } == .movedOn([Conflict(key: call.key, seen: nil, current: call, wanted: call)]))
        _ = try store.apply(
            command([.remove(call.key)], seen: [call.key: call]), by: other, at: morning)
        #expect(
            refusal {
                _ = try store.apply(
                    command([.put(call)], seen: [call.key: call]), by: teacher, at: morning)
            } == .movedOn([Conflict(key: call.key, seen: call, current: nil, wanted: call)]))
    }

    @Test("A reference to nothing is refused, with its record and column, and nothing is changed")
    func dangling() throws {
        let store = try folder.school()
        let before = try store.everything()
        let stray = try contact("C1", "K999")
        let error = refusal { try store.put(contact("C0"), stray) }
        #expect(
            error
                == .dangling(
                    key: stray.key, column: "pupil",
                    target: RecordKey(kind: .pupils, parts: ["K999"])))
        #expect(error?.exitStatus == 65)
        #expect(try store.everything() == before)
        #expect(try store.history().count == 1)
    }

    @Test("What others name cannot go before them, and can go with them")
    func removedParent() throws {
        let store = try folder.school()
        try store.put(pep("P1"), target("T1", pep: "P1"))
        try store.put(marks([2: "II"]), of: ben)
        #expect(
            refusal {
                _ = try store.apply(
                    command([.remove(try pep("P1").key)]), by: teacher, at: morning)
            }
                == .dangling(
                    key: try target("T1", pep: "P1").key, column: "pep_id",
                    target: try pep("P1").key))
        #expect(
            refusal {
                _ = try store.apply(
                    command([.remove(try pupil("K002", "Bjørn").key)]), by: teacher, at: morning)
            }?.exitStatus == 65)
        _ = try store.apply(
            command([.remove(pep("P1").key), .remove(target("T1", pep: "P1").key)]), by: teacher,
            at: morning)
        #expect(try store.record(.peps, "P1") == nil)
    }

    @Test("On a full disk nothing is changed, reading goes on, and the words say so")
    func fullDisk() throws {
        let store = try folder.school()
        try store.connection.outsideTransaction { session in
            let pages = try session.first("PRAGMA page_count") { $0.int(0) } ?? 0
            try session.run("PRAGMA max_page_count = \(pages)")
        }
        let before = try store.everything()
        let text = String(repeating: "words ", count: 1600)
        let error = refusal {
            for number in 0..<9 { try store.put(contact("C\(number)", summary: text)) }
        }
        #expect(error == .cannotWrite(path: folder.store, why: "the disk is full"))
        #expect(error?.exitStatus == 73)
        let after = try store.everything()
        #expect(after.filter { $0.kind != .contacts } == before)
        #expect(after.count - before.count == (try store.history().count) - 1)
        #expect(try store.read { try $0.verify() }.isWhole)
    }
}
