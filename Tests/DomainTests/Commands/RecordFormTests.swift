import Domain
import Support
import Testing

/// The records of a whole policy, entered and changed by the one engine.
@Suite("Forms of records")
struct RecordFormTests {
    @Test(
        "Each kind of record is entered with its columns",
        arguments: [
            CommandCase(
                .decision,
                ["pupil": "K001", "about": "support", "outcome": "Talk group", "reason": "Speech"],
                "decisions D-20261123-XXXX,K001,2026-11-23,support,Talk group,Speech"),
            CommandCase(
                .intervention,
                [
                    "pupil": "K003", "name": "Talk group", "level": "targeted", "led_by": "J Webb",
                    "hours": "1.5", "target_id": "T1",
                ],
                "interventions N-20261123-XXXX,K003,Talk group,targeted,2026-11-23,,S02,,1.5,T1"),
            CommandCase(
                .progress,
                [
                    "pupil": "K001", "subject": "reading", "source": "data", "judgement": "WTS",
                    "progress": "expected",
                ], "progress G-20261123-XXXX,K001,2026-11-23,reading,data,WTS,expected,,"),
            CommandCase(
                .check, ["pupil": "K001", "kind": "learning walk"],
                "checks K-20261123-XXXX,K001,2026-11-23,learning-walk,S01,"),
            CommandCase(
                .meeting, ["pupil": "K001", "kind": "core-group", "held_on": "fri"],
                "meetings M-20261123-XXXX,core-group,K001,,2026-11-20,,,,,"),
            CommandCase(
                .meeting,
                [
                    "pupil": "K001", "kind": "dt-report", "held_on": "fri", "parts": "attainment",
                    "parts": "training",
                ], "meetings M-20261123-XXXX,dt-report,,,2026-11-20,attainment;training,,,,"),
            CommandCase(
                .responsibility, ["pupil": "K001", "role": "School council"],
                "responsibilities K001,School council,2026-11-23,"),
            CommandCase(
                .profile, ["pupil": "K001", "needs": "Calm starts"],
                "profiles K001,2026-11-23,Calm starts,"),
            CommandCase(
                .senReview,
                [
                    "pupil": "K001", "kind": "plan", "held_on": "today", "targets": "y",
                    "invited": "parent;social-worker",
                ], "sen_reviews SR-20261123-XXXX,K001,plan,,2026-11-23,yes,parent;social-worker,,"),
            CommandCase(
                .sdq,
                ["pupil": "K001", "informant": "teacher", "answers": "0120120120120120120120120"],
                "sdq Q-20261123-XXXX,K001,2026-11-23,teacher,4-17,0120120120120120120120120"),
            CommandCase(
                .alternativeProvision,
                [
                    "pupil": "K001", "provider": "Forest school", "from": "today", "to": "+30",
                    "hours_here": "20", "hours_there": "5",
                ],
                "alternative_provision AP-20261123-XXXX,K001,Forest school,2026-11-23,2026-12-23,20,5,"
                    + "no,,,,,,"),
            CommandCase(
                .census, ["pupil": "K001", "kinship": "KF"], "census K001,2026-11-23,,KF,,"),
            CommandCase(
                .training,
                [
                    "kind": "attachment-trauma", "title": "Attachment", "days": "0.5",
                    "whole_school": "y", "attended": "S01;J Webb",
                ],
                "training TR-20261123-XXXX,attachment-trauma,Attachment,2026-11-23,0.5,,yes,",
                "training_people TR-20261123-XXXX,S01,yes,",
                "training_people TR-20261123-XXXX,S02,yes,"),
            CommandCase(
                .acknowledge, ["staff": "S01", "staff": "S02", "what": "policy"],
                "acknowledgements S01,policy,2026-11-23,",
                "acknowledgements S02,policy,2026-11-23,"),
            CommandCase(
                .attest, ["clause": "AIM-9", "evidence": "Minutes of 3 Nov"],
                "attestations AIM-9,2026-11-23,S01,Minutes of 3 Nov,"),
            CommandCase(
                .linkedPolicy, ["policy": "behaviour", "review_by": "1 sep 2027"],
                "linked_policies behaviour,,,2027-09-01,,"),
            CommandCase(
                .governorsReport, ["section_a_on": "fri"],
                "governors_reports 2026-27,2026-11-20,,,"),
            CommandCase(
                .schoolDetails, ["virtual_school_name": "Anyshire Virtual School"],
                "school 100001,Larkfield Infant School,infant,Anyshire,Anyshire Virtual School,,,"),
            CommandCase(
                .peers,
                [
                    "term": "autumn", "year_group": "1", "measure": "attendance", "value": "95.1",
                    "pupils": "30",
                ], "peers 2026-27,1,attendance,autumn,95.1,30"),
            CommandCase(
                .checklist, ["pupil": "K001", "kind": "admission", "done": "mentor;peer-buddy"],
                "checklists K001,admission,mentor,2026-11-23,,S01",
                "checklists K001,admission,peer-buddy,2026-11-23,,S01"),
            CommandCase(
                .checklist,
                [
                    "pupil": "K001", "kind": "admission", "item": "mentor",
                    "not_needed_because": "Knows the school",
                ], "checklists K001,admission,mentor,,Knows the school,S01"),
        ])
    func entered(one: CommandCase) throws {
        let context = try SmallSchool.context()
        let command = try #require(ActionSpec.of(one.action)).command(one.entries, in: context)
        #expect(command.changes.map(\.line).map(Self.withoutLetters) == one.expected)
    }

