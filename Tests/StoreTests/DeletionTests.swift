import Domain
import Foundation
import Testing

@testable import Store

@Suite("Deletion under retention")
struct DeletionTests {
    let folder = Folder()
    private let canary = "Canary-7QX"
    private let today = morning.londonDay

    private func item(_ part: RetentionItem.Part, keepTo: Int = -1) -> RetentionItem {
        RetentionItem(
            pupil: ada, part: part, keepTo: today + keepTo, why: "25 years from birth",
            numbers: [])
    }

    /// A store in which the DSL is S02 and the head S03, and of Ada much is told.
    private func school() throws -> Store {
        let store = try folder.school()
        try store.put(
            staff("S03", login: "head"),
            Record(.roles, ["role": "dsl", "person": "S02", "from": "2022-09-01"]),
            Record(.roles, ["role": "head", "person": "S03", "from": "2022-09-01"]))
        try store.put(contact("C1", summary: canary), contact("C9", "K002", summary: "Ben's"))
        try store.put(contact("C1", summary: "Other words"))
        try store.put(
            pep("P1").with("note", canary), target("T1", pep: "P1").with("success", canary),
            fundEntry("E1", amount: "5.00").with("target_id", "T1"))
        try store.put(marks([2: "II", 3: #"L9\"#]))
        try store.save(
            Draft(
                id: "d1", owner: "jkaya", subject: .pupil(ada), action: "contact", body: canary,
                at: morning))
        return store
    }

    private let head = Actor(login: "head", isKeeper: false)

    private func delete(_ item: RetentionItem, _ store: Store) throws {
        _ = try store.proposeDeletion(of: item, by: teacher, on: today, at: morning)
        _ = try store.confirmDeletion(of: item, by: head, on: today, at: morning)
    }

    private func bytes(_ store: Store) throws -> Data {
        var bytes = Data()
        for suffix in ["", "-wal"] {
            bytes += (try? Data(contentsOf: URL(fileURLWithPath: folder.store + suffix))) ?? Data()
        }
        return bytes
    }

    @Test(
        "Nothing of a deleted file is left in the tables, the journal or the disk; the chain holds")
    func file() throws {
        let store = try school()
        let anchor = try store.read { try $0.anchor() }
        #expect(try bytes(store).range(of: Data(canary.utf8)) != nil)
        try delete(item(.file), store)
        #expect(try store.record(.contacts, "C1") == nil)
        #expect(try store.record(.peps, "P1") == nil)
        #expect(try store.record(.targets, "T1") == nil)
        #expect(try store.record(.status, "K001", "CLA", "2026-03-02") == nil)
        #expect(try store.read { try $0.drafts(of: "jkaya") } == [])
        #expect(try bytes(store).range(of: Data(canary.utf8)) == nil)
        #expect(try bytes(store).range(of: Data("Other words".utf8)) == nil)
        // What is kept longer, and what is another's, stays.
        #expect(try store.record(.pupils, "K001") != nil)
        #expect(try store.record(.funding, "E1")?["target_id"] == "")
        #expect(try store.record(.funding, "E1")?["amount"] == "5.00")
        #expect(try store.read { try $0.marks(of: ada, in: autumn) } != nil)
        #expect(try store.record(.contacts, "C9")?["summary"] == "Ben's")
        let report = try store.read { try $0.verify() }
        #expect(report.isWhole, "\(report.faults)")
        #expect(try store.read { try $0.fault(against: anchor) } == nil)
    }

    @Test("What is left is proof: what, when, why, who proposed, who confirmed, and its hash")
    func proof() throws {
        let store = try school()
        try delete(item(.file), store)
        let proofs = try store.read { try $0.deletions() }
        #expect(proofs.count == 1)
        let proof = try #require(proofs.first)
        #expect(proof.pupil == ada)
        #expect(proof.by == "head")
        #expect(proof.at == morning)
        #expect(proof.hash.count == 64)
        for words in ["1 of contacts.csv", "1 of peps.csv", "25 years", "proposed by jkaya"] {
            #expect(proof.words.contains(words), "\(proof.words)")
        }
        #expect(try store.read { try $0.deletionProposals() }.isEmpty)
        // Meddling with the proof is found like any other.
        try store.connection.outsideTransaction { session in
            try session.run(
                "UPDATE journal_records SET after = zeroblob(32) WHERE kind = 'deletion'")
        }
        #expect(try store.read { try $0.verify() }.firstBadEntry != nil)
    }

    @Test("Marks go by their year, money by its year, the name last; then nothing is held")
    func allParts() throws {
        let store = try school()
        try delete(item(.file), store)
        try delete(item(.marks(autumn)), store)
        #expect(try store.read { try $0.marks(of: ada, in: autumn) } == nil)
        try delete(item(.accounts(FinancialYear(start: 2026))), store)
        #expect(try store.record(.funding, "E1") == nil)
        try delete(item(.name), store)
        #expect(try store.record(.pupils, "K001") == nil)
        #expect(try store.record(.pupils, "K002") != nil)
        #expect(try bytes(store).range(of: Data("Ada".utf8)) == nil)
        let report = try store.read { try $0.verify() }
        #expect(report.isWhole, "\(report.faults)")
        // Its looks and entries stay, without content.
        #expect(try store.history(.pupil(ada)).count > 4)
    }

    @Test("The name does not go while anything hangs on it")
    func nameFirst() throws {
        let store = try school()
        _ = try store.proposeDeletion(of: item(.name), by: teacher, on: today, at: morning)
        let before = try store.everything()
        let error = refusal {
            _ = try store.confirmDeletion(of: item(.name), by: head, on: today, at: morning)
        }
        #expect(error?.exitStatus == 65)
        #expect(try store.everything() == before)
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("One proposes, another who is head or DSL confirms")
    func twoPeople() throws {
        let store = try school()
        let file = item(.file)
        #expect(
            refusal { _ = try store.confirmDeletion(of: file, by: head, on: today, at: morning) }
                == .notProposed(file))
        _ = try store.proposeDeletion(of: file, by: head, on: today, at: morning)
        #expect(
            refusal { _ = try store.confirmDeletion(of: file, by: head, on: today, at: morning) }
                == .needsAnother(file))
        #expect(
            refusal {
                _ = try store.confirmDeletion(of: file, by: teacher, on: today, at: morning)
            } == .headOrDSLOnly(login: "jkaya"))
        _ = try store.confirmDeletion(of: file, by: other, on: today, at: morning)
        #expect(try store.record(.contacts, "C1") == nil)
    }

    @Test("Who may not keep the store as a whole proposes nothing, and lifts no hold by undoing it")
    func notPermitted() throws {
        let store = try school()
        let designated = Actor(login: "jkaya", isKeeper: false)
        #expect(
            refusal {
                _ = try store.proposeDeletion(
                    of: item(.file), by: designated, on: today, at: morning)
            } == .notPermitted(login: "jkaya"))
        let hold = try store.setDeletionHold("an inquiry", by: head, on: today, at: morning)
        let change = try #require(hold)
        for actor in [designated, Actor(login: "mosei", isKeeper: false)] {
            #expect(
                refusal { _ = try store.undo(change, by: actor, at: morning) }
                    == .notPermitted(login: actor.login))
        }
        _ = try store.undo(change, by: head, at: morning)
        #expect(try store.read { try $0.deletionHold() } == nil)
    }

    @Test("What is to be kept longer is not even proposed; a hold keeps everything")
    func notDue() throws {
        let store = try school()
        let kept = item(.file, keepTo: 0)
        #expect(
            refusal { _ = try store.proposeDeletion(of: kept, by: teacher, on: today, at: morning) }
                == .notDue(kept))
        _ = try store.proposeDeletion(of: item(.file), by: teacher, on: today, at: morning)
        _ = try store.setDeletionHold("an inquiry", by: head, on: today, at: morning)
        #expect(
            refusal {
                _ = try store.confirmDeletion(of: item(.file), by: head, on: today, at: morning)
            } == .deletionHeld("an inquiry"))
        _ = try store.setDeletionHold(nil, by: head, on: today, at: morning)
        _ = try store.confirmDeletion(of: item(.file), by: head, on: today, at: morning)
        #expect(
            refusal {
                _ = try store.setDeletionHold(
                    "mine", by: Actor(login: "jkaya", isKeeper: false), on: today, at: morning)
            } == .headOrDSLOnly(login: "jkaya"))
    }

    @Test("Neither the deletion nor what it took the content of can be undone")
    func notUndoable() throws {
        let store = try school()
        try delete(item(.file), store)
        let last = try store.read { try $0.lastChange() }
        #expect(refusal { _ = try store.undo(last, by: head, at: morning) }?.exitStatus == 65)
        let error = refusal {
            _ = try store.undo(ChangeNumber(rawValue: 1), by: teacher, at: morning)
        }
        #expect(error?.message.contains("deleted under retention") == true)
        #expect(try store.undo(by: head, at: morning) == nil)
    }

    @Test("What was known earlier no longer tells what has been deleted since")
    func known() throws {
        let store = try school()
        _ = try store.apply(
            command([.put(contact("C2"))]), by: teacher,
            at: Instant(seconds: morning.seconds + 86_400))
        let file = item(.file)
        _ = try store.proposeDeletion(
            of: file, by: teacher, on: today, at: Instant(seconds: morning.seconds + 90_000))
        _ = try store.confirmDeletion(
            of: file, by: head, on: today, at: Instant(seconds: morning.seconds + 90_000))
        let known = try store.known(on: today)
        #expect(try known.record(.contacts, "C1") == nil)
        #expect(try known.record(.contacts, "C9") != nil)
        #expect(try known.record(.pupils, "K001") != nil)
    }
}
