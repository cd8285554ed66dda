import Domain

/// A school with a canary in every column that holds free text: a word that stands nowhere else, by
/// which a text is known wherever it comes out.
public struct CanarySchool: Sendable {
    public struct Canary: Hashable, Sendable {
        public let word: String
        /// `status.note`.
        public let column: String
        public let kind: RecordKind
        /// The child whom it is about; `nil` for none.
        public let child: String?
        /// What decides who sees it besides its column: a person's role, what a contact was about.
        public let turn: String

        /// Whether a role sees it, by the matrix of the tests; `nil` where that does not say.
        public func isFor(_ role: Role.Name?) -> Bool? {
            let keys = ["\(kind.rawValue).\(turn)", column, kind.rawValue]
            let own = child.flatMap { RoleMatrix.others[$0] } ?? [:]
            var roles = keys.lazy.compactMap { own[$0] ?? RoleMatrix.texts[$0] }.first
            // In nobody's care: a class teacher sees nothing of the child.
            if let child, child != "K1" { roles?.remove(.classTeacher) }
            guard let roles else { return nil }
            return role.map(roles.contains) ?? false
        }
    }

    public private(set) var canaries: [Canary] = []
    private var rows: [RecordKind: [[String: String]]] = [:]

    public init() {
        addSchool()
        for child in ["K1", "K2", "K3", "K4"] { addChild(child) }
        addMoney()
    }

    /// The files of a bundle, by name.
    public var files: [(name: String, text: String)] {
        RecordKind.allCases.compactMap { kind in
            guard let rows = rows[kind] else { return nil }
            let columns = kind.schema.columns.map(\.name)
            let lines = rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: ",") }
            return (
                kind.file, ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
            )
        }
    }

    // MARK: Rows

    /// Adds a row whose free texts are canaries where nothing is given.
    private mutating func add(
        _ kind: RecordKind, _ given: [String: String], child: String? = nil, turn: String = ""
    ) {
        var row = given
        for column in kind.schema.columns where row[column.name] == nil {
            switch column.type {
            case .name, .text:
                let word = "zq\(canaries.count + 1000)q"
                row[column.name] = word
                canaries.append(
                    Canary(
                        word: word, column: "\(kind.rawValue).\(column.name)", kind: kind,
                        child: child, turn: turn))
            default: break
            }
        }
        rows[kind, default: []].append(row)
    }

    private mutating func addSchool() {
        add(.school, ["urn": "100001", "phase": "infant"])
        for (term, start, end) in [
            ("autumn", "2026-09-02", "2026-12-18"), ("spring", "2027-01-05", "2027-03-25"),
            ("summer", "2027-04-12", "2027-07-21"),
        ] {
            add(.terms, ["academic_year": "2026-27", "term": term, "start": start, "end": end])
        }
        add(.closures, ["from": "2026-10-26", "to": "2026-10-30", "kind": "half-term"])
        addStaff("S01", login: nil)
        for (place, login) in RoleMatrix.logins.enumerated() {
            let id = "S\(10 + place)"
            addStaff(id, login: login.name)
            if let role = login.role {
                add(
                    .roles,
                    ["role": role.rawValue, "person": id, "from": "2020-09-01", "login": ""])
            }
        }
        let former = RoleMatrix.logins.firstIndex { $0.name == "u-former-dsl" } ?? 0
        add(
            .roles,
            [
                "role": "dsl", "person": "S\(10 + former)", "from": "2020-09-01",
                "to": "2026-11-23", "login": "",
            ])
        // A role of somebody who is no staff: the name and the login are canaries.
        add(.roles, ["role": "education-adviser", "from": "2020-09-01"])
    }

    private mutating func addStaff(_ id: String, login: String?) {
        var row = [
            "staff": id, "teaching": "yes", "qts": "yes", "leadership": "no",
            "from": "2020-09-01",
        ]
        row["login"] = login
        // Everyone reads their own name in line one.
        if let login { row["name"] = "Person of \(login)" }
        add(.staff, row)
    }

    private mutating func addChild(_ ref: String) {
        var pupil = [
            "pupil": ref, "born": "2020-05-03", "year_group": "1", "admitted": "2024-09-02",
            "sen": "K",
        ]
        // Only the adopted child has another name in use than the legal one.
        if ref != "K2" { pupil.merge(["known_as": "", "preferred_surname": ""]) { $1 } }
        add(.pupils, pupil, child: ref)
        for day in ["2026-11-19", "2026-11-20", "2026-11-23"] {
            add(
                .attendance,
                ["pupil": ref, "date": day, "am": "N", "pm": "N"])
        }
        guard ref != "K3" else { return }
        let number = String(ref.dropFirst())
        var status = ["pupil": ref, "from": "2026-09-02"]
        status["status"] = ref == "K2" ? "PLA" : "CP"
        status["category"] = ref == "K2" ? "" : "neglect"
        add(.status, status, child: ref)
        for role in ["social-worker", "carer", "parent"] {
            add(
                .professionals, ["pupil": ref, "role": role, "from": "2026-09-02"], child: ref,
                turn: role)
        }
        if ref == "K1" {
            let place = RoleMatrix.logins.firstIndex { $0.role == .classTeacher } ?? 0
            add(
                .adults,
                [
                    "pupil": ref, "staff": "S\(10 + place)", "kind": "teacher",
                    "from": "2026-09-02",
                ])
            add(.peps, ["pep_id": "P9", "pupil": ref, "planned_for": "2026-11-24"], child: ref)
        }
        add(
            .peps, ["pep_id": "P\(number)", "pupil": ref, "held_on": "2026-10-12"], child: ref)
        for role in ["carer", "parent"] {
            add(
                .pepPeople, ["pep_id": "P\(number)", "role": role, "attended": "yes"],
                child: ref, turn: role)
        }
        add(
            .targets, ["target_id": "T\(number)", "pep_id": "P\(number)", "area": "maths"],
            child: ref)
        for (with, about) in [
            ("carer", "attendance"), ("parent", "pep"), ("social-worker", "safeguarding"),
        ] {
            let turn = about == "safeguarding" ? about : with
            add(
                .contacts,
                [
                    "contact_id": "C\(number)\(with)", "pupil": ref, "at": "2026-11-20T09:00:00Z",
                    "with": with, "how": "phone", "staff": "S01", "about": about,
                ], child: ref, turn: turn)
        }
    }

    private mutating func addMoney() {
        add(
            .funds,
            [
                "fund_id": "F1", "kind": "pp-plus-cla", "financial_year": "2026-27",
                "managed_by": "school",
            ])
        for (id, child) in [("E1", "K1"), ("E2", "K2")] {
            add(
                .funding,
                [
                    "entry_id": id, "fund_id": "F1", "pupil": child, "kind": "spend",
                    "on": "2026-10-05", "amount": "10.00",
                ])
        }
    }
}
