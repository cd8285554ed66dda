import Domain
import Support
import Testing

/// An action with entries, and what it should leave or refuse.
struct CommandCase: Sendable, CustomTestStringConvertible {
    let action: ActionID
    let entries: Entries
    let expected: [String]

    init(_ action: ActionID, _ entries: Entries, _ expected: String...) {
        self.action = action
        self.entries = entries
        self.expected = expected
    }

    var testDescription: String { "\(action.rawValue) \(entries.texts)" }
}

@Suite("Commands")
struct CommandTests {
    @Test(
        "Good entries give the records as they shall be",
        arguments: [
            CommandCase(
                .contact,
                [
                    "pupil": "K001", "at": "today 9.20", "with": "parent", "how": "phone",
                    "about": "attendance", "summary": "Cold; back tomorrow",
                ],
                "contacts C-20261123-XXXX,K001,2026-11-23T09:20:00Z,parent,phone,S01,attendance,"
                    + "Cold; back tomorrow,"),
            CommandCase(
                .contact,
                [
                    "pupil": "K001", "contact_id": "C9", "with": "Social worker", "how": "email",
                    "about": "general", "summary": "S", "staff": "j webb", "reached": "n",
                ],
                "contacts C9,K001,2026-11-23T09:22:00Z,social-worker,email,S02,general,S,no"),
            CommandCase(
                .pepPlan,
                [
                    "pupil": "K002", "planned_for": "1 dec", "invite": "social-worker=P Lund",
                    "invite": "carer M Carer",
                ],
                "peps P-20261123-XXXX,K002,2026-12-01,,,,,,,,,,,,,",
                "pep_people P-20261123-XXXX,social-worker,P Lund,2026-11-23,,",
                "pep_people P-20261123-XXXX,carer,M Carer,2026-11-23,,"),
            CommandCase(
                .pepPlan, ["pupil": "K001", "pep_id": "P3", "planned_for": "+14"],
                "peps P3,K001,2026-12-07,,,,,,,,,,,,,"),
            CommandCase(
                .pepHold,
                [
                    "pupil": "K001", "attended": "parent=L Ashworth", "views": "parent=L Ashworth",
                    "views": "social-worker=P Lund", "pupil_views": "yes", "area": "maths",
                    "target": "Counts to 20", "success": "3 times of 3",
                ],
                "peps P3,K001,2026-11-30,2026-11-23,,,yes,,,,,,,,,",
                "pep_people P3,parent,L Ashworth,2026-11-16,yes,yes",
                "pep_people P3,social-worker,P Lund,,,yes",
                "targets T-20261123-XXXX,P3,maths,Counts to 20,3 times of 3,,,,,,"),
            CommandCase(
                .pepHold, ["pupil": "K002", "held_on": "fri"],
                "peps P-20261123-XXXX,K002,,2026-11-20,,,,,,,,,,,,"),
            CommandCase(
                .pepCancel, ["pep_id": "P3", "note": "Ill"],
                "peps P3,K001,2026-11-30,,yes,,,Ill,,,,,,,,"),
            CommandCase(
                .pepSignOff, ["pep_id": "P2", "completed_on": "20/11"],
                "peps P2,K003,2026-11-03,2026-11-03,,2026-11-20,,,,,,,,,,"),
            CommandCase(
                .pepSignOff, ["pupil": "K003"],
                "peps P1,K003,2026-10-06,2026-10-06,,2026-11-23,,,,,,,,,,"),
            CommandCase(
                .pepPeople,
                [
                    "pep_id": "P3", "invite": "social-worker=P Lund", "invite": "parent=L Ashworth",
                ],
                "pep_people P3,social-worker,P Lund,2026-11-23,,",
                "pep_people P3,parent,L Ashworth,2026-11-16,,"),
            CommandCase(
                .target, ["pupil": "K003", "area": "Reading", "target": "T", "success": "S"],
                "targets T-20261123-XXXX,P2,reading,T,S,,,,,,"),
            CommandCase(
                .targetReview, ["target_id": "T1", "outcome": "partly"],
                "targets T1,P1,reading,Reads 20 words,18 of 20 by Dec,2026-11-23,partly,,,,"),
            CommandCase(
                .statusBegin, ["pupil": "K004", "status": "cin", "from": "yesterday"],
                "status K004,CIN,2026-11-22,,,,,"),
            CommandCase(
                .statusBegin,
                ["pupil": "K002", "status": "CLA", "legal_status": "C2", "from": "20/11"],
                "status K002,CLA,2026-09-10,2026-11-19,C1,Anyshire,,",
                "status K002,CLA,2026-11-20,,C2,,,"),
            CommandCase(
                .statusEnd, ["pupil": "K001", "to": "fri"],
                "status K001,CP,2026-09-02,2026-11-20,,,,neglect"),
            CommandCase(
                .term,
                [
                    "academic_year": "2026-27", "term": "summer", "start": "12 apr 2027",
                    "end": "21 jul 2027",
                ], "terms 2026-27,summer,2027-04-12,2027-07-21"),
            CommandCase(
                .term, ["term": "autumn", "start": "3 sep", "end": "18 dec 2026"],
                "terms 2026-27,autumn,2026-09-03,2026-12-18"),
            CommandCase(
                .term, ["term": "spring", "remove": "yes"], "remove terms 2026-27 spring"),
            CommandCase(
                .closure, ["from": "2 nov", "kind": "inset"],
                "closures 2026-11-02,2026-11-02,inset,"),
            CommandCase(
                .closure,
                [
                    "replaces": "2026-10-26 2026-10-30 half-term", "from": "19 oct 2026",
                    "to": "30 oct 2026", "kind": "half-term",
                ],
                "remove closures 2026-10-26 2026-10-30 half-term",
                "closures 2026-10-19,2026-10-30,half-term,"),
            CommandCase(
                .closure,
                [
                    "from": "2026-10-26", "to": "2026-10-30", "kind": "half-term", "remove": "yes",
                ], "remove closures 2026-10-26 2026-10-30 half-term"),
            CommandCase(
                .keyAdult, ["pupil": "K001", "staff": "A Khan"],
                "adults K001,S02,key-adult,2025-09-03,2026-11-22",
                "adults K001,S01,key-adult,2026-11-23,"),
            CommandCase(
                .keyAdult, ["pupil": "K001", "staff": "S01", "from": "2025-09-03"],
                "remove adults K001 S02 key-adult 2025-09-03",
                "adults K001,S01,key-adult,2025-09-03,"),
            CommandCase(
                .role, ["role": "SENCO", "person": "J Webb"], "roles senco,S02,2026-11-23,,,"),
            CommandCase(
                .role, ["role": "dsl", "person": "S02", "from": "2021-09-01", "to": "today"],
                "roles dsl,S02,2021-09-01,2026-11-23,webb,"),
            CommandCase(
                .staff,
                [
                    "name": "New One", "post": "Teacher", "teaching": "y", "qts": "y",
                    "leadership": "n",
                ],
                "staff S04,New One,Teacher,yes,yes,no,2026-11-23,,"),
            CommandCase(
                .person, ["pupil": "K003", "role": "carer", "name": "G Field", "phone": "01992"],
                "professionals K003,carer,G Field,,01992,,2026-11-23,,2026-11-23,,,"),
            CommandCase(
                .fundEntry,
                [
                    "pupil": "K003", "kind": "spend",
                    "amount": "£1,250.5".replacing(".5", with: ""),
                    "what": "Tutor", "target_id": "T1",
                ],
                "funding E-20261123-XXXX,F1,K003,spend,2026-11-23,1250.00,,T1,Tutor,,,,"),
            CommandCase(
                .fundLink, ["entry_id": "E2", "target_id": "T1"],
                "funding E2,F1,K003,spend,2026-11-02,120.00,,T1,Tutor,,,,"),
            CommandCase(
                .fundImpact, ["entry_id": "E2", "impact": "some", "impact_note": "N"],
                "funding E2,F1,K003,spend,2026-11-02,120.00,,,Tutor,,some,2026-11-23,N"),
            CommandCase(
                .fundReason, ["entry_id": "E3", "reason": "Sibling of CLA"],
                "funding E3,F1,K001,commitment,2026-11-02,50.00,,,Club,Sibling of CLA,,,"),
        ])
    func good(one: CommandCase) throws {
        let context = try SmallSchool.context()
        let spec = try #require(ActionSpec.of(one.action))
        let command = try spec.command(one.entries, in: context)
        #expect(command.action == one.action.rawValue)
        #expect(command.changes.map(\.line) == one.expected)
        for change in command.changes {
            #expect(command.seen[change.key] == .some(context.facts.record(change.key)))
        }
    }

