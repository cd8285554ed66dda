import Demo
import Domain
import Exchange
import Testing

@Test("survey") func survey() throws {
    let pack = try PackLoader.builtIn()
    var seen: [RuleID: [DutyState: Int]] = [:]
    var lacking: [String: Int] = [:]
    var n = 0
    var day = try #require(Day(iso: "2025-01-01"))
    let end = try #require(Day(iso: "2034-12-31"))
    var step = 0
    while day <= end {
        defer { day = day + 1 }
        let cal = facts(day, pack).0
        guard cal.school.calendar.isSchoolDay(day) else { continue }
        step += 1
        if step % 7 != 0, cal.school.calendar.schoolDays(last: 3, upTo: day).first.map({ AcademicYear(of: $0) == AcademicYear(of: day) }) ?? true { continue }
        n += 1
        let duties = allDuties(cal, on: day, under: pack)
        var states: Set<DutyState> = []
        var perDay: [RuleID: Set<DutyState>] = [:]
        for d in duties {
            if d.subject.pupil != nil { states.insert(d.state) }
            perDay[d.rule, default: []].insert(d.state)
        }
        for (r, s) in perDay { for x in s { seen[r, default: [:]][x, default: 0] += 1 } }
        for s in DutyState.allCases where !states.contains(s) {
            lacking[s.rawValue, default: 0] += 1
            print("LACK", day, s)
        }
        if !duties.contains(where: { $0.rule == .attendanceFirstDay && $0.due == day && $0.state == .overdue }) { print("NOFIRST", day) }
        if n == 40 { for d in duties { print("DUTY", d.subject.text, d.rule.rawValue, d.reference, d.due?.iso ?? "-", d.state.rawValue) } }
    }
    print("days", n, lacking)
    for r in RuleID.allCases { print(r.rawValue, DutyState.allCases.compactMap { s in seen[r]?[s].map { "\(s.rawValue) \($0)" } }.joined(separator: ", ")) }
}

func facts(_ day: Day, _ pack: PolicyPack) -> (Facts, [Record]) {
    let demo = DemoSchool(today: day, pack: pack)
    let records = demo.records()
    var facts = Facts(records: records, bankHolidays: pack.bankHolidays)
    for entry in demo.marks() { facts.pupils[entry.pupil]?.marks[entry.marks.year] = entry.marks }
    return (facts, records)
}
