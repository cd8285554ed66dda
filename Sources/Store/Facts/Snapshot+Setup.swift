import Domain

extension Snapshot {
    /// How far setting up is: counts alone, and what was put aside.
    public func setupFacts(on today: Day) throws -> SetupFacts {
        var facts = SetupFacts()
        if let school = records(of: .school).first.map(School.init) {
            facts.schoolName = school.name
            facts.recordsFrom = school.recordsFrom
        }
        let held = #""from" <= ?1 AND ("to" IS NULL OR "to" >= ?1)"#
        facts.terms = try count(
            "terms WHERE academic_year = ?1", SetupFacts.year(of: today).label)
        let before = AcademicYear(start: SetupFacts.year(of: today).start - 1)
        let began = try count(
            "status WHERE \"from\" >= ?1 AND \"from\" < '\(before.next.first.iso)'",
            before.first.iso)
        facts.earlierTerms =
            began == 0 ? nil : try count("terms WHERE academic_year = ?1", before.label)
        facts.staff = try count("staff WHERE \(held)", today.iso)
        facts.rolesHeld = Set(
            try session.all("SELECT DISTINCT role FROM roles WHERE \(held)", [.text(today.iso)]) {
                Role.Name(rawValue: $0.text(0))
            }.compactMap { $0 })
        facts.pupils = try count(
            #"pupils WHERE admitted <= ?1 AND ("left" IS NULL OR "left" >= ?1)"#, today.iso)
        // Of large tables it is enough to find one row.
        facts.hasRegister = try count("(SELECT 1 FROM attendance LIMIT 1)") > 0
        facts.hasContacts = try count("(SELECT 1 FROM professionals LIMIT 1)") > 0
        let known = "SELECT DISTINCT pupil FROM status WHERE \(held)"
        facts.known = try count("(\(known))", today.iso)
        facts.knownWithMeeting = try count(
            """
            (\(known) INTERSECT SELECT pupil FROM (
                SELECT pupil FROM peps WHERE held_on <= ?1
                UNION SELECT pupil FROM meetings WHERE held_on <= ?1 AND pupil IS NOT NULL
            ))
            """, today.iso)
        for (name, value) in try settings(startingWith: StoreSetting.prefix) {
            switch StoreSetting(name: name) {
            case .putAside(let step): facts.putAside[step] = SetupFacts.PutAside(value)
            case .marked: facts.marked = try unconfirmed(SetupFacts.Marked.list(value))
            case nil: break
            }
        }
        return facts
    }

    /// Without those of whom a status is on record by now, and those who are gone.
    private func unconfirmed(_ marked: [SetupFacts.Marked]) throws -> [SetupFacts.Marked] {
        try marked.filter { child in
            let waiting = """
                pupils WHERE pupil = ?1
                AND NOT EXISTS (SELECT 1 FROM status WHERE status.pupil = pupils.pupil)
                """
            return try count(waiting, child.pupil.text) > 0
        }
    }

    private func count(_ what: String, _ text: String? = nil) throws -> Int {
        let cells = text.map { [Cell.text($0)] } ?? []
        return try session.first("SELECT count(*) FROM \(what)", cells) { Int($0.int(0)) } ?? 0
    }
}
