/// How many days something takes, and who says so: a number of the pack, or the child's authority.
struct DayLimit: Sendable {
    let count: DayCount
    /// What it rests on, for a working.
    let number: PolicyNumber

    /// A number of school days of the pack.
    init(_ key: NumberKey, _ pack: PolicyPack) {
        count = DayCount(pack[key], .schoolDays)
        number = pack.number(key)
    }

    /// A number of days of an authority's profile.
    init(_ count: DayCount, _ what: String, of profile: AuthorityProfile, _ part: any ProfilePart) {
        self.count = count
        number = PolicyNumber(
            name: "\(profile.name): \(what)", value: count.days, unit: count.unit.rawValue,
            source: part.source, checked: part.checked, needsCheck: part.needsCheck)
    }
}

extension PupilContext {
    /// The profile of the authority that is responsible for the child on a day.
    func profile(on day: Day) -> AuthorityProfile {
        pack.profile(of: facts.authority(on: day, of: school))
    }

    /// How long a PEP of a day may take to be signed off: as the authority says, else the pack.
    func signOffLimit(on day: Day) -> DayLimit {
        let profile = profile(on: day)
        guard let part = profile.signOff, let within = part.within else {
            return DayLimit(.pepSignOffDays, pack)
        }
        return DayLimit(within, "sign-off", of: profile, part)
    }

    /// How long before a conference its report is sent: as the authority says, else the pack.
    func reportLimit(isInitial: Bool) -> DayLimit {
        let profile = profile(on: today)
        if let part = profile.reports, let days = isInitial ? part.initial : part.review {
            return DayLimit(
                days, isInitial ? "report for an initial conference" : "report for a review",
                of: profile, part)
        }
        return DayLimit(isInitial ? .initialReportDays : .reportDays, pack)
    }

    /// Whether a PEP counts as one of its term: a review by the Designated Teacher alone does so only
    /// where the child's authority says it.
    func countsInTerm(_ pep: PEP, on day: Day) -> Bool {
        pep.kind != .review || profile(on: day).dtReviewCounts
    }
}
