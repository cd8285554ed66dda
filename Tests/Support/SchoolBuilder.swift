import Domain
import Exchange

/// The policy pack that ships, for tests that may not import Exchange.
public enum Packs {
    public static let builtIn = PackLoader.builtIn
}

/// A school made row by row; a row says only what the test is about.
///
/// It has the three terms of 2026-27 with their half-terms, a head for every role, and no child.
public struct SchoolBuilder: Sendable {
    public private(set) var records: [Record] = []
    private var count = 0

    public init() throws {
        try add(
            .school,
            [
                "urn": "100001", "name": "Larkfield Infant School", "phase": "infant",
                "local_authority": "Hertfordshire", "virtual_school_name": "Virtual School",
            ])
        for (term, start, end) in [
            ("autumn", "2026-09-02", "2026-12-18"), ("spring", "2027-01-05", "2027-03-25"),
            ("summer", "2027-04-12", "2027-07-21"),
        ] {
            try add(
                .terms, ["academic_year": "2026-27", "term": term, "start": start, "end": end])
        }
        try add(
            .closures, ["from": "2026-10-26", "to": "2026-10-30", "kind": "half-term"])
        try add(
            .staff,
            [
                "staff": "S01", "name": "A Khan", "post": "Deputy head", "teaching": "yes",
                "qts": "yes", "leadership": "yes", "from": "2020-09-01", "login": "akhan",
            ])
        for role in [
            "designated-teacher", "designated-governor", "dsl", "senco", "head",
            "education-adviser",
        ] {
            try add(.roles, ["role": role, "person": "S01", "from": "2020-09-01"])
        }
    }

    public mutating func add(_ kind: RecordKind, _ fields: [String: String]) throws {
        records.append(try Record(kind, fields))
    }

    /// A child with one status from the start of the year, and a key adult.
    public mutating func child(
        _ ref: String, _ forename: String, _ surname: String, status: String? = "CIN",
        since: String = "2026-09-02", year: String = "1", class name: String = "Oak",
        keyAdult: Bool = true, knownAs: String = ""
    ) throws {
        try add(
            .pupils,
            [
                "pupil": ref, "surname": surname, "forename": forename, "known_as": knownAs,
                "born": "2020-05-03", "year_group": year, "class": name, "admitted": "2024-09-02",
            ])
        if let status {
            try add(.status, ["pupil": ref, "status": status, "from": since])
        }
        if keyAdult {
            try add(
                .adults, ["pupil": ref, "staff": "S01", "kind": "key-adult", "from": "2024-09-02"])
        }
    }

    /// Marks of a span of school days.
    public mutating func marks(
        _ ref: String, _ first: Day, _ last: Day, am: String = "/", pm: String = "\\"
    ) throws {
        var day = first
        while day <= last {
            if day.isWeekday {
                try add(.attendance, ["pupil": ref, "date": day.iso, "am": am, "pm": pm])
            }
            day = day + 1
        }
    }

    public mutating func pep(
        _ id: String, of ref: String, planned: String = "", held: String = "",
        signedOff: String = ""
    ) throws {
        try add(
            .peps,
            [
                "pep_id": id, "pupil": ref, "planned_for": planned, "held_on": held,
                "completed_on": signedOff,
            ])
    }

    public mutating func contact(
        _ ref: String, at: String, with: String, about: String = "attendance",
        summary: String = "Spoke."
    ) throws {
        count += 1
        try add(
            .contacts,
            [
                "contact_id": "T\(count)", "pupil": ref, "at": at, "with": with, "how": "phone",
                "staff": "S01", "about": about, "summary": summary,
            ])
    }

    public func facts(under pack: PolicyPack) -> Facts {
        Facts(records: records, bankHolidays: pack.bankHolidays)
    }
}
