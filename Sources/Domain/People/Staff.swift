/// A member of staff.
public struct StaffMember: FactRow {
    public static let kind = RecordKind.staff
    public let record: Record
    public let id: String
    public let span: Span

    public init(_ record: Record) {
        self.record = record
        id = record["staff"]
        span = Span(from: record.requiredDay("from"), to: record.day("to"))
    }

    public var name: String { record["name"] }
    public var login: String? { record.text("login") }
    public var isTeaching: Bool { record.flag("teaching") ?? false }
    /// Qualified teacher status.
    public var isQualified: Bool { record.flag("qts") ?? false }
    public var isLeader: Bool { record.flag("leadership") ?? false }
}

/// A role that somebody holds in this school's work for its children.
public struct Role: FactRow {
    public static let kind = RecordKind.roles

    /// The roles that the policy and the law name.
    public enum Name: String, CaseIterable, Sendable {
        case designatedTeacher = "designated-teacher"
        case designatedGovernor = "designated-governor"
        case dsl
        case deputyDSL = "deputy-dsl"
        case senco, head
        case educationAdviser = "education-adviser"
        case virtualSchoolHead = "virtual-school-head"
        case administrator
        case classTeacher = "class-teacher"

        /// The role in words, as it stands in a sentence.
        public var words: String {
            switch self {
            case .designatedTeacher: "Designated Teacher"
            case .designatedGovernor: "Designated Governor"
            case .dsl: "DSL"
            case .deputyDSL: "deputy DSL"
            case .senco: "SENCO"
            case .head: "head"
            case .educationAdviser: "Education Adviser"
            case .virtualSchoolHead: "Virtual School Head"
            case .administrator: "administrator"
            case .classTeacher: "class teacher"
            }
        }
    }

    public let record: Record
    public let name: Name
    /// A member of staff's id, or a name where the person is not staff.
    public let person: String
    public let span: Span

    public init(_ record: Record) {
        self.record = record
        name = record.word("role")
        person = record["person"]
        span = Span(from: record.requiredDay("from"), to: record.day("to"))
    }

    public var login: String? { record.text("login") }
}

/// An adult of the school who stands by one child.
public struct SupportingAdult: FactRow {
    public static let kind = RecordKind.adults

    /// As what.
    public enum Kind: String, CaseIterable, Sendable {
        case keyAdult = "key-adult"
        case mentor, teacher
    }

    public let record: Record
    public let staff: String
    public let isKeyAdult: Bool
    public let span: Span

    public init(_ record: Record) {
        self.record = record
        staff = record["staff"]
        isKeyAdult = record.word("kind", as: Kind.self) == .keyAdult
        span = Span(from: record.requiredDay("from"), to: record.day("to"))
    }
}

/// Somebody around the child: social worker, carer, parent and others.
public struct Professional: FactRow {
    public static let kind = RecordKind.professionals
    public let record: Record
    public let role: PersonRole
    public let span: Span

    public init(_ record: Record) {
        self.record = record
        role = record.word("role")
        span = Span(from: record.requiredDay("from"), to: record.day("to"))
    }

    public var name: String { record["name"] }
    public var phone: String? { record.text("phone") }
    public var email: String? { record.text("email") }
    /// In which order the people around the child are rung, 1 first; last where nobody said.
    public var priority: Int { Int(record["priority"]) ?? .max }
    /// Whether this person may be contacted: `yes`, `no`, `ask-dsl` or `nil` where nobody said.
    public var contact: String? { record.text("contact") }
}

/// The school itself.
public struct School: FactRow {
    public static let kind = RecordKind.school
    public let record: Record
    /// The day from which the school keeps these records here; `nil` where nobody has said.
    public let recordsFrom: Day?

    public init(_ record: Record) {
        self.record = record
        recordsFrom = record.day("records_from")
    }

    public var name: String { record["name"] }
    public var virtualSchoolName: String? { record.text("virtual_school_name") }
    public var virtualSchoolPhone: String? { record.text("virtual_school_phone") }
}
