// PEPs with their targets.
extension ChronologyReading {
    var peps: [ChronologyEntry] { facts.peps.flatMap(steps) }

    /// Planned, held, sent, sent back and signed off, each on its day.
    private func steps(of pep: PEP) -> [ChronologyEntry] {
        let row = lines(.pep, of: pep)
        guard !pep.isCancelled else {
            let column = pep.plannedFor == nil ? "held_on" : "planned_for"
            let told: [ChronologyEntry?] = [
                row.happened(column, "\(pep.kind.title) planned for this day was cancelled")
            ]
            return told.found
        }
        let held = pep.held(by: today)
        let name = pep.name(heldOn: held)
        let returned = [row.text("returned_why")].joined(after: ": ")
        func step(_ column: String, _ words: String, _ more: String = "") -> ChronologyEntry? {
            row.happened(column, words + grade(of: pep, at: column) + more)
        }
        let told: [ChronologyEntry?] = [
            planned(pep.kind.title, row, for: pep.plannedFor, held: held),
            step("held_on", heldWords(pep)),
            step("sent_on", "\(name) sent to the authority"),
            step("returned_on", "\(name) sent back by the authority", returned),
            step("completed_on", "\(name) signed off"),
            held == nil ? nil : nextSet(by: pep, name, row),
        ]
        return told.found
    }

    /// `PEP held: carer, social worker there or heard; 2 targets`.
    private func heldWords(_ pep: PEP) -> String {
        let people = facts.pepPeople.filter { $0.pep == pep.id && $0.tookPart }
            .map { $0.role.rawValue.roleWords }.eachOnce()
        let targets = facts.targets.count { $0.pep == pep.id }
        let voice = pep.voice?.shortened(to: Self.textLength)
        let details: [String?] = [
            people.isEmpty ? nil : "\(people.joined(separator: ", ")) there or heard",
            targets == 0 ? nil : targets.counted("target"),
            pep.hasPupilViews ? "the child's views in it" : nil,
            voice.map { "in the child's words: \($0)" },
        ]
        return "\(pep.kind.title) held" + details.joined(after: ": ", by: "; ")
    }

    /// The authority's grade; it has no day of its own and stands with the last step before today.
    private func grade(of pep: PEP, at column: String) -> String {
        guard let grade = pep.grade else { return "" }
        var last: (column: String, day: Day)?
        for step in ["held_on", "sent_on", "returned_on", "completed_on"] {
            guard let day = pep.record.day(step), day <= today else { continue }
            if let last, last.day > day { continue }
            last = (step, day)
        }
        return last?.column == column ? ", graded \(grade)" : ""
    }

    /// The day that a PEP set for the next, where none is planned for it yet.
    private func nextSet(by pep: PEP, _ name: String, _ row: ChronologyRow) -> ChronologyEntry? {
        let isPlanned = facts.peps.contains { other in
            other.plannedFor == pep.nextOn && !other.isCancelled
        }
        return isPlanned ? nil : row.ahead("next_on", "Next PEP, as the \(name) set it")
    }

    /// What came of each target, or by when it is to be reached.
    var targets: [ChronologyEntry] {
        facts.targets.flatMap { target -> [ChronologyEntry] in
            let row = lines(.pep, of: target)
            let text = target.text.shortened(to: Self.textLength)
            let area = target.record["area"].areaWords
            let outcome = target.outcome?.outcomeWords ?? "no outcome on record"
            let isReviewed = target.reviewedOn.map { $0 <= today } ?? false
            let told: [ChronologyEntry?] = [
                row.happened("reviewed_on", "Target\(area) reviewed, \(outcome): \(text)"),
                isReviewed
                    ? nil : row.dated("by", "Target\(area) to be reached by this day: \(text)"),
            ]
            return told.found
        }
    }
}

extension PEP {
    /// `PEP of 3 Nov 2026`, by the day on which it was held or is planned.
    fileprivate func name(heldOn held: Day?) -> String {
        guard let day = held ?? plannedFor else { return kind.title }
        return "\(kind.title) of \(day.dayMonthYear)"
    }
}

extension PEP.Kind {
    /// The meeting as it begins a line.
    fileprivate var title: String {
        switch self {
        case .meeting: "PEP"
        case .review: "PEP review by the Designated Teacher"
        case .interim: "Interim PEP"
        }
    }
}

extension String {
    /// ` in maths`; nothing where no area is named.
    fileprivate var areaWords: String { self == "other" || isEmpty ? "" : " in \(self)" }

    /// The outcome of a target: `partly met`.
    fileprivate var outcomeWords: String { self == "partly" ? "partly met" : roleWords }
}
