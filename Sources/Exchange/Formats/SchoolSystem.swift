/// A system from which schools export their roster and registers.
public enum SchoolSystem: String, CaseIterable, Sendable {
    case sims, arbor, bromcom, scholarpack, generic
}

/// What a column of a school's own file can hold, in the order in which headings are claimed: a
/// lone `Surname` is the legal one, beside a `Legal Surname` it is the preferred one.
enum SchoolField: String, CaseIterable, Sendable {
    case admissionNumber = "admission_no"
    case upn, surname, forename
    case preferredSurname = "preferred_surname"
    case preferredForename = "preferred_forename"
    case name, born
    case yearGroup = "year_group"
    case classGroup = "class"
    case admitted, left, enrolment, sen
    case pupilPremium = "pupil_premium"
    case disabled
    case lookedAfter = "looked_after"
    case date, week, start, session, am, pm, mark, marks
    case minutesLate = "minutes_late"

    /// What tells which child a row is about.
    static let identity: [SchoolField] = [
        .admissionNumber, .upn, .surname, .forename, .preferredSurname, .preferredForename, .name,
        .born,
    ]

    static let roster: [SchoolField] =
        identity + [
            .yearGroup, .classGroup, .admitted, .left, .enrolment, .sen, .pupilPremium, .disabled,
            .lookedAfter,
        ]

    static let attendance: [SchoolField] =
        identity + [.date, .week, .start, .session, .am, .pm, .mark, .marks, .minutesLate]
}
