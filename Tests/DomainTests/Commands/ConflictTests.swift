import Domain
import Testing

@Suite("A conflict of two versions")
struct ConflictTests {
    private static let fields = [
        "contact_id": "C1", "pupil": "K001", "at": "2026-11-23T09:22:00Z", "with": "carer",
        "how": "phone", "staff": "S01", "about": "attendance", "summary": "Rang",
    ]

    private func record(_ changed: [String: String] = [:]) throws -> Record {
        try Record(.contacts, Self.fields.merging(changed) { $1 })
    }

    private func conflict(
        theirs: [String: String], mine: [String: String]
    ) throws -> Conflict {
        Conflict(
            key: try record().key, seen: try record(), current: try record(theirs),
            wanted: try record(mine))
    }

    @Test("A field that only one changed needs no choice")
    func unlike() throws {
        let conflict = try conflict(theirs: ["how": "visit"], mine: ["summary": "Rang, no answer"])
        #expect(conflict.fields.map(\.column) == ["how", "summary"])
        #expect(conflict.fields.filter(\.isClash).isEmpty)
        for choice in Conflict.Choice.allCases {
            #expect(
                conflict.settled([:], otherwise: choice)
                    == (try record(["how": "visit", "summary": "Rang, no answer"])))
        }
    }

    @Test(
        "A field that both changed is kept, taken, or joined where it is text",
        arguments: [
            (Conflict.Choice.keep, "Mine", "letter"), (.take, "Theirs", "visit"),
            (.join, "Theirs\nMine", "letter"),
        ])
    func clash(choice: Conflict.Choice, summary: String, how: String) throws {
        let conflict = try conflict(
            theirs: ["summary": "Theirs", "how": "visit"],
            mine: ["summary": "Mine", "how": "letter"])
        #expect(conflict.fields.map(\.isClash) == [true, true])
        let settled = conflict.settled([:], otherwise: choice)
        #expect(settled?["summary"] == summary)
        #expect(settled?["how"] == how)
    }

    @Test("Each field has its own choice")
    func byField() throws {
        let conflict = try conflict(
            theirs: ["summary": "Theirs", "how": "visit"],
            mine: ["summary": "Mine", "how": "letter"])
        let settled = conflict.settled(["summary": .join, "how": .take], otherwise: .keep)
        #expect(settled == (try record(["summary": "Theirs\nMine", "how": "visit"])))
    }

    @Test("Joining does not say twice what one version holds already")
    func joinedOnce() throws {
        let conflict = try conflict(
            theirs: ["summary": "Rang. No answer"], mine: ["summary": "No answer"])
        #expect(conflict.settled([:], otherwise: .join)?["summary"] == "Rang. No answer")
    }

    @Test("Where one of them wants no record, the choice is about the whole")
    func whole() throws {
        let mine = try record(["summary": "Mine"])
        let gone = Conflict(key: mine.key, seen: try record(), current: nil, wanted: mine)
        #expect(gone.isWhole)
        #expect(gone.settled([:], otherwise: .keep) == mine)
        #expect(gone.settled([:], otherwise: .take) == nil)
        #expect(gone.settled([:], otherwise: .join) == mine)
        let going = Conflict(key: mine.key, seen: try record(), current: mine, wanted: nil)
        #expect(going.settled([:], otherwise: .keep) == nil)
        #expect(going.settled([:], otherwise: .join) == mine)
    }

    @Test("A settled command says what it saw: the version that stands")
    func settling() throws {
        let conflict = try conflict(theirs: ["how": "visit"], mine: ["how": "letter"])
        let command = Command(
            action: "contact", subject: .school, changes: [.put(try record(["how": "letter"]))],
            seen: [conflict.key: try record()])
        let settled = conflict.settled([:], otherwise: .take)
        let again = command.settling([conflict.key: settled], of: [conflict])
        #expect(again.changes == [.put(try record(["how": "visit"]))])
        #expect(again.seen == [conflict.key: try record(["how": "visit"])])
    }
}
