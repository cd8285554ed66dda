import Domain
import Foundation
import Testing

@testable import Store

@Suite("Opening a store")
struct OpeningTests {
    let folder = Folder()

    @Test("A store is made with its folders, all for its owner only")
    func ownerOnly() throws {
        let path = folder.path + "/share/cksw/cksw.db"
        let store = try Store.open(at: path, .create)
        try store.save(
            Draft(
                id: "1", owner: "jkaya", subject: .school, action: "contact", body: "{}",
                at: morning))
        #expect(permissions(folder.path + "/share") == 0o700)
        #expect(permissions(folder.path + "/share/cksw") == 0o700)
        for file in [path, path + "-wal", path + "-shm"] {
            #expect(permissions(file) == 0o600, "\(file)")
        }
        #expect(store.keeperUID == geteuid())
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/share/cksw")
                .allSatisfy { $0.hasPrefix("cksw.db") && !$0.hasSuffix(".new") })
    }

    @Test("A store that was made is opened again, by a path with spaces and signs too")
    func reopened() throws {
        let path = folder.path + "/a ?b#c%20.db"
        try Store.open(at: path, .create).close()
        try Store.open(at: path, .create).close()
        let store = try Store.open(at: path, .readOnly)
        #expect(store.path == path)
        #expect(!store.isDemo)
        #expect(store.isReadOnly)
    }

    @Test(
        "A writer keeps to full synchronisation, the log and foreign keys, and leaves nothing on disk"
    )
    func pragmas() throws {
        let store = try Store.open(at: folder.store, .create)
        let found = try store.connection.outsideTransaction { session in
            try [
                "journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete",
                "temp_store",
            ].map { name in
                try session.first("PRAGMA \(name)") { $0.cell(0) }
            }
        }
        #expect(found == [.text("wal"), .int(2), .int(1), .int(10_000), .int(1), .int(2)])
    }

    @Test(
        "Where there is no store, reading makes none", arguments: [Store.Mode.existing, .readOnly])
    func notFound(mode: Store.Mode) throws {
        let error = refusal { _ = try Store.open(at: folder.store, mode) }
        #expect(error == .notFound(path: folder.store))
        #expect(error?.exitStatus == 66)
        #expect(!FileManager.default.fileExists(atPath: folder.store))
    }

    @Test("A folder is not a store")
    func isFolder() {
        let error = refusal { _ = try Store.open(at: folder.path, .create) }
        #expect(error == .notAStore(path: folder.path, what: .folder))
        #expect(error?.exitStatus == 65)
    }

    @Test(
        "What is no store is refused and left as it was",
        arguments: [
            ([UInt8](), StoreError.Impostor.empty),
            (
                Array("random bytes, longer than any header of a database file must be; ".utf8)
                    + [UInt8](repeating: 7, count: 200), .otherData
            ),
            (Array("SQLite format 3\0".utf8), .otherData),
            (Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 4080), .otherProgram),
        ])
    func impostor(bytes: [UInt8], what: StoreError.Impostor) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder.store))
        for mode in [Store.Mode.create, .existing, .readOnly] {
            let error = refusal { _ = try Store.open(at: folder.store, mode) }
            #expect(error == .notAStore(path: folder.store, what: what))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == Data(bytes))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cksw.db"])
    }

    @Test("A device is not a store")
    func device() {
        #expect(
            refusal { _ = try Store.open(at: "/dev/null", .create) }
                == .notAStore(path: "/dev/null", what: .notAFile))
    }

    @Test("Another program's database is refused and gets no log beside it")
    func otherProgram() throws {
        let connection = try Connection(folder.store, .writing, .zero)
        try connection.outsideTransaction { try $0.run("CREATE TABLE mine (a TEXT)") }
        connection.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        #expect(
            refusal { _ = try Store.open(at: folder.store, .existing) }
                == .notAStore(path: folder.store, what: .otherProgram))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cksw.db"])
    }

    @Test(
        "Half a store is refused, wherever it was cut; with its list of tables it may be saved",
        arguments: [
            (100, .listLost), (4096, .listLost), (40_000, .listLost), (65_536, .half),
        ] as [(UInt64, StoreError.Impostor)])
    func half(length: UInt64, what: StoreError.Impostor) throws {
        try folder.school().close()
        let file = try #require(FileHandle(forUpdatingAtPath: folder.store))
        try file.truncate(atOffset: length)
        #expect(
            refusal { _ = try Store.open(at: folder.store, .existing) }
                == .notAStore(path: folder.store, what: what))
    }

    @Test("A store with pages overwritten is refused as damaged when they are read")
    func damaged() throws {
        try folder.school().close()
        let file = try #require(FileHandle(forUpdatingAtPath: folder.store))
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 150_000))
        let error = refusal {
            let store = try Store.open(at: folder.store, .existing)
            _ = try store.everything()
        }
        #expect(error == .notAStore(path: folder.store, what: .damaged))
    }

    @Test("A store of a newer version is refused, and the words say what to do")
    func newer() throws {
        let store = try folder.school()
        try store.connection.outsideTransaction { try $0.run("PRAGMA user_version = 99") }
        store.close()
        let error = refusal { _ = try Store.open(at: folder.store, .existing) }
        #expect(error == .newer(path: folder.store))
        #expect(error?.exitStatus == 65)
        #expect(error?.message.hasSuffix("update cksw") == true)
    }

    @Test(
        "Every fault of disk and file ends in words that say what to do",
        arguments: [
            (.notFound(path: "x"), "make one with cksw import"),
            (.notAStore(path: "x", what: .folder), "name a store with --db"),
            (.notAStore(path: "x", what: .half), "restore it from a backup, or save"),
            (.notAStore(path: "x", what: .damaged), "restore it from a backup, or save"),
            (.notAStore(path: "x", what: .listLost), "restore it from a backup"),
            (.newer(path: "x"), "update cksw"), (.locked(path: "x"), "try again when it has ended"),
            (.unavailable(path: "x", why: "permission denied"), "cksw doctor"),
            (.cannotWrite(path: "x", why: "the disk is full"), "make room"),
            (.lookNotOnRecord(path: "x", why: "it may only be read"), "let its owner write to it"),
        ] as [(StoreError, String)])
    func cures(error: StoreError, cure: String) {
        #expect(error.message.hasPrefix("x: "))
        #expect(error.message.contains(cure))
        #expect([65, 66, 69, 73].contains(error.exitStatus))
        #expect(!error.message.contains("\n"))
    }

    @Test("A demo store knows that it is one, and only a demo gives way to a new one")
    func demo() throws {
        let demo = try Store.createDemo(at: folder.store)
        #expect(demo.isDemo)
        try demo.put(pupil("K001", "Ada"))
        demo.close()
        #expect(try Store.open(at: folder.store, .existing).isDemo)
        #expect(
            refusal { _ = try Store.createDemo(at: folder.store) }
                == .alreadyThere(path: folder.store))
        let again = try Store.createDemo(at: folder.store, replacing: true)
        #expect(try again.everything().isEmpty)

        let real = Folder()
        try real.school().close()
        #expect(
            refusal { _ = try Store.createDemo(at: real.store, replacing: true) }
                == .alreadyThere(path: real.store))
        #expect(try Store.open(at: real.store, .existing).everything() == sorted(schoolRecords()))
    }

    private func permissions(_ path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.posixPermissions] as? NSNumber)?.intValue
    }
}

func sorted(_ records: [Record]) -> [Record] { records.sorted { $0.key < $1.key } }
