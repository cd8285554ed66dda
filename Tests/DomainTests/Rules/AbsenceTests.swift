import Domain
import Support
import Testing

/// attendance-first-day (SAFE-1, ATT-3) and attendance-unexplained (ATT-1)
struct AbsenceTests {
    static func absent(_ child: TestChild = TestChild().cla("2023-10-01"), _ mark: String = "NN")
        -> TestChild
    {
        child.marks("2025-09-10", mark)
    }
    static let told = absent().contact("carer", "2025-09-10").contact("social-worker", "2025-09-10")

    @Test(
        "Home and social worker hear of an unexplained absence on the same day",
        arguments: [
            Owed("both heard", told, on: "2025-09-10", "2025-09-10: met 2025-09-10"),
            Owed("nobody", absent(), on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "only home", absent().contact("carer", "2025-09-10"), on: "2025-09-10",
                "2025-09-10: overdue 2025-09-10"),
            Owed(
                "only the social worker", absent().contact("social-worker", "2025-09-10"),
                on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "the day after is too late",
                absent().contact("carer", "2025-09-11").contact("social-worker", "2025-09-11"),
                on: "2025-09-11", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "about safeguarding counts",
                absent().contact("carer", "2025-09-10", about: "safeguarding")
                    .contact("social-worker", "2025-09-10", about: "safeguarding"),
                on: "2025-09-10", "2025-09-10: met 2025-09-10"),
            Owed(
                "about punctuality does not",
                absent().contact("carer", "2025-09-10", about: "punctuality")
                    .contact("social-worker", "2025-09-10"),
                on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "an attempt does not",
                absent().contact("carer", "2025-09-10", reached: "no")
                    .contact("social-worker", "2025-09-10"),
                on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "half past midnight in London is that day",
                absent().contact("carer", "2025-09-09T23:30:00Z")
                    .contact("social-worker", "2025-09-10"),
                on: "2025-09-10", "2025-09-10: met 2025-09-10"),
        ])
    func firstDay(_ example: Owed) throws { try example.check(.attendanceFirstDay) }

    static func heard(_ child: TestChild, _ home: String, _ worker: String = "social-worker")
        -> TestChild
    {
        absent(child).contact(home, "2025-09-10").contact(worker, "2025-09-10")
    }

    @Test(
        "A parent of a child in care is not home; in short breaks, or out of care, one is",
        arguments: [
            Owed(
                "interim care order", heard(TestChild().cla("2023-10-01", legal: "C1"), "parent"),
                on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "accommodated by agreement",
                heard(TestChild().cla("2023-10-01", legal: "V2"), "parent"), on: "2025-09-10",
                "2025-09-10: overdue 2025-09-10"),
            Owed(
                "legal status not on record",
                heard(TestChild().cla("2023-10-01", legal: nil), "parent"), on: "2025-09-10",
                "2025-09-10: overdue 2025-09-10"),
            Owed(
                "short breaks, V3", heard(TestChild().cla("2023-10-01", legal: "V3"), "parent"),
                on: "2025-09-10", "2025-09-10: met 2025-09-10"),
            Owed(
                "short breaks, V4", heard(TestChild().cla("2023-10-01", legal: "V4"), "parent"),
                on: "2025-09-10", "2025-09-10: met 2025-09-10"),
            Owed(
                "in need", heard(TestChild().cin("2023-10-01"), "parent"), on: "2025-09-10",
                "2025-09-10: met 2025-09-10"),
            Owed(
                "protected", heard(TestChild().cp("2023-10-01"), "parent"), on: "2025-09-10",
                "2025-09-10: met 2025-09-10"),
            Owed(
                "in care from the day after",
                heard(TestChild().cin("2023-10-01", to: "2025-09-10").cla("2025-09-11"), "parent"),
                on: "2025-09-12", "2025-09-10: met 2025-09-10"),
            Owed(
                "in care from that day",
                heard(TestChild().cin("2023-10-01", to: "2025-09-09").cla("2025-09-10"), "parent"),
                on: "2025-09-12", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "in care until that day",
                heard(TestChild().cla("2023-10-01", to: "2025-09-10").cin("2025-09-11"), "parent"),
                on: "2025-09-12", "2025-09-10: overdue 2025-09-10"),
        ])
    func firstDayHome(_ example: Owed) throws { try example.check(.attendanceFirstDay) }

