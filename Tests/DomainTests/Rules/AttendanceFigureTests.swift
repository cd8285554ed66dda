import Domain
import Support
import Testing

/// Attendance figures; attendance-level (ATT-3, INT-6); attendance-recorded (ATT-3, SAFE-1)
struct AttendanceFigureTests {
    @Test(
        "The percentage is cut off, never rounded up, and the level compares whole numbers",
        arguments: [
            (370, 37, "90.0", AttendanceLevel.persistent), (371, 37, "90.0", .concern),
            (369, 37, "89.9", .persistent), (10_000, 1001, "89.9", .persistent),
            (40, 20, "50.0", .severe), (200, 100, "50.0", .severe),
            (201, 100, "50.2", .persistent), (41, 20, "51.2", .persistent), (100, 5, "95.0", .fine),
            (100, 6, "94.0", .concern), (2500, 251, "89.9", .persistent), (1, 0, "100.0", .fine),
            (3, 3, "0.0", .severe), (20, 1, "95.0", .fine), (20, 2, "90.0", .persistent),
        ])
    func level(_ possible: Int, _ missed: Int, _ percent: String, _ level: AttendanceLevel) throws {
        let figure = AttendanceFigure(possible: possible, attended: possible - missed)
        #expect(figure.missed == missed)
        #expect(figure.percent == percent)
        #expect(figure.level(under: County.pack) == level)
    }

    @Test("Of no possible session there is no percentage")
    func nothing() { #expect(AttendanceFigure().percent == nil) }

    @Test(
        "Only days on roll count, though marks stand on others",
        arguments: [
            ("2025-09-01", "2025-09-12", 0), ("2025-09-01", "2025-09-15", 2),
            ("2025-09-26", "2025-09-29", 2), ("2025-09-29", "2025-09-30", 0),
            ("2025-09-16", "2025-09-15", 0),
        ])
    func onRoll(_ first: String, _ last: String, _ possible: Int) throws {
        let child = TestChild(admitted: "2025-09-15", left: "2025-09-26")
            .attending("2025-09-01", "2025-09-30")
        let facts = try #require(try TestSchool(child).facts().pupils[PupilRef("K001")])
        let figure = facts.attendance(
            from: Written.day(first), through: Written.day(last), under: County.pack)
        #expect(figure == AttendanceFigure(possible: possible, attended: possible))
    }

    /// Twenty whole days before the marks in question, so that the figure is judged.
    private func figure(_ marks: String) throws -> AttendanceFigure {
        let child = TestChild().cin("2025-01-01").attending("2025-09-01", "2025-09-26")
            .marks("2025-09-29", marks)
        let duty = try TestSchool(child).duties(on: "2025-10-20").first {
            $0.rule == .attendanceLevel
        }
        guard case .level(_, let figure) = try #require(duty).reason else {
            Issue.record("no figure for \(marks)")
            return AttendanceFigure()
        }
        return AttendanceFigure(possible: figure.possible - 40, attended: figure.attended - 40)
    }

    @Test(
        "A session counts as its code says, morning and afternoon apart",
        arguments: [
            ("/\\ /X /X /X /X", 6, 6), ("## /\\ L\\ U\\ II", 8, 5), ("D\\", 1, 1),
            ("Y4Y4", 0, 0), ("Q\\", 1, 1), ("VV", 2, 2), ("EE", 2, 0), ("C2\\", 2, 1),
            ("__", 0, 0), ("/_", 1, 1), ("_N", 1, 0), ("KB WP", 4, 4), ("GO", 2, 0),
        ])
    func codes(_ marks: String, _ possible: Int, _ attended: Int) throws {
        #expect(try figure(marks) == AttendanceFigure(possible: possible, attended: attended))
    }

    static let known = TestChild().cin("2025-01-01")

