import Domain
import Foundation
import Store
import Testing

let morning = Instant(seconds: 1_795_426_920)
let teacher = Actor(login: "jkaya", isKeeper: true)
let other = Actor(login: "mosei", isKeeper: true)
let ada = PupilRef("K001")
let ben = PupilRef("K002")
let autumn = AcademicYear(start: 2026)

/// A folder that goes when the test has ended.
final class Folder {
    let path: String

    /// - Parameter isQuick: whether it may stand in memory, for tests that write thousands of
    ///   changes and are not about the disk.
    init(isQuick: Bool = false) {
        let memory = "/dev/shm/"
        let isMemory = isQuick && access(memory, W_OK) == 0
        path = (isMemory ? memory : NSTemporaryDirectory()) + "cksw-store-" + UUID().uuidString
        try? FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o755])
    }

    deinit {
        chmod(path, 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Where a store stands, or will.
    var store: String { path + "/cksw.db" }

    /// A store with two children of one school.
    func school() throws -> Store {
        let store = try Store.open(at: self.store, .create)
        _ = try store.apply(
            Command(
                action: "import-bundle", subject: .school, changes: schoolRecords().map { .put($0) }
            ),
            by: Actor(login: "keeper", isKeeper: true), at: morning)
        return store
    }
}

func schoolRecords() throws -> [Record] {
    try [
        Record(
            .school,
            [
                "urn": "117299", "name": "Ælfgifu Infant School", "phase": "infant",
                "local_authority": "Hertfordshire",
            ]),
        Record(
            .terms,
            [
                "academic_year": "2026-27", "term": "autumn", "start": "2026-09-01",
                "end": "2026-12-18",
            ]),
        Record(
            .closures,
            ["from": "2026-10-26", "to": "2026-10-30", "kind": "half-term", "name": "October"]),
        staff("S01", login: "jkaya"), staff("S02", login: "mosei"),
        Record(
            .roles, ["role": "designated-teacher", "person": "S01", "from": "2022-09-01"]),
        pupil("K001", "Ada"), pupil("K002", "Bjørn"),
        Record(
            .status,
            ["pupil": "K001", "status": "CLA", "from": "2026-03-02", "legal_status": "C2"]),
        Record(
            .funds,
            [
                "fund_id": "F1", "name": "PP+", "kind": "pp-plus-cla",
                "financial_year": "2026-27", "managed_by": "school",
            ]),
    ]
}

func pupil(_ ref: String, _ forename: String) throws -> Record {
    try Record(
        .pupils,
        [
            "pupil": ref, "surname": "Łukasiewicz", "forename": forename, "born": "2020-02-29",
            "year_group": "1", "admitted": "2024-09-02", "pp_eligible": "yes",
        ])
}

func staff(_ id: String, login: String) throws -> Record {
    try Record(
        .staff,
        [
            "staff": id, "name": "J Kaya", "post": "Teacher", "teaching": "yes", "qts": "yes",
            "leadership": "no", "from": "2019-09-01", "login": login,
        ])
}

func contact(
    _ id: String, _ pupil: String = "K001", summary: String = "Spoke, agreed a plan"
) throws -> Record {
    try Record(
        .contacts,
        [
            "contact_id": id, "pupil": pupil, "at": "2026-11-23T09:22:00Z", "with": "carer",
            "how": "phone", "staff": "S01", "about": "attendance", "summary": summary,
        ])
}

func pep(_ id: String, _ pupil: String = "K001") throws -> Record {
    try Record(.peps, ["pep_id": id, "pupil": pupil, "planned_for": "2026-12-01"])
}

func target(_ id: String, pep: String) throws -> Record {
    try Record(
        .targets,
        [
            "target_id": id, "pep_id": pep, "area": "reading",
            "target": "Read, \"with\" meaning\nand joy", "success": "Reads 20 words",
        ])
}

func fundEntry(_ id: String, amount: String, pupil: String = "K001") throws -> Record {
    try Record(
        .funding,
        [
            "entry_id": id, "fund_id": "F1", "pupil": pupil, "kind": "commitment",
            "on": "2026-10-01", "amount": amount, "what": "Tutor",
        ])
}

/// Marks of the first days of November, one text a day: `/\`, `L9\` (nine minutes late), `II`.
func marks(_ days: [Int: String]) -> YearMarks {
    var marks = YearMarks(year: autumn)
    for (number, text) in days {
        guard let day = Day(year: 2026, month: 11, day: number) else { continue }
        let late = Int(text.filter(\.isNumber))
        let codes = text.filter { !$0.isNumber }.map { RegisterCode(String($0)) }
        marks.set(day, am: codes.first ?? nil, pm: codes.last ?? nil, late: late)
    }
    return marks
}

func command(
    _ changes: [RecordChange], seen: [RecordKey: Record?] = [:],
    seenMarks: [PupilRef: [AcademicYear: YearMarks]] = [:]
) -> Command {
    Command(
        action: "contact", subject: .pupil(ada), changes: changes, seen: seen,
        seenMarks: seenMarks)
}

extension Store {
    /// Records one thing a minute after the other.
    @discardableResult
    func put(_ records: Record..., by actor: Actor = teacher) throws -> ChangeNumber? {
        try apply(command(records.map { .put($0) }), by: actor, at: morning)
    }

    @discardableResult
    func put(_ marks: YearMarks, of pupil: PupilRef = ada, by actor: Actor = teacher) throws
        -> ChangeNumber?
    {
        try apply(command([.marks(pupil, marks)]), by: actor, at: morning)
    }

    /// All records of all kinds, in the order of an export.
    func everything() throws -> [Record] {
        try read { snapshot in
            var records: [Record] = []
            for kind in RecordKind.allCases { try snapshot.forEach(kind) { records.append($0) } }
            return records
        }
    }

    func record(_ kind: RecordKind, _ parts: String...) throws -> Record? {
        try read { $0.record(RecordKey(kind: kind, parts: parts)) }
    }

    func history(_ subject: Subject? = nil) throws -> [HistoryEntry] {
        try read { try $0.history(of: subject) }
    }
}

/// What a store refused, or `nil` where it did not.
func refusal(_ body: () throws -> Void) -> StoreError? {
    do {
        try body()
        return nil
    } catch {
        return error as? StoreError
    }
}
