import Domain

/// Who sees and does what, as a reader of the policy would list it: what the tests of access expect.
public enum RoleMatrix {
    /// A login of the canaries' school.
    public struct Login: Hashable, Sendable, CustomStringConvertible {
        public let name: String
        /// `nil`: the login is on record and holds no role today.
        public let role: Role.Name?

        public var description: String { name }

        /// The login of a role.
        public static func of(_ role: Role.Name) -> Login {
            Login(name: "u-\(role.rawValue)", role: role)
        }
    }

    public static let logins: [Login] =
        Role.Name.allCases.map(Login.of)
        + [Login(name: "u-former-dsl", role: nil), Login(name: "u-nobody", role: nil)]

    private static let leads: Set<Role.Name> = [.head, .dsl, .deputyDSL]
    private static let teachers = leads.union([.designatedTeacher])
    private static let inclusion = teachers.union([.senco])
    private static let classroom = inclusion.union([.classTeacher])
    private static let office = teachers.union([.administrator])
    private static let inside = classroom.union([.administrator])
    private static let everyRole = Set(Role.Name.allCases)

    /// Who sees a text of a file, or of one of its columns, about a child on a plan who is in the
    /// class teacher's care (`K1`), or about no child.
    public static let texts: [String: Set<Role.Name>] = [
        "school": everyRole, "closures": everyRole, "staff": inside, "staff.login": leads,
        "roles": inside, "roles.login": leads, "pupils": inside, "pupils.family": office,
        "status.local_authority": teachers, "status.note": leads, "professionals": inclusion,
        "peps.note": inclusion, "peps.voice": inclusion, "peps.grade": inclusion,
        "peps.returned_why": inclusion, "pep_people": inclusion, "targets": classroom,
        "contacts": inclusion, "contacts.safeguarding": leads, "funds": teachers,
        "funding": teachers,
    ]

    /// The same of the other children, where it is not the same.
    public static let others: [String: [String: Set<Role.Name>]] = [
        // Adopted: known to the school by the preferred surname and the known-as name.
        "K2": [
            "pupils": inclusion.union(office), "pupils.surname": leads, "pupils.forename": leads,
            "pupils.family": leads, "professionals.parent": leads, "pep_people.parent": leads,
            "contacts.parent": leads, "targets": inclusion,
        ],
        // Known to no social worker.
        "K3": ["pupils": office],
        // On a plan, and in nobody's care.
        "K4": ["pupils": inclusion.union(office), "targets": inclusion],
    ]

    /// Who opens a page of `cksw show`.
    public static let pages: [(words: String, roles: Set<Role.Name>)] = [
        ("dashboard", classroom), ("now", classroom), ("pupils", inside), ("peps", classroom),
        ("attendance", classroom), ("budget", teachers), ("pupil K1", inside),
        ("pupil K2", inclusion.union(office)), ("pupil K3", office),
        ("pupil K4", inclusion.union(office)), ("chronology K1", inside),
        ("chronology K2", inclusion.union(office)), ("chronology K3", office),
        ("chronology K4", inclusion.union(office)), ("chronology K1 attendance", inside),
        ("chronology K1 contact", inclusion), ("chronology K1 money", teachers),
        ("chronology K1 pep", classroom), ("pep P1", classroom), ("pep P2", inclusion),
        ("fund F1", teachers), ("glance", classroom),
        (
            "figures",
            classroom.union([.designatedGovernor, .educationAdviser, .virtualSchoolHead])
        ),
        ("history", teachers), ("history pupil:K1", teachers), ("since", teachers),
        ("history pupil:K2", teachers), ("change 1", teachers), ("missed", classroom),
        ("overdue", classroom), ("soon", classroom), ("unknown", classroom),
        (
            "policy",
            classroom.union([.designatedGovernor, .educationAdviser, .virtualSchoolHead])
        ),
        (
            "clause AIM-6",
            classroom.union([.designatedGovernor, .educationAdviser, .virtualSchoolHead])
        ),
        ("staff", teachers), ("staff S01", teachers), ("rule key-adult", classroom),
        (
            "cohort",
            inclusion.union([.designatedGovernor, .educationAdviser, .virtualSchoolHead])
        ),
        ("year", classroom), ("year 2026-11-23", classroom),
        ("without-impact", classroom), ("idle", classroom), ("help", everyRole),
    ]

