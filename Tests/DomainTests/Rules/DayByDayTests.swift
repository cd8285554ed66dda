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
        #expect(try Recorded.difference(lines, at: place("days", name)) == nil)
    }

    @Test(
        "Every working of a duty of each rule and state is the same",
        arguments: Examples.whole)
    func workings(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        var taken: [String: Int] = [:]
        var lines: [String] = []
        for duty in allDuties(facts, on: sample.today, under: pack) {
            let sort = "\(duty.rule.rawValue) \(duty.state.rawValue)"
            taken[sort, default: 0] += 1
            guard taken[sort, default: 0] == 1 else { continue }
            let found = working(of: duty.id, in: facts, on: sample.today, under: pack)
            lines.append("\(duty.rule.rawValue) \(duty.subject.text) \(duty.line)")
            lines.append("  \(duty.reason.sentence)")
            lines += try #require(found).working.lines.map {
                "  " + $0.split(whereSeparator: \.isNewline).joined(separator: " / ")
            }
        }
        #expect(
            try Recorded.difference(lines, at: place("workings", name)) == nil)
    }

    private func place(_ what: String, _ name: String) -> String {
        "Tests/Fixtures/recorded/\(what)-\(name.dropFirst("whole ".count)).txt"
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
        facts.map { "fact \($0.kind.rawValue) \($0.key.map { "\($0)" } ?? "–"): \($0.text)" }
            + ["sum: \(sum)"]
            + numbers.map { "number \($0.name) \($0.value)" }
            + (leastAct.map { act in
                ["act \(act.action.rawValue): \(act.text)"] + act.changes.map(\.recorded)
            } ?? [])
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
