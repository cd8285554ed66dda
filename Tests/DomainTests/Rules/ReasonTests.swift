import Domain
import Support
import Testing

/// The sentences that a Designated Teacher reads, word for word.
struct ReasonTests {
    private func sentence(_ rule: RuleID, _ child: TestChild, on day: String) throws -> String {
        try sentence(rule, TestSchool(child), on: day)
    }

    private func sentence(_ rule: RuleID, _ school: TestSchool, on day: String) throws -> String {
        let duties = try school.duties(on: day).filter { $0.rule == rule }
        return try #require(duties.last).reason.sentence
    }

    @Test("A termly PEP says what is planned, held or missing, and how long is left")
    func termly() throws {
        let child = TestChild().pla("2024-01-01")
        #expect(
            try sentence(.pepTermly, child, on: "2025-12-12")
                == "No PEP held this term and none planned; 5 school days left.")
        #expect(
            try sentence(.pepTermly, child.pep(planned: "2025-12-16"), on: "2025-12-12")
                == "PEP planned for Tue 16 Dec 2025; 5 school days left in the term.")
        #expect(
            try sentence(.pepTermly, child.pep(planned: "2025-12-09"), on: "2025-12-18")
                == "PEP planned for Tue 9 Dec 2025 was not held.")
        #expect(
            try sentence(.pepTermly, child.pep(held: "2025-12-09"), on: "2025-12-18")
                == "PEP held Tue 9 Dec 2025.")
        #expect(
            try sentence(.pepTermly, child, on: "2025-12-20")
                == "The term ended Fri 19 Dec 2025 without a PEP.")
        #expect(
            try sentence(
                .pepTermly, TestChild().pla("2024-01-01", to: "2025-10-10"), on: "2025-10-11")
                == "No PEP was held up to Fri 10 Oct 2025, the last day known to a social worker.")
        #expect(
            try sentence(.pepTermly, TestChild().cin("2025-12-19"), on: "2025-12-19")
                == "1 school day known to a social worker this term, fewer than 20.")
    }

    @Test(
        "A first PEP says since when the child is looked after and how many working days are left")
    func first() throws {
        let child = TestChild().cla("2025-08-04")
        #expect(
            try sentence(.pepInitial, child, on: "2025-08-15")
                == "First PEP to hold, looked after since Mon 4 Aug 2025; 1 working day left.")
        #expect(
            try sentence(.pepInitial, child, on: "2025-08-26")
                == "First PEP not held, looked after since Mon 4 Aug 2025; 5 working days late.")
    }

    @Test("Attendance gives the figure and the level, never a figure without its sum")
    func level() throws {
        let child = TestChild().cin("2025-01-01").attending(
            "2025-09-01", "2025-09-26", but: ["2025-09-10": "II", "2025-09-11": "I\\"])
        #expect(
            try sentence(.attendanceLevel, child, on: "2025-09-29")
                == "92.5 % attended, 3 of 40 sessions missed: a concern.")
        #expect(
            try sentence(.attendanceRecorded, child.marks("2025-09-29", "/_"), on: "2025-09-30")
                == "The afternoon's mark of Mon 29 Sep 2025 is missing.")
    }

    @Test("An absence without a reason says who has still to hear")
    func firstDay() throws {
        let child = AbsenceTests.absent()
        #expect(
            try sentence(.attendanceFirstDay, child, on: "2025-09-10")
                == "No reason for the absence today: home and social worker hear the same day.")
        #expect(
            try sentence(
                .attendanceFirstDay, child.contact("carer", "2025-09-10"), on: "2025-09-11")
                == "No reason for the absence of Wed 10 Sep 2025: the social worker hears the same "
                + "day.")
    }

    @Test("Money says how much, in pounds and pence")
    func money() throws {
        #expect(
            try sentence(.fundingOverspent, FundingTests.drawn, on: "2025-10-10")
                == "£250.00 left of £600.00.")
        #expect(
            try sentence(
                .fundingOverspent,
                FundingTests.drawn.entry("E4", "spend", "1250.01", on: "2025-10-09"),
                on: "2025-10-10") == "Overspent by £1,000.01.")
    }
}
