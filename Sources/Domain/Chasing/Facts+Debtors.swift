extension Facts {
    /// Who outside the school owes it what on a day, the longest awaited first.
    ///
    /// Only of children on roll, of the last year, and from the day on which records begin; of the
    /// meetings that others call the last of each kind, which tells what the ones before agreed.
    public func debtors(on today: Day, under pack: PolicyPack) -> [Debtor] {
        let first = today.addingYears(-1).notBefore(school.recordsFrom)
        let children = pupils.values.filter { $0.pupil.roll.contains(today) }
            .sorted { $0.ref < $1.ref }
        let asked = school.premiumAsked(by: today)
        let debts = children.flatMap { pupil in
            Debts(pupil, school, asked[pupil.ref] ?? [], first: first, today: today, pack).all
        }
        let byWhom = Dictionary(grouping: debts, by: \.whom)
        return byWhom.map { whom, debts in
            Debtor(
                party: whom.party, name: whom.name, email: debts.lazy.compactMap(\.email).first,
                isGuarded: debts.contains(where: \.isGuarded),
                owed: debts.map(\.owed).sorted { ($0.since, $0.key) < ($1.since, $1.key) })
        }.sorted {
            ($0.owed[0].since, $0.id, $0.owed[0].key) < ($1.owed[0].since, $1.id, $1.owed[0].key)
        }
    }
}

extension SchoolFacts {
    /// What the Virtual School was asked for and has not paid, by child: of funds that it keeps, a
    /// commitment is what it was asked for, and received is what is spent.
    fileprivate func premiumAsked(by today: Day) -> [PupilRef: [(entry: FundEntry, open: Pence)]] {
        var asked: [PupilRef: [(entry: FundEntry, open: Pence)]] = [:]
        for fund in funds where fund.kind.isPlus && !fund.isManagedBySchool {
            let ledger = FundLedger(fund: fund, entries: entries, today: today)
            for entry in entries where entry.fund == fund.id {
                guard let pupil = entry.pupil, let open = ledger.open[entry.id], open > .zero
                else { continue }
                asked[pupil, default: []].append((entry, open))
            }
        }
        return asked
    }
}

/// What is owed about one child, each with whom it is asked of.
private struct Debts {
    struct Whom: Hashable {
        let party: Contact.Party
        let name: String?
        /// The child, where nobody is on record: two missing people are not one.
        let pupil: PupilRef?
    }

    struct Debt {
        let whom: Whom
        let email: String?
        let isGuarded: Bool
        let owed: Owed
    }

    private let pupil: PupilFacts
    private let school: SchoolFacts
    private let asked: [(entry: FundEntry, open: Pence)]
    private let first: Day
    private let today: Day
    private let pack: PolicyPack
    private let cohort: Cohort

    init(
        _ pupil: PupilFacts, _ school: SchoolFacts, _ asked: [(entry: FundEntry, open: Pence)],
        first: Day, today: Day, _ pack: PolicyPack
    ) {
        self.pupil = pupil
        self.school = school
        self.asked = asked
        self.first = first
        self.today = today
        self.pack = pack
        cohort = pupil.cohort(under: pack)
    }

    var all: [Debt] { signOffs + minutes + answers + premium }

    private var profile: AuthorityProfile {
        pack.profile(of: pupil.authority(on: today, of: school))
    }

    /// From the first day that is looked at to today.
    private func recent(_ day: Day?) -> Day? {
        day.flatMap { first <= $0 && $0 <= today ? $0 : nil }
    }

    // MARK: Kinds

    private var signOffs: [Debt] {
        guard cohort.hasSocialWorker(on: today), let signer else { return [] }
        return pupil.peps.flatMap { pep -> [Debt] in
            guard let held = recent(pep.held(by: today)), pep.signedOff(by: today) == nil else {
                return []
            }
            let words = "sign-off of the PEP of \(held.dayMonthYear)"
            return [debt(.signOff, signer, held, pep.key, words, about: .pep)]
        }
    }

    /// Whoever outside the school signs there; `nil` where the school signs alone. Where an authority
    /// has not said who, it is the case worker.
    private var signer: Contact.Party? {
        guard let signOff = profile.signOff else { return caseWorker }
        let by = signOff.by.map(\.folded)
        if by.contains(where: { $0.contains("social worker") }) { return caseWorker }
        if by.contains(where: { $0.contains("advis") }) { return .educationAdviser }
        return by.contains { $0.contains("virtual school") } ? .virtualSchool : nil
    }

    private var caseWorker: Contact.Party {
        let roles = cohort.roles(of: .caseWorker, on: today)
        let known = pupil.people(on: today).map(\.role)
        let role = roles.first(where: known.contains) ?? roles.first
        return role.flatMap { Contact.Party(rawValue: $0.rawValue) } ?? .socialWorker
    }