    @Test(
        "Attendance is judged from 20 possible sessions on, year to date while on roll",
        arguments: [
            Owed("no mark", known, on: "2025-09-10", "unknown"),
            Owed(
                "only sessions that were not possible", known.marks("2025-09-01", "## ##"),
                on: "2025-09-10", "unknown"),
            Owed(
                "19 possible, all missed",
                known.marks("2025-09-01", "II II II II II II II II II I_"), on: "2025-09-15",
                "not-applicable"),
            Owed(
                "20 possible, all missed",
                known.marks("2025-09-01", "II II II II II II II II II II"), on: "2025-09-15",
                "severe: overdue"),
            Owed(
                "2 of 40 missed",
                known.attending("2025-09-01", "2025-09-26", but: ["2025-09-10": "II"]),
                on: "2025-09-29", "fine: met"),
            Owed(
                "3 of 40 missed",
                known.attending(
                    "2025-09-01", "2025-09-26", but: ["2025-09-10": "II", "2025-09-11": "I\\"]),
                on: "2025-09-29", "concern: overdue"),
            Owed(
                "4 of 40 missed",
                known.attending(
                    "2025-09-01", "2025-09-26", but: ["2025-09-10": "II", "2025-09-11": "II"]),
                on: "2025-09-29", "persistent: overdue"),
            Owed(
                "marks of tomorrow do not count yet",
                known.attending("2025-09-01", "2025-09-26", but: ["2025-09-26": "II"]),
                on: "2025-09-25", "fine: met"),
            Owed(
                "marks before admission do not count",
                TestChild(admitted: "2025-09-15").cin("2025-01-01").attending(
                    "2025-09-01", "2025-09-26",
                    but: ["2025-09-10": "II", "2025-09-11": "II", "2025-09-12": "II"]),
                on: "2025-09-29", "fine: met"),
            Owed(
                "marks of last year do not count", known.attending("2025-06-02", "2025-07-23"),
                on: "2025-09-10", "unknown"),
            Owed(
                "a child who is not known", TestChild().attending("2025-09-01", "2025-09-26"),
                on: "2025-09-29"),
            Owed(
                "a child who left", TestChild(left: "2025-09-26").cin("2025-01-01"),
                on: "2025-09-29"),
        ])
    func levels(_ example: Owed) throws { try example.check(.attendanceLevel) }

    @Test(
        "The register of the last school day before today has both marks, or nobody knows",
        arguments: [
            Owed(
                "both marks", known.marks("2025-09-09", "/\\"), on: "2025-09-10",
                "met 2025-09-09"),
            Owed(
                "the same code twice", known.marks("2025-09-09", "//"), on: "2025-09-10",
                "met 2025-09-09"),
            Owed(
                "an absence is a mark", known.marks("2025-09-09", "NN"), on: "2025-09-10",
                "met 2025-09-09"),
            Owed(
                "no afternoon", known.marks("2025-09-09", "/_"), on: "2025-09-10",
                "unknown 2025-09-09"),
            Owed(
                "no morning", known.marks("2025-09-09", "_\\"), on: "2025-09-10",
                "unknown 2025-09-09"),
            Owed("no row", known, on: "2025-09-10", "unknown 2025-09-09"),
            Owed(
                "a mark of today only", known.marks("2025-09-10", "/\\"), on: "2025-09-10",
                "unknown 2025-09-09"),
            Owed("the first school day of the year", known, on: "2025-09-01", "not-applicable"),
            Owed(
                "the day of admission", TestChild(admitted: "2025-09-10").cin("2025-01-01"),
                on: "2025-09-10", "not-applicable"),
            Owed(
                "the day after admission", TestChild(admitted: "2025-09-10").cin("2025-01-01"),
                on: "2025-09-11", "unknown 2025-09-10"),
            Owed("after half-term", known, on: "2025-11-03", "unknown 2025-10-24"),
            Owed(
                "without a calendar", TestSchool(known, calendar: []), on: "2025-09-10",
                "not-applicable"),
            Owed("a child who is not known", TestChild(), on: "2025-09-10"),
        ])
    func recorded(_ example: Owed) throws { try example.check(.attendanceRecorded) }
}
