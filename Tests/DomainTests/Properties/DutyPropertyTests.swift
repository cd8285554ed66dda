import Domain
import Support
import Testing

/// What holds of every duty of every school.
struct DutyPropertyTests {
    @Test(
        "Duties are sorted, and one subject, rule and reference has one duty",
        arguments: Sample.names)
    func order(_ name: String) throws {
        let sample = try Sample(name)
        let duties = allDuties(try sample.facts(), on: sample.today, under: County.pack)
        #expect(!duties.isEmpty)
        #expect(Set(duties.map(\.id)).count == duties.count)
        for (one, next) in zip(duties, duties.dropFirst()) {
            #expect(Duty.inOrder(one, next), "\(one.line) before \(next.line)")
            #expect((one.due ?? Day(rawValue: .max)) <= (next.due ?? Day(rawValue: .max)))
        }
    }

    @Test("Every duty gives its reason in one plain sentence", arguments: Sample.names)
    func reasons(_ name: String) throws {
        let sample = try Sample(name)
        for duty in allDuties(try sample.facts(), on: sample.today, under: County.pack) {
            let sentence = duty.sentence(on: sample.today)
            #expect(sentence.count > 10 && sentence.hasSuffix("."), "\(duty.rule): \(sentence)")
            #expect(sentence.first?.isLowercase == false, "\(duty.rule): \(sentence)")
            for slip in Self.slips {
                #expect(!sentence.contains(slip), "\(duty.rule): \(sentence)")
            }
        }
    }

    private static let slips = [
        "Optional(", "nil", "Domain.", "Ref(", "Day(", "rawValue", "  ", " .", "..", " ,", "-£",
        "£-",
        "\n",
    ]

    @Test("Late is for what was met, and what is open is not late", arguments: Sample.names)
    func lateness(_ name: String) throws {
        let sample = try Sample(name)
        for duty in allDuties(try sample.facts(), on: sample.today, under: County.pack) {
            #expect(duty.late >= 0)
            #expect(duty.late == 0 || duty.state == .met, "\(duty.rule) \(duty.line)")
            #expect((duty.next != nil) == duty.state.isOpen)
            if duty.state == .upcoming || duty.state == .soon, let due = duty.due {
                #expect(due >= sample.today, "\(duty.rule) \(duty.line)")
            }
        }
    }

    @Test(
        "Every duty shows its working: the facts, the sum and the same duty",
        arguments: Sample.names)
    func workings(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        for duty in allDuties(facts, on: sample.today, under: pack) {
            let (same, shown) = try #require(
                working(of: duty.id, in: facts, on: sample.today, under: pack))
            #expect(same.id == duty.id)
            #expect(same.line == duty.line)
            #expect(same.reason == duty.reason)
            #expect(same.evidence == duty.evidence)
            #expect(same.isStatutory == duty.isStatutory)
            #expect(!shown.facts.isEmpty, "\(duty.rule) \(duty.line) uses no fact")
            #expect(!shown.sum.isEmpty, "\(duty.rule) \(duty.line) has no sum")
            for words in shown.facts.map(\.text) + [shown.sum, shown.leastAct?.text ?? ""] {
                for slip in Self.slips where slip != ".." {
                    if words.contains(slip) { Issue.record("\(duty.rule) \(duty.line): \(words)") }
                }
            }
        }
    }

    @Test("What a working or a duty rests on stands on record", arguments: Sample.names)
    func evidence(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        let keys = Set(sample.records.map(\.key))
        for duty in allDuties(facts, on: sample.today, under: pack) {
            let (_, shown) = try #require(
                working(of: duty.id, in: facts, on: sample.today, under: pack))
            for key in duty.evidence + shown.facts.compactMap(\.key) {
                if !keys.contains(key) {
                    Issue.record("\(duty.rule) \(duty.line) rests on \(key.kind.file) \(key)")
                }
            }
        }
    }

    @Test(
        "A child who is not on roll owes the account of money, and what was begun here",
        arguments: Sample.names + Examples.whole)
    func notOnRoll(_ name: String) throws {
        let sample = try Sample(name)
        let facts = try sample.facts()
        for duty in allDuties(facts, on: sample.today, under: County.pack) {
            guard let ref = duty.subject.pupil, let pupil = facts.pupils[ref] else { continue }
            let mayOutlast: Bool =
                switch duty.topic {
                case .money, .moving, .suspension, .alternativeProvision: true
                case .pep, .attendance, .people, .learning, .send, .care, .staff, .policy,
                    .school:
                    false
                }
            #expect(mayOutlast || pupil.pupil.roll.contains(sample.today), "\(duty.rule)")
        }
    }

    @Test("A school with children and no evidence has nothing green but its calendar")
    func almostEmpty() throws {
        let children = [
            TestChild("K1").cla("2025-09-10"), TestChild("K2").cp("2024-01-08"),
            TestChild("K3").cin("2024-01-08"),
            TestChild("K4").pla("2024-01-08"), TestChild("K5").cin("2019-01-08", to: "2023-01-08"),
            TestChild("K6", admitted: "2025-09-15").cla("2024-01-08"), TestChild("K7"),
            TestChild("K8").cla("2024-01-08", legal: "V3").pep(planned: "2025-09-20"),
            TestChild("K9").cp("2024-01-08").pep(held: "2025-09-10"),
        ]
        let school = TestSchool(
            children: children, calendar: County.terms + County.halfTerms, roles: [])
        for day in ["2025-09-01", "2025-09-16", "2025-10-28", "2025-12-20", "2026-08-31"] {
            let met = try school.duties(on: day).filter { $0.state == .met }
            let rules = Set(met.map(\.rule)).subtracting([.calendarKnown, .pepTermly])
            #expect(rules.isEmpty, "\(day): \(met.map(\.line))")
            // The one PEP that was held is the only evidence there is.
            let termly = met.filter { $0.rule == .pepTermly }
            #expect(termly.allSatisfy { $0.subject == .pupil(PupilRef("K9")) })
        }
    }

    @Test("A school without any record owes its calendar and its roles, and nothing is green")
    func empty() throws {
        let duties = allDuties(
            Facts(records: [], bankHolidays: []), on: Written.day("2025-10-01"),
            under: County.pack)
        #expect(duties.filter { $0.state == .met }.map(\.line) == [])
        // Overdue are the calendar and who holds each role; to come what is asked once a year; and
        // without a pupil no premium has to be accounted for.
        let states = Dictionary(grouping: duties, by: \.state).mapValues(\.count)
        #expect(states == [.overdue: 7, .unknown: 25, .upcoming: 10, .notApplicable: 1])
    }
}
