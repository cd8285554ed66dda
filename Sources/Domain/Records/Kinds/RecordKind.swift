/// The kinds of record, each a file of the bundle and a table of the store.
///
/// What is to be known of a kind stands in its definition; import, export, the store, roles,
/// `cksw record` and the forms read it there, so that a new kind or column is added in one place.
public enum RecordKind: String, CaseIterable, Sendable {
    case school, terms, closures, staff, roles, pupils, status, professionals, adults, peps
    case pepPeople = "pep_people"
    case targets, attendance, peers, contacts, funds, funding
    case decisions, interventions, progress, checks, meetings, training
    case trainingPeople = "training_people"
    case acknowledgements, attestations
    case linkedPolicies = "linked_policies"
    case governorsReports = "governors_reports"
    case responsibilities, profiles
    case senReviews = "sen_reviews"
    case sdq, checklists
    case alternativeProvision = "alternative_provision"
    case suspensions, census, actions
    case reportTexts = "report_texts"

    /// All that is to be known of the kind.
    public var definition: KindDefinition {
        switch self {
        case .school: .school
        case .terms: .terms
        case .closures: .closures
        case .staff: .staff
        case .roles: .roles
        case .pupils: .pupils
        case .status: .status
        case .professionals: .professionals
        case .adults: .adults
        case .peps: .peps
        case .pepPeople: .pepPeople
        case .targets: .targets
        case .attendance: .attendance
        case .peers: .peers
        case .contacts: .contacts
        case .funds: .funds
        case .funding: .funding
        case .decisions: .decisions
        case .interventions: .interventions
        case .progress: .progress
        case .checks: .checks
        case .meetings: .meetings
        case .training: .training
        case .trainingPeople: .trainingPeople
        case .acknowledgements: .acknowledgements
        case .attestations: .attestations
        case .linkedPolicies: .linkedPolicies
        case .governorsReports: .governorsReports
        case .responsibilities: .responsibilities
        case .profiles: .profiles
        case .senReviews: .senReviews
        case .sdq: .sdq
        case .checklists: .checklists
        case .alternativeProvision: .alternativeProvision
        case .suspensions: .suspensions
        case .census: .census
        case .actions: .actions
        case .reportTexts: .reportTexts
        }
    }

    /// The bundle's file name, `pep_people.csv`.
    public var file: String { rawValue + ".csv" }

    /// Records of the kind as a school calls them: `people at PEPs`.
    public var plural: String {
        switch self {
        case .pupils: "roll"
        case .status: "statuses"
        case .professionals: "people around the child"
        case .adults: "adults of the school"
        case .peps: "PEPs"
        case .pepPeople: "people at PEPs"
        case .attendance: "register"
        case .peers: "figures of other pupils"
        case .funding: "money"
        case .closures: "days without school"
        case .trainingPeople: "who was trained"
        case .acknowledgements: "what was read"
        case .attestations: "what was signed"
        case .senReviews: "SEN reviews"
        case .sdq: "SDQs"
        case .reportTexts: "the governors' report"
        case .school, .terms, .staff, .roles, .targets, .contacts, .funds, .decisions,
            .interventions, .progress, .checks, .meetings, .training, .linkedPolicies,
            .governorsReports, .responsibilities, .profiles, .checklists, .alternativeProvision,
            .suspensions, .census, .actions:
            rawValue.replacing("_", with: " ")
        }
    }

    /// The columns of this kind.
    public var schema: RecordSchema { definition.schema }

    /// The column of the id by which other records and people name a row; `nil` where the key is
    /// made of several columns.
    public var idColumn: String? { schema.keyNames.only }

    /// The kinds of which the calendar is built, once for all their rows.
    var isCalendar: Bool { self == .terms || self == .closures }
}
