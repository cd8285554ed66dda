/// The two sides that must hear about a child, whoever stands for them on the day.
public enum CloseParty: String, CaseIterable, Sendable {
    /// Whoever the child lives with.
    case home
    /// Whoever works the case for the authority.
    case caseWorker = "case-worker"

    /// Everyone who can ever stand for it; the first is the usual one.
    var roles: [PersonRole] {
        switch self {
        case .home: [.carer, .parent]
        case .caseWorker: [.socialWorker, .leadPractitioner]
        }
    }

    /// The same as parties of a contact.
    var parties: [Contact.Party] { roles.compactMap { Contact.Party(rawValue: $0.rawValue) } }
}

extension Cohort {
    /// Who stands for a side on a day. For a child in care a parent is not home: a word to one is no
    /// word to the carer. A child in need, neither looked after nor on a protection plan, may have a
    /// lead practitioner and no social worker.
    ///
    /// Source: Working together to safeguard children (2023), chapter 3, on lead practitioners.
    public func roles(of party: CloseParty, on day: Day) -> [PersonRole] {
        switch party {
        case .home: isLookedAfterByLaw(on: day) ? [.carer] : party.roles
        case .caseWorker:
            holds(.cin, on: day) && !holds(.cla, on: day) && !holds(.cp, on: day)
                ? party.roles : [.socialWorker]
        }
    }

    /// Whether a contact was with whoever stood for a side on its day.
    public func isContact(_ contact: Contact, with party: CloseParty) -> Bool {
        contact.with.role.map(roles(of: party, on: contact.day).contains) ?? false
    }
}

/// Whom something about a child needs: anybody of these roles.
public struct PersonNeeded: Hashable, Sendable {
    let roles: [PersonRole]

    /// `carer or parent`.
    public var words: String { roles.map(\.words).joined(separator: " or ") }
}

extension [PersonNeeded] {
    /// `social worker, carer or parent`.
    public var words: String { map(\.words).joined(separator: ", ") }
}

extension Cohort {
    /// Whom a meeting about the child needs on a day.
    func peopleNeeded(on day: Day) -> [PersonNeeded] {
        let sides: [CloseParty] = hasSocialWorker(on: day) ? [.caseWorker, .home] : [.home]
        return sides.map { PersonNeeded(roles: roles(of: $0, on: day)) }
    }

    /// Whether somebody of this kind stands for a side of the child on a day; anybody else is always
    /// who they are.
    func counts(_ party: Contact.Party, on day: Day) -> Bool {
        guard let role = party.role,
            let side = CloseParty.allCases.first(where: { $0.roles.contains(role) })
        else { return true }
        return roles(of: side, on: day).contains(role)
    }
}

extension PupilFacts {
    /// The child's statuses, read as days under a policy.
    public func cohort(under pack: PolicyPack) -> Cohort {
        Cohort(statuses: statuses, roll: pupil.roll, everYears: pack[.everSixYears])
    }
}
