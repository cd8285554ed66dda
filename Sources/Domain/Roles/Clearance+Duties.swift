// Duties are judged on all facts and then withheld where they are not for somebody. One that was
// judged on a part of the facts could be wrong, and a wrong duty harms a child.
extension Clearance {
    /// The duties of a child that this person may see.
    ///
    /// A duty is shown where the kinds of record that its working rests on are seen, and where it
    /// comes out the same on what this person sees: then it says nothing that they do not see.
    public func duties(
        for pupil: PupilFacts, in school: SchoolFacts, on today: Day, under pack: PolicyPack
    ) -> [Duty] {
        if seesEverything {
            return Domain.duties(for: pupil, in: school, on: today, under: pack)
        }
        let child = standing(pupil)
        guard sees(.cohort, of: child), let (part, isWhole) = sight(of: pupil) else { return [] }
        let judged = Domain.duties(for: pupil, in: school, on: today, under: pack)
        let seen = Facts(school: sight(of: school), pupils: [pupil.ref: part])
        let same =
            isWhole
            ? judged
            : Self.same(
                judged, Domain.duties(for: part, in: seen.school, on: today, under: pack))
        guard !seesEveryKind else { return same }
        return same.filter { rests($0, on: child, in: seen, today, pack) }
    }

    /// The duties of the school and of its funds that this person may see.
    public func schoolDuties(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [Duty] {
        if seesEverything { return Domain.schoolDuties(facts, on: today, under: pack) }
        guard sees(.policy) else { return [] }
        return Self.same(
            Domain.schoolDuties(facts, on: today, under: pack),
            Domain.schoolDuties(sight(of: facts), on: today, under: pack))
    }

    /// Every duty that this person may see, in the order of `cksw duties`.
    public func allDuties(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [Duty] {
        let ofPupils = facts.pupils.values.flatMap {
            duties(for: $0, in: facts.school, on: today, under: pack)
        }
        return (ofPupils + schoolDuties(facts, on: today, under: pack)).sorted(by: Duty.inOrder)
    }

    /// How a duty came out, told with the facts that this person sees; `nil` where the duty is not
    /// for them, or there is none.
    public func working(
        of id: DutyID, in facts: Facts, on today: Day, under pack: PolicyPack
    ) -> (duty: Duty, working: Working)? {
        guard !seesEverything else {
            return Domain.working(of: id, in: facts, on: today, under: pack)
        }
        let pupil = id.subject.pupil.flatMap { facts.pupils[$0] }
        let ofPupil =
            pupil.map { duties(for: $0, in: facts.school, on: today, under: pack) } ?? []
        let shown =
            ofPupil.contains { $0.id == id }
            || schoolDuties(facts, on: today, under: pack).contains { $0.id == id }
        guard shown else { return nil }
        return Domain.working(of: id, in: sight(of: facts), on: today, under: pack)
    }

    /// Whether every kind of record that a duty's working names is seen of the child.
    private func rests(
        _ duty: Duty, on child: ChildStanding, in seen: Facts, _ today: Day, _ pack: PolicyPack
    ) -> Bool {
        guard
            let found = Domain.working(of: duty.id, in: seen, on: today, under: pack)
        else { return false }
        return found.working.facts.allSatisfy { sees($0.kind.topic, of: child) }
    }

    /// Those of one judgement that another bears out to the word.
    private static func same(_ judged: [Duty], _ again: [Duty]) -> [Duty] {
        let others = Dictionary(again.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return judged.filter { duty in
            guard let other = others[duty.id] else { return false }
            return other.state == duty.state && other.due == duty.due && other.late == duty.late
                && other.reason == duty.reason && other.isStatutory == duty.isStatutory
        }
    }
}
