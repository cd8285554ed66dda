import Domain

extension ReportDesk {
    /// The school's report to a child protection conference: what is on record stands under the headings
    /// that conferences ask for, what is a judgement is left to its author. No other child is in it.
    func conference(_ facts: PupilFacts) -> [ReportSection] {
        [
            ReportSection("Child and family as the school knows them", family(facts)),
            part("Attendance and punctuality", .register, attendance(of: facts)),
            part("Learning", .support, progress(of: facts)),
            part("Health and presentation", .needs, needs(of: facts) + blank("What we see")),
            part("Wishes and feelings", .pepRecord, wishes(facts)),
            part("Parents' part", .contacts, parents(facts)),
            ReportSection("What is working", blank("Strengths and safety")),
            ReportSection("What worries us", blank("Past harm, future danger, what complicates")),
            ReportSection("Chronology of significant events", [.table(significant(facts))]),
            ReportSection(
                "What we ask of the plan", blank("What needs to happen, by whom, by when")),
            ReportSection("Seen by", seen),
        ]
    }

    private func family(_ facts: PupilFacts) -> [ReportBlock] {
        let people = facts.professionals.filter { $0.span.contains(today) }
            .sorted { ($0.role.rawValue, $0.name) < ($1.role.rawValue, $1.name) }
        let rows = people.map { person -> [ReportWords] in
            [
                ReportWords(
                    person.role.rawValue.roleWords.sentenceCase, ids: ids(rows: [person])),
                ReportWords(person.name),
                ReportWords(person.record["responsibility"]),
                ReportWords(person.contactNote ?? ""),
            ]
        }
        return [
            .text(
                "Born \(facts.pupil.born.long), at this school since \(facts.pupil.roll.from.long)."
            ),
            .list(standing(facts)),
            .table(
                ReportTable(
                    "people", "People around the child",
                    ["Who", "Name", "Parental responsibility", "Mind"].map {
                        ReportTable.Column($0)
                    },
                    rows, empty: "Nobody is on record.")),
        ]
    }

    private func wishes(_ facts: PupilFacts) -> [ReportBlock] {
        guard let last = lastPEP(facts), let voice = last.voice else {
            return [
                .text("Nothing that the child said is on record."),
                .gap(ReportGap("The child's own words are not on record", .pepVoice)),
            ] + blank("What the child says now")
        }
        return [
            .list([.typed("On \(last.day.long): “\(voice)”", ids: ids(rows: [last]))])
        ] + blank("What the child says now")
    }

    private func parents(_ facts: PupilFacts) -> [ReportBlock] {
        let first = AcademicYear(of: today).first
        let cohort = facts.cohort(under: pack)
        let own = facts.contacts.filter {
            cohort.isContact($0, with: .home) && first <= $0.day && $0.day <= today
        }
        return [
            .figure(
                ReportFigure(
                    "Home was reached this year",
                    ReportWords("\(own.count(where: \.reached))", ids: ids(rows: own)),
                    of: "\(own.count.counted("attempt"))"))
        ] + blank("How parents work with us")
    }

    /// What a conference asks to see in order: moves, plans, absence, exclusions, meetings, contacts.
    private func significant(_ facts: PupilFacts) -> ReportTable {
        chronology(
            facts,
            only: [.moves, .status, .people, .attendance, .suspension, .contact, .meeting])
    }

    private var seen: [ReportBlock] {
        [
            .text("Written by: ______________________  Post: ______________________"),
            .table(
                ReportTable(
                    "seen", "To whom this report was shown before the conference",
                    ["Who", "On", "What they said"].map { ReportTable.Column($0) },
                    ["Mother", "Father", "Child", "Carer"].map {
                        [ReportWords($0), "____________", "________________________"]
                    })),
        ]
    }

    /// Room for what only a person can judge.
    private func blank(_ title: String) -> [ReportBlock] {
        [
            .text("\(title) (to be written by the author):"),
            .list(
                Array(repeating: "______________________________________________________", count: 3)
            ),
        ]
    }
}