    private var minutes: [Debt] {
        let kinds: [Meeting.Kind] = [
            .conference, .coreGroup, .childInNeedReview, .lookedAfterReview,
        ]
        return kinds.flatMap { kind -> [Debt] in
            let held = pupil.meetings.filter { $0.kind == kind && $0.held(by: today) != nil }
            guard
                let last = held.max(by: {
                    ($0.heldOn ?? first, $0.id) < ($1.heldOn ?? first, $1.id)
                }),
                let day = recent(last.heldOn), last.record["where"].isEmpty
            else { return [] }
            let hasReviewer = pupil.people(on: today).contains { $0.role == .iro }
            let chair = kind == .lookedAfterReview && hasReviewer ? .iro : caseWorker
            return [
                debt(
                    .minutes, chair, day, last.key,
                    "minutes of the \(kind.words) of \(day.dayMonthYear)",
                    inMail: "minutes of the meeting of \(day.dayMonthYear)",
                    // What a plan is made of is for those who see plans.
                    about: kind == .lookedAfterReview ? .general : .safeguarding)
            ]
        }
    }

    private var answers: [Debt] {
        pupil.peps.filter { !$0.isCancelled && $0.held(by: today) == nil }.flatMap {
            pep -> [Debt] in
            guard let planned = pep.plannedFor, planned >= today else { return [] }
            return pupil.pepPeople.filter { $0.pep == pep.id && $0.hasNotAnswered }.flatMap {
                person -> [Debt] in
                guard let invited = recent(person.invitedOn),
                    PersonRole.professional.contains(person.role),
                    let party = Contact.Party(rawValue: person.role.rawValue)
                else { return [] }
                let words = "answer to the invitation to the PEP meeting of \(planned.dayMonthYear)"
                return [debt(.answer, party, invited, person.key, words, about: .pep, person.name)]
            }
        }
    }

    private var premium: [Debt] {
        asked.compactMap { entry, open in
            recent(entry.on).map { on in
                debt(
                    .premium, .virtualSchool, on, entry.key,
                    "\(open.inPounds) of Pupil Premium Plus, asked for on \(on.dayMonthYear)",
                    about: .general)
            }
        }
    }

    // MARK: Whom

    private func debt(
        _ kind: Owed.Kind, _ party: Contact.Party, _ since: Day, _ key: RecordKey, _ words: String,
        inMail mailWords: String? = nil, about: Contact.Topic, _ name: String? = nil
    ) -> Debt {
        let asked = lastLetter(to: party)
        let days = pack[.chaseDays]
        let owed = Owed(
            kind: kind, pupil: pupil.ref, since: since, key: key, words: words,
            mailWords: mailWords ?? words, about: about, asked: asked,
            offeredFrom: school.calendar.schoolDay(days, after: max(since, asked ?? since)))
        if party == .virtualSchool {
            let (name, email) = virtualSchool
            return Debt(
                whom: whom(party, name), email: email, isGuarded: false, owed: owed)
        }
        let people = pupil.people(on: today).filter { $0.role == party.role }
        if let name {
            let same = people.filter { $0.name.folded == name.folded }
            // Of a name that is not on record anybody of the role may be meant.
            return Debt(
                whom: whom(party, name), email: same.lazy.compactMap(\.email).first,
                isGuarded: (same.isEmpty ? people : same).contains(where: \.isGuarded),
                owed: owed)
        }
        let person = people.first { !$0.isGuarded } ?? people.first
        return Debt(
            whom: whom(party, person?.name), email: person?.email,
            isGuarded: person?.isGuarded ?? false, owed: owed)
    }

    private func whom(_ party: Contact.Party, _ name: String?) -> Whom {
        Whom(party: party, name: name, pupil: name == nil ? pupil.ref : nil)
    }

    /// The school's own as the school has it on record, others as their authority's profile has them.
    private var virtualSchool: (name: String?, email: String?) {
        let isOwn = pupil.authority(on: today, of: school) == school.school?.authority
        if isOwn, let name = school.school?.virtualSchoolName {
            return (name, school.school?.virtualSchoolEmail ?? profile.contact?.email)
        }
        return (profile.contact?.team, profile.contact?.email)
    }

    /// The last e-mail or letter about this child that nobody has answered: who was written to on
    /// Monday is not asked again on Tuesday, whatever the first was about.
    private func lastLetter(to party: Contact.Party) -> Day? {
        pupil.contacts.filter {
            $0.with == party && !$0.reached && $0.isWritten && $0.day <= today
        }.map(\.day).max()
    }
}

extension PEPPerson {
    /// Neither came nor sent views, nor said no.
    fileprivate var hasNotAnswered: Bool { attended == nil && views == nil }
}

extension Contact {
    /// Sent, and not spoken.
    fileprivate var isWritten: Bool { ["email", "letter"].contains(record["how"]) }
}
