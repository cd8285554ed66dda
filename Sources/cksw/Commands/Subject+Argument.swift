import Domain

extension Subject {
    /// `pupil:K017`, `staff:S01`, `fund:F1` or `school`; a bare admission number is a pupil.
    init(argument: String) { self = Subject(argument) ?? .pupil(PupilRef(argument)) }
}
