import Domain

extension ReportDesk {
    // MARK: One page

    /// Today's page for somebody who does not know the child: whom to ring, what helps, what to watch.
    func onePage(_ facts: PupilFacts) -> [ReportSection] {
        [
            part("Who may be rung, and who may collect", .professionals, toRing(facts)),
            part("Key adult", .adults, keyAdult(facts)),
            part("Needs and what helps", .needs, needs(of: facts)),
            part("What to watch", .cohort, toWatch(facts)),
            part("This week", .register, thisWeek(facts)),
        ]
    }

    private func keyAdult(_ facts: PupilFacts) -> [ReportBlock] {
        guard let name = model.keyAdult(facts.ref) else {
            return [
                .text("No key adult is on record."),
                .gap(ReportGap("The child has no key adult on record", .keyAdult)),
            ]
        }
        return [.text("\(name)")]
    }

    /// In the order in which they are rung; whoever must not be stands without a number.
    private func toRing(_ facts: PupilFacts) -> [ReportBlock] {
        let rows = facts.professionals.filter { $0.span.contains(today) }
            .sorted {
                ($0.priority, $0.role.rawValue, $0.name) < ($1.priority, $1.role.rawValue, $1.name)
            }
            .map { person -> [ReportWords] in
                [
                    ReportWords(
                        person.role.rawValue.roleWords.sentenceCase, ids: ids(rows: [person])),
                    ReportWords(person.name),
                    ReportWords(person.isBarred ? "" : person.phone ?? "no number on record"),
                    ReportWords(person.contactNote ?? ""),
                ]
            }
        let table = ReportBlock.table(
            ReportTable(
                "people", "In the order in which they are rung",
                ["Who", "Name", "Ring", "Mind"].map { ReportTable.Column($0) }, rows,
                empty: "Nobody is on record.",
                note: "Who may collect the child is not kept here: ask the office."))
        return rows.isEmpty
            ? [table, .gap(ReportGap("Nobody around the child is on record", .person))] : [table]
    }

    private func toWatch(_ facts: PupilFacts) -> [ReportBlock] {
        let pressing = (model.child(facts.ref)?.duties ?? []).filter {
            ($0.topic == .attendance || $0.topic == .care) && $0.state.isPressing
        }
        return [
            .list(
                pressing.isEmpty
                    ? ["Nothing is open about attendance or a plan."]
                    : pressing.map {
                        ReportWords($0.sentence(on: model.today), ids: ids(duties: [$0]))
                    })
        ]
    }

    private func thisWeek(_ facts: PupilFacts) -> [ReportBlock] {
        let peps: [(Day, String)] = facts.peps.compactMap { pep in
            pep.isCancelled
                ? nil : pep.planned(on: today).map { ($0, "PEP meeting" + pep.timeWords) }
        }
        let meetings: [(Day, String)] = facts.meetings.compactMap { meeting in
            meeting.planned(on: today).map {
                ($0, meeting.kind.words.sentenceCase + meeting.timeWords)
            }
        }
        let planned = peps + meetings
        let soon = planned.filter { today <= $0.0 && $0.0 <= today + 6 }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        return [
            .text("In school this week: \(marks(facts))."),
            .list(
                soon.isEmpty
                    ? ["No meeting is planned for the next seven days."]
                    : soon.map { ReportWords("\($0.0.long): \($0.1)") }),
        ]
    }

    /// `Mon 23 Nov present, then no mark yet`: in words, for somebody who does not read the register's
    /// signs.
    private func marks(_ facts: PupilFacts) -> String {
        (0..<5).map { model.monday + $0 }.filter { $0 <= today }.map { day in
            let codes = facts.marks[AcademicYear(of: day)]?.codes(on: day)
            let words = [codes?.am, codes?.pm].map { code in
                code.map { pack.codes.entry(for: $0)?.meaning ?? $0.text } ?? "no mark yet"
            }
            return "\(day.short) \(words.eachOnce().joined(separator: ", then "))"
        }.joined(separator: "; ")
    }

    // MARK: The chain

    /// One child from status to outcome, for an inspector who follows a few; the chronology behind it.
    func chain(_ facts: PupilFacts) -> [ReportSection] {
        [
            part("Status", .cohort, [.list(standing(facts))]),
            part("PEPs", .pep, pepChain(of: facts)),
            part("Attendance", .register, attendance(of: facts)),
            part("Progress", .support, progress(of: facts)),
            part("Money and what it did", .money, premium(of: facts)),
            part("Contacts", .contacts, contacts(facts)),
            part("What was promised, and when it was done", .meetings, promised(facts)),
            ReportSection("Chronology", [.table(chronology(facts))]),
        ]
    }

