extension Int {
    /// `1 day`, `3 days`.
    package var days: String { counted("day") }

    /// `1 pupil`, `3 pupils`.
    package func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
