import Domain
import Support
import Testing

/// The worked schools with every kind of record: their duties on many days around their own, and how
/// each came out.
@Suite("Worked schools, recorded")
struct DayByDayTests {
    @Test("Every rule gives the same duties on each of 45 days", arguments: Examples.whole)
    func days(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        var found: [RuleID: Digest] = [:]
        for offset in -10...34 {
            let day = sample.today + offset
            for duty in allDuties(facts, on: day, under: pack) {
                found[duty.rule, default: Digest()]
                    .add("\(day.iso) \(duty.subject.text) \(duty.line)\n")
            }
        }
        let lines = found.map { "\($0.key.rawValue) \($0.value.words)" }.sorted()
        #expect(
            try Recorded.difference(
                lines, at: "Tests/Fixtures/recorded/days-\(name.dropFirst("whole ".count)).txt")
                == nil)
    }

    @Test("How the first duty of each rule and state came out is the same")
    func workings() throws {
        var taken: Set<String> = []
        var parts: [(name: String, lines: [String])] = []
        for name in Examples.whole {
            let sample = try Sample(name)
            let (facts, pack) = (try sample.facts(), County.pack)
            for duty in allDuties(facts, on: sample.today, under: pack) {
                let sort = "\(duty.rule.rawValue) \(duty.state.rawValue)"
                guard taken.insert(sort).inserted else { continue }
                let found = working(of: duty.id, in: facts, on: sample.today, under: pack)
                let lines = [
                    "\(name): \(duty.subject.text) \(duty.line)", duty.sentence(on: sample.today),
                ]
                parts.append((sort, lines + (try #require(found).working.lines)))
            }
        }
        parts.sort { $0.name < $1.name }
        for words in try Recorded.differences(parts, at: "Tests/Fixtures/recorded/workings.txt") {
            Issue.record("\(words)")
        }
    }
}

/// A number of 64 bits by which a text is known again (FNV-1a).
private struct Digest {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var count = 0

    mutating func add(_ line: String) {
        count += 1
        for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    var words: String { "\(count) \(String(hash, radix: 16))" }
}

extension Working {
    fileprivate var lines: [String] {
        (facts.map { "fact \($0.kind.rawValue) \($0.key.map { "\($0)" } ?? "–"): \($0.text)" }
            + ["sum: \(sum)"]
            + numbers.map { "number \($0.name) \($0.value)" }
            + (leastAct.map { act in
                ["act \(act.action.rawValue): \(act.text)"] + act.changes.map(\.recorded)
            } ?? [])).map { "  " + $0.split(whereSeparator: \.isNewline).joined(separator: " / ") }
    }
}

extension RecordChange {
    fileprivate var recorded: String {
        switch self {
        case .put(let record):
            "  \(record.kind.rawValue) " + record.values.joined(separator: "|")
        case .marks(let pupil, _): "  marks of \(pupil)"
        case .remove(let key): "  without \(key.kind.rawValue) \(key)"
        }
    }
}
