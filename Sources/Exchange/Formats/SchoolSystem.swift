/// A system from which schools export their lists and registers.
public enum SchoolSystem: String, CaseIterable, Sendable {
    case sims, arbor, bromcom, scholarpack, generic
}

/// What a column of a school's own file can hold. Which of them a kind of file has, and in which
/// order they claim headings, stands in Resources/formats/kinds.toml: a lone `Surname` is the legal
/// one, beside a `Legal Surname` it is the preferred one.
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
    case staffCode = "staff_code"
    case post, teaching, qts, leadership, from, to, email
    case contactSurname = "contact_surname"
    case contactForename = "contact_forename"
    case contactName = "contact_name"
    case relationship, responsibility, priority, phone
    case secondPhone = "phone_2"
    case thirdPhone = "phone_3"
    case suspensionKind = "suspension_kind"
    case decided, days, sessions, reason
}
