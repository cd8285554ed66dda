import Domain

/// Who stands around a child: at home, at the authority, and at school.
struct CareNetwork {
    let home: [Person]
    let socialWorker: Person?

    struct Person {
        let role: PersonRole
        let name: String
        let phone: String
    }

    private static let socialWorkers = [
        "Pia Lund", "Josef Marek", "Denise Achebe", "Tom Garrity", "Rukhsana Bano", "Lee Whitlock",
    ]
    private static let reviewers = ["Stella Munro", "Adrian Falk", "Grace Tembo"]

    init(_ child: Child, _ story: Story, today: Day, names: NameBook, seed: UInt64) {
        var dice = story.dice(seed: seed, for: "circle", child.number)
        let line = dice.below(1000)
        let away = story.statuses.contains {
            $0.kind == .cla && $0.to == nil && !($0.legal?.isShortBreak ?? false)
        }
        let family = away ? dice.pick(names.surnames) : child.homeSurname
        var home = [
            Person(
                role: away ? .carer : .parent, name: names.adult(family, &dice),
                phone: NameBook.mobile(line))
        ]
        if story.circle.second != nil {
            home.append(
                Person(
                    role: .parent, name: names.adult(child.name.surname, &dice),
                    phone: NameBook.mobile(line + 1)))
        }
        self.home = home
        let name = dice.pick(CareNetwork.socialWorkers)
        socialWorker =
            story.holds([.cla, .cp, .cin], on: today, today: today)
            ? Person(role: .socialWorker, name: name, phone: NameBook.landline(200 + line % 9))
            : nil
    }

    /// The rows of professionals.csv and adults.csv.
    func write(
        to draft: inout Draft, _ child: Child, _ story: Story, _ moment: Moment, _ staff: StaffRoom
    ) {
        let since = moment.today - (story.statuses.map(\.from).min() ?? 0)
        func put(
            _ person: Person, _ place: String, responsible: String = "", contact: String = "yes"
        ) {
            draft.put(
                .professionals,
                [
                    "pupil": child.ref.text, "role": person.role.rawValue, "name": person.name,
                    "organisation": place, "phone": person.phone,
                    "email": place.isEmpty ? "" : NameBook.email(person.name, at: "larkshire"),
                    "from": since.iso,
                    "checked_on": max(since, moment.ago(11 + child.number % 60)).iso,
                    "responsibility": responsible, "contact": contact,
                ])
        }
        for (place, person) in home.enumerated() {
            put(
                person, "", responsible: (person.role == .parent).text,
                contact: place == 0 ? "yes" : story.circle.second ?? "yes")
        }
        if let socialWorker {
            let authority = story.statuses.compactMap(\.authority).first ?? DemoSchool.authority
            put(socialWorker, authority + " Children's Services")
        }
        if story.holds([.cla], on: moment.today, today: moment.today) {
            let name = CareNetwork.reviewers[child.number % CareNetwork.reviewers.count]
            put(
                Person(role: .iro, name: name, phone: NameBook.landline(150)),
                DemoSchool.authority + " Reviewing Service")
        }
        if story.circle.hasNurse {
            put(
                Person(role: .health, name: "Oonagh Breen", phone: NameBook.landline(180)),
                "School Nursing")
        }
        writeAdults(&draft, child, story, moment, staff)
    }

    private func writeAdults(
        _ draft: inout Draft, _ child: Child, _ story: Story, _ moment: Moment, _ staff: StaffRoom
    ) {
        let known = moment.today - (story.statuses.map(\.from).max() ?? 0)
        let since = max(child.admitted, known, AcademicYear(start: moment.year.start - 2).first)
        let adult: StaffRoom.Member? =
            switch story.keyAdult {
            case .nobody: nil
            case .left, .ended: StaffRoom.leaver
            case .named: StaffRoom.keyAdults[child.number % StaffRoom.keyAdults.count]
            }
        func put(_ member: StaffRoom.Member, _ kind: String, from: Day, to: Day? = nil) {
            draft.put(
                .adults,
                [
                    "pupil": child.ref.text, "staff": member.id, "kind": kind, "from": from.iso,
                    "to": to.text,
                ])
        }
        if let adult {
            let last = story.keyAdult == .ended ? moment.ago(StaffRoom.leaverAgo) : nil
            put(adult, "key-adult", from: last.map { min(since, $0) } ?? since, to: last)
        }
        if let teacher = staff.teachers[child.className] {
            put(teacher, "teacher", from: max(child.admitted, moment.year.first))
        }
    }
}

extension Story {
    /// The rows of status.csv.
    func statusRecords(_ child: Child, today: Day) -> [Record] {
        statuses.map { status in
            Record(
                kind: .status,
                checked: [
                    "pupil": child.ref.text, "status": status.kind.rawValue,
                    "from": (today - status.from).iso,
                    "to": status.to.map { (today - $0).iso } ?? "",
                    "legal_status": status.legal?.rawValue ?? "",
                    "local_authority": status.authority ?? DemoSchool.authority,
                    "note": status.note, "category": status.category,
                ])
        }
    }
}
