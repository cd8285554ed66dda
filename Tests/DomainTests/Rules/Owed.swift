import Domain
import Support
import Testing

/// A case of a rule: a school on a day, and the duties of the rule that it must give.
struct Owed: Sendable, CustomTestStringConvertible {
    let what: String
    let school: TestSchool
    let day: String
    let lines: [String]

    init(_ what: String, _ school: TestSchool, on day: String, _ lines: String...) {
        (self.what, self.school, self.day, self.lines) = (what, school, day, lines)
    }

    init(_ what: String, _ child: TestChild, on day: String, _ lines: String...) {
        (self.what, school, self.day, self.lines) = (what, TestSchool(child), day, lines)
    }

    func check(_ rule: RuleID) throws {
        #expect(try school.duties(rule, on: day) == lines, "\(what), on \(day)")
    }

    var testDescription: String { "\(what), on \(day)" }
}
