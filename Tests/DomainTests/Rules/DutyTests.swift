import Domain
import Support
import Testing

/// What a duty says of itself, and its place among others.
struct DutyTests {
    private static let school = TestSchool(TestChild().cin("2024-01-08"))

    @Test(
        "What each member of staff owes, and the school for all of them, is of one rule",
        arguments: [
            ("trained-bias", "trained-bias"), ("trained-bias-all", "trained-bias"),
            ("carer-contact", nil), ("role-dsl", nil), ("pep-termly", nil),
        ] as [(RuleID, RuleID?)])
    func eachMember(_ rule: RuleID, _ each: RuleID?) throws {
        let duty = try #require(
            try Self.school.duties(on: "2025-10-01").first { $0.rule == rule })
        #expect(duty.ruleOfEachMember == each)
    }

    @Test(
        "The PEP of a term is asked for by one duty, of this term alone",
        arguments: TermName.allCases)
    func ofTerm(_ name: TermName) throws {
        let term = try #require(
            County.calendar.terms(of: AcademicYear(start: 2025)).first { $0.name == name })
        let found = try Self.school.duties(on: "2026-06-01").filter { $0.isPEP(of: term) }
        #expect(found.map(\.id.name) == ["pep-termly 2025-26 \(name.rawValue)"])
    }

    @Test("Duties stand by due, those without one last, then by subject, rule and reference")
    func order() {
        let inOrder = [
            ("2025-10-01", "school", "a", ""), ("2025-10-02", "fund:F1", "b", ""),
            ("2025-10-02", "pupil:K001", "a", "2"), ("2025-10-02", "pupil:K001", "b", "1"),
            ("2025-10-02", "pupil:K001", "b", "2"), ("2025-10-02", "pupil:K002", "a", "1"),
            ("", "fund:F1", "a", ""), ("", "fund:F1", "b", ""),
        ].map { due, subject, rule, reference in
            Duty(
                subject: Subject(subject) ?? .school, rule: RuleID(rule),
                reference: Duty.Reference(reference), due: Day(iso: due), state: .overdue,
                reason: .pepsNoneExpected)
        }
        for (place, one) in inOrder.enumerated() {
            for (other, duty) in inOrder.enumerated() {
                #expect(
                    Duty.inOrder(one, duty) == (place < other), "\(one.id.text), \(duty.id.text)")
            }
        }
    }
}
