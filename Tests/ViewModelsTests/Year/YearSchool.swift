import Domain
import Support
import ViewModels

/// An invented school in May, of three children, and its rehearsal to the end of the year.
enum YearSchool {
    static let today = Day("2027-05-10")
    static let (bea, sam, max) = (PupilRef("K1"), PupilRef("K2"), PupilRef("K3"))

    static func school(planning day: String? = "2027-05-20") throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.add(
            .closures, ["from": "2027-05-31", "to": "2027-06-04", "kind": "half-term"])
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        try school.child("K2", "Sam", "Field", status: "CLA", since: "2024-01-08", keyAdult: false)
        try school.child("K3", "Max", "Ibe", keyAdult: false)
        if let day { try school.pep("P1", of: "K2", planned: day) }
        try school.add(
            .meetings,
            [
                "meeting_id": "M1", "kind": "core-group", "pupil": "K1",
                "planned_for": "2027-06-15",
            ])
        return school
    }

    static func model(
        _ role: Role.Name = .designatedTeacher, planning day: String? = "2027-05-20"
    ) throws -> Model {
        let pack = Packs.builtIn
        let facts = try school(planning: day).facts(under: pack)
        return Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: today, pack: pack,
            person: Person(
                login: "x", name: "A Khan", roles: [role], isKeeper: false, staff: ["S01"]),
            actions: ActionCatalogue.keys)
    }

    /// A person at a page of the year, its rehearsal there.
    static func typist(_ page: PageName = .year) throws -> Typist {
        let typist = Typist(Session(try model(), first: page))
        typist.session.show(year: try played.get())
        return typist
    }

    /// Played once: it takes seconds.
    static let played = Result {
        try RehearsedYear(
            Rehearsal(
                of: model().facts,
                Rehearsal.Setting(today: today, until: Day("2027-08-31")), under: Packs.builtIn))
    }
}
