/// Where the rows of a kind stand among facts: each kind is named once, here, and added, put,
/// removed and listed alike.
struct Slot<Root>: Sendable {
    let add: @Sendable (inout Root, Record) -> Void
    let put: @Sendable (inout Root, Record) -> Void
    let remove: @Sendable (inout Root, RecordKey) -> Void
    let records: @Sendable (Root) -> [Record]
    let record: @Sendable (Root, RecordKey) -> Record?
    /// Gives the rows of one to another that has none, as they stand.
    let copy: @Sendable (Root, inout Root) -> Void

    /// Closures, because a key path costs more than what is done at its end.
    init<Row: FactRow>(
        _ rows: @escaping @Sendable (Root) -> [Row],
        _ change: @escaping @Sendable (inout Root, (inout [Row]) -> Void) -> Void
    ) {
        add = { root, record in change(&root) { $0.append(Row(record)) } }
        put = { root, record in change(&root) { $0.put(Row(record)) } }
        remove = { root, key in change(&root) { $0.remove(key) } }
        records = { rows($0).map(\.record) }
        copy = { from, to in change(&to) { $0 = rows(from) } }
        record = { root, key in rows(root).first { $0.record.has(key) }?.record }
    }
}

extension RecordKind {
    /// The place of this kind's rows in the facts of a child; `nil` for the child's own row, marks,
    /// and what belongs to the school. Contacts and meetings about no child belong to the school.
    var ofPupil: Slot<PupilFacts>? { Self.pupilSlots[position] }

    /// The place of this kind's rows in the facts of the school; `nil` for the school's own row, the
    /// calendar, and what belongs to children.
    var ofSchool: Slot<SchoolFacts>? { Self.schoolSlots[position] }

    /// Whether rows of this kind are read with a child's facts, beside the child's own row and marks.
    public var isOfPupil: Bool { ofPupil != nil }

    /// Whether rows of this kind are read with the school's facts, beside the calendar.
    public var isOfSchool: Bool { self == .school || ofSchool != nil }

    private static let pupilSlots = RecordKind.allCases.map(pupilSlot)
    private static let schoolSlots = RecordKind.allCases.map(schoolSlot)

    private static func pupilSlot(_ kind: RecordKind) -> Slot<PupilFacts>? {
        switch kind {
        case .status: Slot({ $0.statuses }, { $1(&$0.statuses) })
        case .professionals: Slot({ $0.professionals }, { $1(&$0.professionals) })
        case .adults: Slot({ $0.adults }, { $1(&$0.adults) })
        case .peps: Slot({ $0.peps }, { $1(&$0.peps) })
        case .pepPeople: Slot({ $0.pepPeople }, { $1(&$0.pepPeople) })
        case .targets: Slot({ $0.targets }, { $1(&$0.targets) })
        case .contacts: Slot({ $0.contacts }, { $1(&$0.contacts) })
        case .decisions: Slot({ $0.decisions }, { $1(&$0.decisions) })
        case .interventions: Slot({ $0.interventions }, { $1(&$0.interventions) })
        case .progress: Slot({ $0.progress }, { $1(&$0.progress) })
        case .checks: Slot({ $0.checks }, { $1(&$0.checks) })
        case .meetings: Slot({ $0.meetings }, { $1(&$0.meetings) })
        case .responsibilities: Slot({ $0.responsibilities }, { $1(&$0.responsibilities) })
        case .profiles: Slot({ $0.profiles }, { $1(&$0.profiles) })
        case .senReviews: Slot({ $0.senReviews }, { $1(&$0.senReviews) })
        case .sdq: Slot({ $0.sdqs }, { $1(&$0.sdqs) })
        case .checklists: Slot({ $0.checklist }, { $1(&$0.checklist) })
        case .alternativeProvision:
            Slot({ $0.alternativeProvision }, { $1(&$0.alternativeProvision) })
        case .suspensions: Slot({ $0.suspensions }, { $1(&$0.suspensions) })
        case .census: Slot({ $0.census }, { $1(&$0.census) })
        case .school, .terms, .closures, .staff, .roles, .pupils, .attendance, .peers, .funds,
            .funding, .training, .trainingPeople, .acknowledgements, .attestations,
            .linkedPolicies, .governorsReports:
            nil
        }
    }

    private static func schoolSlot(_ kind: RecordKind) -> Slot<SchoolFacts>? {
        switch kind {
        case .staff: Slot({ $0.staff }, { $1(&$0.staff) })
        case .roles: Slot({ $0.roles }, { $1(&$0.roles) })
        case .funds: Slot({ $0.funds }, { $1(&$0.funds) })
        case .funding: Slot({ $0.entries }, { $1(&$0.entries) })
        case .meetings: Slot({ $0.meetings }, { $1(&$0.meetings) })
        case .training: Slot({ $0.training }, { $1(&$0.training) })
        case .trainingPeople: Slot({ $0.trainingPeople }, { $1(&$0.trainingPeople) })
        case .acknowledgements: Slot({ $0.acknowledgements }, { $1(&$0.acknowledgements) })
        case .attestations: Slot({ $0.attestations }, { $1(&$0.attestations) })
        case .linkedPolicies: Slot({ $0.linkedPolicies }, { $1(&$0.linkedPolicies) })
        case .governorsReports: Slot({ $0.governorsReports }, { $1(&$0.governorsReports) })
        case .peers: Slot({ $0.peers }, { $1(&$0.peers) })
        case .school, .terms, .closures, .pupils, .status, .professionals, .adults, .peps,
            .pepPeople, .targets, .attendance, .contacts, .decisions, .interventions, .progress,
            .checks, .responsibilities, .profiles, .senReviews, .sdq, .checklists,
            .alternativeProvision, .suspensions, .census:
            nil
        }
    }
}
