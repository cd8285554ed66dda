import Domain
import Support
import Testing

@testable import Store

@Suite("Random histories")
struct RandomHistoryTests {
    let folder = Folder(isQuick: true)

    @Test(
        "Random histories: as many undos lead back, as many redos forth",
        arguments: Soak.seeds(40, soak: 10_000)
    )
    func random(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var store = try folder.school()
        var states = [try store.everything()]
        while states.count < 16 {
            let made = try store.apply(
                command(randomChanges(&random)), by: teacher, at: morning)
            if made != nil { states.append(try store.everything()) }
            // A few steps back and forth on the way, as people do.
            if made != nil, random.next() % 4 == 0 {
                _ = try store.undo(by: teacher, at: morning)
                if Bool.random(using: &random) {
                    _ = try store.redo(by: teacher, at: morning)
                } else {
                    states.removeLast()
                }
            }
        }
        for state in states.dropLast().reversed() {
            if random.next() % 4 == 0 {
                store.close()
                store = try Store.open(at: folder.store, .existing)
            }
            #expect(try store.undo(by: teacher, at: morning) != nil)
            #expect(try store.everything() == state)
        }
        #expect(try store.undo(by: teacher, at: morning) == nil)
        for state in states.dropFirst() {
            #expect(try store.redo(by: teacher, at: morning) != nil)
            #expect(try store.everything() == state)
        }
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test(
        "An older change is undone by number unless a later one rests on it, and made again",
        arguments: Soak.seeds(20, soak: 2_000))
    func older(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let store = try folder.school()
        var made: [ChangeNumber] = []
        while made.count < 12 {
            let actor = Bool.random(using: &random) ? teacher : other
            let change = try store.apply(
                command(randomChanges(&random)), by: actor, at: morning)
            if let change { made.append(change) }
        }
        for change in made.shuffled(using: &random) {
            let before = try store.everything()
            let error = refusal { _ = try store.undo(change, by: teacher, at: morning) }
            if let error {
                guard case .restsOn(change, let later) = error else {
                    Issue.record("refused with \(error)")
                    return
                }
                #expect(later.change > change)
                #expect(try store.everything() == before)
            } else {
                let (undone, last) = (
                    try store.everything(), try store.read { try $0.lastChange() }
                )
                #expect(try store.redo(by: teacher, at: morning)?.of.change == change)
                #expect(try store.everything() == before)
                _ = try store.undo(change, by: teacher, at: morning)
                #expect(try store.everything() == undone)
                #expect(try store.read { try $0.entry(change) }.isUndone)
                #expect(try store.read { try $0.lastChange() } > last)
            }
        }
        #expect(try store.read { try $0.verify() }.isWhole)
    }
}

/// Some changes of a few records, as people make them one after the other.
func randomChanges(_ random: inout SplitMix64) throws -> [RecordChange] {
    try (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let id = Int.random(in: 1...4, using: &random)
        let child = id % 2 == 0 ? "K001" : "K002"
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .remove(try contact("C\(id)").key)
        case 1: return .put(try pep("P\(id)", child).with("note", String(random.next())))
        case 2: return .put(try pupil(child, "Ada").with("known_as", String(random.next())))
        case 3: return .put(try fundEntry("E\(id)", amount: "\(random.next() % 1000).50"))
        case 4:
            let days = (0..<5).map { _ in
                (
                    Int.random(in: 1...9, using: &random),
                    ["II", #"/\"#, #"L7\"#, "//"][Int.random(in: 0..<4, using: &random)]
                )
            }
            return .marks(PupilRef(child), marks(Dictionary(days) { first, _ in first }))
        default:
            return .put(try contact("C\(id)", child, summary: String(random.next())))
        }
    }
}
