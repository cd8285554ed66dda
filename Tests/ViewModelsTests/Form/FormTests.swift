import Domain
import Support
import Testing
import ViewModels

@Suite("Forms")
struct FormTests {
    @Test("A call opened from its duty needs a summary and one key")
    func shortest() throws {
        let context = try SmallSchool.context(SmallSchool.bea, duty: .attendanceFirstDay)
        var script = try FormScript(.contact, context)
        #expect(
            script.page.header.map(\.text) == [
                "Bea Ashworth (Beatrice Ashworth) · Year 1 Oak  log a contact"
            ])
        #expect(script.page.subject == SmallSchool.bea)
        #expect(try script.field("at").value == "Mon 23 Nov 2026 09:22")
        #expect(try script.field("with").value == "L Ashworth, parent")
        #expect(try script.field("how").value == "phone")
        #expect(try script.field("about").value == "attendance")
        #expect(try script.field("staff").value == "A Khan")
        #expect(script.focused?.id == "summary")
        // Before a word is typed it shows what the words will do.
        #expect(script.notes.first == "This will turn   ! Home contacted → ✓ met")
        script.type("Cold; back tomorrow")
        #expect(script.notes.first == "This will turn   ! Home contacted → ✓ met")
        #expect(script.notes.contains { $0.hasPrefix("Still open       ! Same-day calls") })
        script.press(.control("s"))
        let command = try #require(script.saved)
        #expect(command.subject == .pupil(SmallSchool.bea))
        #expect(script.page.subject == command.subject.pupil)
    }

    @Test("What will turn is shown before it is saved")
    func turning() throws {
        let context = try SmallSchool.context(SmallSchool.sam, duty: .pepTargetsSet)
        var script = try FormScript(.target, context)
        #expect(
            try script.field("pep_id").value
                == "PEP planned for Tue 3 Nov 2026, held Tue 3 Nov 2026")
        script.press(.character("m"), .tab)
        script.type("Counts to 20")
        script.press(.tab)
        script.type("Three times")
        #expect(
            script.notes.contains {
                $0.hasPrefix("This will turn   ! ") && $0.contains("(3 Nov) → ✓ met")
            })
        script.press(.control("s"))
        #expect(script.saved?.changes.count == 1)
    }

    @Test("One bad field is told beside it and costs the others nothing")
    func oneBadField() throws {
        var script = try FormScript(.contact, SmallSchool.context(SmallSchool.bea))
        try script.write("someday", in: "at")
        try script.write("Spoke", in: "summary")
        script.press(.control("s"))
        #expect(script.saved == nil)
        #expect(try script.field("at").fault == "is not a time like today 9.20 or Fri 3pm")
        #expect(try script.field("with").fault == "is missing")
        #expect(script.page.message?.text == "3 fields need mending.")
        #expect(script.focused?.id == "at")
        #expect(try script.field("summary").value == "Spoke")
        script.press(.control("u"))
        script.type("today 9.10")
        #expect(try script.field("at").hint == "→ Mon 23 Nov 2026 09:10")
        try script.go(to: "with")
        script.press(.right)
        try script.go(to: "about")
        script.type("pe")
        script.press(.control("s"))
        #expect(script.saved != nil)
    }

    @Test("Arrows choose, letters choose once one is left, Backspace takes the choice away")
    func choices() throws {
        var script = try FormScript(.contact, SmallSchool.context(SmallSchool.bea))
        try script.go(to: "how")
        script.press(.right)
        #expect(try script.field("how").value == "email")
        script.press(.left, .left)
        #expect(try script.field("how").value == "phone")
        script.type("l")
        #expect(try script.field("how").value == "letter")
        script.press(.backspace)
        #expect(try script.field("how").value == "")
        script.press(.tab, .backTab)
        #expect(script.focused?.id == "how")
    }

    @Test("Somebody who is not to be contacted is asked about, and only y goes on")
    func guarded() throws {
        let context = try SmallSchool.context(
            SmallSchool.sam, duty: .attendanceLevel, changing: SmallSchool.samAtHome)
        var script = try FormScript(.contact, context)
        #expect(try script.field("with").value == "")
        script.type("p")
        #expect(try script.field("with").value == "parent (D Field: ask the DSL)")
        try script.write("Spoke", in: "summary")
        script.press(.control("s"))
        #expect(
            script.page.prompt
                == .confirm(
                    question: "Ask the DSL before contacting D Field, parent. Is it meant?",
                    confirmKey: "y", confirmWords: "it is meant"))
        script.press(.enter)
        #expect(script.saved == nil)
        #expect(script.page.prompt == nil)
        #expect(script.focused?.id == "with")
        script.press(.control("s"), .character("y"))
        #expect(script.saved != nil)
    }

    @Test("The name of another child in a summary is asked about")
    func otherChild() throws {
        let context = try SmallSchool.context(SmallSchool.bea, duty: .attendanceFirstDay)
        var script = try FormScript(.contact, context)
        script.type("Leo went home")
        let told = "Leo Marsh is another child on the list: mend, or y if it is meant"
        #expect(try script.field("summary").fault == told)
        #expect(try script.field("summary").marks == [0..<3])
        script.press(.control("s"))
        #expect(script.page.prompt != nil)
        script.press(.character("y"))
        #expect(script.saved != nil)
    }

    @Test("A member of staff is found by a few letters")
    func person() throws {
        var script = try FormScript(.keyAdult, SmallSchool.context(SmallSchool.leo))
        script.type("we")
        #expect(try script.field("staff").hint == "↓ J Webb")
        script.press(.tab)
        #expect(try script.field("staff").value == "J Webb")
        script.press(.control("s"))
        #expect(script.saved?.changes.map(\.pupil) == [SmallSchool.leo])
        var other = try FormScript(.keyAdult, SmallSchool.context(SmallSchool.leo))
        other.press(.down, .down)
        #expect(try other.field("staff").value == "J Webb")
        other.press(.up)
        #expect(try other.field("staff").value == "A Khan")
    }

    @Test("A PEP is planned with the people who may be invited")
    func plan() throws {
        let context = try SmallSchool.context(SmallSchool.leo, duty: .pepTermly)
        let modal = try #require(FormModal(.pepPlan, in: context))
        var script = FormScript(modal.form)
        #expect(try script.field("invite").value == "M Carer, carer + P Lund, social worker")
        try script.write("next tue", in: "planned_for")
        try script.write("health B Nurse; iro C Reviewer", in: "also_invite")
        script.press(.control("s"))
        #expect(script.saved?.changes.count == 5)
    }

    @Test("A plan without a date says that the date is missing, and nothing else")
    func noDate() throws {
        var script = try FormScript(.pepPlan, SmallSchool.context(SmallSchool.leo))
        #expect(script.notes.count == 0)
        script.press(.control("s"))
        #expect(script.fields.filter { $0.fault != nil }.map(\.id) == ["planned_for"])
        #expect(script.page.message?.text == "One field needs mending.")
    }

    @Test("Beside an open plan another PEP can be planned")
    func another() throws {
        var script = try FormScript(.pepPlan, SmallSchool.context(SmallSchool.bea))
        try script.go(to: "pep_id")
        script.press(.right)
        #expect(script.focused?.value == "another PEP")
        try script.write("1 feb 2027", in: "planned_for")
        script.press(.control("s"))
        let keys = script.saved?.seen.keys.filter { $0.kind == .peps }
        #expect(keys?.contains { $0.parts == ["P3"] } == false)
    }

    @Test("A child with an open plan is asked whether it was held, is moved, or is cancelled")
    func openPlan() throws {
        let context = try SmallSchool.context(SmallSchool.bea, duty: .pepTermly)
        let modal = try #require(FormModal(.pepPlan, in: context))
        var script = FormScript(modal.form)
        #expect(script.focused?.id == "action")
        #expect(script.focused?.value == "plan or move")
        #expect(try script.field("pep_id").value == "PEP planned for Mon 30 Nov 2026")
        #expect(try script.field("planned_for").value == "Mon 30 Nov 2026")
        script.press(.right)
        #expect(script.focused?.value == "move")
        script.type("r")
        #expect(script.focused?.value == "record as held")
        #expect(try script.field("held_on").value == "Mon 23 Nov 2026")
        try script.go(to: "attended")
        script.press(.character(" "))
        // Who is invited already says so.
        #expect(try script.field("attended").value == "L Ashworth, parent, invited 16 Nov")
        script.press(.control("s"))
        #expect(script.saved?.action == "pep-hold")
        try script.go(to: "action")
        script.type("c")
        script.press(.control("s"))
        #expect(script.saved?.action == "pep-cancel")
    }

    @Test("A draft comes back as it was typed, in the form that it was typed in")
    func draft() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        var script = try FormScript(.contact, context)
        try script.write("fri 3", in: "at")
        try script.go(to: "summary")
        script.press(.paste("one\ntwo\\n\tthree"))
        var again = FormState(try #require(ActionSpec.of(.contact)), in: context)
        again.restore(script.form.draft)
        #expect(again.entries == script.form.entries)
        #expect(
            again.page(size: .small).message?.text
                == "This is the draft that you left. Ctrl-N begins anew.")
        _ = again.press(.control("n"))
        #expect(again.entries["summary"].isEmpty)
        #expect(again.entries["at"] == "Mon 23 Nov 2026 09:22")
        var other = FormState(try #require(ActionSpec.of(.keyAdult)), in: context)
        let before = other.entries
        other.restore(script.form.draft)
        #expect(other.entries == before)
    }

    @Test(
        "A record under the cursor is corrected: its form holds what it says, its draft which it is"
    )
    func correction() throws {
        let key = RecordKey(kind: .targets, parts: ["T1"])
        let context = try SmallSchool.context(SmallSchool.sam, record: key)
        let modal = try #require(FormModal(.correct, in: context))
        var script = FormScript(modal.form)
        #expect(script.page.subject == SmallSchool.sam)
        #expect(try script.field("success").value == "18 of 20 by Dec")
        try script.write("20 of 20 by Dec", in: "success")
        let body = try #require(DraftBody(script.form.draft))
        #expect(body.action == .correct)
        #expect(body.record == key)
        script.press(.control("s"))
        #expect(script.saved?.action == "correct")
        #expect(script.saved?.changes.count == 1)
        #expect(modal.draftID == "correction pupil:K003 targets T1")
        #expect(FormModal(.correct, in: try SmallSchool.context(SmallSchool.sam)) == nil)
    }

    @Test("A room of people is marked at once, one by a letter, and goes with the training")
    func room() throws {
        var script = try FormScript(.training, SmallSchool.context())
        try script.go(to: "kind")
        script.type("a")
        try script.write("Attachment", in: "title")
        try script.go(to: "attended")
        script.type("w ")
        #expect(try script.field("attended").value == "J Webb")
        script.type("*")
        #expect(try script.field("attended").value == "A Khan + J Webb")
        script.press(.control("s"))
        #expect(script.saved?.changes.count == 3)
    }

    @Test("Another row that is chosen fills the fields that say what it holds")
    func anotherRow() throws {
        var script = try FormScript(.personChange, SmallSchool.context(SmallSchool.leo))
        #expect(script.focused?.id == "action" || script.focused?.id == "replaces")
        try script.go(to: "replaces")
        script.type("m")
        #expect(try script.field("name").value == "M Carer")
        script.press(.backspace)
        script.type("n")
        #expect(try script.field("name").value == "N Ash")
        #expect(try script.field("contact").value == "no")
    }

    @Test("A child who is easily taken for another is told at the top, and no other child is named")
    func alike() throws {
        let facts = try SmallSchool.facts()
        let leo = try #require(facts.pupils[SmallSchool.leo]?.pupil.record)
        let other = leo.with("pupil", "K009").with("forename", "Max")
        let context = try SmallSchool.context(SmallSchool.leo, changing: [.put(other)])
        let script = try FormScript(.contact, context)
        #expect(
            script.page.header.map(\.text).last == "Take care: another Marsh is on roll too.")
        #expect(!script.page.text.contains("Max"))
    }

    @Test("A draft never carries one child's record to another")
    func wrongChild() throws {
        var form = FormState(
            try #require(ActionSpec.of(.contact)), in: try SmallSchool.context(SmallSchool.leo))
        form.restore(
            "action\tcontact\npupil\tK001\nwith\tcarer\nabout\tpep\nsummary\tS\nhow\tphone")
        var script = FormScript(form)
        try script.write("today 9.00", in: "at")
        try script.write("A Khan", in: "staff")
        script.press(.control("s"))
        #expect(script.saved?.subject == .pupil(SmallSchool.leo))
        #expect(script.saved?.changes.map(\.pupil) == [SmallSchool.leo])
        #expect(script.page.subject == SmallSchool.leo)
    }

    @Test("A date that was emptied is missing; nothing stands in for it unseen")
    func emptied() throws {
        var script = try FormScript(.pepHold, SmallSchool.context(SmallSchool.bea))
        try script.go(to: "held_on")
        script.press(.control("u"), .control("s"))
        #expect(script.saved == nil)
        #expect(try script.field("held_on").fault == "is missing")
    }

    @Test("Esc leaves, and what was typed was given to be kept")
    func leaving() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        var modal = try #require(FormModal(.contact, in: context))
        guard case .keep(let draft) = modal.press(.right) else {
            Issue.record("a choice is worth keeping")
            return
        }
        #expect(draft.id == "contact pupil:K001")
        #expect(modal.draftID == draft.id)
        modal.saved(at: SmallSchool.now)
        #expect(modal.page(size: .small).message?.text == "draft saved 09:22:00")
        // What is typed after that is not saved yet, and not called so.
        _ = modal.press(.right)
        #expect(modal.page(size: .small).message?.text.contains("saved") != true)
        modal.refused("The store is locked.")
        #expect(modal.page(size: .small).message?.text == "The store is locked.")
        guard case .close = modal.press(.escape) else {
            Issue.record("Esc leaves")
            return
        }
    }

    @Test("Somebody else's change of the same record is told, and saving goes on from it")
    func movedOn() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        var script = try FormScript(.pepCancel, context)
        let plan = try #require(context.facts.pupils[SmallSchool.bea]?.peps.first)
        let theirs = plan.record.with("note", "Room 2")
        script.form.update(
            context.facts.applying([.put(theirs)], bankHolidays: context.pack.bankHolidays))
        #expect(
            script.page.message?.text
                == "Somebody else has changed the same PEP meanwhile: look it over before you save."
        )
        script.press(.control("s"))
        #expect(script.saved?.seen[plan.key] == .some(theirs))
    }

    /// The identity strip, the subject of the page and that of the command are one child, for every
    /// form of a child.
    @Test("The header's child is the command's child", arguments: ActionSpec.all.map(\.id))
    func oneChild(action: ActionID) throws {
        for ref in [SmallSchool.bea, SmallSchool.leo, SmallSchool.sam, SmallSchool.ann] {
            let context = try SmallSchool.context(ref)
            guard let modal = FormModal(action, in: context) else { continue }
            let page = modal.page(size: .small)
            guard ActionSpec.of(action)?.isOfSchool == false else {
                #expect(page.subject == nil)
                continue
            }
            #expect(page.subject == ref)
            let name = try #require(context.facts.pupils[ref]?.pupil.identity)
            #expect(page.header[0].text.hasPrefix(name))
            let others = context.facts.pupils.values.filter { $0.ref != ref }
            for other in others where action != .fundEntry {
                #expect(!page.text.contains(other.pupil.displayName), "\(action)")
            }
        }
    }

    @Test("No row of keys breaks a form or changes another child", arguments: 0..<40)
    func fuzz(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let action = ActionSpec.all[seed % ActionSpec.all.count].id
        let context = try SmallSchool.context(SmallSchool.sam)
        guard let modal = FormModal(action, in: context) else { return }
        var script = FormScript(modal.form)
        let keys: [Key] = [
            .tab, .backTab, .enter, .left, .right, .up, .down, .character(" "), .character("a"),
            .character("5"), .character("y"), .backspace, .control("s"), .paste("e\u{301}\n7"),
            .home, .end, .control("u"),
        ]
        for _ in 0..<120 {
            script.press(keys.randomElement(using: &random) ?? .tab)
            #expect(script.fields.count { $0.isFocused } == 1)
            for change in script.saved?.changes ?? [] {
                #expect(change.pupil == nil || change.pupil == SmallSchool.sam)
            }
        }
    }
}

extension FormScript {
    init(_ form: FormState) { self.form = form }
}
