import Domain
import Support
import Testing

/// attendance-contact-carer, attendance-contact-social-worker, attendance-still-open (ATT-1,
/// ATT-2): who stands for home and for the case worker on the day of the contact.
struct AttendanceHomeTests {
    /// Looked after, with a concern open from Friday 24 October on.
    static func inCare(_ legal: String?) -> TestChild {
        AttendanceConcernTests.away(TestChild().cla("2023-10-01", legal: legal))
    }
    static let inNeed = AttendanceConcernTests.away(TestChild().cin("2023-10-01"))
    static let protected = AttendanceConcernTests.away(TestChild().cp("2023-10-01"))
    /// In need when the concern opens, in care from the second school day after it on.
    static let takenIn = AttendanceConcernTests.away(
        TestChild().cin("2023-10-01", to: "2025-11-03").cla("2025-11-04"))
    static let home = AttendanceConcernTests.away(
        TestChild().cla("2023-10-01", to: "2025-11-03").cin("2025-11-04"))

    @Test(
        "A parent of a child in care is not home; in short breaks, or out of care, one is",
        arguments: [
            Owed(
                "interim care order", inCare("C1").contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "full care order", inCare("C2").contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "accommodated by agreement", inCare("V2").contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "legal status not on record", inCare(nil).contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "a parent, then the carer",
                inCare("C2").contact("parent", "2025-11-03").contact("carer", "2025-11-04"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03 late 1"),
            Owed(
                "short breaks, V3", inCare("V3").contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "short breaks, V4", inCare("V4").contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "short breaks, with the carer", inCare("V4").contact("carer", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "in need", inNeed.contact("parent", "2025-11-03"), on: "2025-11-05",
                "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "on a protection plan", protected.contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "previously looked after",
                AttendanceConcernTests.away(TestChild().pla("2023-10-01"))
                    .contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03"),
        ])
    func parent(_ example: Owed) throws { try example.check(.contactCarer) }

    @Test(
        "Home is who it was on the day of the contact, not when the concern opened or today",
        arguments: [
            Owed(
                "a parent, the day before care", takenIn.contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "a parent, on the first day in care", takenIn.contact("parent", "2025-11-04"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "the carer, on the first day in care", takenIn.contact("carer", "2025-11-04"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03 late 1"),
            Owed(
                "a parent, on the last day in care", home.contact("parent", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "a parent, on the first day at home", home.contact("parent", "2025-11-04"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-03 late 1"),
        ])
    func dayOfContact(_ example: Owed) throws { try example.check(.contactCarer) }

    @Test(
        "A lead practitioner is the case worker of a child in need with no other plan, on the day",
        arguments: [
            Owed(
                "in need", inNeed.contact("lead-practitioner", "2025-11-03"), on: "2025-11-05",
                "attendance:2025-10-24: met 2025-11-04"),
            Owed(
                "in need, with a social worker", inNeed.contact("social-worker", "2025-11-05"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-04 late 1"),
            Owed(
                "protected", protected.contact("lead-practitioner", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-04"),
            Owed(
                "in care", inCare("C2").contact("lead-practitioner", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-04"),
            Owed(
                "in need and protected",
                AttendanceConcernTests.away(TestChild().cin("2023-10-01").cp("2025-01-06"))
                    .contact("lead-practitioner", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-04"),
            Owed(
                "in need and in care",
                AttendanceConcernTests.away(TestChild().cin("2023-10-01").cla("2025-01-06"))
                    .contact("lead-practitioner", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-04"),
            Owed(
                "in need, the day before protection",
                AttendanceConcernTests.away(
                    TestChild().cin("2023-10-01", to: "2025-11-03").cp("2025-11-04")
                ).contact("lead-practitioner", "2025-11-03"),
                on: "2025-11-05", "attendance:2025-10-24: met 2025-11-04"),
            Owed(
                "on the first day of protection",
                AttendanceConcernTests.away(
                    TestChild().cin("2023-10-01", to: "2025-11-03").cp("2025-11-04")
                ).contact("lead-practitioner", "2025-11-04"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-04"),
            Owed(
                "an attempt", inNeed.contact("lead-practitioner", "2025-11-03", reached: "no"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-04"),
        ])
    func caseWorker(_ example: Owed) throws { try example.check(.contactSocialWorker) }

    static func staying(_ legal: String?) -> TestChild {
        AttendanceConcernTests.staying(TestChild().cla("2023-10-01", legal: legal))
    }
    static let takenInStaying = AttendanceConcernTests.staying(
        TestChild().cin("2023-10-01", to: "2025-11-03").cla("2025-11-04"))

    @Test(
        "While a concern is open a parent is home only for a child who is not in care on the day",
        arguments: [
            Owed(
                "interim care order", staying("C1").contact("parent", "2025-11-05"),
                on: "2025-11-10", "attendance:2025-10-24: upcoming 2025-11-28"),
            Owed(
                "accommodated by agreement", staying("V2").contact("parent", "2025-11-05"),
                on: "2025-11-10", "attendance:2025-10-24: upcoming 2025-11-28"),
            Owed(
                "legal status not on record", staying(nil).contact("parent", "2025-11-05"),
                on: "2025-11-10", "attendance:2025-10-24: upcoming 2025-11-28"),
            Owed(
                "a parent after the carer",
                staying("C2").contact("carer", "2025-11-05").contact("parent", "2025-11-10"),
                on: "2025-11-10", "attendance:2025-10-24: met 2025-12-03"),
            Owed(
                "short breaks, V3", staying("V3").contact("parent", "2025-11-05"),
                on: "2025-11-10", "attendance:2025-10-24: met 2025-12-03"),
            Owed(
                "short breaks, V4", staying("V4").contact("parent", "2025-11-05"),
                on: "2025-11-10", "attendance:2025-10-24: met 2025-12-03"),
            Owed(
                "in need",
                AttendanceConcernTests.staying(TestChild().cin("2023-10-01"))
                    .contact("parent", "2025-11-05"),
                on: "2025-11-10", "attendance:2025-10-24: met 2025-12-03"),
            Owed(
                "the day before care", takenInStaying.contact("parent", "2025-11-03"),
                on: "2025-11-10", "attendance:2025-10-24: met 2025-12-01"),
            Owed(
                "on the first day in care", takenInStaying.contact("parent", "2025-11-04"),
                on: "2025-11-10", "attendance:2025-10-24: upcoming 2025-11-28"),
        ])
    func stillOpen(_ example: Owed) throws { try example.check(.attendanceStillOpen) }
}
