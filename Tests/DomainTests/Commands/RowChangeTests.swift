import Domain
import Support
import Testing

/// Rows that are changed, ended and corrected: what is not touched stays.
@Suite("Changes of a row")
struct RowChangeTests {
    @Test(
        "What is named changes, the rest of the row stays",
        arguments: [
            CommandCase(
                .pepMove, ["pupil": "K001", "planned_for": "2 dec"],
                "peps P3,K001,2026-12-02,,,,,,,,,,,,,"),
            CommandCase(
                .pepMove, ["pep_id": "P3", "planned_for": "+14", "note": "Hall is taken"],
                "peps P3,K001,2026-12-07,,,,,Hall is taken,,,,,,,,"),
            CommandCase(
                .targetChange, ["target_id": "T1", "success": "20 of 20"],
                "targets T1,P1,reading,Reads 20 words,20 of 20,,,,,,"),
            CommandCase(
                .statusChange, ["pupil": "K002", "legal_status": "C2"],
                "status K002,CLA,2026-09-10,,C2,Anyshire,,"),
            CommandCase(
                .statusChange,
                ["pupil": "K001", "replaces": "K001 CP 2026-09-02", "from": "2026-09-01"],
                "remove status K001 CP 2026-09-02", "status K001,CP,2026-09-01,,,,,neglect"),
            CommandCase(
                .keyAdultEnd, ["pupil": "K001", "to": "fri"],
                "adults K001,S02,key-adult,2025-09-03,2026-11-20"),
            CommandCase(
                .roleEnd, ["role": "dsl", "person": "S02", "from": "2021-09-01"],
                "roles dsl,S02,2021-09-01,2026-11-23,webb,"),
            CommandCase(
                .staffChange, ["staff": "S02", "post": "Head of Year"],
                "staff S02,J Webb,Head of Year,yes,yes,no,2021-09-01,,"),
            CommandCase(
                .staffLeave, ["staff": "S02", "to": "2026-12-31"],
                "staff S02,J Webb,Teacher,yes,yes,no,2021-09-01,2026-12-31,"),
            CommandCase(
                .personChange,
                ["pupil": "K003", "replaces": "K003 parent D Field 2025-09-03", "phone": "01992"],
                "professionals K003,parent,D Field,,01992,,2025-09-03,,2026-11-23,,ask-dsl,"),
            CommandCase(
                .personEnd, ["pupil": "K003", "to": "yesterday"],
                "professionals K003,parent,D Field,,,,2025-09-03,2026-11-22,,,ask-dsl,"),
            CommandCase(
                .personCheck,
                ["pupil": "K002", "role": "carer", "name": "M Carer", "from": "2026-09-10"],
                "professionals K002,carer,M Carer,,,,2026-09-10,,2026-11-23,,,"),
            CommandCase(
                .pupilChange, ["pupil": "K004", "class": "Oak", "known_as": "Annie"],
                "pupils K004,,Other,Ann,Annie,2020-12-25,1,Oak,2025-09-03,,,,,,"),
            CommandCase(
                .pupilLeave, ["pupil": "K004", "left": "2026-12-18"],
                "pupils K004,,Other,Ann,,2020-12-25,1,,2025-09-03,2026-12-18,,,,,"),
            CommandCase(
                .pupilAdd,
                [
                    "pupil": "K009", "surname": "New", "forename": "Noa", "born": "3 may 2021",
                    "year_group": "r",
                ], "pupils K009,,New,Noa,,2021-05-03,R,,2026-11-23,,,,,,"),
            CommandCase(
                .fund, ["name": "PLA", "kind": "pp plus pla", "managed_by": "school"],
                "funds F-20261123-XXXX,PLA,pp-plus-pla,2026-27,school"),
        ])
    func changed(one: CommandCase) throws {
        let context = try SmallSchool.context()
        let command = try #require(ActionSpec.of(one.action)).command(one.entries, in: context)
        #expect(command.changes.map(\.line) == one.expected)
        for change in command.changes {
            #expect(command.seen[change.key] == .some(context.facts.record(change.key)))
        }
    }

