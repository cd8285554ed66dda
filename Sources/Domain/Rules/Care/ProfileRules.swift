extension RuleID {
    public static let needsProfile: RuleID = "needs-profile"
    public static let profileRead: RuleID = "profile-read"
}

extension Rule {
    static let profileRules: [Rule] = [needsProfile, profileRead]

    /// AIM-1: what the child needs is written down.
    private static let needsProfile = Rule(
        .needsProfile, "Needs profile written", clauses: ["AIM-1"], .standing, .learning,
        beforeRecords: .stands, next: NextAction(.profile, "Write the needs profile"),
        .pupil { context in context.isKnownToday ? [needsProfile(context)] : [] })

    /// AIM-1: the adults who work with the child have read it.
    private static let profileRead = Rule(
        .profileRead, "Needs profile read", clauses: ["AIM-1"], .standing, .learning,
        shownBy: [.profileRead],
        next: NextAction(.acknowledge, "Have the profile read"),
        whenUnknown: NextAction(.keyAdult, "Name the child's adults"),
        .pupil { context in
            guard context.isKnownToday, let profile = context.profile else { return [] }
            return [read(profile, context)]
        })

    private static func needsProfile(_ context: PupilContext) -> Ruling {
        let profile = context.profile
        let since = context.counted(from: context.presentRun ?? context.facts.pupil.roll.from)
        let due = context.calendar.schoolDay(context.pack[.needsProfileDays], after: since)
        return Ruling(
            due: due, state: context.state(by: due, isDone: profile != nil),
            reason: profile.map { .profileWritten($0.on) } ?? .profileNone(due: due),
            evidence: profile.map { [$0.key] } ?? []
        ) {
            let example = Record.example(
                .profiles,
                [
                    "pupil": context.facts.ref.text, "on": context.today.iso,
                    "needs": "example",
                ])
            return Working(
                facts: context.statusFacts(from: context.today, through: context.today)
                    + [context.profileFact],
                sum: "\(context.pack[.needsProfileDays]) school days from \(since.long) "
                    + "→ \(due.long)",
                numbers: context.pack.numbers(.needsProfileDays),
                leastAct: LeastAct(.profile, "write what the child needs", [.put(example)]))
        }
    }

    private static func read(_ profile: NeedsProfile, _ context: PupilContext) -> Ruling {
        let adults = context.currentAdults
        let found = context.readings(of: profile)
        let unread = adults.filter { found[$0.id] == nil }
        let (state, reason): (DutyState, Reason) =
            if adults.isEmpty {
                (.unknown, .profileWithoutAdults)
            } else if unread.isEmpty {
                (.met, .profileRead(by: adults.count))
            } else {
                (.overdue, .profileUnread(unread.map(\.name)))
            }
        return Ruling(
            due: nil, state: state, reason: reason,
            evidence: [profile.key] + adults.compactMap { found[$0.id]?.key }
        ) {
            let facts = adults.map { member in
                Working.Fact(
                    found[member.id].map { "\(member.name) read it \($0.on.long)" }
                        ?? "\(member.name) has not read it", in: .acknowledgements,
                    found[member.id]?.key)
            }
            return Working(
                facts: [context.profileFact]
                    + (adults.isEmpty
                        ? [Working.Fact("no current adult of the child on record", in: .adults)]
                        : facts),
                sum: "\(adults.count - unread.count) of \(adults.count) have read it since "
                    + profile.on.long,
                leastAct: adults.isEmpty ? nameAdult(context) : readToday(unread, context))
        }
    }

    private static func nameAdult(_ context: PupilContext) -> LeastAct {
        let adult = Record.example(
            .adults,
            [
                "pupil": context.facts.ref.text,
                "staff": context.school.staff.idForExample(on: context.today),
                "kind": SupportingAdult.Kind.teacher.rawValue, "from": context.today.iso,
            ])
        return LeastAct(.keyAdult, "name an adult who works with the child", [.put(adult)])
    }

    private static func readToday(_ members: [StaffMember], _ context: PupilContext) -> LeastAct {
        LeastAct(
            .acknowledge, "record that each of them has read it",
            members.map { member in
                .put(
                    Record.example(
                        .acknowledgements,
                        [
                            "staff": member.id, "what": context.profileName,
                            "on": context.today.iso,
                        ]))
            })
    }
}

extension PupilContext {
    /// The latest profile up to today.
    var profile: NeedsProfile? {
        facts.profiles.filter { $0.on <= today }.max { $0.on < $1.on }
    }

    /// What an acknowledgement of this child's profile names.
    var profileName: String { Acknowledgement.profile(of: facts.ref) }

    /// Members of staff who stand by the child today.
    var currentAdults: [StaffMember] {
        // Few: an array is sooner looked through than one more hash is made of every member of staff.
        let ids = facts.adults.filter { $0.span.contains(today) }.map(\.staff)
        return school.staff.filter { ids.contains($0.id) && $0.span.contains(today) }
    }

    /// Who has read a profile since it was written, by member of staff.
    fileprivate func readings(of profile: NeedsProfile) -> [String: Acknowledgement] {
        let found = school.acknowledgements(of: profileName)
            .filter { profile.on <= $0.on && $0.on <= today }
        return Dictionary(found.map { ($0.staff, $0) }, uniquingKeysWith: { first, _ in first })
    }

    fileprivate var profileFact: Working.Fact {
        guard let profile else { return Working.Fact("no needs profile on record", in: .profiles) }
        return Working.Fact("needs profile of \(profile.on.long)", in: .profiles, profile.key)
    }
}
