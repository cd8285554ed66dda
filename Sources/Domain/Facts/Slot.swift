/// Where the rows of a kind stand among facts: each kind is named once, here, and added, put,
/// removed and listed alike.
struct Slot<Root>: Sendable {
    let add: @Sendable (inout Root, Record) -> Void
    let put: @Sendable (inout Root, Record) -> Void
    let remove: @Sendable (inout Root, RecordKey) -> Void
    let records: @Sendable (Root) -> [Record]

    init<Row: FactRow>(_ path: WritableKeyPath<Root, [Row]> & Sendable) {
        add = { $0[keyPath: path].append(Row($1)) }
        put = { $0[keyPath: path].put(Row($1)) }
        remove = { $0[keyPath: path].remove($1) }
        records = { $0[keyPath: path].map(\.record) }
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
        case .status: Slot(\.statuses)
        case .professionals: Slot(\.professionals)
        case .adults: Slot(\.adults)
        case .peps: Slot(\.peps)
        case .pepPeople: Slot(\.pepPeople)
        case .targets: Slot(\.targets)
        case .contacts: Slot(\.contacts)
        case .decisions: Slot(\.decisions)
        case .interventions: Slot(\.interventions)
        case .progress: Slot(\.progress)
        case .checks: Slot(\.checks)
        case .meetings: Slot(\.meetings)
        case .responsibilities: Slot(\.responsibilities)
        case .profiles: Slot(\.profiles)
        case .senReviews: Slot(\.senReviews)
        case .sdq: Slot(\.sdqs)
        case .checklists: Slot(\.checklist)
        case .alternativeProvision: Slot(\.alternativeProvision)
        case .suspensions: Slot(\.suspensions)
        case .census: Slot(\.census)
        case .school, .terms, .closures, .staff, .roles, .pupils, .attendance, .peers, .funds,
            .funding, .training, .trainingPeople, .acknowledgements, .attestations,
            .linkedPolicies, .governorsReports:
            nil
        }
    }

    private static func schoolSlot(_ kind: RecordKind) -> Slot<SchoolFacts>? {
        switch kind {
        case .staff: Slot(\.staff)
        case .roles: Slot(\.roles)
        case .funds: Slot(\.funds)
        case .funding: Slot(\.entries)
        case .meetings: Slot(\.meetings)
        case .training: Slot(\.training)
        case .trainingPeople: Slot(\.trainingPeople)
        case .acknowledgements: Slot(\.acknowledgements)
        case .attestations: Slot(\.attestations)
        case .linkedPolicies: Slot(\.linkedPolicies)
        case .governorsReports: Slot(\.governorsReports)
        case .peers: Slot(\.peers)
        case .school, .terms, .closures, .pupils, .status, .professionals, .adults, .peps,
            .pepPeople, .targets, .attendance, .contacts, .decisions, .interventions, .progress,
            .checks, .responsibilities, .profiles, .senReviews, .sdq, .checklists,
            .alternativeProvision, .suspensions, .census:
            nil
        }
    }
}
