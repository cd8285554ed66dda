import Domain

/// Judges the marks of a register file against the school on record.
struct AttendancePlanner {
    private let school: any SchoolOnRecord
    private let identities: IdentityReader
    private let headings: [String]
    let index: PupilIndex
    private let days: SchoolDays
    /// Those on record; rows name them by their places here.
    private let children: [Pupil]
    private let places: [PupilRef: Int]
    private var plain: PlainRegister?
    private var tally: ImportTally
    private var taken: TakenRows
    private var claims = MarkClaims()
    private var foundByName: Set<PupilRef> = []
    /// Lines on which the present sign of one session stood in the other.
    private var otherSigns: [Int] = []
    private var sawPresentAfternoon = false
    private var sawLostMarks = false
    /// Whether mornings before today have marks, and whether any afternoon has.
    private var sawPastMorning = false
    private var sawAfternoon = false

    init(
        _ school: any SchoolOnRecord, _ identities: IdentityReader, _ reader: AttendanceReader,
        _ tally: ImportTally
    ) {
        self.school = school
        self.identities = identities
        self.tally = tally
        headings = reader.map.cells
        children = school.pupils
        places = Dictionary(children.enumerated().map { ($1.ref, $0) }) { first, _ in first }
        index = PupilIndex(children, byName: reader.map.tellsNames)
        days = SchoolDays(school)
        taken = TakenRows(reader.layout, children: children.count)
        plain = PlainRegister(reader, identities, index, children, days)
    }

    /// Adds a line of a plain register that has nothing to say but its marks.
    ///
    /// - Returns: whether it was one; else it is to be read in full.
    mutating func add(_ line: PlainLine) -> Bool {
        guard let row = plain?.row(line) else { return false }
        tally.rows += 1
        if row.am != 0, row.date.day < days.today { sawPastMorning = true }
        if row.pm != 0 {
            sawAfternoon = true
            if row.pm == AttendancePlanner.presentAfternoon { sawPresentAfternoon = true }
        }
        if row.hasOtherSign { otherSigns.append(line.line) }
        let place = taken.count
        let kept = taken.append(row, line: line.line)
        for (code, session) in [(kept.am, kept.session), (kept.pm, kept.session + 1)]
        where code != 0 {
            let earlier = claims.claim(code, kept.number, at: session, row: place)
            guard let earlier else { continue }
            for mark in taken.marks(of: place) where mark.place == session {
                claims.clash(mark, row: place, earlier)
            }
        }
        return true
    }

    private static let presentAfternoon = RegisterCode("\\")?.byte

    mutating func add(noChild line: Int, _ why: String) {
        tally.rows += 1
        tally.leaveOut(line, why)
    }

    mutating func add(unreadable fault: ImportFault) {
        tally.rows += 1
        tally.refuse([fault])
    }

    /// Adds a row; its marks are only read where the child is on record.
    mutating func add(
        _ identity: PupilIdentity, line: Int, faults: [ImportFault], marks: () -> AttendanceRow
    ) {
        tally.rows += 1
        guard faults.isEmpty else { return tally.refuse(faults) }
        switch identities.match(identity, in: index) {
        case .refused(let problem):
            tally.refuse([ImportFault(line: line, problem, cause: PupilIndex.contradiction)])
        case .none:
            let (why, cause) = identities.absence(identity, in: index)
            tally.leaveOut(line, why, cause: cause)
        case .pupil(let pupil, let notice):
            if notice != nil || identities.goesByName, foundByName.insert(pupil.ref).inserted {
                tally.found(line, identity, pupil, notice)
            }
            take(marks(), of: pupil)
        }
    }

