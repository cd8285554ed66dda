// What happens in a school whether anybody owes it or not: registers are taken, and the year turns.
extension Rehearsing {
    /// The year groups in their order.
    private static let groups = ["N1", "N2", "R"] + (1...13).map(String.init)

    /// The year group after which children go to another school: by the phase, else the oldest on
    /// roll.
    static func oldest(_ facts: Facts, on today: Day) -> String? {
        facts.school.school?.phase?.lastYearGroup
            ?? facts.pupils.values.filter { $0.pupil.roll.contains(today) }
            .compactMap { groups.firstIndex(of: $0.pupil.yearGroup) }.max().map { groups[$0] }
    }

    // MARK: Registers

    /// Takes today's register of each child: marks that stand on record stay.
    mutating func takeRegisters() {
        let present = AcademicYear(of: today)
        for ref in children {
            guard let child = facts.pupils[ref]?.pupil, child.roll.contains(today) else { continue }
            let taken = facts.pupils[ref]?.marks[present]
            let (am, pm) = taken?.codes(on: today) ?? (am: nil, pm: nil)
            guard am == nil || pm == nil else { continue }
            let marks = marks(of: ref)
            facts.pupils[ref]?.marks[present, default: YearMarks(year: present)].set(
                today, am: am ?? marks.am, pm: pm ?? marks.pm,
                late: taken?.lateMinutes(on: today))
        }
    }

    /// Present all day, or absent all day with a reason: ill, or sometimes on leave.
    private func marks(of child: PupilRef) -> (am: RegisterCode?, pm: RegisterCode?) {
        var dice = SteadyChance(setting.seed, child, today)
        guard dice.below(100) < setting.absencePercent else {
            return (RegisterCode("/"), RegisterCode("\\"))
        }
        let reason = RegisterCode(dice.below(10) == 0 ? "C" : "I")
        return (reason, reason)
    }

    // MARK: The year's turn

    /// In a new year children move up; in its last term the oldest get their last day.
    mutating func turnYear() {
        let present = AcademicYear(of: today)
        while year < present {
            year = year.next
            moveUp(in: year)
        }
        nameLeavers(of: present)
    }

    private mutating func moveUp(in year: AcademicYear) {
        // Who came with the new year came into the right group.
        let moved = rows { child in
            guard child.roll.contains(today), child.roll.from < year.first,
                child.yearGroup != oldest,
                let index = Self.groups.firstIndex(of: child.yearGroup),
                index + 1 < Self.groups.count
            else { return nil }
            return child.record.with("year_group", Self.groups[index + 1])
        }
        change(moved)
    }

    private mutating func nameLeavers(of present: AcademicYear) {
        let calendar = facts.school.calendar
        let summer = calendar.terms(of: present).first { $0.name == .summer }
        guard leaversNamed != present, let summer, summer.start <= today else { return }
        leaversNamed = present
        let last = calendar.lastSchoolDay(of: summer)
        let leavers = rows { child in
            guard child.yearGroup == oldest, child.roll.to == nil, child.roll.from <= last
            else { return nil }
            return child.record.with("left", last.iso)
        }
        change(leavers)
    }

    /// Children's own rows as they shall be; `nil` leaves one as it is.
    private func rows(_ changed: (Pupil) -> Record?) -> [Record] {
        facts.pupils.values.map(\.pupil).sorted { $0.ref < $1.ref }.compactMap(changed)
    }

    private mutating func change(_ rows: [Record]) {
        facts.make(rows.map { .put($0) }, about: nil, bankHolidays: pack.bankHolidays)
    }

    // MARK: The calendar

    /// Enters the terms that are not on record: the authority's where the pack has them, else those
    /// of an earlier year, week for week. The year after the last day is known by then, too, so that
    /// what falls due in it has its day.
    mutating func completeCalendar() {
        let calendar = facts.school.calendar
        var book = TermBook(terms: calendar.terms, closures: calendar.closures, pack: pack)
        var year = AcademicYear(of: setting.today)
        while year <= AcademicYear(of: setting.until).next {
            for name in TermName.allCases { book.complete(name, of: year) }
            year = year.next
        }
        guard book.terms.count > calendar.terms.count else { return }
        facts.school.calendar = SchoolCalendar(
            terms: book.terms, closures: book.closures, bankHolidays: pack.bankHolidays)
    }
}

/// Terms and closures to which those of further years are added.
private struct TermBook {
    private(set) var terms: [Term]
    private(set) var closures: [Closure]
    let pack: PolicyPack

    /// Adds a term where there is none, with its half-term holiday and the like.
    mutating func complete(_ name: TermName, of year: AcademicYear) {
        guard !terms.contains(where: { $0.year == year && $0.name == name }),
            let (term, breaks) = published(name, of: year) ?? repeated(name, of: year)
                ?? moved(name, to: year),
            !terms.contains(where: { $0.start <= term.end && term.start <= $0.end })
        else { return }
        terms.append(term)
        let known = closures
        closures += breaks.filter { new in
            !known.contains { $0.from <= new.to && new.from <= $0.to }
        }
    }

    /// The authority's own dates.
    private func published(
        _ name: TermName, of year: AcademicYear
    ) -> (term: Term, breaks: [Closure])? {
        guard let dates = pack.dates(of: year), let days = dates.terms[name] else { return nil }
        return (
            Term(year: year, name: name, start: days.first, end: days.last),
            dates.halfTerms[name].map {
                [Closure(from: $0.first, to: $0.last, kind: .halfTerm)]
            } ?? []
        )
    }

    /// The same term of the latest year before.
    private func repeated(
        _ name: TermName, of year: AcademicYear
    ) -> (term: Term, breaks: [Closure])? {
        let earlier = terms.filter { $0.name == name && $0.year < year }
        guard let term = earlier.max(by: { $0.year < $1.year }) else { return nil }
        let breaks = closures.filter {
            ($0.kind == .halfTerm || $0.kind == .inset) && term.start <= $0.from
                && $0.to <= term.end
        }
        return shifted(term, breaks, to: year)
    }

    /// The authority's dates of the nearest year that it has published, the earlier of two.
    private func moved(
        _ name: TermName, to year: AcademicYear
    ) -> (term: Term, breaks: [Closure])? {
        for distance in 1...30 {
            for start in [year.start - distance, year.start + distance] {
                if let (term, breaks) = published(name, of: AcademicYear(start: start)) {
                    return shifted(term, breaks, to: year)
                }
            }
        }
        return nil
    }

    /// A term as many whole weeks away as bring it nearest to its place in another year.
    private func shifted(
        _ term: Term, _ breaks: [Closure], to year: AcademicYear
    ) -> (term: Term, breaks: [Closure])? {
        let distance = year.first - term.year.first
        let days = 7 * Int((Double(distance) / 7).rounded())
        let start = max(year.first, term.start + days)
        let end = min(year.last, term.end + days)
        guard start < end else { return nil }
        return (
            Term(year: year, name: term.name, start: start, end: end),
            breaks.map {
                Closure(from: $0.from + days, to: $0.to + days, kind: $0.kind, name: $0.name)
            }
        )
    }
}

extension SteadyChance {
    /// The same seed, child and day give the same throws, whatever else is played.
    init(_ seed: UInt64, _ child: PupilRef, _ day: Day) {
        self.init(
            seed &+ child.text.steadyHash
                &+ UInt64(truncatingIfNeeded: day.rawValue) &* 0xD1B5_4A32_D192_ED03)
    }
}
