import Domain
import Support
import Testing

@testable import Store

@Suite("The store as it was known on a day")
struct KnownTests {
    let folder = Folder(isQuick: true)
    private let monday = morning.londonDay

    private func at(_ day: Int, hour: Int = 9) -> Instant {
        Instant(londonDay: monday + day, hour: hour, minute: 0)
    }

    @Test("What was recorded later, or taken back later, is as it was; the day's own changes count")
    func earlier() throws {
        let store = try folder.school()
        let call = try contact("C1")
        _ = try store.apply(command([.put(call)]), by: teacher, at: at(1, hour: 23))
        let corrected = try contact("C1", summary: "No answer")
        _ = try store.apply(command([.put(corrected)]), by: teacher, at: at(2, hour: 0))
        _ = try store.apply(command([.marks(ada, marks([2: "II"]))]), by: teacher, at: at(3))
        _ = try store.undo(by: teacher, at: at(4))
        func known(_ day: Int) throws -> Store { try store.known(on: monday + day) }
        #expect(try known(-1).everything().isEmpty)
        #expect(try known(0).everything() == sorted(schoolRecords()))
        #expect(try known(1).record(.contacts, "C1") == call)
        #expect(try known(2).record(.contacts, "C1") == corrected)
        #expect(try known(2).read { try $0.marks(of: ada, in: autumn) } == nil)
        #expect(try known(3).read { try $0.marks(of: ada, in: autumn) } == marks([2: "II"]))
        #expect(try known(4).everything() == store.everything())
    }

    @Test("Its history ends with the day, and says nothing of what was taken back later")
    func history() throws {
        let store = try folder.school()
        _ = try store.apply(command([.put(contact("C1"))]), by: teacher, at: at(1))
        _ = try store.undo(by: teacher, at: at(2))
        let known = try store.known(on: monday + 1)
        #expect(try known.history().map(\.change.rawValue) == [2, 1])
        #expect(try known.history().map(\.isUndone) == [false, false])
        #expect(try known.read { try $0.lastChange() } == ChangeNumber(rawValue: 2))
        #expect(try known.read { try $0.facts(bankHolidays: []) }.pupils[ada]?.revision == 2)
    }

    @Test("Nothing can be changed in it; who looks at it is on record in the present")
    func readOnly() throws {
        let store = try folder.school()
        let known = try store.known(on: monday)
        let refused = StoreError.asKnown(on: monday)
        #expect(refusal { try known.put(contact("C1")) } == refused)
        #expect(refusal { _ = try known.undo(by: teacher, at: morning) } == refused)
        #expect(
            refusal {
                _ = try known.acknowledge(
                    upTo: ChangeNumber(rawValue: 1), by: teacher, at: morning)
            } == refused)
        #expect(
            refusal {
                try known.save(
                    Draft(
                        id: "d", owner: "jkaya", subject: .school, action: "contact", body: "",
                        at: morning))
            } == refused)
        #expect(refused.exitStatus == 77)
        #expect(known.isReadOnly)
        try known.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
        #expect(try store.read { try $0.history(looks: true) }.first?.page == "pupil")
    }

    @Test("A clock that was set back later hides nothing of what was known before")
    func clockSetBack() throws {
        let store = try folder.school()
        _ = try store.apply(command([.put(contact("C1"))]), by: teacher, at: at(5))
        _ = try store.apply(
            command([.put(contact("C2"))]), by: teacher, at: Instant(seconds: 1000))
        #expect(try store.known(on: monday + 1).everything() == sorted(schoolRecords()))
        #expect(try store.known(on: monday + 5).everything() == store.everything())
    }

    @Test(
        "Random histories: the state of each day is the copy that was kept then",
        arguments: Soak.seeds(30))
    func copies(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let store = try folder.school()
        var copies: [[Record]] = []
        for day in 0..<20 {
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let actor = Bool.random(using: &random) ? teacher : other
                switch Int.random(in: 0..<6, using: &random) {
                case 0: try? { _ = try store.undo(by: actor, at: at(day)) }()
                case 1: try? { _ = try store.redo(by: actor, at: at(day)) }()
                case 2: try store.look(at: .pupil(ada), page: "pupil", by: actor, at: at(day))
                default:
                    _ = try store.apply(
                        command(randomChanges(&random)), by: actor, at: at(day))
                }
            }
            copies.append(try store.everything())
        }
        for day in copies.indices.shuffled(using: &random).prefix(8) {
            let known = try store.known(on: monday + day)
            #expect(try known.everything() == copies[day])
        }
    }
}
