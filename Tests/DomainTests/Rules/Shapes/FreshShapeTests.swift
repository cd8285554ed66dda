import Domain
import Support
import Testing

/// Rules that ask for evidence that is never older than some days.
struct FreshShapeTests {
    static let child = TestChild().cin("2025-09-01")

    /// 30 school days after 1 September is 13 October; half-term follows two weeks later.
    @Test(
        "Home hears from the school every 30 school days",
        arguments: [
            Owed("never, 6 days left", child, on: "2025-10-03", "upcoming 2025-10-13"),
            Owed("never, 5 days left", child, on: "2025-10-06", "soon 2025-10-13"),
            Owed("never, on the day", child, on: "2025-10-13", "soon 2025-10-13"),
            Owed("never, the day after", child, on: "2025-10-14", "overdue 2025-10-13"),
            Owed(
                "in September", child.contact("carer", "2025-09-15", about: "general"),
                on: "2025-10-01", "met 2025-11-03"),
            Owed(
                "with a parent", child.contact("parent", "2025-09-15", about: "pep"),
                on: "2025-10-24", "soon 2025-11-03"),
            Owed(
                "too long ago", child.contact("carer", "2025-09-15"), on: "2025-11-04",
                "overdue 2025-11-03"),
            Owed(
                "twice", child.contact("carer", "2025-09-15").contact("carer", "2025-09-22"),
                on: "2025-10-24", "met 2025-11-10"),
            Owed(
                "nobody answered, and the school has tried",
                child.contact("carer", "2025-09-15", reached: "no"), on: "2025-10-03",
                "met 2025-11-03"),
            Owed(
                "with others", child.contact("social-worker", "2025-09-15"), on: "2025-10-03",
                "upcoming 2025-10-13"),
            Owed(
                "before the child was known", child.contact("carer", "2025-08-31"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            // 23:30 in London on 14 September is 22:30Z.
            Owed(
                "late at night", child.contact("carer", "2025-09-14T23:30:00Z"),
                on: "2025-10-01", "met 2025-11-03"),
            Owed(
                "tomorrow", child.contact("carer", "2025-10-04"), on: "2025-10-03",
                "upcoming 2025-10-13"),
            Owed("not known", TestChild(), on: "2025-10-03"),
            Owed(
                "left", TestChild(left: "2025-10-02").cin("2025-09-01"), on: "2025-10-03"),
            Owed(
                "since admission", TestChild(admitted: "2025-09-15").cin("2024-01-08"),
                on: "2025-10-03", "upcoming 2025-11-03"),
        ])
    func home(_ example: Owed) throws { try example.check("carer-contact") }

    @Test(
        "A child's social worker hears from the school every 30 school days",
        arguments: [
            Owed("never", child, on: "2025-10-14", "overdue 2025-10-13"),
            Owed(
                "in September", child.contact("social-worker", "2025-09-15"), on: "2025-10-01",
                "met 2025-11-03"),
            Owed("previously looked after", TestChild().pla("2025-09-01"), on: "2025-10-14"),
            Owed("Ever-6", TestChild().cin("2024-01-08", to: "2025-09-30"), on: "2025-10-14"),
            // A new plan after a gap is a new run; a step from one plan to the next is none.
            Owed(
                "a new run",
                TestChild().cin("2024-01-08", to: "2025-08-01").cp("2025-09-01")
                    .contact("social-worker", "2025-08-30"), on: "2025-10-03",
                "upcoming 2025-10-13"),
            Owed(
                "a step up",
                TestChild().cin("2024-01-08", to: "2025-08-31").cp("2025-09-01")
                    .contact("social-worker", "2025-08-30"), on: "2025-10-01", "met 2025-10-10"),
        ])
    func socialWorker(_ example: Owed) throws { try example.check("agency-contact") }

    static func inCare(_ legal: String?) -> TestChild {
        TestChild().cla("2025-09-01", legal: legal)
    }
    static let takenIn = TestChild().cin("2025-09-01", to: "2025-09-15").cla("2025-09-16")

    @Test(
        "Home is the carer of a child who is in care on the day, and a parent of one who is not",
        arguments: [
            Owed(
                "a parent, interim care order", inCare("C1").contact("parent", "2025-09-15"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "a parent, full care order", inCare("C2").contact("parent", "2025-09-15"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "a parent, accommodated by agreement",
                inCare("V2").contact("parent", "2025-09-15"), on: "2025-10-03",
                "upcoming 2025-10-13"),
            Owed(
                "a parent, legal status not on record",
                inCare(nil).contact("parent", "2025-09-15"), on: "2025-10-03",
                "upcoming 2025-10-13"),
            Owed(
                "the carer", inCare("C2").contact("carer", "2025-09-15"), on: "2025-10-03",
                "met 2025-11-03"),
            Owed(
                "a parent, short breaks", inCare("V3").contact("parent", "2025-09-15"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "a parent, the other short breaks",
                inCare("V4").contact("parent", "2025-09-15"), on: "2025-10-03",
                "met 2025-11-03"),
            Owed(
                "a parent, protected",
                TestChild().cp("2025-09-01").contact("parent", "2025-09-15"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "a parent, previously looked after",
                TestChild().pla("2025-09-01").contact("parent", "2025-09-15"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "a parent, the day before care", takenIn.contact("parent", "2025-09-15"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "a parent, on the first day in care", takenIn.contact("parent", "2025-09-16"),
                on: "2025-10-03", "upcoming 2025-10-13"),
        ])
    func homeOfTheDay(_ example: Owed) throws { try example.check("carer-contact") }

    @Test(
        "Home that came to a PEP has heard on that day; views that were sent are no talk",
        arguments: [
            Owed(
                "came", child.pep(held: "2025-09-15").person("carer", attended: "yes"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "a parent came", child.pep(held: "2025-09-15").person("parent", attended: "yes"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "a parent came, of a child in care",
                inCare("C2").pep(held: "2025-09-15").person("parent", attended: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "a parent came, the day before care",
                takenIn.pep(held: "2025-09-15").person("parent", attended: "yes"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "a parent came, on the first day in care",
                takenIn.pep(held: "2025-09-16").person("parent", attended: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "views alone", child.pep(held: "2025-09-15").person("carer", views: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "views instead of coming",
                child.pep(held: "2025-09-15").person("carer", attended: "no", views: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "invited alone",
                child.pep(held: "2025-09-15").person("carer", invited: "2025-09-05"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "somebody else came",
                child.pep(held: "2025-09-15").person("social-worker", attended: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "cancelled",
                child.pep(held: "2025-09-15", cancelled: "yes").person("carer", attended: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "tomorrow", child.pep(held: "2025-10-04").person("carer", attended: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "before the child was known",
                child.pep(held: "2025-08-31").person("carer", attended: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "after a call",
                child.contact("carer", "2025-09-08").pep(held: "2025-09-15")
                    .person("carer", attended: "yes"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "before a call",
                child.pep(held: "2025-09-15").person("carer", attended: "yes")
                    .contact("carer", "2025-09-22"),
                on: "2025-10-03", "met 2025-11-10"),
        ])
    func homeAtPep(_ example: Owed) throws { try example.check("carer-contact") }

    static let steppedUp = TestChild().cin("2025-09-01", to: "2025-09-15").cp("2025-09-16")

    @Test(
        "A lead practitioner is the case worker of a child in need with no other plan, on the day",
        arguments: [
            Owed(
                "in need", child.contact("lead-practitioner", "2025-09-15"), on: "2025-10-03",
                "met 2025-11-03"),
            Owed(
                "protected",
                TestChild().cp("2025-09-01").contact("lead-practitioner", "2025-09-15"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "in care", inCare("C2").contact("lead-practitioner", "2025-09-15"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "in need and protected",
                TestChild().cin("2025-09-01").cp("2025-09-01")
                    .contact("lead-practitioner", "2025-09-15"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "the day before protection",
                steppedUp.contact("lead-practitioner", "2025-09-15"), on: "2025-10-03",
                "met 2025-11-03"),
            Owed(
                "on the first day of protection",
                steppedUp.contact("lead-practitioner", "2025-09-16"), on: "2025-10-03",
                "upcoming 2025-10-13"),
            Owed(
                "the social worker came to a PEP",
                child.pep(held: "2025-09-15").person("social-worker", attended: "yes"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "the lead practitioner came to a PEP",
                child.pep(held: "2025-09-15").person("lead-practitioner", attended: "yes"),
                on: "2025-10-03", "met 2025-11-03"),
            Owed(
                "the lead practitioner came to the PEP of a child on a protection plan",
                steppedUp.pep(held: "2025-09-16").person("lead-practitioner", attended: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "the social worker sent views alone",
                child.pep(held: "2025-09-15").person("social-worker", views: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
            Owed(
                "the carer came to a PEP",
                child.pep(held: "2025-09-15").person("carer", attended: "yes"),
                on: "2025-10-03", "upcoming 2025-10-13"),
        ])
    func caseWorker(_ example: Owed) throws { try example.check("agency-contact") }

    @Test("Its next action is a contact, with the party that it asks for")
    func next() throws {
        let duty = try TestSchool(Self.child).duties(on: "2025-10-14").first {
            $0.rule == "agency-contact"
        }
        #expect(duty?.next?.action == .contact)
        #expect(duty?.parties == [.socialWorker, .leadPractitioner])
        #expect(
            duty?.sentence(on: Written.day("2025-10-14"))
                == "Nobody has spoken to the social worker since Mon 1 Sep; it was due by "
                + "Mon 13 Oct.")
        #expect(
            duty?.line(on: Written.day("2025-10-14")) == "Social worker: no call since 1 Sep")
    }
}
