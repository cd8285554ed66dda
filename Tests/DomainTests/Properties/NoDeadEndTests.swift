import Domain
import Support
import Testing

/// A store with one child and nothing else: every duty that is open leads somewhere.
struct NoDeadEndTests {
    static let today = Written.day("2025-11-10")

    /// One child, whatever the school knows besides.
    struct Case: Sendable, CustomTestStringConvertible {
        let status: String
        let sen: String?
        /// `nothing`, `terms`, `school`, `records`: what stands on record beside the child.
        let beside: String

        var testDescription: String { "\(status), SEN \(sen ?? "not known"), \(beside) beside" }

        var school: TestSchool {
            let child = TestChild(born: "2018-05-04", admitted: "2024-09-02", sen: sen, year: "6")
            let known: TestChild =
                switch status {
                case "CLA": child.cla("2025-10-27")
                case "long CLA": child.cla("2022-01-10")
                case "CP": child.cp("2025-10-27")
                case "long CP": child.cp("2022-01-10")
                case "CIN": child.cin("2025-10-27")
                case "long CIN": child.cin("2022-01-10")
                case "CLA today": child.cla(NoDeadEndTests.today.iso)
                case "CP today": child.cp(NoDeadEndTests.today.iso)
                case "PLA": child.pla("2022-01-10")
                default: child.cin("2022-01-10", to: "2024-01-10")
                }
            let terms = beside == "nothing" ? [] : County.terms + County.halfTerms
            let bare = TestSchool(children: [known], calendar: terms, roles: [], staff: [])
            switch beside {
            case "school": return bare.with(Rows.school("primary"))
            case "records": return bare.recordsFrom(NoDeadEndTests.today.iso)
            default: return bare
            }
        }

        static let all = [
            "CLA", "long CLA", "CLA today", "CP", "long CP", "CP today", "CIN", "long CIN", "PLA",
            "Ever-6",
        ].flatMap { status in
            [nil, "N", "K", "E"].flatMap { sen in
                ["nothing", "terms", "school", "records"].map {
                    Case(status: status, sen: sen, beside: $0)
                }
            }
        }
    }

    @Test("Every open duty leads in at most three acts to being met", arguments: Case.all)
    func walk(_ one: Case) throws {
        let (facts, pack) = (try one.school.facts(), County.pack)
        let open = allDuties(facts, on: Self.today, under: pack).filter(\.state.isOpen)
        #expect(!open.isEmpty)
        for duty in open { try walk(duty, facts, pack) }
    }

    /// Does the least act, then that of what the duty has become, until it is no longer asked for.
    private func walk(_ start: Duty, _ first: Facts, _ pack: PolicyPack) throws {
        var facts = first
        var road = ["\(start.rule) \(start.line)"]
        var duty: Duty? = start
        for _ in 1...3 {
            guard let now = duty else { return }
            let act = try #require(
                working(of: now.id, in: facts, on: Self.today, under: pack)?.working.leastAct,
                "\(road)")
            road.append("\(act.action): \(act.text)")
            if act.changes.isEmpty {
                #expect(now.state == .upcoming, "\(road)")
                return
            }
            try canBeDone(act, about: now, facts, pack)
            facts = facts.applying(act.changes, bankHolidays: pack.bankHolidays)
            let then = next(now, facts, pack)
            if let then { road.append(then.line) }
            let isDone = act.then == nil && LeastActTests.isBetter(now, then)
            // The PEPs of terms to come cannot be held today.
            if then?.rule == .pepThreeAYear, then?.state == .upcoming { return }
            if isDone, then.map({ $0.state != .overdue && $0.state != .unknown }) ?? true { return }
            duty = then
        }
        Issue.record("three acts do not do: \(road)")
    }

    /// What has become of a duty: itself, or where it is gone what its rule asks of its subject.
    private func next(_ duty: Duty, _ facts: Facts, _ pack: PolicyPack) -> Duty? {
        let duties = Domain.duties(of: duty.rule, in: facts, on: Self.today, under: pack).filter {
            $0.subject == duty.subject
        }
        return duties.first { $0.id == duty.id } ?? duties.first(where: \.state.isOpen)
    }

    /// The form of the act opens where the duty stands, and every field that must be chosen has
    /// something to choose.
    private func canBeDone(
        _ act: LeastAct, about duty: Duty, _ facts: Facts, _ pack: PolicyPack
    ) throws {
        let context = CommandContext(
            facts: facts, pack: pack, today: Self.today,
            now: Instant(londonDay: Self.today, hour: 9, minute: 0),
            actor: Actor(login: "keeper", isKeeper: true), seed: 1,
            origin: ActionOrigin(pupil: duty.subject.pupil ?? PupilRef("K001"), duty: duty))
        guard act.action != .importFile else { return }
        let spec = try #require(ActionSpec.of(act.action, in: context))
        #expect(spec.whyNot(in: context) == nil, "\(duty.rule) \(act.action)")
        let entries = spec.start(in: context)
        for field in spec.fields where field.isRequired && field.isShown && !field.takesOthers {
            switch field.kind {
            case .choice(let options), .person(let options), .several(let options):
                #expect(!options(context, entries).isEmpty, "\(act.action) \(field.name)")
            default: break
            }
        }
    }

    @Test(
        "What cannot be recorded yet names the step before it",
        arguments: [
            (RuleID.keyAdult, ActionID.staff, "name a member of staff as key adult"),
            ("carer-contact", .staff, "record a call to home"),
            ("policy-read-all", .staff, "record this policy read of each of them"),
        ])
    func step(_ rule: RuleID, _ action: ActionID, _ then: String) throws {
        let facts = try Case(status: "CIN", sen: nil, beside: "terms").school.facts()
        let pack = County.pack
        let duty = try #require(
            Domain.duties(of: rule, in: facts, on: Self.today, under: pack).first)
        let act = try #require(
            working(of: duty.id, in: facts, on: Self.today, under: pack)?.working.leastAct)
        #expect(act.action == action)
        #expect(act.text == "no staff are on record yet: add one first")
        #expect(act.then == then)
    }

    @Test("A school without a child known to a social worker enters one first, or a pupil")
    func nobodyKnown() throws {
        let pack = County.pack
        let terms = County.terms + County.halfTerms
        for (children, action) in [([TestChild()], ActionID.statusBegin), ([], .pupilAdd)] {
            let facts = try TestSchool(children: children, calendar: terms, roles: []).facts()
            let day = Written.day("2026-01-12")
            let gap = try #require(
                Domain.duties(of: .gap, in: facts, on: day, under: pack).first)
            let act = working(of: gap.id, in: facts, on: day, under: pack)?.working.leastAct
            #expect(act?.action == action)
        }
    }

    @Test("Money of a child without a PEP asks for one first")
    func noPEP() throws {
        let school = TestSchool(TestChild().cla("2024-01-08")).fund()
            .entry("E1", "spend", "40.00", on: "2025-10-06")
        let facts = try school.facts()
        let id = DutyID(subject: .pupil(PupilRef("K001")), rule: .fundingLinked, reference: "E1")
        let pack = County.pack
        let found = try #require(working(of: id, in: facts, on: Self.today, under: pack))
        #expect(found.working.leastAct?.action == .pepHold)
        try walk(found.duty, facts, pack)
    }
}
