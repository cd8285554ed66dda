import Domain

/// The marks on record with those of a file entered over them.
struct MarkBook {
    private struct Page {
        let before: YearMarks
        var now: YearMarks
    }

    private let school: any SchoolOnRecord
    private var pages: [PupilRef: [AcademicYear: Page]] = [:]

    init(_ school: any SchoolOnRecord) { self.school = school }

    /// Enters the marks of one row; sessions of which it says nothing keep theirs.
    mutating func enter(
        _ marks: [FileMark], late: [Day: Int], of pupil: PupilRef
    ) -> ImportTally.Outcome {
        var outcome = ImportTally.Outcome.same
        for mark in marks {
            let year = AcademicYear(of: mark.day)
            var page = pages[pupil]?[year] ?? open(pupil, year)
            // Taken out while it changes, so that its bytes are not copied.
            pages[pupil, default: [:]][year] = nil
            let stood = page.now.codes(on: mark.day)
            let old = mark.session == .am ? stood.am : stood.pm
            let minutes = late[mark.day] ?? page.now.lateMinutes(on: mark.day)
            if let old, old != mark.code {
                outcome = .changed
            } else if old == nil, outcome == .same {
                outcome = .new
            } else if outcome == .same, minutes != page.now.lateMinutes(on: mark.day) {
                outcome = .changed
            }
            let am = mark.session == .am ? mark.code : stood.am
            let pm = mark.session == .pm ? mark.code : stood.pm
            let isLate = [am, pm].contains { $0?.text == "L" || $0?.text == "U" }
            page.now.set(
                mark.day, am: am, pm: pm, late: isLate || late[mark.day] != nil ? minutes : nil)
            pages[pupil, default: [:]][year] = page
        }
        return outcome
    }

    /// The years of the marks that were entered.
    var years: Set<AcademicYear> { Set(pages.values.flatMap(\.keys)) }

    /// Whole years of children whose marks are not what they were, in the order of the children.
    var changes: [RecordChange] {
        pages.sorted { $0.key < $1.key }.flatMap { pupil, years in
            years.sorted { $0.key < $1.key }.compactMap { _, page in
                page.now == page.before ? nil : .marks(pupil, page.now)
            }
        }
    }

    private func open(_ pupil: PupilRef, _ year: AcademicYear) -> Page {
        let marks = school.marks(of: pupil, in: year) ?? YearMarks(year: year)
        return Page(before: marks, now: marks)
    }
}
