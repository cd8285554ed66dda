import ArgumentParser
import Domain
import Exchange
import Store

struct ChildExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "child",
        abstract: "Write all that is held about one child: for a subject access request, or for "
            + "the next school.")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "The child's admission number.")
    var pupil: String

    @Argument(help: "A new or empty folder.", completion: .directory)
    var folder: String

    @Option(
        name: .customLong("for"),
        help: """
            subject-access: lines that tell of others are marked; next-school: the child \
            protection file apart, with a receipt.
            """)
    var purpose: ChildExport.Purpose = .subjectAccess

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        let clearance = try workspace.clearance()
        try workspace.require(clearance.holds(.export))
        let ref = PupilRef(pupil)
        let facts = try workspace.wholeFacts()
        guard let whole = facts.pupils[ref], let (child, _) = clearance.sight(of: whole) else {
            throw Failure.notThere("pupil", pupil)
        }
        let (file, isWhole) = try file(of: child, workspace, clearance)
        let export = ChildExport(
            file, for: purpose, others: ThirdParties(others: Self.names(facts, besides: ref)),
            cover: cover(child, facts.school, workspace) + (isWhole ? [] : [Self.partly]))
        // Nothing leaves the store without a word of it in the journal.
        try workspace.look(at: .pupil(ref), page: "export-child \(purpose.rawValue)")
        let contents = try export.write(to: folder)
        if !isWhole { Console.notice([Self.partly]) }
        Console.say(
            workspace.invented + ["\(folder): written, \(contents.count) files"] + notes(export))
        if purpose == .nextSchool { Console.say([clock(child, facts.school, workspace)]) }
    }

    private static let partly =
        "this is a part: what is not for the roles of whoever wrote it is left out or empty; ask "
        + "the head or the DSL for the whole"

    /// What is held about a child, as the actor may see it, and whether that is all.
    private func file(
        of child: PupilFacts, _ workspace: Workspace, _ clearance: Clearance
    ) throws -> (ChildFile, isWhole: Bool) {
        try workspace.store.read { snapshot in
            let all = try snapshot.records(about: child.ref)
            let marks = try snapshot.allMarks(of: child.ref)
            let seen = try all.mapValues { try snapshot.visible($0, to: clearance) }
            let seenMarks = marks.filter { child.marks[$0.year] != nil }
            let file = ChildFile(pupil: child.pupil, records: seen, marks: seenMarks)
            return (file, seen == all && seenMarks == marks)
        }
    }

    private func notes(_ export: ChildExport) -> [String] {
        switch purpose {
        case .subjectAccess:
            [
                "\(export.markedCount) lines tell of others (column about_others): judge each "
                    + "before it goes out"
            ]
        case .nextSchool: []
        }
    }

    private func cover(_ child: PupilFacts, _ school: SchoolFacts, _ workspace: Workspace)
        -> [String]
    {
        [
            "\(child.pupil.displayName), born \(child.pupil.born.long), admission number "
                + "\(child.ref)",
            "from \(school.school?.name ?? "the school"), written on \(Clock.now.londonDay.long)",
        ] + workspace.invented + (purpose == .nextSchool ? [clock(child, school, workspace)] : [])
    }

    /// Until when the file must be with the next school.
    private func clock(_ child: PupilFacts, _ school: SchoolFacts, _ workspace: Workspace) -> String
    {
        let number = workspace.pack.number(.retentionTransferDays)
        guard let left = child.pupil.roll.to else {
            return "the child is on roll: the file goes within \(number.value) \(number.unit) of "
                + "leaving"
        }
        let due = school.calendar.schoolDay(number.value, after: left)
        let late = workspace.today > due ? ", which is past" : ""
        return "left on \(left.long): the file and its receipt are due by \(due.long) "
            + "(\(number.value) \(number.unit))\(late)"
    }

    /// Names by which others are known: of other children and their people, and of staff.
    private static func names(_ facts: Facts, besides ref: PupilRef) -> [String] {
        let children = facts.pupils.values.filter { $0.ref != ref }
        let own = facts.pupils[ref].map { [$0.pupil.forename, $0.pupil.firstName] } ?? []
        let ofChildren = children.flatMap { child in
            [
                child.pupil.displayName, "\(child.pupil.forename) \(child.pupil.surname)",
            ]
                + (child.statuses.isEmpty || own.contains(child.pupil.firstName)
                    ? [] : [child.pupil.firstName])
        }
        return ofChildren + children.flatMap { $0.professionals.map(\.name) }
            + facts.school.staff.map(\.name)
    }
}

extension ChildExport.Purpose: ExpressibleByArgument {}
