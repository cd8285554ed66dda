extension ActionSpec {
    static let contact = enter(
        .contact, .contacts, "Log a contact", short: "log call",
        help: "A call, message, meeting, visit or letter about a child.", known: .taken,
        prefix: "C",
        [
            .column(
                "at", "When", hint: "such as today 9.20, yesterday, or Fri 3pm",
                standard: { context, _ in context.now.iso }),
            .column("with", as: .choice(parties)), "how", "about",
            .column("summary", hint: "what was said"),
            .column("reached", hint: "no where nobody answered; empty counts as yes"),
            .column(
                "staff", "Logged by", hint: "a member of staff",
                standard: { context, _ in context.recordingStaff?.id }),
        ],
        unless: Obstacle { context in
            context.child == nil && context.origin.duty?.subject != .school
                ? Obstacle.selectChild : nil
        },
        check: { form in
            // The school's own work is talked over with its advisers; all other contact is about a
            // child.
            let advisers: [Contact.Party] = [.educationAdviser, .virtualSchool]
            if !form["pupil"].isEmpty || !advisers.contains(where: { $0.rawValue == form["with"] })
            {
                _ = form.pupil()
            }
            form.refuseFuture("at")
        }, prefill: contactPrefill, caution: contactCautions)

    /// The parties, with the names of the people of this child.
    private static let parties: FieldKind.Options = { context, entries in
        let people = context.pupil(entries)?.people(on: context.today) ?? []
        let known = Contact.Party.allCases.compactMap { party -> Choice? in
            let named = people.filter { $0.role == party.role }
            guard !named.isEmpty else { return nil }
            return Choice(
                party.rawValue, label(named, party), isGuarded: named.allSatisfy(\.isGuarded))
        }
        let others = Contact.Party.allCases.filter { party in
            !known.contains { $0.value == party.rawValue }
        }
        return known + others.map { Choice($0.rawValue) }
    }

    /// `V Ash, parent`; behind it who of the role is not to be contacted.
    private static func label(_ people: [Professional], _ party: Contact.Party) -> String {
        let guarded = people.filter(\.isGuarded).map { "\($0.name): \($0.mark)" }
        let names = people.filter { !$0.isGuarded }.map(\.name)
        let marks = guarded.isEmpty ? "" : " (\(guarded.joined(separator: ", ")))"
        let known = names.isEmpty ? "" : "\(names.joined(separator: " or ")), "
        return known + party.rawValue.roleWords + marks
    }

    private static let contactPrefill: @Sendable (CommandContext) -> Entries = { context in
        var entries = contactOfRow(context)
        guard let duty = context.origin.duty else { return entries }
        entries["about"] = topic(of: duty)
        // What no call would turn says what it is about, and not with whom.
        guard duty.next?.action == .contact || !duty.parties.isEmpty else { return entries }
        let offered = parties(context, entries)
        let wanted = wantedParties(duty, context)
        let named = context.pupil(entries)?.people(on: context.today).map(\.role) ?? []
        // A person whom the child has comes before a role that nobody fills.
        let party = wanted.first { $0.role.map(named.contains) ?? false } ?? wanted.first
        if let party, offered.contains(where: { $0.value == party.rawValue && !$0.isGuarded }) {
            entries["with"] = party.rawValue
        }
        return entries
    }

    /// What the selected row tells: the talk that is taken up again, the person, the PEP.
    private static func contactOfRow(_ context: CommandContext) -> Entries {
        var entries: Entries = ["how": "phone", "reached": "yes"]
        guard let record = context.origin.record.flatMap(context.facts.record) else {
            return entries
        }
        var party = ""
        switch record.kind {
        case .contacts:
            entries["about"] = record["about"]
            party = record["with"]
        case .professionals: party = record["role"]
        case .pepPeople:
            entries["about"] = Contact.Topic.pep.rawValue
            party = record["role"]
        case .peps, .targets: entries["about"] = Contact.Topic.pep.rawValue
        case .suspensions: entries["about"] = Contact.Topic.suspension.rawValue
        default: break
        }
        // Who is not to be contacted is chosen by a person, never beforehand.
        let isOffered = parties(context, [:]).contains { $0.value == party && !$0.isGuarded }
        if isOffered { entries["with"] = party }
        return entries
    }

    private static func topic(of duty: Duty) -> String {
        if case .concern(.punctuality, _) = duty.reference {
            return Contact.Topic.punctuality.rawValue
        }
        return duty.topic.contactTopic.rawValue
    }

    /// Whom the duty is about, the one who is still to be told first.
    private static func wantedParties(_ duty: Duty, _ context: CommandContext) -> [Contact.Party] {
        let home = duty.parties.filter(\.isHome)
        let others = duty.parties.filter { !$0.isHome }
        let wanted =
            others.isEmpty
            ? CloseParty.home.parties
            : home.isEmpty || homeWasTold(duty, context) ? others : home
        guard let cohort = context.pupil([:])?.cohort(under: context.pack) else { return wanted }
        return wanted.filter { cohort.counts($0, on: context.today) }
    }

    private static func homeWasTold(_ duty: Duty, _ context: CommandContext) -> Bool {
        duty.evidence.contains { key in
            context.facts.record(key).map { Contact($0).with.isHome } ?? false
        }
    }

    private static let contactCautions: @Sendable (Entries, CommandContext) -> [Caution] = {
        entries, context in
        guard let pupil = context.pupil(entries) else { return [] }
        let people = pupil.people(on: context.today).filter { $0.role.rawValue == entries["with"] }
        // Where the role has somebody who may be contacted, that person is meant.
        let warnings = people.allSatisfy(\.isGuarded) ? people.compactMap(\.warning) : []
        return (warnings + parentOfChildInCare(entries, context)).map {
            Caution(field: "with", words: $0.sentenceCase)
        }
    }
}

extension ActionSpec {
    /// Before a parent of a child in care is rung, the form asks: the social worker may have said
    /// who speaks to them, and the carer has still to hear.
    private static func parentOfChildInCare(
        _ entries: Entries, _ context: CommandContext
    ) -> [String] {
        let day = Instant(iso: entries["at"])?.londonDay ?? context.today
        guard entries["with"] == Contact.Party.parent.rawValue,
            let cohort = context.pupil(entries)?.cohort(under: context.pack),
            !cohort.counts(.parent, on: day)
        else { return [] }
        return ["this child is in care: a word to a parent is no word to the carer"]
    }
}

extension Professional {
    /// What stands behind the name of a person who is guarded.
    var mark: String { contact == "no" ? "do not contact" : "ask the DSL" }
}
