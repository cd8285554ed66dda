import Domain
import Support
import Testing

@testable import ViewModels

@Suite("A form with a line for each")
struct LinesModalTests {
    private func state(_ step: SetupStep, _ setup: SetupFacts = SetupFacts()) throws -> LinesState {
        LinesState(
            try #require(LinesSpec.of(step)), in: try SmallSchool.context(), setup)
    }

    /// Presses keys one after the other; a letter is a key.
    @discardableResult
    private func press(_ state: inout LinesState, _ text: String) -> Effect {
        var last = Effect.none
        for character in text {
            let key: Key =
                switch character {
                case "\r": .enter
                case "\t": .tab
                case "↓": .down
                case "↑": .up
                case "\u{13}": .control("s")
                case "\u{04}": .control("d")
                case "\u{0E}": .control("n")
                case "\u{1B}": .escape
                default: .character(character)
                }
            last = state.press(key)
        }
        return last
    }

    private func saved(_ effect: Effect) -> [String] {
        guard case .record(let command) = effect else { return ["not saved: \(effect)"] }
        return command.changes.compactMap { change in
            if case .put(let record) = change {
                return record.values.filter { !$0.isEmpty }.joined(separator: " ")
            }
            return nil
        }
    }

    private func cells(_ state: LinesState, _ line: Int) -> [String] {
        state.lines[line].cells.map(\.text)
    }

    @Test("A child, a status and a day are a line; Enter goes on, and to the next line")
    func fill() throws {
        var state = try state(.statuses)
        press(&state, "ann\rcp\r12/10\r")
        #expect(
            cells(state, 0) == [
                "Ann Other, Year 1", "CP, child protection plan", "12 Oct 2026",
            ])
        #expect(state.focus == LinesState.Place(line: 1, column: 0))
        press(&state, "leo\rn\r1 sep\r")
        #expect(
            saved(press(&state, "\u{13}")) == ["K004 CP 2026-10-12", "K002 CIN 2026-09-01"])
    }

    @Test("Letters that fit several do not go on; the arrows choose among them")
    func several() throws {
        var state = try state(.statuses)
        press(&state, "a\r")
        #expect(state.focus == LinesState.Place(line: 0, column: 0))
        #expect(state.notice == "2 fit: type more, or choose with ↓.")
        press(&state, "↓")
        #expect(cells(state, 0)[0] == "Bea Ashworth, Year 1 Oak")
        press(&state, "↓")
        #expect(cells(state, 0)[0] == "Ann Other, Year 1")
        press(&state, "↓\r")
        #expect(cells(state, 0)[0] == "Bea Ashworth, Year 1 Oak")
        #expect(state.focus == LinesState.Place(line: 0, column: 1))
    }

    @Test("What fits nobody, and a date that is none, stay under the cursor")
    func wrong() throws {
        var state = try state(.statuses)
        press(&state, "zz\r")
        #expect(state.notice == "Child is nobody and nothing known here.")
        press(&state, "\u{0E}ann\rcp\r40 sep\r")
        #expect(state.notice == "Since is not a date like 1 sep or 2025-03-04.")
        #expect(state.focus.column == 2)
        press(&state, "\u{13}")
        #expect(state.notice == "One line needs mending.")
    }

    @Test("What is missing is told when saving was tried, at its cell")
    func missing() throws {
        var state = try state(.statuses)
        press(&state, "ann\rcp\r\t")
        #expect(state.page.detail.count == 1)
        press(&state, "\u{13}")
        #expect(state.focus == LinesState.Place(line: 0, column: 2))
        #expect(state.page.detail.map(\.text).last == "! Since is missing")
    }

    @Test("Nothing filled in is not saved; Enter on an empty line says what saves")
    func nothing() throws {
        var state = try state(.statuses)
        press(&state, "\r")
        #expect(state.notice == "Ctrl-S saves.")
        press(&state, "\u{13}")
        #expect(state.notice == "Nothing is filled in yet. Esc leaves.")
    }

    @Test("A marked child waits for the day; without it the line is left for later")
    func marked() throws {
        var setup = SetupFacts()
        setup.marked = [
            SetupFacts.Marked(pupil: SmallSchool.ann, words: "Y"),
            SetupFacts.Marked(pupil: SmallSchool.leo, words: "Y"),
        ]
        var state = try state(.statuses, setup)
        #expect(cells(state, 0) == ["Ann Other, Year 1", "CLA, looked after", ""])
        #expect(state.focus == LinesState.Place(line: 0, column: 2))
        press(&state, "1 sep\r")
        #expect(state.focus == LinesState.Place(line: 1, column: 2))
        #expect(saved(press(&state, "\u{13}")) == ["K004 CLA 2026-09-01"])
        press(&state, "↑\t\t\u{04}\u{04}\u{04}")
        #expect(state.lines.count == 1)
    }

    @Test("Typing into a cell that holds something means another; the arrows go from line to line")
    func replacing() throws {
        var state = try state(.dates)
        #expect(cells(state, 0) == ["2 Sep 2026", "18 Dec 2026"])
        press(&state, "\t17 dec\r")
        #expect(cells(state, 0)[1] == "17 Dec 2026")
        #expect(state.focus.line == 1)
        press(&state, "↓↓↑")
        #expect(state.focus.line == 2)
        let rows = saved(press(&state, "\u{13}"))
        #expect(rows.contains("2026-27 autumn 2026-09-02 2026-12-17"))
        // Terms and half-terms of this year, and of the last, in which a status began.
        #expect(rows.count == 12)
    }

    @Test("The authority's dates are taken with one key")
    func dates() throws {
        var state = try state(.dates)
        #expect(saved(press(&state, "\u{13}")).count == 12)
    }

    @Test("A role's holder is found by letters; Enter goes to the next role")
    func roles() throws {
        var state = try state(.roles)
        // Designated Teacher and DSL stand already.
        #expect(state.focus == LinesState.Place(line: 2, column: 0))
        press(&state, "kh\rweb\r")
        #expect(state.focus == LinesState.Place(line: 4, column: 0))
        #expect(
            saved(press(&state, "\u{13}"))
                == ["deputy-dsl S01 2026-11-23", "head S02 2026-11-23"])
    }

    @Test("What is held already skips what a child has not")
    func held() throws {
        var state = try state(.held)
        press(&state, "1 oct\r\r2 nov\r")
        #expect(state.focus == LinesState.Place(line: 1, column: 3))
        #expect(saved(press(&state, "\u{13}")).count == 2)
    }

    @Test(
        "A draft comes back as it was typed; Ctrl-N begins anew",
        arguments: [SetupStep.statuses, .roles])
    func draft(_ step: SetupStep) throws {
        var one = try state(step)
        press(&one, "web\t1 sep\t")
        var other = try state(step)
        other.restore(one.draft)
        #expect(other.lines.map { $0.cells.map(\.text) } == one.lines.map { $0.cells.map(\.text) })
        #expect(other.notice == "This is the draft that you left. Ctrl-N begins anew.")
        press(&other, "\u{0E}")
        let fresh = try state(step)
        #expect(
            other.lines.map { $0.cells.map(\.text) } == fresh.lines.map { $0.cells.map(\.text) })
        other.restore("x\nnothing")
        #expect(
            other.lines.map { $0.cells.map(\.text) } == fresh.lines.map { $0.cells.map(\.text) })
    }

    @Test("Any keys leave a form that can be drawn")
    func anyKeys() throws {
        let keys: [Key] = [
            .enter, .tab, .backTab, .up, .down, .left, .right, .home, .end, .backspace, .delete,
            .control("s"), .control("d"), .control("n"), .control("u"), .character("a"),
            .character("1"), .character(" "), .paste("é\n\u{1F}\t1 sep"), .pageDown, .function(5),
        ]
        for step in [SetupStep.statuses, .roles, .dates, .held] {
            var state = try state(step)
            var dice = SplitMix64(seed: UInt64(step.number))
            for _ in 0..<600 {
                _ = state.press(keys[Int(dice.next() % UInt64(keys.count))])
                let page = state.page
                #expect(page.panes[0].caret != nil)
                guard case .table(let columns, let rows) = page.panes[0].content else { continue }
                #expect(rows.allSatisfy { $0.cells.count == columns.count })
                var other = try self.state(step)
                other.restore(state.draft)
            }
        }
    }
}
