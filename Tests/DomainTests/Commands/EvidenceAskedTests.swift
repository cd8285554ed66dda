import Domain
import Exchange
import Support
import Testing

/// A policy as data is data to the forms as well: what a rule takes as evidence is what a form that
/// is opened from its duty begins with, for rules of whose names the program knows nothing.
@Suite("What a form takes from the evidence of a rule")
struct EvidenceAskedTests {
    let pack: PolicyPack

    init() throws {
        let folder = try TemporaryFolder()
        try folder.write("oak.toml", Self.oak)
        pack = try PackLoader.load(folder.file("oak.toml"))
    }

    /// - Parameter form: what is the same for all: who keeps it, what is said of it.
    private static func rule(_ id: String, _ action: String, _ evidence: String, _ form: String)
        -> String
    {
        """

        [rule.\(id)]
        title = "Oak: \(id)"
        noun = "what Oak asks for"
        clauses = ["OAK-1"]
        topic = "school"
        \(form)
        evidence = ["\(evidence)"]
        action = "\(action)"
        next = "See to it"
        """
    }

    private static let oak =
        """
        name = "Oak School"

        [clause.OAK-1]
        section = "Oak"
        kind = "computed"
        text = "Oak keeps its promises"
        """
        + rule("oak-school", "meeting", "meeting dt-monitoring", #"shape = "termly-school""#)
        + rule("oak-care", "meeting", "meeting other", #"shape = "termly-pupil""#)
        + rule(
            "oak-read", "acknowledge", "acknowledgement kcsie",
            "shape = \"everyone\"\ndue = \"reading\"")
        + rule(
            "oak-trained", "training", "training diversity",
            "shape = \"everyone\"\ndue = \"training\"")
        + rule(
            "oak-course", "training", "whole-school-training attachment-trauma",
            "shape = \"yearly-school\"\ndue = \"autumn\"")
        + rule("oak-decided", "decision", "decision support", #"shape = "termly-pupil""#)
        + rule("oak-reviewed", "sen-review", "sen-review ehcp-plan", #"shape = "termly-pupil""#)
        + rule(
            "oak-policy", "linked-policy", "policy anti-bullying",
            "shape = \"yearly-school\"\ndue = \"autumn\"")

    private func start(_ action: ActionID, _ rule: RuleID, changing: [RecordChange] = []) throws
        -> Entries
    {
        let context = try SmallSchool.context(duty: rule, changing: changing, under: pack)
        #expect(context.origin.duty?.next?.action == action)
        return try #require(ActionSpec.of(action)).start(in: context)
    }

    @Test(
        "The form begins with what the rule asks for",
        arguments: [
            (ActionID.meeting, RuleID("oak-school"), "kind", "dt-monitoring"),
            (.meeting, "oak-care", "kind", "other"),
            (.acknowledge, "oak-read", "what", "kcsie"),
            (.training, "oak-trained", "kind", "diversity"),
            (.training, "oak-trained", "whole_school", "no"),
            (.training, "oak-course", "kind", "attachment-trauma"),
            (.training, "oak-course", "whole_school", "yes"),
            (.decision, "oak-decided", "about", "support"),
            (.senReview, "oak-reviewed", "kind", "ehcp-plan"),
            (.linkedPolicy, "oak-policy", "policy", "anti-bullying"),
        ])
    func begins(_ action: ActionID, rule: RuleID, field: String, text: String) throws {
        #expect(try start(action, rule)[field] == text)
    }

    @Test("The meeting that is planned for such a rule is offered, and not a second one")
    func planned() throws {
        let meeting = try Record(
            .meetings,
            ["meeting_id": "M1", "kind": "dt-monitoring", "planned_for": "2026-11-27"])
        let entries = try start(.meeting, "oak-school", changing: [.put(meeting)])
        #expect(entries["meeting_id"] == "M1")
        #expect(entries["planned_for"] == "2026-11-27")
    }

    @Test("A policy that only the pack names can be recorded")
    func policy() throws {
        let context = try SmallSchool.context(duty: "oak-policy", under: pack)
        let spec = try #require(ActionSpec.of(.linkedPolicy))
        var entries = spec.start(in: context)
        entries["dated"] = "2026-11-20"
        let command = try spec.command(entries, in: context)
        guard case .put(let policy) = command.changes.first else {
            Issue.record("nothing is recorded")
            return
        }
        #expect(policy["policy"] == "anti-bullying")
    }

    @Test(
        "Rules in code are served alike",
        arguments: [
            (ActionID.meeting, RuleID.lookedAfterReview, "kind", "lac-review"),
            (.acknowledge, .profileRead, "what", "profile:K003"),
            (.training, .teacherTraining, "kind", "designated-teacher"),
            (.linkedPolicy, .behaviourPolicy, "policy", "behaviour"),
        ])
    func inCode(_ action: ActionID, rule: RuleID, field: String, text: String) throws {
        let profile = try Record(
            .profiles, ["pupil": "K003", "on": "2026-09-10", "needs": "Quiet"])
        let adult = try Record(
            .adults,
            ["pupil": "K003", "staff": "S01", "kind": "key-adult", "from": "2026-09-10"])
        let context = try SmallSchool.context(duty: rule, changing: [.put(profile), .put(adult)])
        _ = try #require(context.origin.duty)
        #expect(try #require(ActionSpec.of(action)).start(in: context)[field] == text)
    }
}
