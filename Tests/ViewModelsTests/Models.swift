import Domain
import Support
import ViewModels

/// Models for tests: a made school or a worked example, seen by a Designated Teacher.
enum Models {
    static let person = Person(
        login: "akhan", name: "A Khan", roles: [.designatedTeacher], isKeeper: false)

    static let actions = [
        ActionKey(.contact, key: .character("c")),
        ActionKey(.pepPlan, key: .character("p")),
        ActionKey(.pepHold, key: .character("p")),
        ActionKey(.target, key: .character("t")),
    ]

    static func of(
        _ school: SchoolBuilder, on today: Day, person: Person = person, isDemo: Bool = false
    ) throws -> Model {
        let pack = Packs.builtIn
        return make(school.facts(under: pack), today, pack, person, isDemo: isDemo)
    }

    static func example(_ name: String) throws -> Model {
        let example = try Examples.load(name)
        let pack = Packs.builtIn
        let facts = Facts(records: example.records, bankHolidays: pack.bankHolidays)
        return make(facts, example.today, pack, person)
    }

    private static func make(
        _ facts: Facts, _ today: Day, _ pack: PolicyPack, _ person: Person, isDemo: Bool = false
    ) -> Model {
        let roster = facts.pupils.values.map(\.pupil).filter { $0.roll.contains(today) }
        return Model(
            facts: facts, roster: roster, today: today, pack: pack, person: person, isDemo: isDemo,
            actions: actions)
    }
}

extension Day {
    /// A day as tests write it; an impossible one is a fault of the test.
    init(_ iso: String) {
        guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no date") }
        self = day
    }
}

extension Size {
    static let wide = Size(columns: 120, rows: 40)
    static let small = Size(columns: 80, rows: 24)
}

extension Page {
    /// Everything the page says, line by line.
    var text: String {
        let panes = panes.flatMap { pane -> [String] in
            ["[\(pane.digit.map(String.init) ?? "") \(pane.title)] \(pane.counts.map(\.text))"]
                + pane.lines + pane.notes.map(\.text)
        }
        let rest =
            detail.map(\.text) + [message?.text ?? ""]
            + [footer.map { "\($0.key) \($0.words)" }.joined(separator: "  ")]
        return (header.map(\.text) + panes + rest).joined(separator: "\n")
    }

    var focused: Pane { panes[focus] }
}

extension Pane {
    var rows: [ViewModels.Row] {
        if case .table(_, let rows) = content { return rows }
        return []
    }

    var lines: [String] {
        switch content {
        case .table(_, let rows):
            rows.enumerated().map { place, row in
                (place == selected ? "▸" : " ")
                    + row.cells.map { $0.map(\.text).joined() }.joined(separator: " | ")
            }
        case .text(let lines): lines.map(\.text)
        case .form(let fields): fields.map(\.label)
        }
    }

    var selectedRow: ViewModels.Row? { selected.map { rows[$0] } }
}

/// A person at a keyboard: presses keys one after the other and reads the page.
final class Typist {
    var session: Session

    init(_ session: Session) { self.session = session }

    var page: Page { session.page(size: .wide) }

    /// What the last of these keys asks for.
    @discardableResult
    func effect(of keys: Key...) -> Effect {
        keys.map { session.press($0, size: .wide) }.last ?? .none
    }

    /// The page after these keys.
    @discardableResult
    func press(_ keys: Key...) -> Page {
        for key in keys { _ = session.press(key, size: .wide) }
        return page
    }

    @discardableResult
    func type(_ text: String) -> Page {
        for character in text { _ = session.press(.character(character), size: .wide) }
        return page
    }
}
