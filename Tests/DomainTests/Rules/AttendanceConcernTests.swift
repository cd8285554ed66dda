import Domain
import Support
import Testing

/// attendance-concern (ATT-1, ATT-2): who is told, and by when
struct AttendanceConcernTests {
    /// Three days in a row with a missed session before half-term, then back.
    static func away(_ child: TestChild) -> TestChild {
        child.attending(
            "2025-09-01", "2025-11-28",
            but: ["2025-10-22": "I\\", "2025-10-23": "I\\", "2025-10-24": "I\\"])
    }
    static let child = away(TestChild().cla("2023-10-01"))

    @Test(
        "Carer, social worker and Virtual School hear 1, 2 and 5 school days after a concern opens",
        arguments: [
            (RuleID.contactCarer, "2025-11-03", "2025-11-04"),
            (.contactSocialWorker, "2025-11-04", "2025-11-05"),
            (.contactVirtualSchool, "2025-11-07", "2025-11-10"),
        ])
    func across(_ rule: RuleID, _ due: String, _ next: String) throws {
        let school = TestSchool(Self.child)
        #expect(try school.duties(rule, on: "2025-10-23") == [])
        let line = "attendance:2025-10-24"
        #expect(try school.duties(rule, on: "2025-10-24") == ["\(line): soon \(due)"])
        #expect(try school.duties(rule, on: due) == ["\(line): soon \(due)"])
        #expect(try school.duties(rule, on: next) == ["\(line): overdue \(due)"])
        // The tenth school day in order after the last bad one is 14 November: the last day.
        #expect(try school.duties(rule, on: "2025-11-14") == ["\(line): overdue \(due)"])
        #expect(try school.duties(rule, on: "2025-11-15") == ["\(line): missed \(due)"])
    }

    @Test(
        "The first person reached about attendance or punctuality from the opening on is evidence",
        arguments: [
            Owed(
                "the carer, on the day", child.contact("carer", "2025-10-24"), on: "2025-11-05",
                "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "the carer, about punctuality",
                child.contact("carer", "2025-11-03", about: "punctuality"), on: "2025-11-05",
                "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "two school days late", child.contact("carer", "2025-11-05"), on: "2025-11-05",
                "attendance:2025-10-24: met 2025-11-03 late 2"),
            Owed(
                "the first of two",
                child.contact("carer", "2025-11-06").contact("carer", "2025-11-04"),
                on: "2025-11-07", "attendance:2025-10-24: met 2025-11-03 late 1"),
            Owed(
                "an attempt", child.contact("carer", "2025-11-03", reached: "no"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "about something else", child.contact("carer", "2025-11-03", about: "pep"),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "somebody else", child.contact("social-worker", "2025-11-03"), on: "2025-11-05",
                "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "before it opened", child.contact("carer", "2025-10-23"), on: "2025-11-05",
                "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "the evening before in UTC is the day itself in London",
                child.contact("carer", "2025-10-23T23:30:00Z"), on: "2025-11-05",
                "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "after the clocks went back the evening is the same day",
                child.contact("carer", "2025-11-03T23:30:00Z"), on: "2025-11-05",
                "attendance:2025-10-24: met 2025-11-03"),
            Owed(
                "of tomorrow", child.contact("carer", "2025-11-06"), on: "2025-11-05",
                "attendance:2025-10-24: overdue 2025-11-03"),
            Owed(
                "met for good once the concern is over", child.contact("carer", "2025-11-17"),
                on: "2025-11-18", "attendance:2025-10-24: met 2025-11-03 late 10"),
        ])
    func carer(_ example: Owed) throws { try example.check(.contactCarer) }

    @Test(
        "The Virtual School or the Education Adviser will do",
        arguments: ["virtual-school", "education-adviser"])
    func virtualSchool(_ with: String) throws {
        #expect(
            try TestSchool(Self.child.contact(with, "2025-11-07"))
                .duties(.contactVirtualSchool, on: "2025-11-10")
                == ["attendance:2025-10-24: met 2025-11-07"])
    }

    @Test(
        "Only a child with a social worker when it opened owes word to one",
        arguments: [
            Owed("previously looked after", away(TestChild().pla("2023-10-01")), on: "2025-11-05"),
            Owed("Ever-6", away(TestChild().cin("2023-10-01", to: "2024-10-01")), on: "2025-11-05"),
            Owed(
                "in need until that day", away(TestChild().cin("2023-10-01", to: "2025-10-24")),
                on: "2025-11-05", "attendance:2025-10-24: overdue 2025-11-04"),
            Owed(
                "in need until the day before",
                away(TestChild().cin("2023-10-01", to: "2025-10-23")),
                on: "2025-11-05"),
        ])
    func socialWorker(_ example: Owed) throws { try example.check(.contactSocialWorker) }

