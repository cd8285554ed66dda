import Domain

/// An invented school as records: the same size, seed and day give the same facts, byte for byte.
///
/// Its stories are told in days before today, so that on any school day it shows the same: a school
/// that keeps its policy well, or every state of a duty. Nothing in it is true of anybody.
public struct DemoSchool: Sendable {
    /// The authority that the school belongs to; there is none of this name.
    static let authority = "Larkshire"

    private let drafted: [Record]
    private let register: [(pupil: PupilRef, marks: YearMarks)]

    /// - Parameters:
    ///   - pupils: how many are on roll, 1 or more: up to 360 make an infant school, up to 1,200 a
    ///     primary school, more an all-through school.
    ///   - known: how many are known to a social worker; `nil` for as many as such a school has.
    ///   - today: the day from which all is told.
    ///   - pack: whose bank holidays and rules the school lives by.
    public init(
        pupils: Int = 180, known: Int? = nil, seed: UInt64 = 2026, today: Day, pack: PolicyPack,
        story: SchoolStory = .kept
    ) {
        let size = Size(pupils: max(1, pupils), known: known)
        let names = NameBook()
        let moment = Moment(today: today, pack: pack)
        let roll = Roll(
            size: size, moment: moment, seed: seed, names: names, pack: pack, story: story)
        let staff = StaffRoom(classes: roll.classes, seed: seed, names: names)
        let book = RegisterBook(moment, seed: seed)
        register = roll.children.flatMap { child in
            book.marks(of: child).map { (child.ref, $0) }
        }
        var draft = Draft()
        DemoSchool.writeSchool(size, moment, story, &draft)
        staff.write(to: &draft, moment, story)
        roll.write(to: &draft, seed: seed)
        var writer = CareWriter(
            moment: moment, names: names, staff: staff, pack: pack, seed: seed, story: story,
            lastYearGroup: size.yearGroups.last ?? "", draft: draft)
        writer.write(roll.children, register)
        drafted = writer.draft.records
    }

    /// Every record but the marks, in the order of an export: what a row names stands before it.
    public func records() -> [Record] {
        drafted.map { ($0.key, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The marks, a row for each child and year of the register.
    public func marks() -> [(pupil: PupilRef, marks: YearMarks)] { register }

    /// The one command that fills an empty store.
    public func command() -> Command {
        Command(
            action: "demo", subject: .school,
            changes: records().map { .put($0) } + register.map { .marks($0.pupil, $0.marks) })
    }

    private static func writeSchool(
        _ size: Size, _ moment: Moment, _ story: SchoolStory, _ draft: inout Draft
    ) {
        draft.put(
            .school,
            [
                "urn": "999041", "name": size.name, "phase": size.phase,
                "local_authority": authority, "virtual_school_name": authority + " Virtual School",
                "virtual_school_email": "virtualschool@larkshire.example",
                "virtual_school_phone": NameBook.landline(100),
            ])
        for record in moment.calendar.records { draft.put(record) }
        Money(moment, story).writeFunds(to: &draft, pupils: size.pupils)
    }
}
