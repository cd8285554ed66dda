import Domain
import Support
import Testing

@Suite("Who outside the school owes it what")
struct DebtorTests {
    /// Sam has a social worker, and Bea's core group has met.
    private static let changes: [RecordChange] = [
        row(
            .professionals,
            [
                "pupil": "K003", "role": "social-worker", "name": "P Lund", "from": "2025-09-03",
                "email": "p.lund@anyshire.example",
            ]),
        row(
            .meetings,
            ["meeting_id": "M1", "kind": "core-group", "pupil": "K001", "held_on": "2026-11-10"]),
    ]

    private static func row(_ kind: RecordKind, _ fields: [String: String]) -> RecordChange {
        .put(Record(kind: kind, checked: fields))
    }

    private static func debtors(
        _ changes: [RecordChange], on day: String = "2026-11-23"
    ) throws -> [Debtor] {
        let context = try SmallSchool.context(changing: changes)
        return context.facts.debtors(on: Written.day(day), under: context.pack)
    }

    private static func words(_ debtors: [Debtor]) -> [String] {
        debtors.map { debtor in
            "\(debtor.id): "
                + debtor.owed.map { "\($0.pupil) \($0.words)" }.joined(separator: "; ")
        }
    }

    @Test("By person over all children, the longest awaited first")
    func owed() throws {
        #expect(
            Self.words(try Self.debtors(Self.changes)) == [
                "P Lund, social worker: K003 sign-off of the PEP of 6 Oct 2026; "
                    + "K003 sign-off of the PEP of 3 Nov 2026; "
                    + "K001 minutes of the core group of 10 Nov 2026",
                "L Ashworth, parent: K001 answer to the invitation to the PEP meeting of "
                    + "30 Nov 2026",
            ])
        #expect(try Self.debtors(Self.changes).first?.email == "p.lund@anyshire.example")
    }

    @Test(
        "What has come is owed no more",
        arguments: [
            (
                row(
                    .peps,
                    [
                        "pep_id": "P1", "pupil": "K003", "held_on": "2026-10-06",
                        "completed_on": "2026-10-08",
                    ]), "6 Oct 2026"
            ),
            (
                row(
                    .meetings,
                    [
                        "meeting_id": "M1", "kind": "core-group", "pupil": "K001",
                        "held_on": "2026-11-10", "where": "Folder 3",
                    ]), "core group"
            ),
            (
                row(
                    .meetings,
                    [
                        "meeting_id": "M2", "kind": "core-group", "pupil": "K001",
                        "held_on": "2026-11-17", "where": "Folder 3",
                    ]), "core group"
            ),
            (
                row(
                    .pepPeople,
                    [
                        "pep_id": "P3", "role": "parent", "name": "L Ashworth",
                        "invited_on": "2026-11-16", "attended": "no",
                    ]), "invitation"
            ),
            (
                row(
                    .pupils,
                    [
                        "pupil": "K003", "surname": "Field", "forename": "Sam",
                        "born": "2020-12-24",
                        "year_group": "1", "admitted": "2025-09-03", "left": "2026-11-20",
                    ]), "sign-off"
            ),
        ])
    func settled(change: RecordChange, words: String) throws {
        #expect(Self.words(try Self.debtors(Self.changes)).joined().contains(words))
        #expect(!Self.words(try Self.debtors(Self.changes + [change])).joined().contains(words))
    }

    @Test("Money that the Virtual School was asked for and that is not spent is not received")
    func premium() throws {
        let fund = Self.row(
            .funds,
            [
                "fund_id": "F1", "name": "CLA", "kind": "pp-plus-cla", "financial_year": "2026-27",
                "managed_by": "virtual-school",
            ])
        let school = Self.row(
            .school,
            [
                "urn": "100001", "name": "Larkfield Infant School", "phase": "infant",
                "local_authority": "Anyshire", "virtual_school_name": "Anyshire Virtual School",
                "virtual_school_email": "vs@anyshire.example",
            ])
        let debtor = try #require(
            try Self.debtors([fund, school]).first { $0.party == .virtualSchool })
        #expect(debtor.id == "Anyshire Virtual School" && debtor.email == "vs@anyshire.example")
        #expect(
            debtor.owed.map(\.words) == [
                "£50.00 of Pupil Premium Plus, asked for on 2 Nov 2026"
            ])
        #expect(try Self.debtors([school]).allSatisfy { $0.party != .virtualSchool })
        let spend = Self.row(
            .funding,
            [
                "entry_id": "E4", "fund_id": "F1", "pupil": "K001", "kind": "spend",
                "on": "2026-11-20", "amount": "50.00", "what": "Club", "commitment": "E3",
            ])
        #expect(
            try Self.debtors([fund, school, spend]).allSatisfy { $0.party != .virtualSchool })
    }

    @Test(
        "Whoever signs off is as the child's authority has it",
        arguments: [
            ("St Helens", "social worker"), ("Lancashire", "social worker"),
            ("Central Bedfordshire", "education adviser"), ("Northmarsh", nil),
            ("", "social worker"),
        ])
    func signer(authority: String, post: String?) throws {
        let status = Self.row(
            .status,
            [
                "pupil": "K003", "status": "CLA", "from": "2025-09-03", "legal_status": "C2",
                "local_authority": authority,
            ])
        let found = try Self.debtors([status]).filter { $0.owed[0].kind == .signOff }
        #expect(found.map(\.post) == [post].compactMap { $0 })
        #expect(found.allSatisfy { $0.name == nil && $0.offered(on: SmallSchool.today).isEmpty })
    }

    @Test("What was before records begin, and what is older than a year, is not asked for")
    func bounds() throws {
        let school = Self.row(
            .school,
            [
                "urn": "100001", "name": "L", "phase": "infant", "local_authority": "Anyshire",
                "records_from": "2026-11-01",
            ])
        let words = Self.words(try Self.debtors(Self.changes + [school])).joined()
        #expect(!words.contains("6 Oct 2026") && words.contains("3 Nov 2026"))
        #expect(try Self.debtors(Self.changes, on: "2027-11-24").isEmpty)
    }

    // MARK: Letters

    @Test("A letter names its reader, its sender, and children by initials")
    func letter() throws {
        let context = try SmallSchool.context(changing: Self.changes)
        let debtor = try #require(try Self.debtors(Self.changes).first)
        let letter = try #require(Self.letter(to: debtor, context))
        #expect(
            letter.lines == [
                "To: p.lund@anyshire.example",
                "Subject: Larkfield Infant School: what we are waiting for", "",
                "Dear P Lund,", "",
                "We are waiting for these, and would be grateful for an answer by Mon 30",
                "Nov 2026:", "",
                "- S. F.: sign-off of the PEP of 6 Oct 2026",
                "- S. F.: sign-off of the PEP of 3 Nov 2026",
                // Of a plan nothing is told in mail.
                "- B. A.: minutes of the meeting of 10 Nov 2026", "",
                "If something stands in the way, or it has crossed with this message,",
                "please tell us. Mail is not private: children stand here by their",
                "initials.", "", "Kind regards,", "", "A Khan",
                "Designated Teacher, Larkfield Infant School",
            ])
    }

    private static func letter(to debtor: Debtor, _ context: CommandContext) -> ChaseLetter? {
        ChaseLetter(
            to: debtor, from: "akhan", of: context.facts.school, on: context.today,
            under: context.pack
        ) { ref in
            (context.facts.pupils[ref]?.pupil.displayName ?? "").split(separator: " ")
                .map { "\($0.prefix(1))." }.joined(separator: " ")
        }
    }

    @Test("Whoever is not to be contacted is offered no letter", arguments: ["no", "ask-dsl"])
    func guarded(contact: String) throws {
        let changes =
            [
                Self.row(
                    .professionals,
                    [
                        "pupil": "K001", "role": "parent", "name": "L Ashworth",
                        "from": "2025-09-03", "contact": contact,
                    ])
            ]
        let debtor = try #require(try Self.debtors(changes).first { $0.party == .parent })
        #expect(debtor.isGuarded && debtor.offered(on: Written.day("2026-11-30")).isEmpty)
        #expect(Self.letter(to: debtor, try SmallSchool.context(changing: changes)) == nil)
    }

    @Test("Nobody is asked within five school days of what they are asked for, nor of a letter")
    func days() throws {
        func offered(_ changes: [RecordChange], _ day: String) throws -> [String] {
            try Self.debtors(changes, on: day).filter { !$0.offered(on: Written.day(day)).isEmpty }
                .map(\.id)
        }
        // Invited on Monday the 16th.
        #expect(try offered([], "2026-11-20") == [])
        #expect(try offered([], "2026-11-23") == ["L Ashworth, parent"])
        let sent = try Self.sent("L Ashworth, parent", [])
        #expect(try offered(sent, "2026-11-23") == [])
        #expect(try offered(sent, "2026-11-27") == [])
        #expect(try offered(sent, "2026-11-30") == ["L Ashworth, parent"])
    }

    /// The changes of logging a letter as sent.
    private static func sent(
        _ person: String, _ changes: [RecordChange]
    ) throws -> [RecordChange] {
        let spec = try #require(ActionSpec.of(.letterSent))
        let context = try SmallSchool.context(changing: changes)
        let entries = spec.start(in: context, after: ["person": person])
        return try spec.command(entries, in: context).changes
    }

    @Test("A letter that was sent stands with each child, as nobody's answer yet")
    func log() throws {
        #expect(
            try Self.sent("P Lund, social worker", Self.changes).map(\.line) == [
                "contacts C-20261123-XXXX,K003,2026-11-23T09:22:00Z,social-worker,email,S01,pep,"
                    + "Reminder sent: sign-off of the PEP of 6 Oct 2026; "
                    + "sign-off of the PEP of 3 Nov 2026,no",
                // What a plan is made of is for those who see plans.
                "contacts C-20261123-XXXX,K001,2026-11-23T09:22:00Z,social-worker,email,S01,"
                    + "safeguarding,Reminder sent: minutes of the core group of 10 Nov 2026,no",
            ])
        let spec = try #require(ActionSpec.of(.letterSent))
        let context = try SmallSchool.context(changing: Self.changes)
        let faults = #expect(throws: EntryFaults.self) {
            try spec.command(["person": "N Obody"], in: context)
        }
        #expect(faults?.faults.map(\.cause) == [.noSuchRecord])
        #expect(ActionSpec.of(.letterSent)?.whyNot(in: context) == nil)
        let empty = try SmallSchool.context(
            changing: try Self.sent("L Ashworth, parent", []))
        #expect(
            ActionSpec.of(.letterSent)?.whyNot(in: empty)?.words
                == "Nobody is to be reminded today")
    }

    @Test("No letter names a child, whatever the school", arguments: Soak.seeds(40, soak: 1000))
    func names(seed: UInt64) throws {
        let made = RandomSchool(seed: seed, children: 9)
        let facts = try made.school.facts()
        for debtor in facts.debtors(on: made.today, under: County.pack) {
            let letter = ChaseLetter(
                to: debtor, from: "x", of: facts.school, on: made.today, under: County.pack
            ) { _ in "A. O." }
            let text = letter?.lines.joined(separator: "\n") ?? ""
            for word in ["Ada", "Okafor", "K1", "2016"] where text.contains(word) {
                Issue.record("\(word) in a letter to \(debtor.id)")
            }
            #expect(letter?.lines.allSatisfy { $0.count < 200 } ?? true)
        }
    }
}
