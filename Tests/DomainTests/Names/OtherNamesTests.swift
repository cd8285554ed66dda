import Domain
import Exchange
import Support
import Testing

@Suite("Other children's names in a note")
struct OtherNamesTests {
    /// The school of the planted notes, with Bea's contact form begun.
    private static func context() throws -> CommandContext {
        func pupil(_ ref: String, _ names: [String: String]) throws -> Record {
            try Record(
                .pupils,
                [
                    "pupil": ref, "born": "2020-11-02", "year_group": "1", "admitted": "2025-09-03",
                ].merging(names) { $1 })
        }
        var records = [
            try pupil(
                "K001", ["forename": "Beatrice", "surname": "Ashworth", "known_as": "Bea"])
        ]
        for (ref, forename, surname, knownAs, upn) in PlantedNotes.roll {
            records.append(
                try pupil(
                    ref,
                    [
                        "forename": forename, "surname": surname, "known_as": knownAs, "upn": upn,
                    ]))
        }
        for (place, name) in PlantedNotes.staff.enumerated() {
            records.append(
                try Record(
                    .staff,
                    [
                        "staff": "S\(place)", "name": name, "post": "TA", "teaching": "no",
                        "qts": "no", "leadership": "no", "from": "2020-09-01",
                    ]))
        }
        for (role, name) in PlantedNotes.people {
            records.append(
                try Record(
                    .professionals,
                    ["pupil": "K001", "role": role, "name": name, "from": "2025-09-03"]))
        }
        let pack = PackLoader.builtIn
        return CommandContext(
            facts: Facts(records: records, bankHolidays: pack.bankHolidays), pack: pack,
            today: SmallSchool.today, now: SmallSchool.now,
            actor: Actor(login: "akhan", isKeeper: false), seed: 1,
            origin: ActionOrigin(pupil: PupilRef("K001")))
    }

    private static func cautions(_ text: String, _ context: CommandContext) throws -> [Caution] {
        try #require(ActionSpec.of(.contact)).cautions(["summary": text], in: context)
    }

    @Test("Of planted notes at least 99 of 100 are marked, of innocent ones at most 2 alarm")
    func rates() throws {
        let context = try Self.context()
        let planted = PlantedNotes.planted
        let missed = try planted.filter { note in
            let found = try Self.cautions(note.text, context)
            return !found.contains { $0.words.contains(note.names ?? "") }
        }
        let alarmed = try PlantedNotes.innocent.filter {
            try !Self.cautions($0.text, context).isEmpty
        }
        let marked = planted.count - missed.count
        print(
            "Names in notes: \(marked) of \(planted.count) planted notes marked "
                + "(\(Self.percent(marked, planted.count)) %), \(alarmed.count) of "
                + "\(PlantedNotes.innocent.count) innocent ones alarmed "
                + "(\(Self.percent(alarmed.count, PlantedNotes.innocent.count)) %)")
        for note in missed { print("  missed: \(note.text)") }
        for note in alarmed { print("  alarmed: \(note.text)") }
        #expect(planted.count >= 500)
        #expect(PlantedNotes.innocent.count >= 150)
        #expect(marked * 100 >= planted.count * 99)
        #expect(alarmed.count * 100 <= PlantedNotes.innocent.count * 2)
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        let tenths = (part * 1000 + whole / 2) / whole
        return "\(tenths / 10).\(tenths % 10)"
    }

    @Test("What is marked is the name itself, where it stands")
    func places() throws {
        let context = try Self.context()
        let found = try Self.cautions("Sat by Zoë’s desk; L. Marsh and Ned too.", context)
        #expect(found.map(\.marks) == [[7..<10], [19..<27], [32..<35]])
    }

    @Test("Several children of one name are all told; of many, how many")
    func several() throws {
        let facts = try SmallSchool.facts()
        let ann = try #require(facts.pupils[SmallSchool.ann]?.pupil)
        let two = ["Poe", "Rae"].enumerated().map { place, surname in
            Pupil(ann.record.with("pupil", "K1\(place)").with("surname", surname))
        }
        let context = try SmallSchool.context(SmallSchool.bea)
        let named = CommandContext(
            facts: facts, pack: context.pack, today: context.today, now: context.now,
            actor: context.actor, seed: 1, origin: context.origin,
            roster: facts.pupils.values.map(\.pupil) + two)
        #expect(
            try Self.cautions("Ann left", named).map(\.words) == [
                "Ann Other or Ann Poe or Ann Rae is another child on the list"
            ])
    }

    @Test(
        "A child who is easily taken for another is told apart at once",
        arguments: [
            ("K001", nil), ("K008", "Take care: another Ashworth and another Bea are on roll too."),
            ("K009", "Take care: a sibling is on roll too."),
        ] as [(String, String?)])
    func alike(ref: String, words: String?) throws {
        let facts = try SmallSchool.facts()
        func child(_ of: PupilRef, _ ref: String, _ changes: [String: String]) throws -> Pupil {
            var record = try #require(facts.pupils[of]?.pupil.record).with("pupil", ref)
            for (column, text) in changes { record = record.with(column, text) }
            return Pupil(record)
        }
        var roll = facts.pupils.values.map(\.pupil)
        let pupil: Pupil
        switch ref {
        case "K008": pupil = try child(SmallSchool.bea, ref, ["forename": "Beatrix"])
        case "K009":
            pupil = try child(
                SmallSchool.leo, ref, ["forename": "Kit", "surname": "Ode", "family": "f"])
            roll.append(
                try child(
                    SmallSchool.leo, "K010", ["forename": "Pia", "surname": "Poe", "family": "f"]))
        default: pupil = try #require(facts.pupils[PupilRef(ref)]?.pupil)
        }
        #expect(NameIndex(roll + [pupil]).alike(pupil) == words)
    }
}
