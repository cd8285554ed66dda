import Domain
import Support
import Testing
import ViewModels

@Suite("The catalogue of actions")
struct ActionCatalogueTests {
    @Test("Every next action of every rule has a key, and a record command where it records")
    func nextActions() throws {
        for rule in Rule.builtIn {
            let entry = try #require(
                ActionCatalogue.all.first { $0.id == rule.next.action.rawValue }, "\(rule.id)")
            #expect(!entry.keys.isEmpty)
            #expect((entry.record != nil) == (rule.next.action != .importFile))
        }
    }

    @Test(
        "What each duty of the worked schools asks for next is a key, a command and a form",
        arguments: Examples.names)
    func nextOfDuties(name: String) throws {
        let example = try Examples.load(name)
        let pack = Packs.builtIn
        let facts = Facts(records: example.records, bankHolidays: pack.bankHolidays)
        // One of each rule and action: the form is the same for all of them.
        var seen: Set<String> = []
        for duty in allDuties(facts, on: example.today, under: pack) {
            guard let action = duty.next?.action,
                seen.insert("\(duty.rule.rawValue) \(action.rawValue)").inserted
            else { continue }
            let entry = try #require(
                ActionCatalogue.all.first { $0.id == action.rawValue }, "\(duty.rule)")
            #expect(!entry.keys.isEmpty)
            #expect(entry.record == (action == .importFile ? nil : action.rawValue))
            let context = CommandContext(
                facts: facts, pack: pack, today: example.today, now: SmallSchool.now,
                actor: Actor(login: "akhan", isKeeper: true), seed: 1,
                origin: ActionOrigin(pupil: duty.subject.pupil, duty: duty))
            let opened = ActionModal.open(action, in: context)
            let why = ActionCatalogue.whyNot(action, in: context)
            #expect((opened == nil) == (why != nil), "\(duty.rule) \(action)")
            #expect(opened != nil || why?.isEmpty == false)
        }
    }

    @Test("Every action that a person can record stands once, under its own id")
    func complete() {
        let recorded = ActionCatalogue.all.compactMap(\.record)
        #expect(Set(recorded) == Set(ActionSpec.all.map(\.id.rawValue)).union(["correct"]))
        let ids = ActionCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ActionID.allCases.allSatisfy { ids.contains($0.rawValue) })
        #expect(ActionCatalogue.all.allSatisfy { !$0.title.isEmpty && $0.help.hasSuffix(".") })
    }

    @Test("No key means two things: not two views, not two families, not one of each")
    func duplicates() {
        let keys = ViewKey.allCases.flatMap(\.keys) + ActionFamily.allCases.map(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test("Every action belongs to one family")
    func families() {
        let actions = ActionFamily.allCases.flatMap(\.actions)
        #expect(actions.count == ActionID.allCases.count)
        #expect(Set(actions) == Set(ActionID.allCases))
    }

    @Test(
        "What cannot be done says why",
        arguments: [
            (ActionID.contact, nil, "Select a child first."), (.contact, "K001", nil),
            (.pepCancel, "K001", nil),
            (.pepCancel, "K003", "No PEP of this child is planned; plan one first (key p)."),
            (.pepSignOff, "K003", nil),
            (
                .pepSignOff, "K001",
                "No held PEP of this child waits to be signed off; record one as held first (key p)."
            ),
            (.target, "K002", "No PEP of this child is on record yet; plan one first (key p)."),
            (
                .targetReview, "K001",
                "No target of this child waits for a review; add one first (key t)."
            ),
            (.statusEnd, "K004", "No status of this child is open; enter one first (key s)."),
            (.term, nil, nil),
            (.pupilAdd, nil, nil), (.pupilChange, nil, "Select a child first."),
            (.keyAdultEnd, "K002", "This child has no key adult yet; name one first (key K)."),
            (.keyAdultEnd, "K001", nil),
            (
                .contactCorrect, "K001",
                "No contact about this child is on record yet; log one first (key c)."
            ),
            (
                .correct, "K001",
                "Select a record first: a contact, a status, a person, a target, money."
            ),
        ] as [(ActionID, String?, String?)])
    func whyNot(action: ActionID, pupil: String?, words: String?) throws {
        let context = try SmallSchool.context(pupil.map(PupilRef.init))
        #expect(ActionCatalogue.whyNot(action, in: context) == words)
    }

    @Test("The document of keys names every key and every record command")
    func document() {
        let text = KeysDocument.markdown()
        for entry in ActionCatalogue.all {
            #expect(text.contains("| \(entry.title) | \(entry.help) |"))
        }
        #expect(text.contains("| `c` | log call |"))
        #expect(text.contains("`Ctrl-S`"))
    }

    @Test("docs/keys.md is what the catalogue says")
    func writtenDocument() throws {
        let document = KeysDocument.markdown()
        #expect(try Recorded.kept(at: "docs/keys.md", as: document) == document)
    }
}
