import Domain
import Support
import Testing
import ViewModels

@Suite("No word of the program on any screen")
struct PlainWordsTests {
    /// What stood on screens and nobody in a school says; as typed, capitals and all.
    private static let refused = [
        ".csv", "~~", ": goes", "is again as it was", "no duty", "also:", "pack's", "ettles",
        "role=", "cksw ", "kcsie", "profile:",
    ]
    private static let refusedWords: Set<String> = [
        "Upn", "Sen", "Pp", "Qts", "Urn", "Iro", "Dsl", "Pep", "pep", "iro", "dsl", "row", "rows",
        "journal", "pack", "slug", "evidence", "cohort_check",
    ]

    /// The words of the program in a text.
    private static func programWords(_ text: String) -> [String] {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        return refused.filter { text.contains($0) }
            + words.filter { refusedWords.contains($0) || $0.contains("_") || isID($0) }
    }

    /// `T00003`: how the program tells records apart.
    private static func isID(_ word: String) -> Bool {
        word.count > 4 && "CDEMPST".contains(word.prefix(1))
            && word.dropFirst().allSatisfy(\.isNumber)
    }

    private static func school() throws -> Model {
        let pack = Packs.builtIn
        let facts = try SmallSchool.facts()
        return Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: SmallSchool.today,
            pack: pack, person: Models.person, actions: ActionCatalogue.keys)
    }

    @Test(
        "A form says no word of the program, in any field, whoever has the keys and what is wrong",
        arguments: ActionSpec.all.map(\.id))
    func forms(_ action: ActionID) throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        guard ActionCatalogue.whyNot(action, in: context) == nil else { return }
        var script = try FormScript(action, context)
        var said = Self.said(script.page)
        // Every field with the keys, with nonsense in it, and with all that is missing told.
        for _ in script.fields {
            if script.focused?.id != "action" { script.type("zz") }
            script.press(.tab)
            said += Self.said(script.page)
        }
        script.press(.control("s"))
        said += Self.said(script.page)
        for text in said { #expect(Self.programWords(text).isEmpty, "\(action): \(text)") }
    }

    private static func said(_ page: Page) -> [String] {
        let fields = page.panes.flatMap { pane -> [Field] in
            if case .form(let fields) = pane.content { fields } else { [] }
        }
        return fields.flatMap { field -> [String] in
            let options: [String] =
                switch field.content {
                case .choice(let options, _, _), .several(let options, _, _): options
                case .text, .longText, .fixed: []
                }
            return options + [field.label, field.hint, field.fault ?? ""]
        } + page.header.map(\.text) + page.panes.flatMap { $0.notes.map(\.text) }
            + [page.message?.text ?? ""]
    }

    @Test("A correction says no word of the program", arguments: RecordKind.allCases)
    func corrections(_ kind: RecordKind) throws {
        for record in try SmallSchool.records(of: kind).prefix(1) {
            let context = try SmallSchool.context(SmallSchool.bea, record: record.key)
            guard let spec = ActionSpec.of(.correct, in: context) else { continue }
            for text in Self.said(FormState(spec, in: context).page(size: .small)) {
                #expect(Self.programWords(text).isEmpty, "\(kind): \(text)")
            }
        }
    }

    @Test("No page says a word of the program")
    func pages() throws {
        let model = try Self.school()
        let ref = SmallSchool.bea
        let whys = model.allDuties.map { PageName.why($0.id) }
        let names: [PageName] =
            [
                .dashboard, .pupil(ref), .pupil(SmallSchool.ann), .chronology(ref), .glance,
                .figures, .help, .history(nil), .since, .setAside, .staff, .cohortFigures,
                .settingUp,
            ] + DashboardPane.allCases.map(PageName.pane) + DutyList.allCases.map(PageName.list)
            + whys
        for name in names {
            let page = Session(model, first: name).page(size: .wide)
            let lines =
                page.text.split(separator: "\n").map(String.init)
                + page.panes.flatMap { $0.rows.map(\.spoken) + [$0.empty] }
            for line in lines {
                #expect(Self.programWords(line).isEmpty, "\(name.id): \(line)")
            }
        }
    }

    @Test("The working of a duty says no word of the program, whatever its facts are")
    func workings() throws {
        let model = try Models.example("whole 10")
        var seen: Set<String> = []
        for duty in model.allDuties where seen.insert("\(duty.rule) \(duty.state)").inserted {
            let page = Session(model, first: .why(duty.id)).page(size: .wide)
            for line in page.text.split(separator: "\n").map(String.init) {
                #expect(Self.programWords(line).isEmpty, "\(duty.id.text): \(line)")
            }
        }
    }

    @Test("What stands in the way of an action, and what each does, is said in plain words")
    func catalogue() throws {
        for action in ActionID.allCases {
            let context = try SmallSchool.context()
            let why = ActionCatalogue.whyNot(action, in: context) ?? ""
            #expect(Self.programWords(why).isEmpty, "\(action): \(why)")
        }
        for entry in ActionCatalogue.all {
            let text = "\(entry.title) \(entry.help) \(entry.group)"
            #expect(
                Self.programWords(text).isEmpty && !text.contains("="), "\(entry.id): \(text)")
        }
    }

    @Test("A hint says in words what to type")
    func hints() {
        for field in ActionSpec.all.flatMap(\.fields) where field.isShown {
            #expect(!field.hint.contains("=") && !field.hint.contains("\""), "\(field.hint)")
        }
    }
}
