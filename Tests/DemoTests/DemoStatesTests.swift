import Domain
import Exchange
import Testing

@testable import Demo

@Suite("What the invented school shows")
struct DemoStatesTests {
    let pack: PolicyPack

    init() throws { pack = PackLoader.builtIn }

    /// The days on which most can go wrong, and some between: the first three and the last two of
    /// each term, the two after each half-term, around 1 April, and every fifteenth.
    private func days(of year: Int) -> [Day] {
        let terms = [year - 1, year].flatMap { start -> [Day] in
            let moment = Moment(today: AcademicYear(start: start).first, pack: pack)
            let calendar = moment.calendar
            let own = moment.years[1]
            let all = calendar.schoolDays(from: own.year.first, through: own.year.last)
            var days = all.enumerated().filter { $0.offset % 15 == year % 15 }.map(\.element)
            for (term, half) in zip(own.terms, own.halfTerms) {
                let inTerm = calendar.schoolDays(from: term.start, through: term.end)
                days += inTerm.prefix(3) + inTerm.suffix(2)
                days += inTerm.filter { $0 > half.to }.prefix(2)
            }
            let april = FinancialYear(start: start + 1).first
            return days + all.filter { $0 >= april }.prefix(2)
        }
        return Set(terms.filter { $0.year == year }).sorted()
    }

    @Test(
        "Every state of a duty is on show among its children on any school day",
        arguments: 2025...2034)
    func states(year: Int) {
        for today in days(of: year) {
            let duties = DemoDay(today, pack: pack).duties
            let shown = Set(duties.filter { $0.subject.pupil != nil }.map(\.state))
            #expect(shown.count == DutyState.allCases.count, "\(today.long): only \(shown)")
            #expect(
                duties.contains {
                    $0.rule == .attendanceFirstDay && $0.due == today && $0.state == .overdue
                }, "\(today.long): nobody is missed this morning")
            let overdue = Set(duties.filter { $0.state == .overdue }.map(\.rule))
            #expect(overdue.isSuperset(of: [.keyAdult, .fundingOverspent, .fundingEligible]))
        }
    }

    @Test("On a day in the middle of a term nearly every state of every rule is on show")
    func rules() {
        var shown: [RuleID: Set<DutyState>] = [:]
        for date in ["2026-11-23", "2027-02-08", "2027-03-16", "2027-06-28"] {
            for duty in DemoDay(day(date), pack: pack).duties {
                shown[duty.rule, default: []].insert(duty.state)
            }
        }
        func expect(_ rule: RuleID, _ states: Set<DutyState>) {
            #expect(shown[rule]?.isSuperset(of: states) ?? false, "\(rule): \(shown[rule] ?? [])")
        }
        expect(.pepTermly, [.met, .upcoming, .soon, .overdue, .missed])
        expect(.pepThreeAYear, [.met, .upcoming, .missed])
        expect(.pepInitial, [.met, .soon, .notApplicable])
        expect(.pepAfterMove, [.soon])
        expect(.pepPeople, [.met, .upcoming, .soon, .missed])
        expect(.pepTargetsSet, [.met, .overdue])
        expect(.pepSignedOff, [.met, .soon, .overdue])
        expect(.pepTargetsReviewed, [.met, .soon, .overdue, .notApplicable])
        expect(.attendanceLevel, [.met, .overdue, .notApplicable])
        expect(.attendanceRecorded, [.met, .unknown])
        for rule in [RuleID.contactCarer, .contactSocialWorker, .contactVirtualSchool] {
            expect(rule, [.met, .soon, .overdue, .missed])
        }
        expect(.attendanceStillOpen, [.met, .upcoming, .soon, .overdue])
        expect(.attendanceFirstDay, [.met, .overdue])
        expect(.attendanceUnexplained, [.soon, .overdue])
        expect(.fundingOverspent, [.met, .overdue])
        expect(.fundingIdle, [.met, .upcoming, .soon, .missed])
        expect(.fundingLinked, [.met, .soon, .overdue])
        expect(.fundingImpact, [.met, .upcoming, .soon, .overdue])
        expect(.fundingEligible, [.met, .overdue])
        expect(.keyAdult, [.met, .overdue])
        expect(.roleEducationAdviser, [.overdue])
        expect(.roleDesignatedTeacher, [.met])
    }

    @Test("Fourteen of 180 are known to a social worker, of every kind")
    func cohort() {
        let demo = DemoDay(day("2026-11-23"), pack: pack)
        let labels = demo.known.filter { $0.pupil.roll.contains(demo.today) }
            .compactMap { demo.labels(of: $0).first }
        let counts = Dictionary(grouping: labels) { $0 }.mapValues(\.count)
        #expect(counts == [.cla: 5, .cp: 3, .cin: 4, .pla: 1, .everSix: 1])
        let onRoll = demo.facts.pupils.values.filter { $0.pupil.roll.contains(demo.today) }
        #expect(onRoll.count == 180)
        #expect(demo.known.contains { Set(demo.labels(of: $0)) == [.cp, .cin] })
        #expect(demo.known.contains { $0.pupil.roll.to != nil })
    }

    @Test("As many are known to a social worker as are asked for", arguments: [1, 14, 90, 200])
    func known(count: Int) {
        let demo = DemoDay(day("2026-11-23"), pupils: 200, known: count, pack: pack)
        let known = demo.known.filter {
            $0.pupil.roll.contains(demo.today) && !demo.labels(of: $0).isEmpty
        }
        #expect(known.count == count)
    }

    @Test("Most children are there most of the time; those with a concern are not")
    func attendance() {
        let demo = DemoDay(day("2027-05-20"), pack: pack)
        func attended(_ pupils: some Sequence<PupilFacts>) -> Int {
            var (possible, there) = (0, 0)
            for marks in pupils.compactMap({ $0.marks[AcademicYear(start: 2026)] }) {
                for one in marks.days {
                    let codes = marks.codes(on: one)
                    for code in [codes.am, codes.pm].compactMap({ $0 }) {
                        guard let category = pack.codes.category(of: code), category.isPossible
                        else { continue }
                        possible += 1
                        there += category.isAttended ? 1 : 0
                    }
                }
            }
            return there * 1000 / max(1, possible)
        }
        let others = demo.facts.pupils.values.filter { $0.statuses.isEmpty }
        #expect((930...965).contains(attended(others)))
        func of(_ name: String) -> Int {
            attended(demo.known.filter { $0.pupil.displayName == name })
        }
        #expect((850...900).contains(of("Tomi Adeyemi")))
        #expect(of("Eve Hart") <= 500)
        #expect(of("Max Ibe") >= 980)
    }
}
