extension ActionSpec {
    /// The same action for several children at once: one form, one command, one entry of the
    /// journal; `nil` where it is done child by child.
    public static func forGroup(_ id: ActionID) -> ActionSpec? {
        switch id {
        case .contact: groupContact
        case .pepPlan: groupPlan
        case .pepPeople: groupInvite
        case .keyAdult: groupKeyAdult
        default: nil
        }
    }

    private static let contactPrefill: @Sendable (CommandContext) -> Entries = { _ in
        ["how": "phone", "reached": "yes", "with": home]
    }

    private static let invitePrefill: @Sendable (CommandContext) -> Entries = { _ in
        GroupPeople.needed
    }

    /// One assembly's call round: what was said to all is logged with each.
    private static let groupContact = ActionSpec(
        .contact, "Log a call round", short: "log calls",
        help: "The same call, message or letter about several children, logged with each.",
        contact.fields.filter { !["pupil", "contact_id"].contains($0.name) }.map { field in
            field.name == "with"
                ? FieldSpec("with", "With", .choice(groupParties), required: true) : field
        }, prefill: contactPrefill, caution: groupContactCautions
    ) { form in
        form.forEachChild(contact) { entries, pupil, context in
            var own = entries
            own["pupil"] = pupil.ref.text
            own["with"] = GroupPeople(of: pupil, context).party(entries["with"])
            return own
        }
        return .school
    }

    private static let groupPlan = ActionSpec(
        .pepPlan, "Plan PEPs on one day", short: "plan PEPs", choice: "plan or move",
        help: "Books a PEP for each child; a child's plan that is open moves to the day.",
        [
            FieldSpec(
                "planned_for", "On", .day(.future), required: true,
                hint: "such as next Tue, 1 Dec 9.15, or +14 for in 14 days"
            ).withTime(),
            groupInvitees, .today("invited_on", "Invited on", isShown: false),
            .note("note", "Note"),
        ], prefill: invitePrefill, caution: groupInviteCautions
    ) { form in
        form.forEachChild(pepPlan) { entries, pupil, context in
            var own = entries
            own["pupil"] = pupil.ref.text
            if let plan = pupil.openPlans.first { own["pep_id"] = plan.id }
            own[all: "invite"] = GroupPeople(of: pupil, context).invited(entries)
            return own
        }
        return .school
    }

    private static let groupInvite = ActionSpec(
        .pepPeople, "Invite people to PEPs", short: "invite",
        help: "Invites the people of each child to the child's next PEP.",
        [groupInvitees, .today("invited_on", "Invited on", isShown: false)],
        prefill: invitePrefill, caution: groupInviteCautions
    ) { form in
        form.forEachChild(pepPeople) { entries, pupil, context in
            let invited = GroupPeople(of: pupil, context).invited(entries)
            // Nobody to invite is asked about; it costs the other children nothing.
            guard !invited.isEmpty else { return nil }
            var own = entries
            own["pupil"] = pupil.ref.text
            own["pep_id"] = pupil.openPlans.first?.id ?? ""
            own[all: "invite"] = invited
            return own
        }
        if form.changes.isEmpty {
            form.fault("invite", "in words that name nobody", cause: .missing)
        }
        return .school
    }

    private static let groupKeyAdult = ActionSpec(
        .keyAdult, "Name a key adult for several children", short: "key adult",
        help: "One member of staff stands by each of the children.",
        keyAdult.fields.filter { $0.name != "pupil" }
    ) { form in
        form.forEachChild(keyAdult) { entries, pupil, _ in
            var own = entries
            own["pupil"] = pupil.ref.text
            return own
        }
        return .school
    }

    // MARK: Fields

    /// Carer or parent, whichever the child has.
    static let home = "home"

    private static let groupParties: FieldKind.Options = { _, _ in
        [Choice(home, "home: carer or parent")]
            + Contact.Party.allCases.map { Choice($0.rawValue, $0.words) }
    }

    /// Roles, not names: each child's own people of the role are invited.
    private static let groupInvitees = FieldSpec(
        "invite", "Invite",
        .people { _, _ in
            Roles.professional.map { Choice("\($0)=all", GroupPeople.words($0)) }
        }, hint: "each child's own, who may be contacted")

    // MARK: Questions

    private static let groupContactCautions: @Sendable (Entries, CommandContext) -> [Caution] = {
        entries, context in
        context.children.flatMap { pupil -> [Caution] in
            var own = entries
            own["with"] = GroupPeople(of: pupil, context).party(entries["with"])
            return contact.cautions(own, in: context.of(pupil)).map {
                // What is said of all must name none of them.
                Caution(field: $0.field, words: "For \(pupil.pupil.displayName): \($0.words)")
            }
        }
    }

    private static let groupInviteCautions: @Sendable (Entries, CommandContext) -> [Caution] = {
        entries, context in
        let guarded = context.children.flatMap { pupil in
            GroupPeople(of: pupil, context).notInvited(entries).map {
                "\($0.name) of \(pupil.pupil.displayName) (\($0.why))"
            }
        }
        let without = context.children.filter {
            GroupPeople(of: $0, context).invited(entries).isEmpty
        }.map(\.pupil.displayName)
        return [
            guarded.isEmpty ? nil : "Not invited: \(guarded.joined(separator: ", "))",
            without.isEmpty ? nil : "Nobody is invited for \(without.joined(separator: ", "))",
        ].compactMap { $0 }.map { Caution(field: "invite", words: $0) }
    }
}

/// The people of one child who are meant by roles.
private struct GroupPeople {
    /// A role as people say it of several.
    static func words(_ role: String) -> String {
        switch role {
        case "iro": "IROs"
        case "health": "health"
        default: role.replacing("-", with: " ") + "s"
        }
    }

    /// What a form begins with: home and social worker.
    static var needed: Entries {
        var entries: Entries = [:]
        entries[all: "invite"] = CloseParty.allCases.flatMap(\.roles).map { "\($0)=all" }
        return entries
    }

    let pupil: PupilFacts
    let day: Day
    let cohort: Cohort

    init(of pupil: PupilFacts, _ context: CommandContext) {
        self.pupil = pupil
        day = context.today
        cohort = pupil.cohort(under: context.pack)
    }

    func invited(_ entries: Entries) -> [String] {
        people(entries).filter { reasonAgainst($0) == nil }.map { "\($0.role)=\($0.name)" }
    }

    /// Who is of a role that was chosen, and is left to be invited by hand.
    func notInvited(_ entries: Entries) -> [(name: String, why: String)] {
        people(entries).compactMap { person in
            reasonAgainst(person).map { (person.name, $0) }
        }
    }

    private func reasonAgainst(_ person: Professional) -> String? {
        if person.isGuarded { return person.mark }
        return person.role == .parent && !cohort.counts(.parent, on: day)
            ? "parent of a child in care" : nil
    }

    private func people(_ entries: Entries) -> [Professional] {
        let roles = Set(Recording.people(entries[all: "invite"]).map(\.role))
        return pupil.people(on: day).filter { roles.contains($0.role.rawValue) }
    }

    /// With whom a call was about this child: where home is meant, the carer before a parent who
    /// counts as home.
    func party(_ text: String) -> String {
        guard text == ActionSpec.home else { return text }
        let roles = pupil.people(on: day).map(\.role)
        return roles.contains(.carer) || !roles.contains(.parent)
            || !cohort.counts(.parent, on: day)
            ? Contact.Party.carer.rawValue : Contact.Party.parent.rawValue
    }
}
