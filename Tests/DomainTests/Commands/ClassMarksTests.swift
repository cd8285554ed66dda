import Domain
import Support
import Testing

@Suite("Marks of a whole class by hand")
struct ClassMarksTests {
    private func marks(
        _ entries: [String: String], _ context: CommandContext? = nil
    ) throws -> [PupilRef: YearMarks] {
        let spec = try #require(ActionSpec.of(.classMarks))
        let context = try context ?? SmallSchool.context()
        let command = try spec.command(Entries(entries.mapValues { [$0] }), in: context)
        #expect(command.subject == .school)
        var found: [PupilRef: YearMarks] = [:]
        for case .marks(let pupil, let marks) in command.changes {
            found[pupil] = marks
            #expect(command.seenMarks[pupil] != nil)
        }
        return found
    }

    private func codes(_ marks: YearMarks?, _ day: Day = SmallSchool.today) -> String {
        let codes = marks?.codes(on: day)
        return "\(codes?.am?.text ?? "-")\(codes?.pm?.text ?? "-")"
    }

    @Test("Everybody of the year is present but those who are named; who has a mark keeps it")
    func present() throws {
        let found = try marks([
            "year_group": "1", "session": "day", "absent": "sam I; ann L 10",
        ])
        #expect(Set(found.keys) == [SmallSchool.bea, SmallSchool.sam, SmallSchool.ann])
        // Her N of this morning stands; her afternoon is new.
        #expect(codes(found[SmallSchool.bea]) == "N\\")
        #expect(codes(found[SmallSchool.bea], SmallSchool.today - 3) == "/\\")
        #expect(codes(found[SmallSchool.sam]) == "II")
        #expect(codes(found[SmallSchool.ann]) == "LL")
        #expect(found[SmallSchool.ann]?.lateMinutes(on: SmallSchool.today) == 10)
    }

    @Test("In the morning the morning is meant, and the afternoon stays without a mark")
    func morning() throws {
        let found = try marks(["year_group": "1"])
        #expect(codes(found[SmallSchool.sam]) == "/-")
        // Nothing of hers changes.
        #expect(found[SmallSchool.bea] == nil)
    }

    @Test("Whoever is named changes, whatever stood there; a number names a child too")
    func named() throws {
        let found = try marks(["class": "Oak", "absent": "k001 i"])
        #expect(Set(found.keys) == [SmallSchool.bea])
        #expect(codes(found[SmallSchool.bea]) == "I-")
        let here = try marks(["class": "Oak", "session": "afternoon", "absent": "bea ash /"])
        #expect(codes(here[SmallSchool.bea]) == "N\\")
    }

    @Test(
        "What cannot be is told at its field",
        arguments: [
            (["session": "morning"], "class is missing, as is the year"),
            (["year_group": "9"], "class has no child on roll on Mon 23 Nov"),
            (["year_group": "1", "date": "24/11/2026"], "date is after today"),
            (
                ["year_group": "1", "session": "night"],
                "session is none of morning, afternoon, day"
            ),
            (["year_group": "1", "absent": "leo I"], "absent “leo” is no child of this class"),
            (
                ["year_group": "1", "absent": "a I"],
                "absent “a” fits 2: Bea Ashworth, Ann Other"
            ),
            (
                ["year_group": "1", "absent": "sam"],
                "absent needs a code behind “sam”, such as I or N"
            ),
            (
                ["year_group": "1", "absent": "sam nonsense"],
                "absent “nonsense” is no register code on Mon 23 Nov 2026"
            ),
            (
                ["year_group": "1", "absent": "sam I 10"],
                "absent “10”: only L and U have minutes, 0 to 240"
            ),
            (["year_group": "1", "absent": "sam I; field N"], "absent names Sam Field twice"),
        ])
    func faults(entries: [String: String], words: String) throws {
        let found = #expect(throws: EntryFaults.self) { try marks(entries) }
        let told = try #require(found).faults.map { "\($0.field) \($0.problem)" }
        #expect(told == [words])
    }

    @Test("What is typed is said back before it is saved")
    func echo() throws {
        let field = try #require(ActionSpec.of(.classMarks)?.field("absent"))
        let entries: Entries = ["year_group": "1"]
        let context = try SmallSchool.context()
        #expect(field.echo("", context, entries) == "3 present")
        #expect(
            field.echo("sam i; ann l 10", context, entries)
                == "1 present; Sam Field I, Ann Other L 10")
        #expect(field.echo("sam", context, entries) == nil)
    }
}
