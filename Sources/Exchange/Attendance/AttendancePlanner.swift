import Domain

/// Judges the marks of a register file against the school on record.
struct AttendancePlanner {
    private let school: any SchoolOnRecord
    private let identities: IdentityReader
    private let headings: [String]
    let index: PupilIndex
    private let calendar: SchoolCalendar
    private let yearsOnRecord: Set<AcademicYear>
    private var tally: ImportTally
    private var taken: [TakenRow] = []
    private var claims = MarkClaims()
    private var foundByName: Set<PupilRef> = []
    /// Lines on which the present sign of one session stood in the other.
    private var otherSigns: [Int] = []
    private var sawPresentAfternoon = false
    private var sawLostMarks = false
    /// Whether mornings before today have marks, and whether any afternoon has.
    private var sawPastMorning = false
    private var sawAfternoon = false

    /// A row of a child on record with the marks that can be stored.
    private struct TakenRow {
        let row: AttendanceRow
        let pupil: Pupil
        let name: String
        let marks: [FileMark]
        let notTaken: [String]
    }

    init(
        _ school: any SchoolOnRecord, _ identities: IdentityReader, _ tally: ImportTally,
        headings: [String]
    ) {
        self.school = school
        self.identities = identities
        self.headings = headings
        self.tally = tally
        index = PupilIndex(school.pupils)
        calendar = school.calendar
        yearsOnRecord = Set(calendar.terms.map(\.year))
    }

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
        let place = taken.count
        for mark in marks {
            claims.claim(mark, of: pupil.ref, row: place)
            if mark.isLate, let minutes = row.late[mark.day] {
                claims.claim(minutes, mark, of: pupil.ref, row: place)
            }
        }
        taken.append(
            TakenRow(
                row: row, pupil: pupil, name: pupil.displayName, marks: marks, notTaken: notTaken))
    }

    private mutating func note(_ mark: FileMark) {
        switch mark.session {
        case .am: sawPastMorning = sawPastMorning || mark.day < school.today
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
        let year = AcademicYear(of: mark.day)
        let hasTerms = yearsOnRecord.contains(year)
        let isSchoolDay = hasTerms ? calendar.isSchoolDay(mark.day) : mark.day.isWeekday
        // A closure that is planned ahead on a day without school says nothing and harms nothing.
        if mark.code.text == "#", !isSchoolDay { return .closed }
        if mark.day > school.today { return .fault("is in the future") }
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
        return "\(marks.count) mark\(marks.count == 1 ? "" : "s") \(why), \(days)"
    }

    // MARK: The plan

    /// Every row has been added.
    mutating func plan() -> ImportPlan {
        var book = MarkBook(school)
        for (place, row) in taken.enumerated() {
            let faults = lateFaults(row, place)
            if !faults.isEmpty {
                tally.refuse(faults)
            } else if row.marks.isEmpty, !row.notTaken.isEmpty {
                let words = "\(row.name): \(row.notTaken.joined(separator: "; "))"
                tally.leaveOut(
                    row.row.line, words, cause: .init("nothing of them could be taken", words))
            } else if let earlier = claims.repeated(row.marks, of: row.pupil.ref, row: place) {
                tally.leaveOut(
                    row.row.line, "\(row.name): repeats line \(taken[earlier].row.line)",
                    cause: .init("said before", row.name))
            } else {
                for words in row.notTaken {
                    tally.notice(
                        row.row.line, "\(row.name): left out: \(words)",
                        cause: .init("left out in part", "\(row.name): \(words)"))
                }
                let outcome = book.enter(row.marks, of: row.pupil.ref) { day in
                    claims.minutes(of: row.pupil.ref, on: day)
                }
                tally.accept(outcome)
            }
        }
        let names = Dictionary(taken.map { ($0.pupil.ref, $0.name) }) { first, _ in first }
        tally.listing = book.counts.map { pupil, year, new, changed in
            "marks of \(year.label): \(VisibleText.of(names[pupil] ?? "")) (\(pupil)): "
                + "\(new) new, \(changed) changed"
        }
        noticeYears(book)
        tally.noticeOtherSigns(otherSigns)
        if sawPastMorning, !sawAfternoon {
            tally.notice(nil, "no row has an afternoon mark; was every \\ lost to escaping?")
        }
        return tally.plan(
            acceptRest: identities.options.acceptRest, changes: book.changes, seen: [:],
            seenMarks: book.seen)
    }

    /// What only the whole file shows of a row: another row that contradicts it, lost afternoons.
    private func lateFaults(_ row: TakenRow, _ place: Int) -> [ImportFault] {
        var faults = claims.contradictions(of: place).map { mark, other in
            ImportFault(
                line: row.row.line, column: headings[mark.column],
                "for \(mark.when) contradicts line \(taken[other].row.line)", found: mark.code.text,
                cause: "contradicts another line")
        }
        faults += claims.minuteContradictions(of: place).map { mark, other in
            ImportFault(
                line: row.row.line,
                "minutes late for \(mark.when) contradict line \(taken[other].row.line)",
                cause: "minutes late contradict another line")
        }
        if row.row.mayLackAfternoons, sawLostMarks, !sawPresentAfternoon {
            faults.append(
                ImportFault(
                    line: row.row.line,
                    "holds no \\, nor does any row of the file; were they lost to escaping?"))
        }
        return faults
    }

    private mutating func noticeYears(_ book: MarkBook) {
        tally.yearsWithoutTerms = book.years.filter { !yearsOnRecord.contains($0) }.sorted()
        for year in tally.yearsWithoutTerms {
            tally.notice(
                nil,
                "no term of \(year.label) is on record: Mondays to Fridays were taken for "
                    + "school days; record the dates of its terms")
        }
    }
}
