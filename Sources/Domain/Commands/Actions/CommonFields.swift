extension FieldSpec {
    /// The child, named or that of the page.
    static let pupil = FieldSpec(
        "pupil", "Pupil", .pupil, required: true, hint: "the child's reference", isShown: false,
        standard: { context, _ in context.origin.pupil?.text })

    /// The child where it does not follow from the PEP or the target.
    static let pupilOfRecord = FieldSpec(
        "pupil", "Pupil", .pupil, hint: "follows from the PEP or target", isShown: false,
        standard: { context, _ in context.origin.pupil?.text })

    /// The child where there is one; what is the school's own has none.
    static let pupilIfAny = FieldSpec(
        "pupil", "Pupil", .pupil, hint: "empty for the school's own", isShown: false,
        standard: { context, _ in context.origin.pupil?.text })

    static func id(_ name: String) -> FieldSpec {
        FieldSpec(name, name, .id, hint: "made where it is left out", isShown: false)
    }

    /// A day that is today where nothing else is said.
    static func today(
        _ name: String, _ label: String, lean: DateLean = .past, isShown: Bool = true
    ) -> FieldSpec {
        FieldSpec(
            name, label, .day(lean), required: true,
            hint: lean == .future
                ? "such as tomorrow, next Tue or 1 Dec" : "such as today, yesterday, Fri or 23/11",
            isShown: isShown, standard: { context, _ in context.today.iso })
    }

    static func note(_ name: String, _ label: String) -> FieldSpec {
        FieldSpec(name, label, .text, hint: "may be left empty")
    }

    /// A PEP of the child, by its id: the one under the cursor or of the duty, else the one that
    /// `standard` finds.
    static func pep(
        _ choose: @escaping @Sendable (PupilFacts, CommandContext, Entries) -> PEP?,
        among isOffered: @escaping @Sendable (PEP, CommandContext) -> Bool
    ) -> FieldSpec {
        FieldSpec(
            "pep_id", "PEP",
            .choice { context, entries in
                guard let pupil = context.pupil(entries) else { return [] }
                return pupil.peps.filter { isOffered($0, context) }
                    .sorted { ($0.day, $0.id) > ($1.day, $1.id) }
                    .map { Choice($0.id, $0.words) }
            },
            standard: { context, entries in
                if let id = context.pepID { return id }
                return context.pupil(entries).flatMap { choose($0, context, entries)?.id }
            }
        ).offering(.peps)
    }
}

extension PEP {
    /// Planned, not held and not cancelled.
    public var isOpen: Bool { plannedFor != nil && heldOn == nil && !isCancelled }
}

extension CommandContext {
    /// The PEP where the action was started: of the row, or of the duty.
    var pepID: String? {
        if let id = origin.id(of: .peps) { return id }
        guard let duty = origin.duty else { return nil }
        if let key = duty.evidence.first(where: { $0.kind == .peps }) { return key.parts.first }
        guard let ref = duty.subject.pupil else { return nil }
        return facts.pupils[ref]?.peps.first { $0.id == duty.reference.record }?.id
    }

    /// The entry of a fund where the action was started.
    var entryID: String? {
        if let id = origin.id(of: .funding) { return id }
        guard let id = origin.duty?.reference.record else { return nil }
        return facts.school.entries.first { $0.id == id }?.id
    }

    /// Current members of staff by name, as options.
    var staffOptions: [Choice] {
        facts.school.staff.filter { $0.span.contains(today) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            .map { Choice($0.id, $0.name) }
    }
}

extension PupilFacts {
    /// The PEPs that are planned and not held, the earliest first.
    var openPlans: [PEP] {
        peps.filter(\.isOpen).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    }

    /// The PEPs that were held up to a day, the earliest first.
    package func held(by today: Day) -> [PEP] {
        peps.filter { $0.held(by: today) != nil }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    }

    /// The people around the child on a day, home first, and of one role whoever is rung first.
    func people(on day: Day) -> [Professional] {
        let order = PersonRole.toRing
        func index(_ role: PersonRole) -> Int { order.firstIndex(of: role) ?? order.count }
        return professionals.filter { $0.span.contains(day) }
            .sorted {
                (index($0.role), $0.priority, $0.name) < (index($1.role), $1.priority, $1.name)
            }
    }
}

extension Professional {
    /// Not to be contacted, or only after asking the DSL.
    public var isGuarded: Bool { contact == "no" || contact == "ask-dsl" }

    /// `N Ash, parent`.
    var nameAndRole: String { "\(name), \(role.words)" }

    /// What to know before writing or ringing; `nil` where nothing stands against it.
    var warning: String? {
        switch contact {
        case "no": "\(nameAndRole), is not to be contacted"
        case "ask-dsl": "ask the DSL before contacting \(nameAndRole)"
        default: nil
        }
    }
}
