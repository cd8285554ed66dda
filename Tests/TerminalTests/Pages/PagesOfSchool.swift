import Domain
import Support
import ViewModels

/// An invented school whose pages are drawn in full: twelve children on plans.
enum PagesOfSchool {
    static let today = day("2026-11-23")

    static func day(_ iso: String) -> Day {
        guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no date") }
        return day
    }

    private static let children = [
        ("Bea", "Ashworth", "CP", "2026-09-02"), ("Leo", "Marsh", "CP", "2026-05-14"),
        ("Zoë", "Quinn", "CP", "2026-01-12"), ("Eve", "Hart", "CP", "2026-11-09"),
        ("Max", "Ibe", "CIN", "2026-10-01"), ("Ned", "Carver", "CIN", "2026-03-03"),
        ("Ada", "Lark", "CIN", "2025-09-15"), ("Tom", "Finch", "CIN", "2026-06-22"),
        ("Ivy", "Okafor", "CIN", "2026-09-21"), ("Sam", "Field", "CLA", "2026-05-07"),
        ("Tomi", "Adeyemi", "CLA", "2024-05-27"), ("Ayò", "Daniels", "CLA", "2026-11-16"),
    ]

    static func model(_ role: Role.Name, name: String) throws -> Model {
        var school = try SchoolBuilder()
        for (place, child) in children.enumerated() {
            let ref = "K\(place + 10)"
            try school.child(ref, child.0, child.1, status: child.2, since: child.3)
            try school.marks(ref, day("2026-11-02"), day("2026-11-20"))
            if place != 4 {
                try school.add(
                    .attendance,
                    ["pupil": ref, "date": "2026-11-23", "am": place == 0 ? "N" : "/"])
            }
        }
        try ofBea(&school)
        let pack = Packs.builtIn
        let facts = school.facts(under: pack)
        let person = Person(login: "x", name: name, roles: [role], isKeeper: false, staff: ["S01"])
        return Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: today, pack: pack,
            person: person)
    }

    private static func ofBea(_ school: inout SchoolBuilder) throws {
        try school.add(
            .professionals,
            [
                "pupil": "K10", "role": "parent", "name": "L Ashworth", "phone": "07700 900123",
                "from": "2026-09-02",
            ])
        for (id, kind, planned, held) in [
            ("M1", "core-group", "", "2026-11-10"), ("M2", "core-group", "2026-12-15", ""),
            ("M3", "cp-conference", "2026-12-03", ""),
        ] {
            try school.add(
                .meetings,
                [
                    "meeting_id": id, "kind": kind, "pupil": "K10", "planned_for": planned,
                    "held_on": held,
                ])
        }
        try school.pep("P1", of: "K10", held: "2026-10-05")
        try school.contact("K10", at: "2026-11-12T09:00:00Z", with: "parent")
    }

    /// The page as it is drawn.
    static func page(_ name: PageName, _ role: Role.Name, _ size: Size) throws -> Page {
        Session(try model(role, name: role == .dsl ? "M Osei" : "A Khan"), first: name)
            .page(size: size)
    }

    /// A page as a terminal shows it to somebody of a role.
    static func text(
        _ name: PageName, _ role: Role.Name, _ columns: Int, _ rows: Int
    ) throws -> String {
        frame(of: try page(name, role, Size(columns: columns, rows: rows)), columns, rows).text
    }
}
