/// The duties owed to one child on a day, in the order of the rules.
public func duties(
    for pupil: PupilFacts, in school: SchoolFacts, on today: Day, under pack: PolicyPack
) -> [Duty] {
    let context = PupilContext(pupil, in: school, on: today, under: pack)
    return pack.rules.flatMap { $0.duties(context) }
}

/// The duties of the school as a whole, of its funds and its staff; those of funds need every
/// child's statuses.
public func schoolDuties(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [Duty] {
    let context = SchoolContext(facts, on: today, under: pack)
    return pack.rules.flatMap { $0.duties(context) }
}

/// Every duty of a school on a day, sorted by due (none last), subject, rule and reference.
public func allDuties(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [Duty] {
    let ofPupils = facts.pupils.values.flatMap {
        duties(for: $0, in: facts.school, on: today, under: pack)
    }
    return (ofPupils + schoolDuties(facts, on: today, under: pack)).sorted(by: Duty.inOrder)
}

/// The duties of one rule alone, in the order of all; none where the policy has no such rule.
public func duties(
    of rule: RuleID, in facts: Facts, on today: Day, under pack: PolicyPack
) -> [Duty] {
    guard let rule = pack.rule(rule) else { return [] }
    let school = SchoolContext(facts, on: today, under: pack)
    let ofPupils = facts.pupils.values.flatMap { pupil in
        rule.duties(PupilContext(pupil, in: facts.school, on: today, under: pack))
    }
    return (ofPupils + rule.duties(school)).sorted(by: Duty.inOrder)
}

extension Duty {
    /// By due (none last), subject, rule and reference: the order of `cksw duties`.
    public static func inOrder(_ one: Duty, _ other: Duty) -> Bool {
        if one.due != other.due {
            return (one.due?.rawValue ?? .max) < (other.due?.rawValue ?? .max)
        }
        if one.subject != other.subject { return one.subject < other.subject }
        if one.rule != other.rule { return one.rule < other.rule }
        return precedes(one.reference.text, other.reference.text)
    }

    static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }
}

/// How a duty came out as it did; `nil` where the facts give no such duty on that day.
public func working(
    of id: DutyID, in facts: Facts, on today: Day, under pack: PolicyPack
) -> (duty: Duty, working: Working)? {
    guard let rule = pack.rule(id.rule),
        let (duty, working) = rule.find(id, in: facts, on: today, under: pack)
    else { return nil }
    let besideBeginning = working().besideBeginning(duty, in: facts.school) { school in
        rule.find(
            id, in: Facts(school: school, pupils: facts.pupils), on: today, under: pack)?.duty
    }
    return (duty, besideBeginning.leading(duty, facts, on: today))
}

extension Rule {
    fileprivate func find(
        _ id: DutyID, in facts: Facts, on today: Day, under pack: PolicyPack
    ) -> (duty: Duty, working: () -> Working)? {
        switch scope {
        case .pupil:
            id.subject.pupil.flatMap { facts.pupils[$0] }.flatMap {
                find(id, PupilContext($0, in: facts.school, on: today, under: pack))
            }
        case .school:
            find(id, SchoolContext(facts, on: today, under: pack))
        }
    }
}