    @Test(
        "A concern opens on a bad day: three days missed in a row, or the level with 20 sessions",
        arguments: [
            Owed(
                "two days in a row",
                TestChild().cin("2023-10-01").attending(
                    "2025-09-01", "2025-11-28", but: ["2025-10-23": "II", "2025-10-24": "II"]),
                on: "2025-11-28"),
            Owed(
                "three in a row from the first day of the year",
                TestChild().cin("2023-10-01").marks("2025-09-01", "I\\ \u{2F}I I\\ /\\"),
                on: "2025-09-03", "attendance:2025-09-03: soon 2025-09-04"),
            Owed(
                "a day without marks breaks the run",
                TestChild().cin("2023-10-01").marks("2025-09-01", "I\\ I\\ __ I\\"),
                on: "2025-09-04"),
            Owed(
                "the level counts from 20 sessions on",
                TestChild().cin("2023-10-01").marks(
                    "2025-09-01", "II /\\ /\\ /\\ /\\ /\\ /\\ /\\ /\\ /\\"),
                on: "2025-09-12", "attendance:2025-09-12: soon 2025-09-15"),
            Owed(
                "19 sessions",
                TestChild().cin("2023-10-01").marks(
                    "2025-09-01", "II /\\ /\\ /\\ /\\ /\\ /\\ /\\ /\\ /_"),
                on: "2025-09-12"),
            Owed(
                "days before admission are no days of the child's",
                TestChild(admitted: "2025-09-03").cin("2023-10-01").marks(
                    "2025-09-01", "II II II /\\"),
                on: "2025-09-04"),
            Owed("a child who is not known today", away(TestChild()), on: "2025-11-05"),
            Owed("no marks at all", TestChild().cin("2023-10-01"), on: "2025-11-05"),
        ])
    func opens(_ example: Owed) throws { try example.check(.contactCarer) }

    static func late(_ days: [String: String]) -> TestChild {
        TestChild().cin("2023-10-01").attending("2025-09-01", "2025-10-17", but: days)
    }
    static let lateThrice = late([
        "2025-09-08": "L\\", "2025-09-10": "U\\", "2025-09-12": "L\\",
    ])

    @Test(
        "Three marks L or U in ten school days are a concern about punctuality of its own",
        arguments: [
            Owed(
                "the third", lateThrice, on: "2025-09-12",
                "punctuality:2025-09-12: soon 2025-09-15"),
            Owed(
                "its last day, the tenth with fewer than three", lateThrice, on: "2025-10-03",
                "punctuality:2025-09-12: overdue 2025-09-15"),
            Owed(
                "the day after", lateThrice, on: "2025-10-04",
                "punctuality:2025-09-12: missed 2025-09-15"),
            Owed(
                "two on one day count as two",
                late(["2025-09-08": "LL", "2025-09-10": "L\\"]), on: "2025-09-10",
                "punctuality:2025-09-10: soon 2025-09-11"),
            Owed(
                "the first is the tenth day back",
                late(["2025-09-01": "L\\", "2025-09-08": "L\\", "2025-09-12": "L\\"]),
                on: "2025-09-12", "punctuality:2025-09-12: soon 2025-09-15"),
            Owed(
                "the first is the eleventh day back",
                late(["2025-09-01": "L\\", "2025-09-08": "L\\", "2025-09-15": "L\\"]),
                on: "2025-09-15"),
        ])
    func punctuality(_ example: Owed) throws { try example.check(.contactCarer) }

    /// Away half of every day from 22 October on: the concern never closes.
    static func staying(_ child: TestChild) -> TestChild {
        child.attending("2025-09-01", "2025-10-21").marks("2025-10-22", "I\\ I\\ I\\")
            .marks("2025-11-03", Array(repeating: "I\\", count: 35).joined(separator: " "))
    }
    static let stays = staying(TestChild().cla("2023-10-01"))
    static let heard = stays.contact("carer", "2025-11-05")

    @Test(
        "While a concern is open home hears every 20 school days",
        arguments: [
            Owed(
                "nobody yet, six days left", stays, on: "2025-11-20",
                "attendance:2025-10-24: upcoming 2025-11-28"),
            Owed(
                "five left", stays, on: "2025-11-21", "attendance:2025-10-24: soon 2025-11-28"),
            Owed(
                "the day it is due", stays, on: "2025-11-28",
                "attendance:2025-10-24: soon 2025-11-28"),
            Owed(
                "after it", stays, on: "2025-12-01", "attendance:2025-10-24: overdue 2025-11-28"),
            Owed("home heard", heard, on: "2025-11-10", "attendance:2025-10-24: met 2025-12-03"),
            Owed(
                "five days left again", heard, on: "2025-11-26",
                "attendance:2025-10-24: soon 2025-12-03"),
            Owed(
                "nobody since", heard, on: "2025-12-04",
                "attendance:2025-10-24: overdue 2025-12-03"),
            Owed(
                "heard again", heard.contact("carer", "2025-12-01"), on: "2025-12-02",
                "attendance:2025-10-24: met 2026-01-12"),
            Owed(
                "the social worker is not home", stays.contact("social-worker", "2025-11-05"),
                on: "2025-11-10", "attendance:2025-10-24: upcoming 2025-11-28"),
            Owed(
                "an attempt is none", stays.contact("carer", "2025-11-05", reached: "no"),
                on: "2025-11-10", "attendance:2025-10-24: upcoming 2025-11-28"),
            Owed(
                "its last day", child, on: "2025-11-14",
                "attendance:2025-10-24: upcoming 2025-11-28"),
            Owed("closed", child, on: "2025-11-17"),
            Owed(
                "punctuality too", lateThrice, on: "2025-09-15",
                "punctuality:2025-09-12: upcoming 2025-10-10"),
        ])
    func stillOpen(_ example: Owed) throws { try example.check(.attendanceStillOpen) }
}
