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

        /// Marks where none stood, and marks that replace another.
        var count: (new: Int, changed: Int) {
            var count = (new: 0, changed: 0)
            for place in 0...(now.year.last - now.year.first) {
                let day = now.year.first + place
                let (old, new) = (before.codes(on: day), now.codes(on: day))
                for (old, new) in [(old.am, new.am), (old.pm, new.pm)] where old != new {
                    if old == nil { count.new += 1 } else { count.changed += 1 }
                }
            }
            return count
        }
    }

    private let school: any SchoolOnRecord
    private var pages: [PupilRef: [AcademicYear: Page]] = [:]

    init(_ school: any SchoolOnRecord) { self.school = school }

    /// Enters the marks of one row; sessions of which it says nothing keep theirs.
    ///
    /// - Parameter late: minutes late on a day, where the file says any.
    mutating func enter(
        _ marks: [FileMark], of pupil: PupilRef, late: (Day) -> Int?
    ) -> ImportTally.Outcome {
        var outcome = ImportTally.Outcome.same
        // Taken out while they change, so that their bytes are not copied.
        var years = pages.removeValue(forKey: pupil) ?? [:]
        for mark in marks {
            let year = AcademicYear(of: mark.day)
            var page = years.removeValue(forKey: year) ?? open(pupil, year)
            let found = page.enter(mark, late: late(mark.day))
            if found == .changed || outcome == .same { outcome = found }
            years[year] = page
        }
        pages[pupil] = years
        return outcome
    }

    /// The years of the marks that were entered.
    var years: Set<AcademicYear> { Set(pages.values.flatMap(\.keys)) }

    /// Whole years of children whose marks are not what they were, in the order of the children.
    var changes: [RecordChange] { changed.map { .marks($0.pupil, $0.page.now) } }

    /// How many marks of a child and year are new and how many are others, where any are.
    var counts: [(pupil: PupilRef, year: AcademicYear, new: Int, changed: Int)] {
        changed.map { pupil, page in
            let count = page.count
            return (pupil, page.now.year, count.new, count.changed)
        }
    }

    private var changed: [(pupil: PupilRef, page: Page)] {
        pages.sorted { $0.key < $1.key }.flatMap { pupil, years in
            years.sorted { $0.key < $1.key }.map(\.value).filter { $0.now != $0.before }
                .map { (pupil, $0) }
        }
    }

    /// The marks that were on record, of every child and year that was entered.
    var seen: [PupilRef: [AcademicYear: YearMarks]] {
        pages.mapValues { years in years.mapValues(\.before) }
    }

    private func open(_ pupil: PupilRef, _ year: AcademicYear) -> Page {
        let marks = school.marks(of: pupil, in: year) ?? YearMarks(year: year)
        return Page(before: marks, now: marks)
    }
}