    @Test(
        "What cannot be changed so says why",
        arguments: [
            CommandCase(
                .statusChange, ["pupil": "K001", "category": "", "legal_status": "C1"],
                "legal_status wrong"),
            CommandCase(.statusChange, ["pupil": "K001", "from": "tomorrow"], "from wrong"),
            CommandCase(
                .targetChange, ["target_id": "T1", "pupil": "K001", "success": "x"],
                "target_id wrong"),
            CommandCase(
                .targetChange, ["target_id": "T9", "success": "x"], "target_id noSuchRecord"),
            CommandCase(.pepMove, ["pep_id": "P2", "planned_for": "1 dec"], "pep_id wrong"),
            CommandCase(.personEnd, ["pupil": "K002"], "replaces missing"),
            CommandCase(.pupilLeave, ["pupil": "K004", "left": "2024-01-01"], "left wrong"),
            CommandCase(
                .pupilAdd,
                [
                    "pupil": "K001", "surname": "N", "forename": "N", "born": "2021-05-03",
                    "year_group": "R",
                ], "pupil wrong"),
            CommandCase(.staffChange, ["staff": "S02", "name": ""], "name missing"),
        ])
    func refused(one: CommandCase) throws {
        let context = try SmallSchool.context()
        let spec = try #require(ActionSpec.of(one.action))
        let faults = #expect(throws: EntryFaults.self) {
            try spec.command(one.entries, in: context)
        }
        #expect(try #require(faults).faults.map { "\($0.field) \($0.cause)" } == one.expected)
    }

    @Test("A correction of one column keeps every word of a list")
    func lists() throws {
        let review = try SmallSchool.record(
            .senReviews,
            [
                "review_id": "SR1", "pupil": "K001", "kind": "review", "held_on": "2026-10-05",
                "invited": "carer;parent", "views": "carer;parent;social-worker",
            ])
        var place = try SmallSchool.context(changing: [.put(review)])
        place.origin = ActionOrigin(pupil: review.pupil, record: review.key)
        let spec = try #require(ActionSpec.correction(of: .senReviews))
        let command = try spec.command(["targets": "yes"], in: place)
        #expect(command.changes == [.put(review.with("targets", "yes"))])
    }

    @Test("A record of every kind but marks is corrected, one column at a time")
    func everyKind() throws {
        let context = try SmallSchool.context()
        for kind in RecordKind.allCases {
            guard let spec = ActionSpec.correction(of: kind) else {
                #expect(kind == .attendance)
                continue
            }
            for record in try SmallSchool.records(of: kind) {
                var place = context
                place.origin = ActionOrigin(pupil: record.pupil, record: record.key)
                let same = try spec.command([:], in: place)
                #expect(same.changes == [.put(record)], "\(kind) \(record.key)")
            }
        }
    }

    @Test("A contact logged about the wrong child goes to the right one, and says so of both")
    func wrongChild() throws {
        let log = try #require(ActionSpec.of(.contact))
        let entries: Entries = [
            "contact_id": "C1", "with": "parent", "how": "phone", "about": "pep", "summary": "S",
        ]
        let logged = try log.command(entries, in: SmallSchool.context(SmallSchool.bea))
        var context = try SmallSchool.context(changing: logged.changes)
        let spec = try #require(ActionSpec.correction(of: .contacts))
        let moved = try spec.command(["contact_id": "C1", "pupil": "K002"], in: context)
        guard case .put(let record) = moved.changes[0] else {
            Issue.record("the contact is put again")
            return
        }
        #expect(record.pupil == SmallSchool.leo)
        #expect(record["summary"] == "S")
        context.facts = context.facts.applying(
            moved.changes, bankHolidays: context.pack.bankHolidays)
        #expect(context.facts.pupils[SmallSchool.bea]?.contacts.isEmpty == true)
        #expect(context.facts.pupils[SmallSchool.leo]?.contacts.count == 1)
    }

    @Test("A child who has the very names of one on roll is asked about before it is entered twice")
    func twice() throws {
        let spec = try #require(ActionSpec.of(.pupilAdd))
        let context = try SmallSchool.context()
        #expect(
            spec.cautions(["forename": "sam", "surname": "Field"], in: context).map(\.words)
                == ["A child called sam Field is on roll"])
        #expect(spec.cautions(["forename": "Sam", "surname": "New"], in: context).isEmpty)
    }

    @Test("Contact with an adviser can be about no child; with anybody else it is about one")
    func adviser() throws {
        let spec = try #require(ActionSpec.of(.contact))
        var entries: Entries = [
            "with": "education-adviser", "how": "phone", "about": "general", "summary": "S",
        ]
        let command = try spec.command(entries, in: SmallSchool.context())
        #expect(command.subject == .school)
        #expect(command.changes.map(\.pupil) == [nil])
        entries["with"] = "carer"
        let faults = #expect(throws: EntryFaults.self) {
            try spec.command(entries, in: SmallSchool.context())
        }
        #expect(faults?.faults.map(\.field) == ["pupil"])
    }

    @Test("A PEP is held, signed off and given its targets in one")
    func oneFlow() throws {
        let spec = try #require(ActionSpec.of(.pepHold))
        let command = try spec.command(
            [
                "held_on": "fri", "attended": "parent=L Ashworth", "views": "social-worker=P Lund",
                "area": "maths", "target": "T", "success": "S", "area_2": "reading",
                "target_2": "U", "success_2": "V", "completed_on": "today",
            ], in: SmallSchool.context(SmallSchool.bea))
        #expect(command.changes.count == 5)
        let faults = #expect(throws: EntryFaults.self) {
            try spec.command(
                ["held_on": "fri", "completed_on": "2026-11-19"],
                in: SmallSchool.context(SmallSchool.bea))
        }
        #expect(faults?.faults.map(\.field) == ["completed_on"])
    }
}
