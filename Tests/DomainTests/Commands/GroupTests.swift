import Domain
import Support
import Testing

@Suite("One act for several children")
struct GroupTests {
    private static let all = [SmallSchool.bea, SmallSchool.leo, SmallSchool.sam]

    private func context(_ group: [PupilRef] = all) throws -> CommandContext {
        var context = try SmallSchool.context()
        context.origin.group = group
        return context
    }

    private func records(_ command: Command, _ kind: RecordKind) -> [Record] {
        command.changes.compactMap { change in
            if case .put(let record) = change, record.kind == kind { return record }
            return nil
        }
    }

    private func command(
        _ action: ActionID, _ entries: Entries, _ context: CommandContext
    ) throws -> Command {
        let spec = try #require(ActionSpec.of(action, in: context))
        return try spec.command(spec.start(in: context, after: entries), in: context)
    }

    @Test("A call round is logged with each child, with the carer or parent that each has")
    func contact() throws {
        let made = try command(
            .contact, ["about": "general", "summary": "The assembly of today"], try context())
        let contacts = records(made, .contacts)
        #expect(contacts.map { $0["pupil"] } == ["K001", "K002", "K003"])
        // Sam is in care: whoever is on record there, home is the carer.
        #expect(contacts.map { $0["with"] } == ["parent", "carer", "carer"])
        #expect(Set(contacts.map { $0["contact_id"] }).count == 3)
        #expect(made.subject == .school)
        #expect(made.seen.count == 3)
    }

    @Test("A key adult is named for each, and the last one's row ends on the day before")
    func keyAdult() throws {
        let made = try command(.keyAdult, ["staff": "S01"], try context())
        let named = records(made, .adults).filter { $0["staff"] == "S01" }
        #expect(named.map { $0["pupil"] } == ["K001", "K002", "K003"])
        let ended = records(made, .adults).filter { $0["staff"] == "S02" }
        #expect(ended.map { $0["to"] } == ["2026-11-22"])
    }

    @Test(
        "PEPs are planned on one day: an open plan moves, the others are new, people by their roles"
    )
    func plan() throws {
        let made = try command(.pepPlan, ["planned_for": "2026-12-08"], try context())
        let peps = records(made, .peps)
        #expect(peps.map { $0["pupil"] } == ["K001", "K002", "K003"])
        #expect(peps[0]["pep_id"] == "P3")
        #expect(peps.allSatisfy { $0["planned_for"] == "2026-12-08" })
        let invited = records(made, .pepPeople).map { "\($0["role"]) \($0["name"])" }
        #expect(
            invited == [
                "parent L Ashworth", "social-worker P Lund", "carer M Carer",
                "social-worker P Lund",
            ])
    }

    @Test("Whoever must not be contacted is not invited, and it is said who and for whom nobody is")
    func guarded() throws {
        let context = try context()
        let spec = try #require(ActionSpec.of(.pepPlan, in: context))
        let entries = spec.start(in: context, after: ["planned_for": "2026-12-08"])
        #expect(
            spec.cautions(entries, in: context).map(\.words) == [
                "Not invited: N Ash of Leo Marsh (do not contact), "
                    + "D Field of Sam Field (ask the DSL)",
                "Nobody is invited for Sam Field",
            ])
    }

    @Test("To invite needs a plan: the child without one is named, and nothing is made")
    func invite() throws {
        let context = try context()
        let spec = try #require(ActionSpec.of(.pepPeople, in: context))
        do {
            _ = try spec.command(spec.start(in: context), in: context)
            Issue.record("Leo has no plan")
        } catch {
            #expect(error.faults.map(\.field) == ["Leo Marsh"])
            #expect(error.faults.map(\.problem) == ["has no PEP that is planned"])
        }
        let bea = try self.context([SmallSchool.bea])
        let made = try command(.pepPeople, [:], bea)
        #expect(records(made, .pepPeople).map { $0["name"] } == ["L Ashworth", "P Lund"])
    }

    @Test("What is missing is told once, however many children there are")
    func missing() throws {
        let context = try context()
        let spec = try #require(ActionSpec.of(.contact, in: context))
        do {
            _ = try spec.command(spec.start(in: context, after: ["about": "general"]), in: context)
            Issue.record("there is no summary")
        } catch {
            #expect(error.faults.map(\.field) == ["summary"])
        }
    }

    @Test("Text that names one of the children is asked about, as it would stand with the others")
    func otherChild() throws {
        let context = try context()
        let spec = try #require(ActionSpec.of(.contact, in: context))
        let entries = spec.start(
            in: context, after: ["about": "general", "summary": "Leo sang well"])
        let words = spec.cautions(entries, in: context).map(\.words)
        #expect(words.contains("For Bea Ashworth: Leo Marsh is another child on the list"))
        #expect(!words.contains { $0.hasPrefix("For Leo Marsh: Leo Marsh") })
    }

    @Test(
        "What turns is what turns for each child alone",
        arguments: [
            (ActionID.keyAdult, ["staff": "S01"] as Entries, all),
            (.pepPeople, [:], [SmallSchool.bea]),
        ] as [(ActionID, Entries, [PupilRef])])
    func turns(_ action: ActionID, _ entries: Entries, _ group: [PupilRef]) throws {
        let context = try context(group)
        let made = try command(action, entries, context)
        let together = TurnedDuties.preview(
            made, context.facts, on: context.today, under: context.pack
        ).turned
        let alone = try group.flatMap { ref -> [DutyID] in
            let one = try SmallSchool.context(ref)
            let made = try command(action, entries, one)
            return TurnedDuties.preview(made, one.facts, on: one.today, under: one.pack).turned.map(
                \.id)
        }
        #expect(Set(together.map(\.id)) == Set(alone))
        #expect(!alone.isEmpty)
    }

    @Test(
        "What is done child by child has no form for several",
        arguments: [ActionID.statusBegin, .target])
    func byChild(action: ActionID) throws {
        #expect(ActionSpec.of(action, in: try context())?.id == nil)
    }
}
