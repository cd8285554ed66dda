import Domain
import Exchange

/// An invented school of four children on a Monday morning, for tests of what people record.
public enum SmallSchool {
    /// Mon 23 Nov 2026, 09:22 in London.
    public static let today = Day(iso: "2026-11-23") ?? Day(rawValue: 0)
    public static let now = Instant(londonDay: today, hour: 9, minute: 22)
    public static let bea = PupilRef("K001")
    public static let leo = PupilRef("K002")
    public static let sam = PupilRef("K003")
    /// Not known to a social worker.
    public static let ann = PupilRef("K004")

    /// Sam lives at home, on a child in need plan, instead of in care.
    public static let samAtHome: [RecordChange] = {
        let pupil = ["pupil": "K003", "from": "2025-09-03"]
        return [
            .remove(RecordKey(kind: .status, parts: ["K003", "CLA", "2025-09-03"])),
            .put(Record(kind: .status, checked: pupil.merging(["status": "CIN"]) { $1 })),
        ]
    }()

    public static func facts() throws -> Facts {
        Facts(records: try records(), bankHolidays: PackLoader.builtIn.bankHolidays)
    }

    /// What a command is made from, by A Khan, for a child and a duty.
    public static func context(
        _ pupil: PupilRef? = nil, duty rule: RuleID? = nil, record: RecordKey? = nil,
        login: String = "akhan", changing: [RecordChange] = [], under policy: PolicyPack? = nil
    ) throws -> CommandContext {
        let pack = policy ?? PackLoader.builtIn
        let facts = try facts().applying(changing, bankHolidays: pack.bankHolidays)
        let duty = rule.flatMap { rule in
            allDuties(facts, on: today, under: pack).first {
                $0.rule == rule && $0.state.isOpen && (pupil == nil || $0.subject.pupil == pupil)
            }
        }
        return CommandContext(
            facts: facts, pack: pack, today: today, now: now,
            actor: Actor(login: login, isKeeper: false), seed: 7,
            origin: ActionOrigin(pupil: pupil, duty: duty, record: record))
    }

    public static func record(_ kind: RecordKind, _ fields: [String: String]) throws -> Record {
        try Record(kind, fields)
    }

    /// The school's rows of a kind.
    public static func records(of kind: RecordKind) throws -> [Record] {
        try records().filter { $0.kind == kind }
    }

    static func records() throws -> [Record] {
        try rows.map { kind, fields in
            let pairs = fields.split(separator: "|").map { field -> (String, String) in
                let parts = field.split(separator: "=", maxSplits: 1)
                return (String(parts[0]), String(parts[1]))
            }
            return try Record(kind, Dictionary(uniqueKeysWithValues: pairs))
        }
    }

    private static let rows: [(RecordKind, String)] = [
        (.school, "urn=100001|name=Larkfield Infant School|phase=infant|local_authority=Anyshire"),
        (.terms, "academic_year=2026-27|term=autumn|start=2026-09-02|end=2026-12-18"),
        (.terms, "academic_year=2026-27|term=spring|start=2027-01-04|end=2027-03-25"),
        (.closures, "from=2026-10-26|to=2026-10-30|kind=half-term"),
        (
            .staff,
            "staff=S01|name=A Khan|post=Teacher|teaching=yes|qts=yes|leadership=yes"
                + "|from=2020-09-01|login=akhan"
        ),
        (
            .staff,
            "staff=S02|name=J Webb|post=Teacher|teaching=yes|qts=yes|leadership=no"
                + "|from=2021-09-01"
        ),
        (
            .staff,
            "staff=S03|name=R Gone|post=Teacher|teaching=yes|qts=yes|leadership=no"
                + "|from=2019-09-01|to=2026-07-31"
        ),
        (.roles, "role=designated-teacher|person=S01|from=2020-09-01|login=akhan"),
        (.roles, "role=dsl|person=S02|from=2021-09-01|login=webb"),
        (
            .pupils,
            "pupil=K001|surname=Ashworth|forename=Beatrice|known_as=Bea|born=2020-11-02"
                + "|year_group=1|class=Oak|admitted=2025-09-03"
        ),
        (
            .pupils,
            "pupil=K002|surname=Marsh|forename=Leo|born=2021-10-02|year_group=R|admitted=2026-09-02"
        ),
        (
            .pupils,
            "pupil=K003|surname=Field|forename=Sam|born=2020-12-24|year_group=1|admitted=2025-09-03"
        ),
        (
            .pupils,
            "pupil=K004|surname=Other|forename=Ann|born=2020-12-25|year_group=1|admitted=2025-09-03"
        ),
        (.status, "pupil=K001|status=CP|from=2026-09-02|category=neglect"),
        (.status, "pupil=K002|status=CLA|from=2026-09-10|legal_status=C1|local_authority=Anyshire"),
        (.status, "pupil=K003|status=CLA|from=2025-09-03|legal_status=C2"),
        (.professionals, "pupil=K001|role=parent|name=L Ashworth|from=2025-09-03|contact=yes"),
        (.professionals, "pupil=K001|role=social-worker|name=P Lund|from=2026-09-02"),
        (.professionals, "pupil=K002|role=carer|name=M Carer|from=2026-09-10"),
        (.professionals, "pupil=K002|role=parent|name=N Ash|from=2026-09-10|contact=no"),
        (.professionals, "pupil=K002|role=social-worker|name=P Lund|from=2026-09-10"),
        (.professionals, "pupil=K003|role=parent|name=D Field|from=2025-09-03|contact=ask-dsl"),
        (.adults, "pupil=K001|staff=S02|kind=key-adult|from=2025-09-03"),
        (.peps, "pep_id=P1|pupil=K003|planned_for=2026-10-06|held_on=2026-10-06"),
        (.peps, "pep_id=P2|pupil=K003|planned_for=2026-11-03|held_on=2026-11-03"),
        (.peps, "pep_id=P3|pupil=K001|planned_for=2026-11-30"),
        (.pepPeople, "pep_id=P3|role=parent|name=L Ashworth|invited_on=2026-11-16"),
        (
            .targets,
            "target_id=T1|pep_id=P1|area=reading|target=Reads 20 words|success=18 of 20 by Dec"
        ),
        (.funds, "fund_id=F1|name=CLA|kind=pp-plus-cla|financial_year=2026-27|managed_by=school"),
        (.funding, "entry_id=E1|fund_id=F1|kind=allocation|on=2026-04-01|amount=2000.00|what=PP+"),
        (
            .funding,
            "entry_id=E2|fund_id=F1|pupil=K003|kind=spend|on=2026-11-02|amount=120.00|what=Tutor"
        ),
        (
            .funding,
            "entry_id=E3|fund_id=F1|pupil=K001|kind=commitment|on=2026-11-02|amount=50.00"
                + "|what=Club"
        ),
        (.attendance, "pupil=K001|date=2026-11-20|am=/|pm=\\"),
        (.attendance, "pupil=K001|date=2026-11-23|am=N"),
    ]
}
