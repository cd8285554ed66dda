import Domain
import Foundation
import Testing

@testable import Store

@Suite("A child's number that takes the place of another")
struct RenumberTests {
    let folder = Folder()
    private let new = PupilRef("4711")

    private func command(_ to: String = "4711", from: PupilRef = ada) -> Command {
        Command(
            action: ActionID.pupilNumber.rawValue, subject: .pupil(PupilRef(to)), changes: [],
            renumbering: Renumbering(from: from, to: PupilRef(to)))
    }

    private func school() throws -> Store {
        let store = try folder.school()
        try store.put(
            contact("C1"), pep("P1"), target("T1", pep: "P1"), fundEntry("E1", amount: "5.00"),
            Record(
                .acknowledgements, ["staff": "S01", "what": "profile:K001", "on": "2026-11-20"]),
            Record(
                .professionals,
                ["pupil": "K001", "role": "carer", "name": "L Field", "from": "2026-03-02"]))
        try store.put(marks([2: "II", 3: "/\\"]))
        return store
    }

    @Test("All that hangs on it follows in one entry, and undo takes all of it back")
    func follows() throws {
        let store = try school()
        let before = try store.everything()
        let change = try #require(try store.apply(command(), by: teacher, at: morning))
        let after = try store.everything()
        let text = after.map { "\($0)" }.joined(separator: "\n")
        #expect(!text.contains("K001"))
        #expect(after.count == before.count)
        let held = try store.read { try $0.records(about: new) }
        #expect(
            Set(held.keys)
                == [.pupils, .status, .professionals, .peps, .targets, .contacts, .funding])
        #expect(try store.read { try $0.allMarks(of: new) }.count == 1)
        #expect(try store.read { try $0.allMarks(of: ada) }.isEmpty)
        #expect(try store.history().first?.change == change)
        #expect(try store.undo(by: teacher, at: morning) != nil)
        #expect(try store.everything() == before)
        #expect(try store.redo(by: teacher, at: morning) != nil)
        #expect(try store.everything() == after)
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("The history of the child goes on under the new number")
    func history() throws {
        let store = try school()
        let told = try store.read { try $0.history(of: .pupil(ada)).count }
        _ = try store.apply(command(), by: teacher, at: morning)
        #expect(try store.read { try $0.history(of: .pupil(new)).count } == told + 1)
    }

    @Test("No child gets the number of another, nor one that another child had")
    func taken() throws {
        let store = try school()
        #expect(
            refusal { _ = try store.apply(command("K002"), by: teacher, at: morning) }
                == .numberTaken(ben))
        _ = try store.apply(command(), by: teacher, at: morning)
        #expect(
            refusal { _ = try store.apply(command("K001", from: ben), by: teacher, at: morning) }
                == .numberTaken(ada))
        #expect(refusal { _ = try store.put(pupil("K001", "Cy")) } == .numberTaken(ada))
        // Taken back, it is nobody else's number any more.
        _ = try store.undo(by: teacher, at: morning)
        #expect(try store.apply(command("4711", from: ben), by: teacher, at: morning) != nil)
    }

    @Test("What rests on the new number stands before it is undone")
    func rests() throws {
        let store = try school()
        _ = try store.apply(command(), by: teacher, at: morning)
        try store.put(contact("C2", "4711"), by: other)
        let error = refusal { _ = try store.undo(by: teacher, at: morning) }
        guard case .restsOn = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("The office may do it, and sees no more of the child; a teacher without the roll may not")
    func roles() throws {
        let store = try school()
        for (role, login) in [("administrator", "office"), ("designated-governor", "gov")] {
            try store.put(
                Record(
                    .roles,
                    ["role": role, "person": login, "from": "2020-09-01", "login": login]))
        }
        let office = Actor(login: "office", isKeeper: false)
        let governor = Actor(login: "gov", isKeeper: false)
        #expect(
            refusal { _ = try store.apply(command(), by: governor, at: morning) }
                == .notPermitted(login: "gov"))
        #expect(try store.apply(command(), by: office, at: morning) != nil)
        #expect(try store.record(.contacts, "C1")?["pupil"] == "4711")
        #expect(try store.undo(by: office, at: morning) != nil)
        #expect(try store.record(.contacts, "C1")?["pupil"] == "K001")
    }

    @Test("Deletion under retention takes what was told under the former number too")
    func deletion() throws {
        let canary = "Canary-9PW"
        let store = try school()
        try store.put(
            staff("S03", login: "head"),
            Record(.roles, ["role": "dsl", "person": "S02", "from": "2022-09-01"]),
            Record(.roles, ["role": "head", "person": "S03", "from": "2022-09-01"]))
        try store.put(contact("C3", summary: canary))
        _ = try store.apply(command(), by: teacher, at: morning)
        try store.put(contact("C3", "4711", summary: "Other words"))
        let today = morning.londonDay
        let item = RetentionItem(
            pupil: new, part: .file, keepTo: today - 1, why: "25 years from birth", numbers: [])
        _ = try store.proposeDeletion(of: item, by: teacher, on: today, at: morning)
        _ = try store.confirmDeletion(
            of: item, by: Actor(login: "head", isKeeper: false), on: today, at: morning)
        let told = try store.read { snapshot in
            try snapshot.history().flatMap { try snapshot.records(touchedBy: $0.change) }
        }
        #expect(!told.map { "\($0)" }.joined().contains(canary))
        #expect(try store.read { try $0.verify() }.isWhole)
    }
}
