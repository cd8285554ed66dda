import Domain
import Exchange
import Support
import Synchronization
import Testing

/// A year in a minute: what it asks, and what it cannot give.
struct RehearsalTests {
    private static let start = Written.day("2026-09-07")
    private static let end = Written.day("2027-08-31")

    /// Two children, one on a plan and one in care, known for long; nothing else is on record.
    private static let school = TestSchool(
        TestChild("K1").cin("2025-09-01"), TestChild("K2").cla("2024-01-08")
    ).with(Rows.school("primary"))

    private func rehearsal(
        until: Day = RehearsalTests.end, absence: Int = 0, seed: UInt64 = 1,
        under pack: PolicyPack = County.pack
    ) throws -> Rehearsal {
        Rehearsal(
            of: try Self.school.facts(),
            Rehearsal.Setting(
                today: Self.start, until: until, absencePercent: absence, seed: seed),
            under: pack)
    }

    /// Everything that a rehearsal says, as lines.
    private func lines(_ rehearsal: Rehearsal) -> [String] {
        var lines = rehearsal.acts.map {
            "\($0.day) \($0.duty.id.text) \($0.action) \($0.kind) \($0.who) \($0.minutes)"
        }
        lines += rehearsal.unkept.map { "\($0.since) \($0.duty.id.text) \($0.why)" }
        lines += rehearsal.end.map { "\($0.id.text) \($0.line)" }
        lines += rehearsal.weeks.map { "\($0.monday) \($0.schoolDays) \($0.load)" }
        return lines
    }

    @Test("The same start, policy and seed give the same rehearsal; another seed gives another")
    func again() throws {
        let until = Written.day("2026-12-18")
        let first = lines(try rehearsal(until: until, absence: 20))
        #expect(first == lines(try rehearsal(until: until, absence: 20)))
        #expect(first != lines(try rehearsal(until: until, absence: 20, seed: 2)))
    }

    @Test("What is begun in good order ends in it, but for what is listed")
    func goodOrder() throws {
        let year = try rehearsal()
        let listed = Set(year.unkept.map(\.duty.id))
        for duty in year.end where duty.state == .missed || duty.state == .overdue {
            #expect(listed.contains(duty.id), "\(duty.id.text) \(duty.line)")
        }
        // What was lost before it began shows on its first day; nothing is lost after it.
        let first = try #require(year.schoolDays.first)
        #expect(first == Self.start)
        let lost = year.unkept.filter { $0.since > first }
        let words = lost.map { "\($0.since) \($0.duty.id.text): \($0.why)" }
        #expect(words == [])
        // No act is done in vain, so that each least act turns its duty.
        let inVain = ["its least act does not turn it", "what turns it does not last"]
        #expect(!year.unkept.contains { one in inVain.contains { one.why.contains($0) } })
    }

    @Test("Each child has a PEP in each term, on its last comfortable day")
    func peps() throws {
        let days = try rehearsal().acts.filter { $0.kind == .pep }.map(\.day)
        let last = ["2026-12-18", "2027-03-25", "2027-07-21"].map(Written.day)
        #expect(days == last.flatMap { [$0, $0] })
    }

    @Test("Weeks, kinds and people each add up to the whole")
    func sums() throws {
        let year = try rehearsal()
        let total = year.total
        #expect(total.acts == year.acts.count && total.minutes > 0)
        #expect(year.weeks.map(\.load.minutes).reduce(0, +) == total.minutes)
        #expect(year.weeks.map(\.schoolDays).reduce(0, +) == year.schoolDays.count)
        #expect(year.kinds.values.map(\.acts).reduce(0, +) == total.acts)
        #expect(year.people.values.map(\.minutes).reduce(0, +) == total.minutes)
        #expect(year.weeks.allSatisfy { $0.monday.weekday == 1 })
        let peaks = year.peaks()
        #expect(peaks.first?.load.minutes == year.weeks.map(\.load.minutes).max())
        // With nothing on record the first week has most of a new school's backlog.
        #expect(year.backlog.acts > 0 && year.backlog.acts < total.acts)
    }

    @Test("A number changed costs what it says")
    func otherNumber() throws {
        func changed(_ text: String) throws -> Rehearsal {
            let change = try #require(NumberChange(text))
            return try rehearsal(
                until: Written.day("2026-12-18"),
                under: try PackLoader.load("hertfordshire", changing: [change], on: Self.start))
        }
        let ours = try rehearsal(until: Written.day("2026-12-18"))
        let calls = ours.sum { $0.kind == .call }
        let slower = try changed("workload.call=20")
        #expect(
            slower.total - ours.total == Rehearsal.Load(acts: 0, minutes: 10 * calls.acts))
        let stricter = try changed("days.contact=15")
        #expect(stricter.sum { $0.kind == .call }.acts > calls.acts)
        #expect(stricter.policy == "Hertfordshire with days.contact=15")
    }

    @Test("Children who stay away call for more than those who come")
    func absence() throws {
        let until = Written.day("2026-12-18")
        let present = try rehearsal(until: until)
        let absent = try rehearsal(until: until, absence: 100)
        #expect(absent.total.minutes > present.total.minutes)
        // No act turns a year's figure: it is listed, and decided about again and again.
        #expect(absent.unkept.contains { $0.duty.rule == .attendanceLevel })
        #expect(absent.acts.count { $0.action == .noAction } > 2)
    }

    @Test("What can be planned ahead says from when it counts, a PEP not before its term")
    func windows() throws {
        let peps = try rehearsal().acts.filter { $0.kind == .pep }
        let first = ["2026-09-07", "2027-01-04", "2027-04-12"].map(Written.day)
        #expect(peps.map(\.from) == first.flatMap { [$0, $0] })
        #expect(peps.allSatisfy { $0.from <= $0.day && $0.duty.planned == .pepPlan })
    }

    @Test("Once nobody wants it any more nothing more is played, and there is no rehearsal")
    func unwanted() throws {
        let asked = Asked(limit: 30)
        let played = Rehearsal(
            of: try Self.school.facts(),
            Rehearsal.Setting(today: Self.start, until: Self.end), under: County.pack,
            while: { asked.isWanted })
        #expect(played == nil)
        #expect(asked.count < 60)
    }

    @Test("Its cost grows with the days, and with the children, and no faster")
    func growth() throws {
        func cost(_ children: Int, until: String) throws -> Int {
            let asked = Asked(limit: .max)
            let all = (1...children).map { TestChild("K\($0)").cin("2025-09-01") }
            let school = TestSchool(
                children: all, calendar: County.terms + County.halfTerms, roles: TestSchool.roles)
            let setting = Rehearsal.Setting(
                today: Self.start, until: Written.day(until), absencePercent: 0)
            _ = Rehearsal(of: try school.facts(), setting, under: County.pack) { asked.isWanted }
            return asked.count
        }
        // 19 school days, and 38.
        let once = try cost(2, until: "2026-10-01")
        #expect(try cost(2, until: "2026-11-04") <= 2 * once)
        #expect(try cost(4, until: "2026-10-01") <= 2 * once)
    }

    /// Counts how often it is asked: once for each judging of a child.
    private final class Asked: Sendable {
        private let limit: Int
        private let times = Mutex(0)

        init(limit: Int) { self.limit = limit }

        var count: Int { times.withLock { $0 } }

        var isWanted: Bool {
            times.withLock { times in
                times += 1
                return times <= limit
            }
        }
    }
}
