extension ActionSpec {
    static let keyAdult = enter(
        .keyAdult, .adults, "Name a key adult", short: "key adult", choice: "name",
        help: "The member of staff who stands by the child; the one before ends.",
        known: .replaced,
        [
            .column("staff", "Who", hint: "a member of staff"), .today("from", lean: .either),
            .column(
                "kind", "As", isShown: false,
                standard: { _, _ in SupportingAdult.Kind.keyAdult.rawValue }),
            .column("to", hint: "empty while it holds", isShown: false),
        ],
        unless: .noneOf(.staff) { _, context in !context.facts.school.staff.isEmpty }
    ) { form in
        if let pupil = form.pupil(), form["kind"] == SupportingAdult.Kind.keyAdult.rawValue,
            let from = form.day("from")
        {
            form.endKeyAdults(of: pupil, from: from)
        }
        form.refuseLeaver("staff", on: "from")
    }

    static let role = enter(
        .role, .roles, "Name who holds a role", short: "name role", choice: "role",
        help: "Designated Teacher, DSL, SENCO and the others; with a last day it ends.",
        known: .replaced,
        [
            .column("role", as: .choice { _, _ in roleOptions }),
            .column(
                "person", "Who", as: .person { context, _ in context.staffOptions },
                hint: "a member of staff, or a name"
            ).offering(.staff, orTyped: true), .today("from", lean: .either),
            .column("to", hint: "empty while it holds").beginning(.added),
            .column("login", hint: "the login that the role may use", isShown: false)
                .beginning(.added),
            .column("hours", hint: "a week, for the Designated Teacher").beginning(.added),
        ], prefill: rolePrefill)

    static let staff = enter(
        .staff, .staff, "Enter a member of staff", short: "add staff", choice: "member of staff",
        help:
            "A new member of staff, or with a known number what has changed, the last day included.",
        known: .replaced,
        [
            .column(
                "staff", "Number", hint: "the school's own, such as S07",
                standard: { context, _ in context.freeStaffID }),
            "name", .column("post", hint: "such as Teacher"), .column("teaching", "Teaches"),
            .column("qts", "QTS", hint: "qualified teacher status"), "leadership",
            .today("from", lean: .either),
            .column("to", hint: "the last day; empty while employed"),
            .column("login", hint: "the login at this computer, if any"),
        ],
        prefill: { context in
            context.entries(of: .staff) ?? ["teaching": "no", "qts": "no", "leadership": "no"]
        })

    static let person = enter(
        .person, .professionals, "Enter a person around the child", short: "add person",
        choice: "add", help: "Social worker, carer, parent or another, with how to reach them.",
        known: .replaced,
        [
            "role", "name", .column("organisation", "From where"), .column("phone", "Telephone"),
            "email", .today("from", "Since", lean: .past),
            .column("to", hint: "empty while it holds"),
            .column("contact", hint: "no: never to be contacted; ask: only after asking the DSL"),
            .column("responsibility", hint: "parental"),
        ],
        adding: { form in ["checked_on": form.today.iso] },
        prefill: begin(with: .professionals))

    private static let roleOptions = Role.Name.allCases.map { Choice($0.rawValue, $0.words) }

    private static let rolePrefill: @Sendable (CommandContext) -> Entries = { context in
        context.entries(of: .roles) ?? context.asked(\.role).map { ["role": $0.rawValue] } ?? [:]
    }
}

extension CommandContext {
    /// `S01`, or the first after it that is free.
    fileprivate var freeStaffID: String? {
        let taken = Set(facts.school.staff.map(\.id))
        return (1...999).lazy.map { $0 < 10 ? "S0\($0)" : "S\($0)" }
            .first { !taken.contains($0) }
    }
}

extension Recording {
    /// The key adult before ends the day before the new one begins; one who began the same day was
    /// a mistake and goes.
    fileprivate mutating func endKeyAdults(of pupil: PupilFacts, from: Day) {
        for adult in pupil.adults
        where adult.isKeyAdult && (adult.span.to.map { $0 >= from } ?? true) {
            if adult.span.from < from {
                put(.adults, over: adult.record, ["to": (from - 1).iso])
            } else if adult.span.from > from {
                fault("from", "is before the key adult named from \(adult.span.from.long)")
            } else if adult.staff == self["staff"] {
                fault("staff", "is the key adult since that day")
            } else {
                remove(adult.key)
            }
        }
    }

    /// A fault where a member of staff has left by the day on which something is to begin.
    mutating func refuseLeaver(_ field: String, on dayField: String) {
        guard let day = day(dayField),
            let member = facts.school.staff.first(where: { $0.id == self[field] }),
            let left = member.span.to, left < day
        else { return }
        fault(field, "left on \(left.long)")
    }
}
