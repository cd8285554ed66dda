import Domain

/// The marks on record with those of a file entered over them.
struct MarkBook {
    private struct Page {
        let before: YearMarks
        var now: YearMarks

        /// Enters one mark; minutes late go with the last mark that was late.
        mutating func enter(_ mark: FileMark, late: Int?) -> ImportTally.Outcome {
            let stood = now.codes(on: mark.day)
            let stoodLate = now.lateMinutes(on: mark.day)
            let old = mark.session == .am ? stood.am : stood.pm
            let am = mark.session == .am ? mark.code : stood.am
            let pm = mark.session == .pm ? mark.code : stood.pm
            let isLate = [am, pm].contains { $0?.isLate == true }
            let minutes = isLate ? late ?? stoodLate : nil
            if old == mark.code, minutes == stoodLate { return .same }
            now.set(mark.day, am: am, pm: pm, late: minutes)
            return old == nil ? .new : .changed
        }

        /// Enters one mark of a year without any minutes.
        mutating func enter(_ code: UInt8, at session: Int) -> ImportTally.Outcome {
            let old = now.enter(code, at: session)
            return old == code ? .same : old < 2 ? .new : .changed
        }
    }

    private let school: any SchoolOnRecord
    private let children: [Pupil]
    /// By the number of child and year.
    private var pages: [Page?] = []
    private var empty: [AcademicYear: YearMarks] = [:]

    init(_ school: any SchoolOnRecord, _ children: [Pupil]) {
        self.school = school
        self.children = children
    }

    /// Enters one mark; sessions of which the file says nothing keep theirs.
    ///
    /// - Parameter late: minutes late on the day, where the file says any.
    mutating func enter(
        _ mark: FileMark, _ owner: (child: Int, year: AcademicYear), _ number: Int, late: Int?
    ) -> ImportTally.Outcome {
        open(owner, number)
        return pages[number]?.enter(mark, late: late) ?? .same
    }

    /// Enters the mark of a session as `YearMarks` has it; `nil` where minutes stand in the year, with
    /// which it must be entered as any other.
    mutating func enter(
        _ code: UInt8, at session: Int, _ owner: (child: Int, year: AcademicYear), _ number: Int
    ) -> ImportTally.Outcome? {
        open(owner, number)
        guard pages[number]?.now.lateMinutes.isEmpty == true else { return nil }
        return pages[number]?.enter(code, at: session)
    }

    /// The years of the marks that were entered.
    var years: Set<AcademicYear> { Set(pages.compactMap { $0?.now.year }) }

    /// Whole years of children whose marks are not what they were, in the order of the children.
    func changed(_ owners: ChildYears) -> [Change] {
        var found: [Change] = []
        for (page, owner) in zip(pages, owners.all) {
            guard let page, page.now != page.before else { continue }
            found.append(
                Change(pupil: children[owner.child].ref, before: page.before, now: page.now))
        }
        return found.sorted { ($0.pupil, $0.now.year) < ($1.pupil, $1.now.year) }
    }

    struct Change {
        let pupil: PupilRef
        let before: YearMarks
        let now: YearMarks
    }

    /// The marks that were on record, of every child and year that was entered.
    func seen(_ owners: ChildYears) -> [PupilRef: [AcademicYear: YearMarks]] {
        var seen: [PupilRef: [AcademicYear: YearMarks]] = [:]
        seen.reserveCapacity(pages.count)
        for (page, owner) in zip(pages, owners.all) {
            if let page { seen[children[owner.child].ref, default: [:]][owner.year] = page.before }
        }
        return seen
    }

    private mutating func open(_ owner: (child: Int, year: AcademicYear), _ number: Int) {
        while pages.count <= number { pages.append(nil) }
        guard pages[number] == nil else { return }
        let none = empty[owner.year] ?? YearMarks(year: owner.year)
        empty[owner.year] = none
        let marks = school.marks(of: children[owner.child].ref, in: owner.year) ?? none
        pages[number] = Page(before: marks, now: marks)
    }
}
