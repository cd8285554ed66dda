import Domain

extension Snapshot {
    /// What an actor may see and change: the keeper everything, others what their roles allow on the
    /// actor's day.
    public func clearance(of actor: Actor, at: Instant) throws -> Clearance {
        let today = actor.today ?? at.londonDay
        if actor.isKeeper { return .keeper(on: today) }
        var staff: [StaffMember] = []
        var roles: [Role] = []
        try forEach(.staff) { staff.append(StaffMember($0)) }
        try forEach(.roles) { roles.append(Role($0)) }
        return Clearance(login: actor.login, staff: staff, roles: roles, today: today)
    }

    /// How a child stands to a person, as the tables hold it now.
    func standing(of pupil: PupilRef, to clearance: Clearance) throws -> ChildStanding {
        clearance.standing(
            statuses: try records(of: .status, about: pupil).map(CareStatus.init),
            adults: try records(of: .adults, about: pupil).map(SupportingAdult.init))
    }
}
