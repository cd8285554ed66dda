import Domain
import Support
import Testing

@testable import Store

@Suite("What reports have told, on record")
struct TellingStoreTests {
    let folder = Folder(isQuick: true)

    private func telling(_ day: String, _ count: Int) throws -> Telling {
        try #require(
            Telling("after\t2026-10-01\ncell\t\(count)\t*\tknown", on: Written.day(day)))
    }

    @Test("It stands with the entry that says that the report was made, and is no change")
    func kept() throws {
        let store = try folder.school()
        #expect(try store.read { try $0.tellings() }.isEmpty)
        let before = try store.read { try $0.history() }.count
        for (day, count) in [("2026-11-23", 11), ("2026-11-24", 12), ("2026-11-24", 13)] {
            _ = try store.look(
                at: .school, page: "report governors public, for governing body",
                told: (autumn, try telling(day, count)), by: teacher, at: morning)
        }
        let found = try store.read { try $0.tellings() }
        #expect(
            found == [autumn: [try telling("2026-11-23", 11), try telling("2026-11-24", 13)]])
        #expect(try store.read { try $0.verify() }.isWhole)
        #expect(try store.read { try $0.history() }.count == before)
        #expect(try store.read { try $0.history(looks: true) }.count == before + 3)
        #expect(try store.undo(by: teacher, at: morning) == nil)
        #expect(try store.read { try $0.sinceLooked(for: "mosei") }.others.isEmpty)
    }
}
