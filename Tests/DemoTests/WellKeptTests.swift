import Domain
import Exchange
import Support
import Testing

@testable import Demo

@Suite("The invented school that keeps its policy")
struct WellKeptTests {
    let pack: PolicyPack

    init() throws { pack = PackLoader.builtIn }

    /// Of 2026-27 each fifth school day and of other years one a month; in `make soak` every one.
    private func days(of start: Int) -> [Day] {
        let moment = Moment(today: AcademicYear(start: start).first, pack: pack)
        let all = Array(
            moment.calendar.schoolDays(from: moment.year.first, through: moment.year.last))
        if Soak.seeds(1).count > 1 { return all }
        guard start != 2026 else { return stride(from: 0, to: all.count, by: 5).map { all[$0] } }
        return stride(from: start % 19, to: all.count, by: 19).map { all[$0] }
    }

    @Test(
        "A few things are late by days on any school day, and every clause is kept or plainly short",
        arguments: 2024...2034)
    func kept(year: Int) {
        for today in days(of: year) {
            let demo = DemoDay(today, pack: pack, story: .kept)
            let duties = demo.duties
            func of(_ state: DutyState) -> [Duty] { duties.filter { $0.state == state } }
            let (overdue, unknown) = (of(.overdue), of(.unknown))
            let late = Set(overdue.compactMap(\.subject.pupil))
            #expect((2...6).contains(late.count), "\(today.long): \(late)")
            #expect(overdue.count <= 12, "\(today.long): \(overdue.map(\.id.text))")
            #expect(of(.missed).count <= 3, "\(today.long): \(of(.missed).map(\.id.text))")
            #expect((1...3).contains(unknown.count), "\(today.long): \(unknown.map(\.id.text))")
            #expect(of(.soon).count >= 4, "\(today.long)")
            for duty in overdue where duty.due.map({ $0 < today - 92 }) == true {
                #expect(duty.rule == "kcsie-read", "\(today.long): \(duty.id.text)")
            }
            let asked = Set(unknown.map(\.rule))
            for line in PolicyLedger(duties, demo.facts, on: today, under: pack).lines {
                #expect(
                    line.state != .unknown || !asked.isDisjoint(with: line.rules),
                    "\(today.long): \(line.clause.id)")
            }
        }
    }

    @Test(
        "One is missed this morning; one was suspended, and one is taught elsewhere",
        arguments: ["2025-09-03", "2026-01-06", "2026-11-23", "2030-04-01", "2034-07-20"])
    func morning(date: String) {
        let demo = DemoDay(day(date), pack: pack, story: .kept)
        let year = AcademicYear(of: demo.today)
        let away = demo.known.filter { child in
            let am = child.marks[year]?.codes(on: demo.today).am
            return am.flatMap(pack.codes.category)?.isAttended == false
        }
        #expect(away.map(\.pupil.displayName) == ["Bea Ashworth"])
        #expect(
            demo.duties.filter { $0.rule == .attendanceFirstDay && $0.due == demo.today }
                .map(\.state) == [.overdue])
        let suspensions = demo.known.flatMap(\.suspensions)
        #expect(suspensions.count == 1 && suspensions.allSatisfy { demo.today - $0.from <= 365 })
        let provisions = demo.known.flatMap(\.alternativeProvision)
        #expect(provisions.count == 1 && provisions.allSatisfy { $0.span.contains(demo.today) })
    }

    @Test("Both stories are told of the same children, each under the same number")
    func same() {
        let stories = SchoolStory.allCases.map {
            DemoDay(day("2026-11-23"), pack: pack, story: $0).known
        }
        let names = stories.map { $0.map { "\($0.ref.text) \($0.pupil.displayName)" } }
        #expect(names[0] == names[1] && names[0].count == 15)
    }
}
