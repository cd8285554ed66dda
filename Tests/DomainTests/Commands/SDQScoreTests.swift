import Domain
import Support
import Testing

@Suite("The questionnaire's scores")
struct SDQScoreTests {
    /// Answers that are 0 or, of reversed items, 2, but for those that are named.
    private static func answers(_ given: [Int: Int?]) -> [Int?] {
        (1...25).map { item in
            if let answer = given[item] { return answer }
            return [7, 11, 14, 21, 25].contains(item) ? 2 : 0
        }
    }

    @Test("A scale with three answers is scaled up, a half goes up, with two it is missing")
    func prorating() {
        let score = SDQScore(
            answers: Self.answers([
                3: 2, 8: nil, 13: 1, 16: nil, 24: 1, 5: 1, 7: 1, 12: nil, 18: 0, 22: 0,
                6: 1, 11: nil, 14: nil, 19: 1, 23: nil,
            ]))
        #expect(score.scales[.emotional] == 7)
        #expect(score.scales[.conduct] == 3)
        #expect(score.scales[.peer] == nil)
        #expect(score.total == nil)
        #expect(!score.isComplete)
        #expect(score.scales[.hyperactivity] == 0)
    }

    @Test("Reversed items count the other way")
    func reversed() {
        let all = SDQScore(answers: Array(repeating: 2, count: 25))
        #expect(all.scales[.emotional] == 10)
        #expect(all.scales[.conduct] == 8)
        #expect(all.scales[.hyperactivity] == 6)
        #expect(all.scales[.peer] == 6)
        #expect(all.total == 30)
    }

    @Test(
        "A band depends on who filled the form in",
        arguments: [
            (15, SDQBand.raised, SDQBand.raised), (16, .high, .raised), (18, .high, .high),
            (19, .veryHigh, .high), (11, .average, .average), (20, .veryHigh, .veryHigh),
        ])
    func bands(total: Int, teacher: SDQBand, parent: SDQBand) throws {
        let pack = Packs.builtIn
        #expect(pack.sdqBands(of: .teacher)?.band(of: total, on: nil) == teacher)
        #expect(pack.sdqBands(of: .parent)?.band(of: total, on: nil) == parent)
        #expect(pack.sdqBands(of: .carer)?.band(of: total, on: nil) == parent)
    }

    @Test("Of kindness to others little is what matters")
    func kindness() throws {
        let bands = try #require(Packs.builtIn.sdqBands(of: .teacher))
        #expect(bands.band(of: 6, on: .prosocial) == .average)
        #expect(bands.band(of: 3, on: .prosocial) == .veryHigh)
        #expect(bands.band(of: 7, on: .emotional) == .veryHigh)
    }

    @Test("The form says what the answers come to; the form for 2 to 4 is stored and not scored")
    func echo() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        let field = try #require(ActionSpec.of(.sdq)?.field("answers"))
        let all = String(repeating: "2", count: 25)
        let words = field.echo(all, context, ["informant": "teacher", "form": "4-17"])
        #expect(words?.hasPrefix("total 30 very high; emotional 10 very high") == true)
        #expect(
            field.echo(all, context, ["informant": "teacher", "form": "2-4"])
                == "stored; the form for 2 to 4 is not scored")
        #expect(field.echo("012", context, [:]) == "3 of 25 answers")
    }
}