    private mutating func take(_ row: AttendanceRow, of pupil: Pupil) {
        sawLostMarks = sawLostMarks || row.hasLostMarks
        for mark in row.marks { note(mark) }
        for form in row.forms { tally.note(form, line: row.line) }
        if row.hasOtherSign { otherSigns.append(row.line) }
        var row = row
        var marks: [FileMark] = []
        var offRoll: [FileMark] = []
        var closed: [FileMark] = []
        for mark in row.marks {
            switch judge(mark, pupil) {
            case .take: marks.append(mark)
            case .offRoll: offRoll.append(mark)
            case .closed: closed.append(mark)
            case .fault(let cause):
                row.faults.append(
                    ImportFault(
                        line: row.line, column: headings[mark.column],
                        "\(cause), \(mark.day.long)", found: mark.code.text, cause: cause))
            }
        }
        guard row.faults.isEmpty else { return tally.refuse(row.faults) }
        let notTaken =
            [
                listed(offRoll, "outside the time on roll"),
                listed(closed, "on days without school"),
            ].compactMap { $0 } + row.notTaken
        guard let child = places[pupil.ref] else { return }
        let place = taken.count
        for mark in marks {
            let number = taken.owners.number(of: child, mark.year)
            if let earlier = claims.claim(mark.code.byte, number, at: mark.place, row: place) {
                claims.clash(mark, row: place, earlier)
            }
            if mark.isLate, let minutes = row.late[mark.day] {
                claims.claim(minutes, mark, number, at: mark.place, row: place)
            }
        }
        taken.append(TakenRows.Whole(row: row, child: child, marks: marks, notTaken: notTaken))
    }

    private mutating func note(_ mark: FileMark) {
        switch mark.session {
        case .am: sawPastMorning = sawPastMorning || mark.day < days.today
        case .pm:
            sawAfternoon = true
            sawPresentAfternoon = sawPresentAfternoon || mark.code.text == "\\"
        }
    }

    private enum Judgement {
        case take, offRoll, closed
        case fault(String)
    }

    private func judge(_ mark: FileMark, _ pupil: Pupil) -> Judgement {
        let isSchoolDay = days.isSchoolDay(mark.day)
        // A closure that is planned ahead on a day without school says nothing and harms nothing.
        if mark.code.text == "#", !isSchoolDay { return .closed }
        if mark.day > days.today { return .fault("is in the future") }
        if !pupil.roll.contains(mark.day) { return .offRoll }
        guard isSchoolDay else {
            return .fault("is on a day without school by the dates on record")
        }
        return .take
    }

    /// `4 marks outside the time on roll, 1 Sep 2026 to 2 Sep 2026`.
    private func listed(_ marks: [FileMark], _ why: String) -> String? {
        guard let first = marks.map(\.day).min(), let last = marks.map(\.day).max() else {
            return nil
        }
        let days =
            first == last ? first.dayMonthYear : "\(first.dayMonthYear) to \(last.dayMonthYear)"
        return "\(marks.count.counted("mark")) \(why), \(days)"
    }

    // MARK: The plan

    /// Every row has been added.
    mutating func plan() -> ImportPlan {
        var book = MarkBook(school, children)
        for place in 0..<taken.count { enter(place, &book) }
        let changes = book.changed(taken.owners)
        let names = Dictionary(children.map { ($0.ref, $0.displayName) }) { first, _ in first }
        tally.listing = changes.map { change in
            let count = change.now.marks(differingFrom: change.before)
            return
                "marks of \(change.now.year.label): \(VisibleText.of(names[change.pupil] ?? "")) "
                + "(\(change.pupil)): \(count.new) new, \(count.changed) changed"
        }
        noticeYears(book)
        tally.noticeOtherSigns(otherSigns)
        if sawPastMorning, !sawAfternoon {
            tally.notice(nil, "no row has an afternoon mark; was every \\ lost to escaping?")
        }
        return tally.plan(
            acceptRest: identities.options.acceptRest,
            changes: changes.map { .marks($0.pupil, $0.now) }, seen: [:],
            seenMarks: book.seen(taken.owners))
    }

    /// Enters a row's marks, unless only the whole file shows that they are no good.
    private mutating func enter(_ place: Int, _ book: inout MarkBook) {
        let whole = taken.whole(place)
        let faults = lateFaults(place, whole)
        if !faults.isEmpty { return tally.refuse(faults) }
        guard let whole else {
            if let earlier = repeated(plain: place) { return leaveOut(place, repeats: earlier) }
            return tally.accept(enter(plain: place, &book))
        }
        let name = children[whole.child].displayName
        if whole.marks.isEmpty, !whole.notTaken.isEmpty {
            let words = "\(name): \(whole.notTaken.joined(separator: "; "))"
            tally.leaveOut(
                whole.row.line, words, cause: .init("nothing of them could be taken", words))
        } else if let earlier = repeated(whole.marks, place) {
            leaveOut(place, repeats: earlier)
        } else {
            for words in whole.notTaken {
                tally.notice(
                    whole.row.line, "\(name): left out: \(words)",
                    cause: .init("left out in part", "\(name): \(words)"))
            }
            tally.accept(enter(whole.marks, place, &book))
        }
    }