    @Test(
        "A lead practitioner is the case worker of a child in need with no other plan",
        arguments: [
            Owed(
                "in need",
                heard(TestChild().cin("2023-10-01"), "parent", "lead-practitioner"),
                on: "2025-09-10", "2025-09-10: met 2025-09-10"),
            Owed(
                "protected", heard(TestChild().cp("2023-10-01"), "parent", "lead-practitioner"),
                on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "in care", heard(TestChild().cla("2023-10-01"), "carer", "lead-practitioner"),
                on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "in need and protected",
                heard(
                    TestChild().cin("2023-10-01").cp("2025-01-06"), "parent", "lead-practitioner"),
                on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "in need, protected from the day after",
                heard(
                    TestChild().cin("2023-10-01", to: "2025-09-10").cp("2025-09-11"), "parent",
                    "lead-practitioner"),
                on: "2025-09-12", "2025-09-10: met 2025-09-10"),
        ])
    func firstDayCaseWorker(_ example: Owed) throws { try example.check(.attendanceFirstDay) }

    @Test(
        "It is asked for marks N and O of today and of the five school days before",
        arguments: [
            Owed(
                "O", absent(TestChild().cp("2023-10-01"), "O\\"), on: "2025-09-10",
                "2025-09-10: overdue 2025-09-10"),
            Owed(
                "an afternoon", absent(TestChild().cin("2023-10-01"), "/N"), on: "2025-09-10",
                "2025-09-10: overdue 2025-09-10"),
            Owed("ill", absent(TestChild().cla("2023-10-01"), "II"), on: "2025-09-10"),
            Owed(
                "late after the register", absent(TestChild().cla("2023-10-01"), "U\\"),
                on: "2025-09-10"),
            Owed(
                "five school days later", absent(), on: "2025-09-17",
                "2025-09-10: overdue 2025-09-10"),
            Owed("six school days later", absent(), on: "2025-09-18"),
            Owed(
                "on a Saturday the five days before still show", absent(), on: "2025-09-13",
                "2025-09-10: overdue 2025-09-10"),
            Owed(
                "previously looked after", absent(TestChild().pla("2023-10-01")), on: "2025-09-10"),
            Owed(
                "in need until that day", absent(TestChild().cin("2023-10-01", to: "2025-09-10")),
                on: "2025-09-12", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "in need from the day after", absent(TestChild().cin("2025-09-11")),
                on: "2025-09-12"),
            Owed(
                "19 sessions are enough here",
                TestChild().cla("2023-10-01").marks("2025-09-10", "N_"),
                on: "2025-09-10", "2025-09-10: overdue 2025-09-10"),
            Owed(
                "before admission", absent(TestChild(admitted: "2025-09-11").cla("2023-10-01")),
                on: "2025-09-12"),
        ])
    func firstDayWindow(_ example: Owed) throws { try example.check(.attendanceFirstDay) }

    static func unexplained(_ day: String, _ mark: String = "NN") -> TestChild {
        TestChild().pla("2023-10-01").marks(day, mark)
    }

    @Test(
        "A mark N is replaced within five school days",
        arguments: [
            Owed(
                "the day it is due", unexplained("2025-10-17"), on: "2025-10-24",
                "2025-10-17: soon 2025-10-24"),
            Owed(
                "the day after", unexplained("2025-10-17"), on: "2025-10-25",
                "2025-10-17: overdue 2025-10-24"),
            Owed(
                "across half-term", unexplained("2025-10-22"), on: "2025-11-05",
                "2025-10-22: soon 2025-11-05"),
            Owed(
                "half a day", unexplained("2025-10-17", "/N"), on: "2025-10-20",
                "2025-10-17: soon 2025-10-24"),
            Owed("explained", unexplained("2025-10-17", "OI"), on: "2025-10-20"),
            Owed("of tomorrow", unexplained("2025-10-17"), on: "2025-10-16"),
            Owed(
                "of last year, due this year", unexplained("2025-07-22"), on: "2025-09-02",
                "2025-07-22: soon 2025-09-04"),
            Owed("of last year, due in it", unexplained("2025-07-15"), on: "2025-09-02"),
            Owed(
                "before admission",
                TestChild(admitted: "2025-10-20").pla("2023-10-01").marks("2025-10-17", "NN"),
                on: "2025-10-20"),
            Owed(
                "a child who is not known", TestChild().marks("2025-10-17", "NN"), on: "2025-10-20"),
        ])
    func replaced(_ example: Owed) throws { try example.check(.attendanceUnexplained) }
}
