extension Evidencing where Context == PupilContext {
    /// The people around the child, each with details checked in the time asked for.
    static let professionals = Evidencing(.professionals) { context, from, through in
        let current = context.currentProfessionals
        let days = current.compactMap { $0.checkedOn(from, through) }
        guard days.count == current.count, context.professionalsMissing.isEmpty,
            let last = days.max()
        else { return [] }
        return [Found(last, current.map(\.record))]
    } example: { context in
        let checked = context.currentProfessionals.map {
            $0.record.with("checked_on", context.today.iso)
        }
        let added = context.professionalsMissing.compactMap(\.roles.first).map { role in
            Record.example(
                .professionals,
                [
                    "pupil": context.facts.ref.text, "role": role.rawValue, "name": "example",
                    "from": context.today.iso, "checked_on": context.today.iso,
                ])
        }
        return checked + added
    } canTell: { context in
        !context.currentProfessionals.isEmpty
    }
}

extension PupilContext {
    /// The people around the child today.
    fileprivate var currentProfessionals: [Professional] {
        facts.professionals.filter { $0.span.contains(today) }
    }

    /// Whom a child needs around and does not have on record today.
    fileprivate var professionalsMissing: [PersonNeeded] {
        peopleNeeded(on: today).filter { need in
            !currentProfessionals.contains { need.roles.contains($0.role) }
        }
    }
}

extension Professional {
    /// When the details were last checked, where that lies within a time.
    fileprivate func checkedOn(_ from: Day, _ through: Day) -> Day? {
        guard let day = record.day("checked_on"), from <= day, day <= through else { return nil }
        return day
    }
}