    private mutating func leaveOut(_ place: Int, repeats earlier: Int) {
        let name = children[taken.child(of: place)].displayName
        tally.leaveOut(
            taken.line(of: place), "\(name): repeats line \(taken.line(of: earlier))",
            cause: .init("said before", name))
    }

    private mutating func enter(
        _ marks: [FileMark], _ place: Int, _ book: inout MarkBook
    ) -> ImportTally.Outcome {
        var outcome = ImportTally.Outcome.same
        let child = taken.child(of: place)
        for mark in marks {
            let number = taken.owners.number(of: child, mark.year)
            let found = book.enter(
                mark, (child, mark.year), number, late: claims.minutes(number, at: mark.place))
            if found == .changed || outcome == .same { outcome = found }
        }
        return outcome
    }

    private mutating func enter(plain place: Int, _ book: inout MarkBook) -> ImportTally.Outcome {
        guard !claims.hasMinutes else { return enter(taken.marks(of: place), place, &book) }
        let row = taken.plain(place)
        let owner = taken.owners.all[row.number]
        var outcome = ImportTally.Outcome.same
        for (code, session) in [(row.am, row.session), (row.pm, row.session + 1)] where code != 0 {
            guard let found = book.enter(code, at: session, owner, row.number) else {
                return enter(taken.marks(of: place), place, &book)
            }
            if found == .changed || outcome == .same { outcome = found }
        }
        return outcome
    }

    /// The earlier row that said all of this before.
    private mutating func repeated(_ marks: [FileMark], _ place: Int) -> Int? {
        var earlier: Int?
        let child = taken.child(of: place)
        for mark in marks {
            let number = taken.owners.number(of: child, mark.year)
            guard let first = claims.first(number, at: mark.place), first != place else {
                return nil
            }
            earlier = earlier ?? first
        }
        return earlier
    }

    private mutating func repeated(plain place: Int) -> Int? {
        let row = taken.plain(place)
        guard row.am != 0 || row.pm != 0 else { return nil }
        let session = row.am != 0 ? row.session : row.session + 1
        if claims.first(row.number, at: session) == place { return nil }
        return repeated(taken.marks(of: place), place)
    }

    /// What only the whole file shows of a row: another row that contradicts it, lost afternoons.
    private func lateFaults(_ place: Int, _ whole: TakenRows.Whole?) -> [ImportFault] {
        let line = taken.line(of: place)
        var faults: [ImportFault] = []
        if claims.hasClashes {
            faults += claims.contradictions(of: place).map { mark, other in
                ImportFault(
                    line: line, column: headings[mark.column],
                    "for \(mark.when) contradicts line \(taken.line(of: other))",
                    found: mark.code.text, cause: "contradicts another line")
            }
            faults += claims.minuteContradictions(of: place).map { mark, other in
                ImportFault(
                    line: line,
                    "minutes late for \(mark.when) contradict line \(taken.line(of: other))",
                    cause: "minutes late contradict another line")
            }
        }
        if let whole, whole.row.mayLackAfternoons, sawLostMarks, !sawPresentAfternoon {
            faults.append(
                ImportFault(
                    line: line,
                    "holds no \\, nor does any row of the file; were they lost to escaping?"))
        }
        return faults
    }

    private mutating func noticeYears(_ book: MarkBook) {
        tally.yearsWithoutTerms =
            book.years.filter { !days.yearsOnRecord.contains($0) }.sorted()
        for year in tally.yearsWithoutTerms {
            tally.notice(
                nil,
                "no term of \(year.label) is on record: Mondays to Fridays were taken for "
                    + "school days; record the dates of its terms")
        }
    }
}

extension FileMark {
    fileprivate var year: AcademicYear { AcademicYear(of: day) }

    /// The session's place in `YearMarks.bytes`.
    fileprivate var place: Int { 2 * (day - year.first) + (session == .am ? 0 : 1) }
}
