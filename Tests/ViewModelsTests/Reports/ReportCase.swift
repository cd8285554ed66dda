import Domain
import Support

@testable import ViewModels

/// Reports of made schools, for tests.
enum ReportCase {
    static let head = Person(login: "head", name: "H Head", roles: [.head], isKeeper: false)

    static func model(
        _ facts: Facts, on today: Day, _ person: Person = Models.person, isDemo: Bool = false
    ) -> Model {
        Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: today,
            pack: Packs.builtIn, person: person, isDemo: isDemo, actions: Models.actions)
    }

    static func small(_ changes: [RecordChange] = [], _ person: Person = Models.person) throws
        -> Model
    {
        model(
            try SmallSchool.facts().applying(changes, bankHolidays: Packs.builtIn.bankHolidays),
            on: SmallSchool.today, person)
    }

    /// What was written for the report to governors.
    static func text(_ words: String, _ kind: String = "strength") throws -> RecordChange {
        .put(
            try Record(
                .reportTexts,
                ["text_id": "R1", "academic_year": "2026-27", "kind": kind, "text": words]))
    }
}

extension Report {
    func table(_ id: String) -> ReportTable? { tables.first { $0.id == id } }

    /// Everything that it says.
    var everything: String {
        var texts = [title, school, period] + notices
        texts += sections.map(\.title)
        texts += words.map(\.text)
        for table in tables { texts += [table.caption, table.empty, table.note ?? ""] }
        for figure in figures { texts += [figure.of, figure.note] }
        return texts.joined(separator: "\n")
    }
}

extension ReportTable {
    var texts: [[String]] { rows.map { $0.map(\.text) } }
}