    /// Ids of two letters too.
    private static func withoutLetters(_ line: String) -> String {
        line.replacing(#/(\w+-20261123-)\w{4}/#) { "\($0.1)XXXX" }
    }

    @Test(
        "A meeting that was planned for what the duty asks is offered to be held, not a second one")
    func plannedMeeting() throws {
        let planned = try Record(
            .meetings,
            [
                "meeting_id": "M7", "pupil": "K001", "kind": "core-group",
                "planned_for": "2026-11-20",
            ])
        let context = try SmallSchool.context(
            SmallSchool.bea, duty: .coreGroup, changing: [.put(planned)])
        #expect(context.origin.duty != nil)
        let spec = try #require(ActionSpec.of(.meeting))
        let begun = spec.start(in: context)
        #expect(begun["meeting_id"] == "M7")
        #expect(begun["planned_for"] == "2026-11-20")
        let held = try spec.command(["held_on": "2026-11-20"], in: context)
        #expect(
            held.changes.map(\.line) == ["meetings M7,core-group,K001,2026-11-20,2026-11-20,,,,,"])
        // One that was held is done; the next is another.
        let next = try SmallSchool.context(
            SmallSchool.bea, duty: .coreGroup, changing: held.changes)
        #expect(spec.start(in: next)["meeting_id"].isEmpty)
    }

