extension PupilFacts {
    /// The authority that is responsible for this child on a day, as a cell spells it: the one that looks
    /// after the child, else the school's own.
    ///
    /// Where several rows hold, such as a short break beside a placement, it is the latest begun that
    /// names one.
    public func authority(on day: Day, of school: SchoolFacts) -> String? {
        let named = statuses.filter {
            $0.kind == .cla && $0.span.contains(day) && $0.authority != nil
        }
        return named.max { $0.span.from < $1.span.from }?.authority ?? school.school?.authority
    }
}

extension CareStatus {
    /// The authority that is responsible; `nil` where nobody has said.
    public var authority: String? { record.text("local_authority") }
}

extension School {
    /// The authority whose school it is, as the school spells it.
    public var authority: String? { record.text("local_authority") }
}
