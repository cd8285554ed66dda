extension SchoolFacts {
    /// The members of staff of a day, by id, who were trained in something in its academic year up to
    /// then, at a training or catching up on it; beside how many there are.
    public func trained(in kind: Training.Kind, by last: Day) -> (trained: [String], of: Int) {
        let year = AcademicYear(of: last)
        let trainings = Dictionary(
            training.filter { $0.kind == kind }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let there = Set(
            trainingPeople.compactMap { person -> String? in
                guard let training = trainings[person.training],
                    let attended = AttendedTraining(training, person),
                    year.first <= attended.on && attended.on <= last
                else { return nil }
                return person.staff
            })
        return part(there, on: last)
    }

    /// The members of staff of a day who have read something in its academic year up to then.
    public func read(_ what: String, by last: Day) -> (read: [String], of: Int) {
        let year = AcademicYear(of: last)
        let readers = Set(
            acknowledgements(of: what).filter { year.first <= $0.on && $0.on <= last }
                .map(\.staff))
        let part = part(readers, on: last)
        return (part.trained, part.of)
    }

    private func part(_ some: Set<String>, on day: Day) -> (trained: [String], of: Int) {
        let staff = staff.filter { $0.span.contains(day) }.map(\.id)
        return (staff.filter(some.contains).sorted(), Set(staff).count)
    }
}
