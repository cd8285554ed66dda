import Domain
import Support
import Testing

@testable import Store

@Suite("Two at once")
struct TwoAtOnceTests {
    let folder = Folder(isQuick: true)

    @Test("Whoever comes second is shown every record that moved on, in three versions")
    func allConflicts() throws {
        let store = try folder.school()
        let seen = [try contact("C1"), try contact("C2")]
        try store.put(seen[0], seen[1])
        let theirs = [try contact("C1", summary: "No answer"), seen[1].with("how", "email")]
        try store.put(theirs[0], theirs[1], by: other)
        let mine = [seen[0].with("how", "visit"), seen[1].with("how", "letter")]
        let error = refusal {
            _ = try store.apply(
                command(
                    mine.map { .put($0) }, seen: [seen[0].key: seen[0], seen[1].key: seen[1]]),
                by: teacher, at: morning)
        }
        guard case .movedOn(let conflicts) = error else {
            Issue.record("written, or refused with \(String(describing: error))")
            return
        }
        #expect(conflicts.map(\.seen) == seen)
        #expect(conflicts.map(\.current) == theirs)
        #expect(conflicts.map(\.wanted) == mine)
        #expect(conflicts[0].fields.filter(\.isClash).isEmpty)
        #expect(conflicts[1].fields.filter(\.isClash).map(\.column) == ["how"])
        #expect(error?.message.contains("1 more") == true)
    }

    @Test("Marks of other days are joined; of the same day, both are shown")
    func marksMeet() throws {
        let store = try folder.school()
        let seen = marks([2: #"/\"#])
        try store.put(seen)
        try store.put(marks([2: #"/\"#, 3: #"L9\"#]), by: other)
        let mine = marks([2: "II", 4: #"/\"#])
        let wish = command([.marks(ada, mine)], seenMarks: [ada: [autumn: seen]])
        _ = try store.apply(wish, by: teacher, at: morning)
        #expect(
            try store.read { try $0.marks(of: ada, in: autumn) }
                == marks([2: "II", 3: #"L9\"#, 4: #"/\"#]))

        let late = command([.marks(ada, marks([2: #"L5\"#]))], seenMarks: [ada: [autumn: seen]])
        guard
            case .movedOn(let conflicts) = refusal({
                _ = try store.apply(late, by: other, at: morning)
            })
        else {
            Issue.record("written, or refused for another reason")
            return
        }
        #expect(conflicts.map(\.key.parts) == [["K001", "2026-11-02"]])
        #expect(conflicts[0].seen?["am"] == "/")
        #expect(conflicts[0].current?["am"] == "I")
        #expect(conflicts[0].wanted?["am"] == "L")
        let settled = conflicts[0].settled([:], otherwise: .keep)
        _ = try store.apply(
            late.settling([conflicts[0].key: settled], of: conflicts), by: other, at: morning)
        #expect(try store.record(.attendance, "K001", "2026-11-02")?["late_minutes"] == "5")
        #expect(try store.record(.attendance, "K001", "2026-11-03")?["am"] == "L")
    }

    @Test(
        "Four writers at once: what one wrote is only written over by one who was shown it",
        arguments: Soak.seeds(50, soak: 10_000))
    func interleavings(seed: UInt64) throws {
        try folder.school().close()
        var random = SplitMix64(seed: seed)
        var writers = try (0..<4).map { number in
            Writing(
                store: try Store.open(at: folder.store, .existing),
                actor: Actor(login: "writer\(number)", isKeeper: true))
        }
        var written = 0
        for _ in 0..<40 {
            let place = Int.random(in: 0..<4, using: &random)
            written += try writers[place].step(&random)
        }
        #expect(written > 0)
        #expect(try writers[0].store.read { try $0.verify() }.isWhole)
    }
}

/// A person with a form open: sees, types, saves, and settles what has moved on.
private struct Writing {
    let store: Store
    let actor: Actor
    /// Every text of the record and every mark that was shown to the person.
    private var shown: Set<String> = []
    private var open: Command?

    init(store: Store, actor: Actor) {
        self.store = store
        self.actor = actor
    }

    /// Opens a form, or saves the one that is open; how many saves were written.
    mutating func step(_ random: inout SplitMix64) throws -> Int {
        guard let command = open else {
            try openForm(&random)
            return 0
        }
        let before = try values()
        do {
            let change = try store.apply(command, by: actor, at: morning)
            open = nil
            let after = try values()
            let lost = before.subtracting(after)
            #expect(lost.subtracting(shown).isEmpty, "lost unseen: \(lost.subtracting(shown))")
            return change == nil ? 0 : 1
        } catch StoreError.movedOn(let conflicts) {
            #expect(try values() == before)
            var settled: [RecordKey: Record?] = [:]
            for conflict in conflicts {
                show(conflict.current)
                // The version that was refused is shown with the one that stands.
                #expect(conflict.wanted != nil)
                let choice = Conflict.Choice.allCases.randomElement(using: &random) ?? .keep
                let fields = conflict.fields.map { field in
                    (field.column, Conflict.Choice.allCases.randomElement(using: &random) ?? .take)
                }
                settled[conflict.key] = .some(
                    conflict.settled(
                        Dictionary(fields, uniquingKeysWith: { $1 }), otherwise: choice))
            }
            open = command.settling(settled, of: conflicts)
            return 0
        }
    }

    private mutating func openForm(_ random: inout SplitMix64) throws {
        let token = String(random.next(), radix: 36)
        if Int.random(in: 0..<3, using: &random) == 0 {
            let seen = try store.read { try $0.marks(of: ada, in: autumn) } ?? marks([:])
            for day in seen.days { show(seen.record(of: ada, on: day)) }
            var wanted = seen
            for _ in 0..<3 {
                let day = autumn.first + Int.random(in: 61...64, using: &random)
                wanted.set(
                    day, am: RegisterCode("L"), pm: RegisterCode("\\"),
                    late: Int.random(in: 1...240, using: &random))
            }
            open = command([.marks(ada, wanted)], seenMarks: [ada: [autumn: seen]])
            return
        }
        let new = try contact("C\(Int.random(in: 1...2, using: &random))", summary: token)
        let seen = try store.record(.contacts, new.key.parts[0])
        show(seen)
        let how = ["phone", "email", "visit", "letter"].randomElement(using: &random) ?? "phone"
        let wanted =
            Bool.random(using: &random)
            ? (seen ?? new).with("how", how)
            : (seen ?? new).with("summary", token)
        open = command([.put(wanted)], seen: [wanted.key: seen])
    }

    private mutating func show(_ record: Record?) {
        guard let record else { return }
        shown.formUnion(Writing.values(record))
    }

    /// All that stands: each text with its place, and with its lines told apart, since joined texts
    /// stand one under the other.
    private func values() throws -> Set<String> {
        try store.read { snapshot in
            var values: Set<String> = []
            for record in snapshot.records(of: .contacts) {
                values.formUnion(Writing.values(record))
            }
            let marks = try snapshot.marks(of: ada, in: autumn)
            for day in marks?.days ?? [] {
                if let row = marks?.record(of: ada, on: day) {
                    values.formUnion(Writing.values(row))
                }
            }
            return values
        }
    }

    private static func values(_ record: Record) -> Set<String> {
        var values: Set<String> = []
        for (column, text) in zip(record.kind.schema.columns, record.values) where !text.isEmpty {
            for line in text.split(separator: "\n") {
                values.insert("\(record.key) \(column.name) \(line)")
            }
        }
        return values
    }
}
