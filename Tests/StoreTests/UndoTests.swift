import Domain
import Support
import Testing

@testable import Store

@Suite("Undo and redo")
struct UndoTests {
    let folder = Folder()

    @Test("Undo takes back one change after the other, redo makes them again, across restarts")
    func acrossRestarts() throws {
        var store = try folder.school()
        var states = [try store.everything()]
        for number in 1...3 {
            try store.put(contact("C\(number)"), contact("C0", summary: "The \(number)th"))
            states.append(try store.everything())
        }
        for state in states.dropLast().reversed() {
            store.close()
            store = try Store.open(at: folder.store, .existing)
            #expect(try store.undo(by: teacher, at: morning) != nil)
            #expect(try store.everything() == state)
        }
        #expect(try store.undo(by: teacher, at: morning) == nil)
        for state in states.dropFirst() {
            store.close()
            store = try Store.open(at: folder.store, .existing)
            #expect(try store.redo(by: teacher, at: morning) != nil)
            #expect(try store.everything() == state)
        }
        #expect(try store.redo(by: teacher, at: morning) == nil)
        #expect(try store.undo(by: teacher, at: morning)?.of.change == ChangeNumber(rawValue: 4))
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("Undo without a number passes over what others did, and over looks")
    func ownOnly() throws {
        let store = try folder.school()
        let mine = try store.put(contact("C1"))
        try store.put(contact("C2"), by: other)
        try store.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
        #expect(try store.undo(by: teacher, at: morning)?.of.change == mine)
        #expect(try store.record(.contacts, "C1") == nil)
        #expect(try store.record(.contacts, "C2") != nil)
        #expect(try store.undo(by: teacher, at: morning) == nil)
        #expect(try store.redo(by: other, at: morning) == nil)
    }

    @Test("An import is undone as one step, by whoever may, and made again")
    func wholeImport() throws {
        let store = try folder.school()
        let imported = try store.everything()
        let reversal = try store.undo(ChangeNumber(rawValue: 1), by: teacher, at: morning)
        #expect(reversal.of.action == "import-bundle")
        #expect(try store.everything().isEmpty)
        #expect(try store.history().map(\.isUndone) == [false, true])
        #expect(try store.redo(by: teacher, at: morning) != nil)
        #expect(try store.everything() == imported)
        #expect(try store.history().map(\.isUndone) == [false, true, false])
    }

    @Test("What a later change touched is not undone before it, and the words name it")
    func restsOnSameRecord() throws {
        let store = try folder.school()
        try store.put(contact("C1"))
        let later = try store.put(contact("C1", summary: "No answer"), by: other)
        let error = refusal { _ = try store.undo(by: teacher, at: morning) }
        guard case .restsOn(let change, let named) = error else {
            Issue.record("undone, or refused for another reason: \(String(describing: error))")
            return
        }
        #expect(change == ChangeNumber(rawValue: 2))
        #expect(named.change == later)
        #expect(error?.exitStatus == 65)
        #expect(error?.message.contains("change 3 (contact by mosei") == true)
        _ = try store.undo(by: other, at: morning)
        #expect(try store.undo(by: teacher, at: morning) != nil)
        #expect(try store.everything() == sorted(schoolRecords()))
    }

    @Test("What a later record refers to is not undone before it")
    func restsOnReference() throws {
        let store = try folder.school()
        try store.put(pep("P1"))
        let later = try store.put(target("T1", pep: "P1"), by: other)
        let before = try store.everything()
        let error = refusal { _ = try store.undo(by: teacher, at: morning) }
        guard case .restsOn(_, let named) = error else {
            Issue.record("undone, or refused for another reason: \(String(describing: error))")
            return
        }
        #expect(named.change == later)
        #expect(try store.everything() == before)
    }

    @Test("An end that would leave a record without its parent is not undone either")
    func restoredWithoutParent() throws {
        let store = try folder.school()
        try store.put(pep("P1"), target("T1", pep: "P1"), by: other)
        _ = try store.apply(
            command([.remove(target("T1", pep: "P1").key)]), by: teacher, at: morning)
        let later = try store.apply(
            command([.remove(pep("P1").key)]), by: other, at: morning)
        guard
            case .restsOn(_, let named) = refusal({
                _ = try store.undo(by: teacher, at: morning)
            })
        else {
            Issue.record("undone, or refused for another reason")
            return
        }
        #expect(named.change == later)
    }

    @Test("Marks of other days stay when a day's are undone; those of the same day hold it")
    func marksByDay() throws {
        let store = try folder.school()
        try store.put(marks([2: #"/\"#, 3: #"L9\"#]))
        try store.put(marks([2: #"/\"#, 3: #"L9\"#, 4: "II"]), by: other)
        _ = try store.undo(by: teacher, at: morning)
        #expect(try store.read { try $0.marks(of: ada, in: autumn) } == marks([4: "II"]))
        _ = try store.redo(by: teacher, at: morning)
        try store.put(marks([2: #"/\"#, 3: "II", 4: "II"]), by: other)
        #expect(refusal { _ = try store.undo(by: teacher, at: morning) }?.exitStatus == 65)
    }

    @Test("A new change ends what could be made again")
    func newChangeEndsRedo() throws {
        let store = try folder.school()
        try store.put(contact("C1"))
        _ = try store.undo(by: teacher, at: morning)
        try store.put(contact("C2"))
        #expect(try store.redo(by: teacher, at: morning) == nil)
    }

    @Test("What another changed since is not made again over it")
    func redoRestsOn() throws {
        let store = try folder.school()
        try store.put(contact("C1"))
        _ = try store.undo(by: teacher, at: morning)
        let later = try store.put(contact("C1", summary: "No answer"), by: other)
        guard
            case .restsOn(_, let named) = refusal({ _ = try store.redo(by: teacher, at: morning) })
        else {
            Issue.record("made again, or refused for another reason")
            return
        }
        #expect(named.change == later)
    }

    @Test("A redo is refused while the change it builds on is itself undone")
    func redoOnUndone() throws {
        let store = try folder.school()
        let first = try #require(try store.put(contact("C1")))
        try store.put(contact("C1", summary: "No answer"), by: other)
        _ = try store.undo(by: other, at: morning)
        _ = try store.undo(first, by: teacher, at: morning)
        #expect(refusal { _ = try store.redo(by: other, at: morning) }?.exitStatus == 65)
        _ = try store.redo(by: teacher, at: morning)
        #expect(try store.redo(by: other, at: morning) != nil)
        #expect(try store.record(.contacts, "C1")?["summary"] == "No answer")
    }

    @Test(
        "A look, an undo and what is undone already cannot be undone; what is not there is not found"
    )
    func notUndoable() throws {
        let store = try folder.school()
        let change = try #require(try store.put(contact("C1")))
        let look = try store.look(at: .school, page: "now", by: teacher, at: morning)
        let undo = try #require(try store.undo(by: teacher, at: morning)).change
        for number in [change, look, undo] {
            let error = refusal { _ = try store.undo(number, by: teacher, at: morning) }
            #expect(error?.exitStatus == 65, "\(number)")
        }
        let none = ChangeNumber(rawValue: 99)
        #expect(
            refusal { _ = try store.undo(none, by: teacher, at: morning) } == .noSuchChange(none))
        #expect(StoreError.noSuchChange(none).exitStatus == 66)
    }

    @Test("A preview shows record by record what would come back, and changes nothing")
    func preview() throws {
        let store = try folder.school()
        let first = try contact("C1")
        try store.put(first)
        let second = try contact("C1", summary: "No answer")
        let new = try contact("C2")
        try store.put(second, new)
        try store.put(marks([2: "II"]), by: other)
        let preview = try #require(try store.read { try $0.undoPreview(by: teacher) })
        #expect(preview.of.change == ChangeNumber(rawValue: 3))
        #expect(!preview.isRedo)
        #expect(preview.changes == [.put(first), .remove(new.key)])
        #expect(
            preview.steps == [
                RecordStep(key: first.key, before: second, after: first),
                RecordStep(key: new.key, before: new, after: nil),
            ])
        #expect(
            preview.steps[0].fields == [
                FieldChange(
                    column: try #require(
                        RecordKind.contacts.schema.columns.first { $0.name == "summary" }),
                    before: "No answer", after: "Spoke, agreed a plan")
            ])
        #expect(preview.steps[0].fields[0].isCorrection)
        #expect(try store.record(.contacts, "C2") != nil)
        let marksPreview = try store.read { try $0.undoPreview(by: other) }
        #expect(marksPreview?.steps.map(\.key.parts) == [["K001", "2026-11-02"]])
        #expect(marksPreview?.steps.first?.after == nil)
        _ = try store.undo(by: teacher, at: morning)
        let redo = try #require(try store.read { try $0.redoPreview(by: teacher) })
        #expect(redo.of.change == ChangeNumber(rawValue: 3))
        #expect(redo.isRedo)
        #expect(redo.steps.map(\.after) == [second, new])
    }

    @Test("A preview of one older change names what rests on it, as the undo would")
    func previewRestsOn() throws {
        let store = try folder.school()
        let first = try #require(try store.put(contact("C1")))
        let free = try #require(try store.put(contact("C2")))
        let later = try store.put(contact("C1", summary: "No answer"), by: other)
        let error = refusal { _ = try store.read { try $0.undoPreview(first) } }
        guard case .restsOn(_, let named) = error else {
            Issue.record("shown, or refused for another reason")
            return
        }
        #expect(named.change == later)
        #expect(try store.read { try $0.undoPreview(free) }.steps.count == 1)
    }

    @Test("A correction keeps the old words beside the new in the child's history")
    func correction() throws {
        let store = try folder.school()
        try store.put(contact("C1"), contact("C9", "K002"))
        let change = try #require(
            try store.put(
                contact("C1", summary: "Spoke, agreed nothing"), contact("C9", "K002", summary: "x")
            ))
        let touched = try store.read { try $0.records(touchedBy: change, of: ada) }
        #expect(touched.map(\.key) == [try contact("C1").key])
        let fields = try #require(touched.first?.fields)
        #expect(fields.map(\.column.name) == ["summary"])
        #expect(fields[0].before == "Spoke, agreed a plan")
        #expect(fields[0].after == "Spoke, agreed nothing")
        #expect(fields[0].isCorrection)
        let import1 = try store.read {
            try $0.records(touchedBy: ChangeNumber(rawValue: 1), of: ada)
        }
        #expect(import1.map(\.key.kind) == [.pupils, .status])
    }
}