    @Test("A row that is on record is changed by its id, and what is not named stays")
    func changed() throws {
        let spec = try #require(ActionSpec.of(.meeting))
        let planned = try spec.command(
            ["pupil": "K001", "meeting_id": "M1", "kind": "cp-conference", "planned_for": "3 dec"],
            in: SmallSchool.context())
        let context = try SmallSchool.context(changing: planned.changes)
        let sent = try spec.command(
            ["pupil": "K001", "meeting_id": "M1", "report_sent_on": "today"], in: context)
        #expect(
            sent.changes.map(\.line)
                == ["meetings M1,cp-conference,K001,2026-12-03,,,,2026-11-23,,"])
        let other = #expect(throws: EntryFaults.self) {
            try spec.command(
                ["pupil": "K002", "meeting_id": "M1", "report_sent_on": "today"], in: context)
        }
        #expect(other?.faults.map(\.field) == ["meeting_id"])
    }

    @Test("A tick that is taken away clears its day; nothing ticked changes nothing")
    func unticked() throws {
        let spec = try #require(ActionSpec.of(.checklist))
        let entries: Entries = ["pupil": "K001", "kind": "admission", "done": "mentor"]
        let ticked = try spec.command(entries, in: SmallSchool.context())
        let context = try SmallSchool.context(SmallSchool.bea, changing: ticked.changes)
        #expect(spec.start(in: context, after: ["kind": "admission"])["done"] == "mentor")
        let cleared = try spec.command(["kind": "admission", "done": ""], in: context)
        #expect(cleared.changes.map(\.line) == ["checklists K001,admission,mentor,,,S01"])
        let same = #expect(throws: EntryFaults.self) {
            try spec.command(["kind": "admission"], in: context)
        }
        #expect(same?.faults.map(\.field) == ["done"])
    }

    // MARK: Suspensions

    private static let answered: Entries = [
        "pupil": "K001", "kind": "suspension", "virtual_school_warned_on": "fri",
        "adviser_discussed_on": "fri", "tried": "Time out", "alternatives": "Internal",
        "from": "tomorrow", "days": "1",
    ]

    private func context(halfDays: [(String, String)]) throws -> CommandContext {
        let rows = try halfDays.enumerated().map { place, row in
            RecordChange.put(
                try Record(
                    .suspensions,
                    [
                        "suspension_id": "X\(place)", "pupil": "K001", "kind": row.0,
                        "decided_on": "2026-10-01", "from": "2026-10-01", "days": row.1,
                    ]))
        }
        return try SmallSchool.context(changing: rows)
    }

    @Test(
        "A year holds 45 days of suspension, a lunchtime half a day, and no more",
        arguments: [
            ([("suspension", "44.5")], "suspension", "1", false),
            ([("suspension", "44.5")], "suspension", "0.5", true),
            ([("suspension", "44.5")], "lunchtime", "1", true),
            ([("suspension", "44"), ("lunchtime", "1")], "lunchtime", "2", false),
            ([], "suspension", "45", true), ([], "suspension", "45.5", false),
        ] as [([(String, String)], String, String, Bool)])
    func mostDays(before: [(String, String)], kind: String, days: String, isAllowed: Bool) throws {
        var entries = Self.answered
        entries["kind"] = kind
        entries["days"] = days
        let spec = try #require(ActionSpec.of(.suspension))
        let context = try context(halfDays: before)
        if isAllowed {
            #expect(try spec.command(entries, in: context).changes.count == 1)
        } else {
            let faults = #expect(throws: EntryFaults.self) {
                try spec.command(entries, in: context)
            }
            #expect(faults?.faults.map(\.field) == ["days"])
        }
    }

    @Test("Every question before a suspension has an answer, or a reason that is kept")
    func questions() throws {
        let spec = try #require(ActionSpec.of(.suspension))
        var entries = Self.answered
        entries["tried"] = ""
        entries["virtual_school_warned_on"] = ""
        let context = try SmallSchool.context()
        let faults = #expect(throws: EntryFaults.self) { try spec.command(entries, in: context) }
        #expect(faults?.faults.map(\.field) == ["virtual_school_warned_on", "tried"])
        entries["unanswered_because"] = "Found with a knife"
        let command = try spec.command(entries, in: context)
        #expect(command.changes.count == 2)
        guard case .put(let decision) = command.changes[1] else {
            Issue.record("the reason is a decision")
            return
        }
        #expect(decision.kind == .decisions)
        #expect(decision["reason"] == "Found with a knife")
        // The suspension can be gone on with: the reason is on record.
        let after = try SmallSchool.context(changing: command.changes)
        guard case .put(let row) = command.changes[0] else { return }
        let told = try spec.command(
            [
                "pupil": "K001", "suspension_id": row["suspension_id"],
                "parents_told_on": "today",
            ], in: after)
        #expect(told.changes.count == 1)
    }

    @Test("A permanent exclusion asks where the child lives; a child with SEND what was adjusted")
    func moreQuestions() throws {
        let spec = try #require(ActionSpec.of(.suspension))
        var entries = Self.answered
        entries["kind"] = "permanent"
        entries["days"] = ""
        let bea = try #require(SmallSchool.facts().pupils[SmallSchool.bea]?.pupil.record)
        let context = try SmallSchool.context(changing: [.put(bea.with("sen", "K"))])
        let faults = #expect(throws: EntryFaults.self) { try spec.command(entries, in: context) }
        #expect(
            faults?.faults.map(\.field) == ["adjustments", "sen_endeavours", "living_arrangements"])
    }
}
