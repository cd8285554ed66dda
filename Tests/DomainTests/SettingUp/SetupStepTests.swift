import Domain
import Support
import Testing

@Suite("Setting up, step by step")
struct SetupStepTests {
    private let keeper = Clearance.keeper(on: SmallSchool.today)

    private func clearance(_ role: Role.Name) -> Clearance {
        Clearance(isKeeper: false, roles: [role], staff: [], today: SmallSchool.today)
    }

    private var everything: SetupFacts {
        var facts = SetupFacts()
        facts.schoolName = "Larkfield"
        facts.recordsFrom = SmallSchool.today
        facts.terms = 3
        facts.staff = 1
        facts.rolesHeld = [.designatedTeacher, .dsl, .head]
        facts.pupils = 1
        facts.hasRegister = true
        facts.hasContacts = true
        facts.known = 1
        facts.knownWithMeeting = 1
        return facts
    }

    @Test("Of an empty store every step is to do, in its order, and each has its own digit")
    func empty() {
        let lines = SetupFacts().lines(for: keeper)
        #expect(lines.map(\.step.number) == Array(1...10))
        #expect(lines.map(\.step.digit) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
        #expect(lines.allSatisfy { $0.state == .toDo && $0.isMine })
        #expect(lines.filter { $0.after == nil }.map(\.step) == [.school, .dates, .staff, .pupils])
    }

    @Test("Where all is there every step is done and waits for none")
    func full() {
        let lines = everything.lines(for: keeper)
        #expect(lines.allSatisfy { $0.state == .done && $0.after == nil })
    }

    @Test("Last year's terms are asked for, and setting up does not wait for them")
    func earlierTerms() {
        var facts = everything
        for terms in [nil, 3, 2, 0] as [Int?] {
            facts.earlierTerms = terms
            #expect(facts.isDone(.dates))
        }
        facts.terms = 2
        #expect(!facts.isDone(.dates))
    }

    @Test("A step is to do while what it is for is missing", arguments: SetupStep.allCases)
    func missing(_ step: SetupStep) {
        var facts = everything
        switch step {
        case .school: facts.schoolName = nil
        case .recordsFrom: facts.recordsFrom = nil
        case .dates: facts.terms = 2
        case .staff: facts.staff = 0
        case .roles: facts.rolesHeld = [.designatedTeacher, .dsl]
        case .pupils: facts.pupils = 0
        case .register: facts.hasRegister = false
        case .contacts: facts.hasContacts = false
        case .statuses: facts.known = 0
        case .held: facts.knownWithMeeting = 0
        }
        #expect(facts.lines(for: keeper).filter { $0.state != .done }.map(\.step) == [step])
    }

    @Test("What was put aside stays so until it is done")
    func putAside() throws {
        let aside = SetupFacts.PutAside(login: "m osei", day: SmallSchool.today)
        #expect(SetupFacts.PutAside(aside.text) == aside)
        var facts = everything
        facts.hasContacts = false
        facts.putAside = [.contacts: aside, .pupils: aside]
        let lines = facts.lines(for: keeper)
        #expect(lines.first { $0.step == .contacts }?.state == .putAside(aside))
        #expect(lines.first { $0.step == .pupils }?.state == .done)
    }

    @Test(
        "Who may do a step is settled by the roles: logins by the head alone",
        arguments: [
            (
                Role.Name.administrator,
                [SetupStep.school, .recordsFrom, .dates, .pupils, .register]
            ),
            (
                .designatedTeacher,
                SetupStep.allCases.filter { $0 != .roles }
            ), (.head, SetupStep.allCases), (.classTeacher, []), (.senco, []),
        ])
    func roles(_ role: Role.Name, _ steps: [SetupStep]) {
        let lines = SetupFacts().lines(for: clearance(role))
        #expect(lines.filter(\.isMine).map(\.step) == steps)
        for step in SetupStep.allCases {
            #expect(step.roles.contains(role) == steps.contains(step))
        }
    }

    @Test(
        "In August the dates of the coming year are asked for",
        arguments: [
            ("2026-07-31", "2025-26"), ("2026-08-01", "2026-27"), ("2026-08-31", "2026-27"),
            ("2026-09-01", "2026-27"),
        ])
    func year(_ day: String, _ year: String) throws {
        #expect(SetupFacts.year(of: try #require(Day(iso: day))).label == year)
    }

    @Test("Children whom a file marks are kept with its words, and told which status they speak of")
    func marked() throws {
        let marked = [
            SetupFacts.Marked(pupil: PupilRef("1203"), words: "In Care Status: In care"),
            SetupFacts.Marked(pupil: PupilRef("1204"), words: "Previously\nlooked after"),
            SetupFacts.Marked(pupil: PupilRef("1205"), words: ""),
        ]
        let command = Command(action: "import-roster", subject: .school, changes: [])
        let value = try #require(command.marking(marked).settings[.marked] ?? nil)
        let read = SetupFacts.Marked.list(value)
        #expect(read.map(\.pupil.text) == ["1203", "1204", "1205"])
        #expect(read.map(\.status) == [.cla, .pla, .cla])
        #expect(command.marking([]).settings.isEmpty)
    }
}
