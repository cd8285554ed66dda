import Domain

extension Day {
    /// A day as tests write it; an impossible one is a fault of the test.
    public static func of(_ iso: String) -> Day {
        guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no date") }
        return day
    }
}

extension PupilRef {
    public static func of(_ text: String) -> PupilRef { PupilRef(text) }
}