    /// Who may give a command that reads or moves the store.
    public static let commands: [(words: String, roles: Set<Role.Name>)] = [
        ("duties", classroom), ("duties --json", classroom), ("duties --pupil K1", classroom),
        (
            "status",
            classroom.union([.designatedGovernor, .educationAdviser, .virtualSchoolHead])
        ),
        (
            "status --json",
            classroom.union([.designatedGovernor, .educationAdviser, .virtualSchoolHead])
        ),
        ("why pupil:K1 pep-three-a-year", classroom), ("history", teachers),
        ("history --json", teachers), ("history pupil:K1", teachers), ("verify", leads),
        ("export bundle @out", teachers), ("import bundle @in --dry-run", leads),
        ("import roster @roster --dry-run", office),
        ("import attendance @marks --dry-run", office), ("doctor", []),
        ("audit show K1", teachers), ("audit show", teachers), ("audit verify", leads),
        ("audit anchor", leads), ("retention", leads), ("retention deleted", leads),
        ("recipients", leads), ("backup @saved --unencrypted", []),
        ("export child K1 @child", teachers), ("rehearse --until 2026-12-04", teachers),
        ("rehearse --until 2026-12-04 --json", teachers),
        ("export calendar", teachers), ("export calendar --names full", teachers),
        ("report morning", classroom),
        ("report governors", teachers), ("report governors --audience confidential", teachers),
        ("report teacher", teachers),
        (
            "report policy",
            classroom.union([.designatedGovernor, .educationAdviser, .virtualSchoolHead])
        ),
        ("report policy --audience confidential", teachers), ("report money", teachers),
        ("report meeting K1", inclusion), ("report child K1", classroom),
        ("report case K1", leads), ("report return", teachers), ("report handover", teachers),
        ("report transfer K1", teachers), ("report conference K1", [.dsl, .deputyDSL]),
    ]

    /// Who records what; the words of a command that is right in every other way.
    public static let records: [(words: [String], roles: Set<Role.Name>)] = [
        (
            [
                "contact", "--pupil", "K1", "--with", "carer", "--how", "phone", "--about",
                "attendance", "--summary", "plain", "--staff", "S01",
            ], inclusion
        ),
        (
            [
                "contact", "--pupil", "K4", "--with", "social-worker", "--how", "phone", "--about",
                "safeguarding", "--summary", "plain", "--staff", "S01",
            ], teachers
        ),
        (["pep-plan", "--pupil", "K1", "--planned-for", "2026-12-01"], teachers),
        (["pep-hold", "--pupil", "K1", "--pep-id", "P9", "--held-on", "2026-11-20"], teachers),
        (["pep-cancel", "--pep-id", "P9"], teachers),
        (["pep-sign-off", "--pep-id", "P1", "--completed-on", "2026-11-20"], teachers),
        (["pep-people", "--pep-id", "P9", "--invite", "health=Nurse"], teachers),
        (
            ["target", "--pep-id", "P1", "--area", "maths", "--target", "t", "--success", "s"],
            teachers
        ),
        (
            [
                "target-review", "--target-id", "T1", "--reviewed-on", "2026-11-20", "--outcome",
                "met",
            ], teachers
        ),
        (
            [
                "status-begin", "--pupil", "K3", "--status", "CP", "--from", "2026-11-20",
                "--category", "neglect",
            ], teachers
        ),
        (["status-end", "--pupil", "K1", "--status", "CP", "--to", "2026-11-20"], teachers),
        (
            [
                "term", "--academic-year", "2027-28", "--term", "autumn", "--start", "2027-09-01",
                "--end", "2027-12-17",
            ], office
        ),
        (["closure", "--from", "2026-12-03", "--kind", "inset"], office),
        (["pupil-number", "--pupil", "K1", "--number", "Z9"], office),
        (["class-marks", "--year-group", "1", "--date", "2026-11-18"], office),
        (
            [
                "key-adult", "--pupil", "K1", "--staff", "S01", "--kind", "mentor", "--from",
                "2026-11-01",
            ], teachers
        ),
        (
            ["role", "--role", "dsl", "--person", "S01", "--from", "2026-11-01"], [.head]
        ),
        (
            [
                "staff", "--staff", "S77", "--name", "New", "--post", "Teacher", "--teaching",
                "yes", "--qts", "yes", "--leadership", "no", "--from", "2026-11-01",
            ], teachers
        ),
        (
            [
                "staff", "--staff", "S78", "--name", "New", "--post", "Teacher", "--teaching",
                "yes", "--qts", "yes", "--leadership", "no", "--from", "2026-11-01", "--login",
                "own",
            ], [.head]
        ),
        (
            [
                "person", "--pupil", "K1", "--role", "health", "--name", "Nurse", "--from",
                "2026-11-01",
            ], teachers
        ),
        (
            [
                "fund-entry", "--pupil", "K1", "--fund-id", "F1", "--kind", "spend", "--on",
                "2026-11-01", "--amount", "5", "--what", "books",
            ], teachers
        ),
        (["fund-link", "--entry-id", "E1", "--target-id", "T1"], teachers),
        (
            ["fund-impact", "--entry-id", "E1", "--impact", "some", "--impact-on", "2026-11-20"],
            teachers
        ),
        (["fund-reason", "--entry-id", "E1", "--reason", "because"], teachers),
    ]
}
