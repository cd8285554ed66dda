extension ActionSpec {
    static let personChange = edit(
        .personChange, "Change a person around the child", short: "change person",
        choice: "change",
        help: "A name, telephone number, address or whether the person may be contacted.",
        .personAround,
        [
            "role", "name", "organisation", "phone", "email", "from", "to", "contact",
            "responsibility", .checkedToday(),
        ], unless: .nobodyAround)

    static let personEnd = edit(
        .personEnd, "End a person's part", short: "person ends", choice: "end",
        help: "The last day on which somebody is the child's social worker, carer or other.",
        .personAround, [.lastDay()], unless: .nobodyAround)

    static let personCheck = edit(
        .personCheck, "Check a person's details", short: "check person", choice: "check",
        help: "The day on which a person's details were found to be right.", .personAround,
        [.checkedToday(isShown: true)], unless: .nobodyAround)

    static let keyAdultEnd = edit(
        .keyAdultEnd, "End a key adult", short: "key adult ends", choice: "end",
        help: "The last day of the member of staff who stands by the child.",
        RowChoice(.adults, "Who") { context, entries in
            context.pupil(entries)?.currentAdults(on: context.today).map(\.record) ?? []
        }, [.lastDay()],
        unless: .noneOf(.adults) { pupil, context in
            !pupil.currentAdults(on: context.today).isEmpty
        })

    static let roleEnd = edit(
        .roleEnd, "End a role", short: "role ends", choice: "role ends",
        help: "The last day on which somebody holds a role.",
        RowChoice(.roles, "Role") { context, _ in
            context.facts.school.roles.filter { $0.span.contains(context.today) }.map(\.record)
        }, [.lastDay()],
        unless: .ofSchool(.roles) { !$0.roles.isEmpty })

    static let staffChange = edit(
        .staffChange, "Change a member of staff", short: "change staff", choice: "change staff",
        help: "Name, post, qualification, days or login of a member of staff.", .memberOfStaff,
        ["name", "post", "teaching", "qts", "leadership", "from", "to", "login"], unless: .noStaff)

    static let staffLeave = edit(
        .staffLeave, "Record that a member of staff leaves", short: "staff leaves",
        choice: "staff leaves", help: "The last day of a member of staff.", .memberOfStaff,
        [.lastDay()], unless: .noStaff)
}

extension Obstacle {
    fileprivate static let nobodyAround = noneOf(.professionals) {
        pupil, _ in !pupil.professionals.isEmpty
    }
    fileprivate static let noStaff = ofSchool(.staff) {
        !$0.staff.isEmpty
    }
}

extension RowChoice {
    fileprivate static let personAround = RowChoice(.professionals, "Who") { context, entries in
        context.pupil(entries)?.people(on: context.today).map(\.record) ?? []
    }

    fileprivate static let memberOfStaff = RowChoice(.staff, "Who") { context, _ in
        context.facts.school.staff.filter { $0.span.contains(context.today) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.record)
    }
}

extension PupilFacts {
    /// The adults of the school who stand by the child, the key adult first.
    fileprivate func currentAdults(on day: Day) -> [SupportingAdult] {
        adults.filter { $0.span.contains(day) }
            .sorted { ($0.isKeyAdult ? 0 : 1, $0.staff) < ($1.isKeyAdult ? 0 : 1, $1.staff) }
    }
}

extension ActionField {
    /// Who changes the details of a person has looked at them.
    fileprivate static func checkedToday(isShown: Bool = false) -> ActionField {
        column(
            "checked_on", required: isShown, isShown: isShown,
            standard: { context, _ in context.today.iso }
        ).beginning(.own)
    }
}
