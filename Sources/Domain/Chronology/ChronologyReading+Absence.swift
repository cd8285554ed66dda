// Absence: not each mark, but each run of it.
extension ChronologyReading {
    /// A line for each unbroken run of school days with a missed session, under its first day.
    var absences: [ChronologyEntry] {
        absenceRuns.map { run in
            let missed = run.marks.count.counted("session")
            let span = run.last == run.first ? "" : " to \(run.last.dayMonthYear)"
            let words = "Missed \(missed)\(span)" + reasons(run.marks).joined(after: ": ")
            return ChronologyEntry(
                day: run.first, kind: .attendance, words: words, record: nil, column: "date")
        }
    }

    /// The runs of each academic year; one that goes on over the summer is two.
    private var absenceRuns: [AbsenceRun] {
        facts.marks.keys.sorted().flatMap { year -> [AbsenceRun] in
            let register = Register(facts: facts, year: year, codes: pack.codes)
            let days = facts.marks[year]?.days ?? []
            var runs: [AbsenceRun] = []
            for day in days where day <= today {
                let sessions = missed(on: day, register)
                guard !sessions.isEmpty else { continue }
                // No school day lies between that had no missed session.
                if let last = runs.last?.last,
                    school.calendar.schoolDays(after: last, through: day - 1) == 0
                {
                    runs[runs.count - 1].last = day
                    runs[runs.count - 1].marks += sessions
                } else {
                    runs.append(AbsenceRun(first: day, last: day, marks: sessions))
                }
            }
            return runs
        }
    }

    /// The marks of a day that the figures count as missed.
    private func missed(on day: Day, _ register: Register) -> [RegisterCode] {
        let (am, pm) = register.bytes(on: day)
        return [am, pm].compactMap { byte in
            guard let category = pack.codes.category(ofByte: byte), category.isPossible,
                !category.isAttended
            else { return nil }
            return RegisterCode(byte: byte)
        }
    }

    /// What the marks mean, with their numbers where they mean several things: `illness 4`.
    private func reasons(_ marks: [RegisterCode]) -> [String?] {
        let codes = marks.eachOnce()
        return codes.map { code -> String? in
            let meaning = pack.codes.entry(for: code)?.meaning.shortMeaning
            let count = marks.count { $0 == code }
            return codes.count == 1 ? meaning : meaning.map { "\($0) \(count)" }
        }
    }
}

/// School days in a row, each with a missed session.
private struct AbsenceRun {
    let first: Day
    var last: Day
    var marks: [RegisterCode]
}

extension String {
    /// A code's meaning within a sentence, without what stands in brackets.
    fileprivate var shortMeaning: String {
        String(prefix { $0 != "(" }).trimmed.uncapitalised
    }
}
