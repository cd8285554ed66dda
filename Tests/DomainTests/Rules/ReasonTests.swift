import Domain
import Support
import Testing

/// The sentences and lines that a Designated Teacher reads, word for word.
struct ReasonTests {
    private func sentence(_ rule: RuleID, _ child: TestChild, on day: String) throws -> String {
        try sentence(rule, TestSchool(child), on: day)
    }

    private func sentence(_ rule: RuleID, _ school: TestSchool, on day: String) throws -> String {
        try duty(rule, school, on: day).sentence(on: Written.day(day))
    }

    private func line(_ rule: RuleID, _ school: TestSchool, on day: String) throws -> String {
        try duty(rule, school, on: day).line(on: Written.day(day))
    }

    private func duty(_ rule: RuleID, _ school: TestSchool, on day: String) throws -> Duty {
        try #require(try school.duties(on: day).last(where: { $0.rule == rule }))
    }

    @Test("A termly PEP says what is planned, held or missing, and how long is left")
    func termly() throws {
        let child = TestChild().pla("2024-01-01")
        #expect(
            try sentence(.pepTermly, child, on: "2025-12-12")
                == "No PEP is planned for this term; 5 school days are left.")
        #expect(
            try sentence(.pepTermly, child.pep(planned: "2025-12-16"), on: "2025-12-12")
                == "The PEP is planned for Tue 16 Dec; 5 school days are left in the term.")
        #expect(
            try sentence(.pepTermly, child.pep(planned: "2025-12-09"), on: "2025-12-18")
                == "The PEP planned for Tue 9 Dec was not held.")
        #expect(
            try sentence(.pepTermly, child.pep(held: "2025-12-09"), on: "2025-12-18")
                == "The PEP was held on Tue 9 Dec.")
        #expect(
            try sentence(.pepTermly, child, on: "2025-12-20")
                == "No PEP is recorded for the autumn term.")
        #expect(
            try sentence(
                .pepTermly, TestChild().pla("2024-01-01", to: "2025-10-10"), on: "2025-10-11")
                == "No PEP was held up to Fri 10 Oct, the last day known to a social worker.")
        #expect(
            try sentence(.pepTermly, TestChild().cin("2025-12-19"), on: "2025-12-19")
                == "1 school day known to a social worker in the term; nothing is due for fewer than "
                + "20.")
    }

    @Test(
        "A first PEP says since when the child is looked after and how many working days are left")
    func first() throws {
        let child = TestChild().cla("2025-08-04")
        #expect(
            try sentence(.pepInitial, child, on: "2025-08-15")
                == "The first PEP is due by Mon 18 Aug, 1 working day left; looked after since "
                + "Mon 4 Aug.")
        #expect(
            try sentence(.pepInitial, child, on: "2025-08-26")
                == "The first PEP was due by Mon 18 Aug, 5 working days ago; looked after since "
                + "Mon 4 Aug.")
    }

    @Test("Attendance gives the figure and the level, never a figure without its sum")
    func level() throws {
        let child = TestChild().cin("2025-01-01").attending(
            "2025-09-01", "2025-09-26", but: ["2025-09-10": "II", "2025-09-11": "I\\"])
        #expect(
            try sentence(.attendanceLevel, child, on: "2025-09-29")
                == "92.5 % attended: 3 of 40 sessions missed, which is a concern.")
        #expect(
            try sentence(.attendanceRecorded, child.marks("2025-09-29", "/_"), on: "2025-09-30")
                == "The afternoon mark of Mon 29 Sep is missing.")
    }

    @Test("An absence without a reason says who has still to hear")
    func firstDay() throws {
        let child = AbsenceTests.absent()
        #expect(
            try sentence(.attendanceFirstDay, child, on: "2025-09-10")
                == "No reason is known for today's absence; home and the social worker are to hear "
                + "today.")
        #expect(
            try sentence(
                .attendanceFirstDay, child.contact("carer", "2025-09-10"), on: "2025-09-11")
                == "No reason is known for the absence on Wed 10 Sep; the social worker was not told "
                + "that day.")
    }

    @Test("Money says how much, in pounds and pence")
    func money() throws {
        #expect(
            try sentence(.fundingOverspent, FundingTests.drawn, on: "2025-10-10")
                == "£250.00 of £600.00 is left.")
        #expect(
            try sentence(
                .fundingOverspent,
                FundingTests.drawn.entry("E4", "spend", "1250.01", on: "2025-10-09"),
                on: "2025-10-10") == "The money is overspent by £1,000.01.")
    }

    @Test("A line says the thing and the day, and the year only of another year")
    func lines() throws {
        let child = TestChild().pla("2024-01-01")
        #expect(
            try line(.pepTermly, TestSchool(child), on: "2025-12-12")
                == "PEP this term, none planned")
        #expect(
            try line(.pepTermly, TestSchool(child.pep(held: "2025-12-09")), on: "2025-12-18")
                == "PEP held 9 Dec")
        let planned = TestSchool(TestChild().cp("2025-09-15"))
        #expect(
            try line(.coreGroup, planned, on: "2025-09-19") == "First core group by Mon 29 Sep")
        #expect(
            try line(.coreGroup, planned, on: "2025-10-01") == "Core group overdue since 29 Sep")
        #expect(
            try sentence(.coreGroup, planned, on: "2025-10-01")
                == "No core group is recorded since the plan began on Mon 15 Sep; it was due by "
                + "Mon 29 Sep.")
        let met = planned.with(Rows.review("M1", "core-group", held: "2025-09-25"))
        #expect(try line(.coreGroup, met, on: "2025-10-01") == "Core group by 6 Nov")
        #expect(try line(.coreGroup, met, on: "2025-11-10") == "No core group since 25 Sep")
        #expect(try line(.coreGroup, met, on: "2026-09-02") == "No core group since 25 Sep 2025")
    }
}
