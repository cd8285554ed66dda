/// Where half-term lies in a term: as it is on record, as the register shows it, or as the authority
/// has it.
struct HalfTerm {
    let facts: Facts
    let pack: PolicyPack

    /// The closure of that kind within a term.
    func onRecord(_ term: YearDates.Days) -> Closure? {
        facts.school.calendar.closures.first {
            $0.kind == .halfTerm && term.first <= $0.from && $0.to <= term.last
        }
    }

    /// What a form begins with; `nil` where nothing tells it.
    func offered(_ year: AcademicYear, _ name: TermName, _ term: YearDates.Days?) -> YearDates.Days?
    {
        let known = pack.dates(of: year)
        let term = term ?? known?.terms[name]
        if let stands = term.flatMap(onRecord) { return YearDates.Days(stands.from, stands.to) }
        return term.flatMap(unmarked) ?? known?.halfTerms[name]
    }

    /// The longest run of a week or more, between the first mark of a term and the last, in which no
    /// child has one: the school was closed. Weekends are left out of the run's ends.
    private func unmarked(_ term: YearDates.Days) -> YearDates.Days? {
        let weekdays = stride(from: term.first.rawValue, through: term.last.rawValue, by: 1)
            .map { Day(rawValue: $0) }.filter(\.isWeekday)
        let marked = weekdays.map(hasMark)
        guard let first = marked.firstIndex(of: true), let last = marked.lastIndex(of: true) else {
            return nil
        }
        var longest = 0..<0
        var start = first
        for place in first...last where marked[place] {
            if place - start > longest.count { longest = start..<place }
            start = place + 1
        }
        guard longest.count >= 5, let from = longest.first, let to = longest.last else {
            return nil
        }
        return YearDates.Days(weekdays[from], weekdays[to])
    }

    /// Whether any child was marked; a planned closure of the whole school is a mark of none.
    private func hasMark(_ day: Day) -> Bool {
        let year = AcademicYear(of: day)
        return facts.pupils.values.contains { child in
            guard let (am, pm) = child.marks[year]?.codes(on: day) else { return false }
            return [am, pm].contains { $0 != nil && $0?.text != "#" }
        }
    }
}

extension CommandContext {
    var halfTerm: HalfTerm { HalfTerm(facts: facts, pack: pack) }

    /// Last year, where a status began in it that a child still has or had: its terms are asked for
    /// too, because what was owed then is counted by them.
    public var yearBefore: AcademicYear? {
        let before = AcademicYear(start: SetupFacts.year(of: today).start - 1)
        let began = facts.pupils.values.contains { child in
            child.statuses.contains { before.contains($0.span.from) }
        }
        return began ? before : nil
    }
}

extension Recording {
    /// Puts the half-term of a term that is being entered, in the place of the one on record.
    mutating func putHalfTerm() {
        let (from, to) = ("half_term_from", "half_term_to")
        guard !self[from].isEmpty || !self[to].isEmpty else { return }
        for field in [from, to] where self[field].isEmpty {
            fault(field, "is missing", cause: .missing)
        }
        guard let first = day(from), let last = day(to), let start = day("start"),
            let end = day("end")
        else { return }
        guard start <= first, last <= end else {
            return fault(first < start ? from : to, "is not in the term")
        }
        let key = RecordKey(
            kind: .closures, parts: [first.iso, last.iso, Closure.Kind.halfTerm.rawValue])
        guard facts.record(key) == nil else { return }
        let old = context.halfTerm.onRecord(YearDates.Days(start, end))
        if let old { remove(old.record.key) }
        put(
            .closures,
            [
                "from": key.parts[0], "to": key.parts[1], "kind": key.parts[2],
                "name": old?.name ?? "",
            ],
            fields: ["from": from, "to": to])
    }
}