    @Test(
        "Every field at fault is named, all at once, with its cure",
        arguments: [
            CommandCase(
                .contact, ["pupil": "K009"], "pupil noSuchRecord", "with missing", "how missing",
                "about missing", "summary missing"),
            CommandCase(
                .contact,
                [
                    "pupil": "K001", "at": "25/12/2026", "with": "aunt", "how": "phone",
                    "about": "pep", "summary": "S", "staff": "nobody", "tone": "kind",
                ], "tone noSuchField", "at wrong", "with wrong", "staff noSuchRecord"),
            CommandCase(
                .contact,
                [
                    "pupil": "K001", "at": "when", "with": "carer", "how": "phone",
                    "about": "pep", "summary": "S", "staff": "S77",
                ], "at wrong", "staff noSuchRecord"),
            CommandCase(.pepPlan, [:], "pupil missing", "planned_for missing"),
            CommandCase(
                .pepPlan, ["pupil": "K002", "invite": "carer=M Carer"], "planned_for missing"),
            CommandCase(
                .pepPlan, ["pupil": "K001", "planned_for": "1 dec", "invite": "aunt=B"],
                "invite wrong"),
            CommandCase(
                .pepPlan, ["pupil": "K001", "planned_for": "1 dec", "pep_id": "P2"],
                "pep_id wrong"),
            CommandCase(
                .pepHold, ["pupil": "K001", "held_on": "2026-11-24", "target": "T"],
                "held_on wrong", "area missing", "success missing"),
            CommandCase(.pepCancel, ["pep_id": "P2"], "pep_id wrong"),
            CommandCase(.pepCancel, ["pep_id": "P9"], "pep_id noSuchRecord"),
            CommandCase(
                .pepSignOff, ["pep_id": "P2", "completed_on": "2/11"], "completed_on wrong"),
            CommandCase(.pepSignOff, ["pep_id": "P3"], "pep_id wrong"),
            CommandCase(.pepSignOff, ["pep_id": "P2", "pupil": "K001"], "pep_id wrong"),
            CommandCase(.pepPeople, ["pep_id": "P3"], "invite missing"),
            CommandCase(
                .target, ["pupil": "K003", "area": "cooking"], "area wrong", "target missing",
                "success missing"),
            CommandCase(
                .targetReview, ["target_id": "T9"], "target_id noSuchRecord",
                "outcome missing"),
            CommandCase(
                .targetReview, ["target_id": "T1", "pupil": "K001", "outcome": "met"],
                "target_id wrong"),
            CommandCase(
                .statusBegin,
                [
                    "pupil": "K001", "status": "CP", "from": "2026-09-02", "legal_status": "C1",
                    "to": "2026-09-01",
                ], "from wrong", "legal_status wrong", "to wrong"),
            CommandCase(
                .statusBegin,
                [
                    "pupil": "K004", "status": "CIN", "from": "2026-11-24",
                    "category": "neglect",
                ], "from wrong", "category wrong"),
            CommandCase(.statusEnd, ["pupil": "K004", "status": "CP"], "status noSuchRecord"),
            CommandCase(.statusEnd, ["pupil": "K001", "to": "2026-09-01"], "to wrong"),
            CommandCase(
                .term, ["term": "summer", "start": "2026-04-01", "end": "2027-07-01"],
                "start wrong"),
            CommandCase(
                .term, ["term": "summer", "start": "2027-03-01", "end": "2027-07-01"],
                "start wrong"),
            CommandCase(.term, ["term": "autumn"], "start missing", "end missing"),
            CommandCase(.term, ["term": "summer", "remove": "yes"], "term noSuchRecord"),
            CommandCase(
                .closure, ["from": "2026-11-03", "to": "2026-11-02", "kind": "inset"], "to wrong"),
            CommandCase(
                .closure, ["from": "2026-11-03", "kind": "inset", "remove": "yes"],
                "from noSuchRecord"),
            CommandCase(
                .keyAdult, ["pupil": "K001", "staff": "S02", "from": "2025-09-03"], "staff wrong"),
            CommandCase(.keyAdult, ["pupil": "K002", "staff": "S03"], "staff wrong"),
            CommandCase(.keyAdult, ["pupil": "K002", "staff": "S99"], "staff noSuchRecord"),
            CommandCase(
                .keyAdult, ["pupil": "K001", "staff": "S01", "from": "2025-09-01"], "from wrong"),
            CommandCase(.role, ["role": "king"], "role wrong", "person missing"),
            CommandCase(
                .fundEntry,
                [
                    "pupil": "K003", "fund_id": "F9", "kind": "commitment", "amount": "-3",
                    "what": "W", "commitment": "E3",
                ], "fund_id noSuchRecord", "amount wrong", "commitment wrong"),
            CommandCase(
                .fundEntry,
                ["kind": "spend", "amount": "3", "what": "W", "commitment": "E2"],
                "commitment wrong"),
            CommandCase(
                .fundLink, ["entry_id": "E2", "target_id": "T9"], "target_id noSuchRecord"),
            CommandCase(.fundImpact, ["entry_id": "E9"], "entry_id noSuchRecord", "impact missing"),
            CommandCase(.fundReason, ["entry_id": "E3"], "reason missing"),
        ])
    func refused(one: CommandCase) throws {
        let context = try SmallSchool.context()
        let spec = try #require(ActionSpec.of(one.action))
        let faults = #expect(throws: EntryFaults.self) {
            try spec.command(one.entries, in: context)
        }
        let found = try #require(faults).faults
        #expect(found.map { "\($0.field) \($0.cause)" } == one.expected)
    }

    @Test("Each action that records has its fields, and each field stands once")
    func specifications() {
        #expect(
            Set(ActionSpec.all.map(\.id))
                == Set(ActionID.allCases).subtracting([.importFile, .correct]))
        for spec in ActionSpec.all {
            let names = spec.fields.map(\.name)
            #expect(Set(names).count == names.count, "\(spec.id)")
            #expect(!spec.help.isEmpty)
        }
    }

    @Test("Ids of one command are unique, new, and the same from the same seed")
    func ids() throws {
        let entries: Entries = ["pupil": "K002", "planned_for": "1 dec"]
        let spec = try #require(ActionSpec.of(.pepPlan))
        let first = try spec.command(entries, in: SmallSchool.context())
        #expect(try spec.command(entries, in: SmallSchool.context()).changes == first.changes)
        let context = try SmallSchool.context(changing: first.changes)
        let second = try spec.command(entries, in: context)
        #expect(first.changes.map(\.key) != second.changes.map(\.key))
    }

    @Test("A keeper without a row of staff logs under the Designated Teacher; with no staff, asks")
    func keeper() throws {
        let entries: Entries = ["with": "parent", "how": "phone", "about": "pep", "summary": "S"]
        let spec = try #require(ActionSpec.of(.contact))
        var context = try SmallSchool.context(SmallSchool.bea, login: "root")
        let command = try spec.command(entries, in: context)
        #expect(command.changes.map(\.line).first?.contains(",phone,S01,pep,") == true)
        context.facts.school.staff = []
        let faults = #expect(throws: EntryFaults.self) {
            try spec.command(entries, in: context)
        }
        #expect(faults?.faults.map(\.field) == ["staff"])
    }
}

extension RecordChange {
    var key: RecordKey {
        switch self {
        case .put(let record): record.key
        case .remove(let key): key
        case .marks(let pupil, let marks):
            RecordKey(kind: .attendance, parts: [pupil.text, marks.year.label])
        }
    }

    /// The change on one line, ids that were made with XXXX for their letters.
    var line: String {
        switch self {
        case .put(let record):
            "\(record.kind.rawValue) "
                + record.values.map { $0.replacing(#/(\w-20261123-)\w{4}/#) { "\($0.1)XXXX" } }
                .joined(separator: ",")
        case .remove(let key): "remove \(key.kind.rawValue) \(key)"
        case .marks(let pupil, _): "marks \(pupil)"
        }
    }
}
