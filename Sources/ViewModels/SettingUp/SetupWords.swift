import Domain

extension SetupStep {
    /// As the page lists it.
    public var title: String {
        switch self {
        case .school: "Your school"
        case .recordsFrom: "The day your records begin"
        case .dates: "The year's dates"
        case .staff: "Staff"
        case .roles: "Who has which role"
        case .pupils: "Pupils"
        case .register: "The register"
        case .contacts: "Parents, carers and contacts"
        case .statuses: "Known to a social worker"
        case .held: "PEPs and reviews already held"
        }
    }

    /// What to do, in a sentence.
    var help: String {
        switch self {
        case .school:
            "Name, URN, phase and authority; how to reach the Virtual School is filled in."
        case .recordsFrom:
            "What was due before this day is not counted as overdue. Today is offered."
        case .dates: "Your authority's dates are filled in; change what is different here."
        case .staff:
            "The staff list of your school's system, as a file; or r adds them one by one."
        case .roles: "Who is Designated Teacher, DSL, head and so on: a few letters of a name."
        case .pupils: "The pupil list of your school's system, as a file."
        case .register: "This year's attendance marks of your school's system, as a file."
        case .contacts:
            "Your list of parents and carers, as a file; or e adds them one by one."
        case .statuses: "Each child's status (CLA, PLA, CP, CIN) and since when, in one list."
        case .held: "Each child's last PEP, conference, core group and review, in one list."
        }
    }

    /// The action of `cksw keys` that it comes down to.
    public var action: ActionID {
        switch self {
        case .school: .schoolDetails
        case .recordsFrom: .school
        case .dates: .term
        case .staff: .staff
        case .roles: .role
        case .pupils, .register, .contacts: .importFile
        case .statuses: .statusBegin
        case .held: .meeting
        }
    }

    /// The command that does it.
    public func command(on today: Day, under pack: PolicyPack) -> String {
        let year = SetupFacts.year(of: today)
        switch self {
        case .school:
            let authority = pack.authority?.name ?? "NAME"
            return "cksw record school-details --urn NUMBER --name NAME --phase primary "
                + "--local-authority \(authority)"
        case .recordsFrom: return "cksw record school --records-from \(today.iso)"
        case .dates:
            let autumn = pack.dates(of: year)?.terms[.autumn]
            return "cksw record term --academic-year \(year.label) --term autumn "
                + "--start \(autumn?.first.iso ?? "DATE") --end \(autumn?.last.iso ?? "DATE")"
        case .staff: return "cksw import staff FILE"
        case .roles:
            return "cksw record role --role designated-teacher --person ID --from \(today.iso)"
        case .pupils: return "cksw import roster FILE"
        case .register: return "cksw import attendance FILE"
        case .contacts: return "cksw import contacts FILE"
        case .statuses: return "cksw record status-begin --pupil REF --status CP --from DATE"
        case .held: return "cksw record pep-hold --pupil REF --held-on DATE"
        }
    }

    /// Under which a draft of its form is kept.
    var draftAction: String { "setting-up-\(rawValue)" }

    init?(draftAction: String) {
        guard let step = SetupStep.allCases.first(where: { $0.draftAction == draftAction }) else {
            return nil
        }
        self = step
    }

    /// Whose it is: `the head`, `the Designated Teacher, DSL, deputy DSL or head`.
    var owners: String {
        let names = roles.map(\.words)
        guard let last = names.last else { return "whoever keeps the store" }
        let first = names.dropLast().joined(separator: ", ")
        return "the " + (first.isEmpty ? last : "\(first) or \(last)")
    }
}

extension SetupFacts {
    /// What stands there of a step; empty where nothing does.
    public func words(of step: SetupStep, on today: Day) -> String {
        switch step {
        case .school: return schoolName ?? ""
        case .recordsFrom: return recordsFrom.map { "from \($0.long)" } ?? ""
        case .dates:
            let year = SetupFacts.year(of: today).label
            let most = TermName.allCases.count
            let before = earlierTerms.flatMap { $0 < most ? ", \($0) of last year's" : nil }
            return (terms == 0 ? year : "\(terms) of \(most) terms of \(year)") + (before ?? "")
        case .staff: return staff == 0 ? "" : staff == 1 ? "1 person" : "\(staff) people"
        case .roles:
            let open = SetupFacts.firstRoles.filter { !rolesHeld.contains($0) }
            guard !rolesHeld.isEmpty, !open.isEmpty else {
                return rolesHeld.isEmpty ? "" : rolesHeld.count.counted("role")
            }
            return "still: \(open.map(\.words).joined(separator: ", "))"
        case .pupils: return pupils == 0 ? "" : "\(pupils) on roll"
        case .register, .contacts: return ""
        case .statuses:
            let children = known == 0 ? "" : known.children
            let waiting = marked.isEmpty ? "" : "\(marked.count) marked in your file"
            return [children, waiting].filter { !$0.isEmpty }.joined(separator: ", ")
        case .held:
            return known == 0
                ? "" : "\(knownWithMeeting) of \(known.children)"
        }
    }
}

extension Int {
    /// `1 child`, `5 children`.
    fileprivate var children: String { self == 1 ? "1 child" : "\(self) children" }
}

extension SetupLine {
    /// `done`, `to do`, `to do, after 6`, `put aside 29 Nov by kim`.
    public func words(naming name: (String) -> String) -> String {
        switch state {
        case .done: return "done"
        case .putAside(let aside):
            return "put aside \(aside.day.dayAndMonth) by \(name(aside.login))"
        case .toDo: return after.map { "to do, after \($0.number)" } ?? "to do"
        }
    }
}
