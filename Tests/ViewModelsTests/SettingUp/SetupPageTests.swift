import Domain
import Support
import Testing

@testable import ViewModels

@Suite("The page Setting up")
struct SetupPageTests {
    private func session(
        _ setup: SetupFacts = SetupFacts(), _ person: Person? = nil
    ) throws -> Session {
        let person = person ?? Person(login: "kim", name: "Kim", roles: [], isKeeper: true)
        let context = try SmallSchool.context()
        let model = Model(
            facts: context.facts, roster: context.facts.pupils.values.map(\.pupil),
            today: SmallSchool.today, pack: context.pack, person: person,
            actions: ActionCatalogue.keys, setup: setup)
        var session = Session(model)
        session.openSettingUp()
        return session
    }

    private func rows(_ session: Session) -> [Row] { session.page(size: .wide).panes[0].rows }

    @Test("Ten steps in order, each with its digit and state; the first to do is selected")
    func steps() throws {
        let session = try session()
        let page = session.page(size: .wide)
        #expect(rows(session).count == 10)
        #expect(page.panes[0].selected == 0)
        #expect(page.text.contains("Next: Your school. Press 1 or Enter."))
        #expect(
            rows(session)[9].spoken == "10 PEPs and reviews already held: to do, after 9, key 0")
    }

    @Test("A digit opens its step, Enter the selected one; one that waits says for what")
    func open() throws {
        var session = try session()
        guard case .setUp(.dates) = session.press(.character("3"), size: .wide) else {
            Issue.record("3 did not open the dates")
            return
        }
        #expect(session.page(size: .wide).panes[0].selected == 2)
        _ = session.press(.character("0"), size: .wide)
        #expect(
            session.page(size: .wide).message?.text
                == "First comes 9, Known to a social worker: 9 opens it.")
        _ = session.press(.home, size: .wide)
        guard case .setUp(.school) = session.press(.enter, size: .wide) else {
            Issue.record("Enter did not open the school")
            return
        }
    }

    @Test("X puts a step aside with who and when, and takes it up again; a step that is done stays")
    func putAside() throws {
        var setup = SetupFacts()
        setup.schoolName = "Larkfield"
        var session = try session(setup)
        _ = session.press(.character("4"), size: .wide)
        guard case .record(let command) = session.press(.character("X"), size: .wide) else {
            Issue.record("X recorded nothing")
            return
        }
        #expect(command.settings == [.putAside(.staff): "2026-11-23 kim"])
        setup.putAside[.staff] = SetupFacts.PutAside(login: "kim", day: SmallSchool.today)
        session.update(session.known.updating(setup: setup))
        #expect(rows(session)[3].spoken.contains("put aside 23 Nov by kim"))
        guard case .record(let back) = session.press(.character("X"), size: .wide) else {
            Issue.record("X took nothing up again")
            return
        }
        #expect(back.settings == [.putAside(.staff): nil])
        _ = session.press(.home, size: .wide)
        _ = session.press(.character("X"), size: .wide)
        #expect(session.page(size: .wide).message?.text == "This step is done.")
    }

    @Test("What is for another role says for whom, and is not opened")
    func others() throws {
        var setup = SetupFacts()
        setup.staff = 3
        let person = Person(
            login: "pat", name: "Pat", roles: [.administrator], isKeeper: false)
        var session = try session(setup, person)
        #expect(rows(session)[4].spoken == "5 Who has which role: for somebody else")
        _ = session.press(.character("5"), size: .wide)
        #expect(session.page(size: .wide).message?.text == "This is for the head.")
        _ = session.press(.character("X"), size: .wide)
        #expect(session.page(size: .wide).message?.text == "This is for the head.")
        guard case .setUp(.pupils) = session.press(.character("6"), size: .wide) else {
            Issue.record("the pupils did not open")
            return
        }
    }

    @Test("A class teacher has no such page")
    func teacher() throws {
        let person = Person(login: "t", name: "T", roles: [.classTeacher], isKeeper: false)
        let session = try session(SetupFacts(), person)
        #expect(session.pageName != .settingUp)
    }

    @Test("After a step is saved the next one is selected; Esc leads to the dashboard")
    func next() throws {
        var session = try session()
        var setup = SetupFacts()
        setup.schoolName = "Larkfield"
        session.update(session.known.updating(setup: setup))
        session.close(saying: "Recorded.")
        #expect(session.page(size: .wide).panes[0].selected == 1)
        _ = session.press(.escape, size: .wide)
        #expect(session.pageName == .dashboard)
        _ = session.press(.character("S"), size: .wide)
        #expect(session.pageName == .settingUp)
    }

    @Test("A line of Now leads back until all is done or put aside")
    func now() throws {
        var session = try session()
        _ = session.press(.escape, size: .wide)
        func line() -> Row? {
            session.page(size: .wide).panes[0].rows.first { $0.id == "setting-up" }
        }
        #expect(line()?.spoken == "Setting up: 10 steps to do; next: Your school")
        var setup = SetupFacts()
        let aside = SetupFacts.PutAside(login: "kim", day: SmallSchool.today)
        for step in SetupStep.allCases.dropLast() { setup.putAside[step] = aside }
        session.update(session.known.updating(setup: setup))
        #expect(line()?.spoken == "Setting up: 1 step to do")
        setup.putAside[.held] = aside
        session.update(session.known.updating(setup: setup))
        // What has been dealt with stays in its place until the list is left.
        #expect(line()?.spoken == "Setting up: all is done")
        _ = session.press(.escape, size: .wide)
        #expect(line() == nil)
    }

    @Test("It is found by its name from anywhere")
    func palette() throws {
        var session = try session()
        _ = session.press(.escape, size: .wide)
        for key in ":setting up" { _ = session.press(.character(key), size: .wide) }
        _ = session.press(.enter, size: .wide)
        #expect(session.pageName == .settingUp)
    }

    @Test(
        "Every text fits 80 columns and speaks plainly",
        arguments: SetupStep.allCases)
    func words(_ step: SetupStep) {
        #expect(step.title.count <= 29)
        #expect(step.help.count <= 78)
        for word in ["record", "row", "table", "pack", "CSV", "import"]
        where step != .recordsFrom { #expect(!step.help.contains(word), "\(word)") }
    }
}