    /// How often each party was reached this year, and last when.
    private func contacts(_ facts: PupilFacts) -> [ReportBlock] {
        let first = AcademicYear(of: today).first
        let own = facts.contacts.filter { $0.reached && first <= $0.day && $0.day <= today }
        let rows = Contact.Party.allCases.compactMap { party -> [ReportWords]? in
            let with = own.filter { $0.with == party }
            guard let last = with.map(\.day).max() else { return nil }
            return [
                ReportWords(party.words.sentenceCase),
                ReportWords("\(with.count)", ids: ids(rows: with)), ReportWords(last.dayMonthYear),
            ]
        }
        return [
            .table(
                ReportTable(
                    "contacts", "Who was reached this year",
                    [
                        ReportTable.Column("With"), ReportTable.Column("How often", isNumber: true),
                        ReportTable.Column("Last"),
                    ], rows, empty: "Nobody was reached this year."))
        ]
    }

    private func promised(_ facts: PupilFacts) -> [ReportBlock] {
        let duties = model.duties(of: facts.ref)
        let rows = PolicyLedger.urgency.compactMap { state -> [ReportWords]? in
            let own = duties.filter { $0.state == state }
            guard !own.isEmpty else { return nil }
            return [
                ReportWords(state.word.sentenceCase),
                ReportWords("\(own.count)", ids: ids(duties: own)),
                ReportWords(
                    state.isShort
                        ? own.map(\.title).eachOnce().joined(separator: "; ") : ""),
            ]
        }
        return [
            .table(agreed(facts, onlyOpen: false)),
            .table(
                ReportTable(
                    "duties", "Duties by state",
                    [
                        ReportTable.Column("State"), ReportTable.Column("Duties", isNumber: true),
                        ReportTable.Column("Which"),
                    ], rows, empty: "Nothing is owed under the rules.")),
        ]
    }

    /// Everything on record in the order of days, within the span that is asked for.
    func chronology(
        _ facts: PupilFacts, only kinds: Set<ChronologyEntry.Kind>? = nil
    ) -> ReportTable {
        let lines = facts.chronology(in: school, through: today, under: pack).entries.filter {
            (request.period?.contains($0.day) ?? true) && (kinds?.contains($0.kind) ?? true)
        }
        let rows = lines.map { entry in
            [
                ReportWords(entry.day.dayMonthYear), ReportWords(entry.kind.words),
                ReportWords(entry.words, isTyped: true, ids: ids([entry.id])),
            ]
        }
        return ReportTable(
            "chronology", "Chronology",
            ["Day", "What", "On record"].map { ReportTable.Column($0) },
            rows, empty: "Nothing is on record.")
    }

    // MARK: Transfer

    /// What goes to the next school, until when, and the receipt to sign.
    func transfer(_ facts: PupilFacts) -> [ReportSection] {
        let number = pack.number(.retentionTransferDays)
        let clock: String
        if let left = facts.pupil.roll.to {
            let due = school.calendar.schoolDay(number.value, after: left)
            clock =
                "Left on \(left.long): the file and its receipt are due by \(due.long) "
                + "(\(number.words))" + (today > due ? ", which is past." : ".")
        } else {
            clock = "On roll: the file goes within \(number.words) of leaving."
        }
        let items: [ChecklistItem.Item] = [.plan, .goodbye, .fileSent, .fileReceipt]
        let rows = items.map { item -> [ReportWords] in
            let row = facts.checklist.first { $0.kind == .transition && $0.item == item }
            let done = row?.doneOn.upTo(today)
            return [
                ReportWords(
                    item.rawValue.roleWords.sentenceCase, ids: row.map { ids(rows: [$0]) } ?? []),
                ReportWords(
                    done?.dayMonthYear ?? (row?.notNeededBecause == nil ? "not done" : "not needed")
                ),
            ]
        }
        return [
            ReportSection("The clock", [.text("\(clock)")]),
            part(
                "What is done", .moves,
                [
                    .table(
                        ReportTable(
                            "checklist", "Leaving this school",
                            [ReportTable.Column("What"), ReportTable.Column("Done")], rows))
                ]),
            ReportSection("Contents", [.table(contents(facts))]),
            ReportSection("Receipt", receipt),
        ]
    }

    /// The kinds of record that the file holds, as `cksw export child --for next-school` writes them.
    private func contents(_ facts: PupilFacts) -> ReportTable {
        let counts = RecordKind.allCases.map { ($0, model.facts.count(of: $0, about: facts)) }
        return ReportTable(
            "contents", "What the file holds",
            [ReportTable.Column("What"), ReportTable.Column("How many", isNumber: true)],
            counts.filter { $0.1 > 0 && model.access.sees($0.0.topic) }.map {
                [ReportWords($0.0.plural.sentenceCase), ReportWords("\($0.1)")]
            }, empty: "Nothing is held.",
            note: "The child protection file goes by a way of its own, to the DSL.")
    }

    private var receipt: [ReportBlock] {
        [
            .text("We have received the files listed here."),
            .list([
                "School: ______________________________", "Name and post: _______________________",
                "Date: ____________  Signed: ____________",
            ]),
            .text("Please send this page back; the child protection file is for the DSL alone."),
        ]
    }
}
