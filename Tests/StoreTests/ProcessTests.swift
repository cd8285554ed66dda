import Domain
import Foundation
import Support
import Testing

@testable import Store

@Suite("A store and other processes")
struct ProcessTests {
    let folder = Folder()

    @Test("While another process writes, readers read at once and writers give up in words")
    func lockedForWriters() throws {
        try folder.school().close()
        let probe = try Probe("hold", folder.store)
        #expect(probe.line() == "held")
        let store = try Store.open(at: folder.store, .existing, patience: .milliseconds(20))
        #expect(try store.everything() == sorted(schoolRecords()))
        let error = refusal { try store.put(contact("C1")) }
        #expect(error == .locked(path: folder.store))
        #expect(error?.exitStatus == 69)
        let look = refusal {
            try store.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
        }
        #expect(
            look
                == .lookNotOnRecord(
                    path: folder.store, why: "another program is writing to it"))
        probe.finish()
        #expect(try store.put(contact("C1")) != nil)
    }

    @Test("A store that another process holds for itself is locked, not damaged")
    func lockedForAll() throws {
        try folder.school().close()
        let probe = try Probe("hold-all", folder.store)
        #expect(probe.line() == "held")
        #expect(
            refusal {
                _ = try Store.open(at: folder.store, .existing, patience: .milliseconds(20))
            } == .locked(path: folder.store))
        probe.finish()
        #expect(try Store.open(at: folder.store, .existing).everything().isEmpty == false)
    }

    @Test("What another process records is noticed, read, and told with its author")
    func noticed() throws {
        let store = try folder.school()
        let (version, last) = (try store.dataVersion(), try store.read { try $0.lastChange() })
        let probe = try Probe("contact", folder.store)
        #expect(probe.line() == "done")
        probe.finish()
        #expect(try store.dataVersion() != version)
        #expect(try store.read { try $0.history(since: last) }.map(\.by) == ["probe"])
        #expect(try store.record(.contacts, "X1") != nil)
    }

    @Test(
        "After kill -9 all that was said to be on record is, and nothing is half",
        arguments: Soak.seeds(5))
    func killedWriter(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        try folder.school().close()
        for _ in 0..<2 {
            let probe = try Probe("write", folder.store)
            var last = ""
            for _ in 0..<Int.random(in: 1...40, using: &random) { last = probe.line() }
            // Somewhere in the midst of the next one.
            usleep(UInt32.random(in: 0...3000, using: &random))
            probe.kill()
            let store = try Store.open(at: folder.store, .existing)
            #expect(try store.read { try $0.verify() }.isWhole)
            let calls = try store.read { $0.records(of: .contacts) }.count
            #expect(calls >= (try #require(Int(last))))
            _ = try store.undo(by: Actor(login: "probe", isKeeper: true), at: morning)
            store.close()
        }
    }

    @Test("An import that is killed is all there or not at all")
    func killedImport() throws {
        try folder.school().close()
        for round in 0..<3 {
            let probe = try Probe("import", folder.store)
            #expect(probe.line() == "begun")
            // The last round lets it end.
            if round == 2 { #expect(probe.line() == "done") }
            probe.kill()
            let store = try Store.open(at: folder.store, .existing)
            #expect(try store.read { try $0.verify() }.isWhole)
            let pupils = try store.read { $0.records(of: .pupils) }.count
            let entries = try store.history().count
            #expect(pupils == (entries == 1 ? 2 : 3002))
            if round == 2 { #expect(pupils == 3002) }
            store.close()
        }
    }

    @Test("Two makers of one store at once both open the same one")
    func madeTwice() async throws {
        let path = folder.store
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let store = try Store.open(at: path, .create)
                    try store.put(pupil("K\(number)", "Ada"))
                }
            }
            try await group.waitForAll()
        }
        let store = try Store.open(at: path, .existing)
        #expect(try store.read { $0.records(of: .pupils) }.count == 4)
        #expect(
            try store.read { try $0.verify() }
                == VerifyReport(
                    entries: 4, firstBadEntry: nil, faults: []))
    }

    @Test(
        "A store that may only be read is read, and writing to it is refused",
        arguments: [true, false])
    func readOnlyFile(folderToo: Bool) throws {
        try folder.school().close()
        chmod(folder.store, 0o444)
        chmod(folder.path, folderToo ? 0o555 : 0o777)
        try asOrdinaryAccount {
            let store = try Store.open(at: folder.store, .existing)
            #expect(store.isReadOnly)
            #expect(try store.everything() == sorted(schoolRecords()))
            let error = refusal { try store.put(contact("C1")) }
            #expect(error == .cannotWrite(path: folder.store, why: "it may only be read"))
            #expect(error?.exitStatus == 73)
            let look = refusal {
                try store.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
            }
            #expect(look == .lookNotOnRecord(path: folder.store, why: "it may only be read"))
            #expect(look?.exitStatus == 73)
        }
    }

    @Test("Where changes still stand in a log that cannot be opened, nothing old is shown as new")
    func logOutOfReach() throws {
        let store = try folder.school()
        try FileManager.default.copyItem(atPath: folder.store, toPath: folder.path + "/copy.db")
        try FileManager.default.copyItem(
            atPath: folder.store + "-wal", toPath: folder.path + "/copy.db-wal")
        store.close()
        for file in ["/copy.db", "/copy.db-wal"] { chmod(folder.path + file, 0o444) }
        chmod(folder.path, 0o555)
        asOrdinaryAccount {
            let error = refusal { _ = try Store.open(at: folder.path + "/copy.db", .existing) }
            #expect(error?.exitStatus == 69)
            #expect(error?.message.contains("copy.db-wal") == true)
        }
    }

    @Test(
        "A store that may not be read at all is unavailable; one that may not be made, unwritable")
    func forbidden() throws {
        try folder.school().close()
        chmod(folder.store, 0o000)
        chmod(folder.path, 0o555)
        asOrdinaryAccount {
            #expect(
                refusal { _ = try Store.open(at: folder.store, .existing) }
                    == .unavailable(path: folder.store, why: "permission denied"))
            let new = folder.path + "/new/cksw.db"
            #expect(
                refusal { _ = try Store.open(at: new, .create) }
                    == .cannotWrite(path: new, why: "permission denied"))
        }
    }
}
