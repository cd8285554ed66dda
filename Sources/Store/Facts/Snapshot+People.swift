import Domain

extension Snapshot {
    /// The children who have, or had, any status, by reference: those whom duties can be about.
    public func pupilsWithAnyStatus() throws -> [PupilRef] {
        try session.all("SELECT DISTINCT pupil FROM status ORDER BY pupil") {
            PupilRef($0.text(0))
        }
    }

    /// The children of whom a duty can be more than "does not apply": those with a status, a PEP or
    /// money of their own, by reference.
    public func pupilsConcerned() throws -> [PupilRef] {
        try session.all(
            """
            SELECT pupil FROM status UNION SELECT pupil FROM peps
            UNION SELECT pupil FROM funding WHERE pupil IS NOT NULL ORDER BY 1
            """
        ) { PupilRef($0.text(0)) }
    }

    /// The children on roll on a day, by reference, without their facts.
    public func roster(on day: Day) throws -> [Pupil] {
        let table = RecordTable.of(.pupils)
        return try session.all(
            table.select
                + #" WHERE admitted <= ?1 AND ("left" IS NULL OR "left" >= ?1)"# + table.orderByKey,
            [.text(day.iso)]
        ) { Pupil(table.record($0)) }
    }

    /// The roles that a login holds on a day, by key: those that name it, and those of the member
    /// of staff whose login it is on that day.
    public func roles(ofLogin login: String, on day: Day) throws -> [Role] {
        let table = RecordTable.of(.roles)
        return try session.all(
            """
            \(table.select) WHERE "from" <= ?2 AND ("to" IS NULL OR "to" >= ?2)
            AND (login = ?1 OR person IN (
                SELECT staff FROM staff
                WHERE login = ?1 AND "from" <= ?2 AND ("to" IS NULL OR "to" >= ?2)
            ))
            """ + table.orderByKey, [.text(login), .text(day.iso)]
        ) { Role(table.record($0)) }
    }
}
