import Domain
import Support
import Testing

@testable import Exchange

@Suite struct PackTablesTests {
    private static let codeHeading = "code,session,category,meaning,valid_from,valid_to\n"
    private static let clauseHeading = "id,section,kind,scope,clause,shown_by\n"

    @Test(
        "What is wrong in a table of the pack is refused with its line and column",
        arguments: [
            (
                PackTablesTests.codeHeading + "/,am,present,Here,2024-02-30,\n", "valid_from", 2,
                "is not a date"
            ),
            (
                PackTablesTests.codeHeading + "/,am,here,Here,,\n", "category", 2,
                "is no category of marks"
            ),
            (
                PackTablesTests.codeHeading + "??,am,present,Here,,\n", "code", 2,
                "is a code that the store has no place for"
            ),
            (PackTablesTests.codeHeading + "/,am,present\n", "", 2, "has 3 fields, not 6"),
            (
                PackTablesTests.codeHeading + "/,am,\"present,Here,,\n", "", 2,
                "a quotation mark is opened and never closed"
            ),
        ])
    func codeTable(text: String, column: String, line: Int, problem: String) {
        let fault = #expect(throws: PackFault.self) { try PackTables.codes(Array(text.utf8)) }
        #expect(
            fault
                == PackFault(
                    file: "attendance-codes.csv", key: column, line: line, problem: .badRow(problem)
                ))
    }

    @Test("A bank holiday needs its date, a clause its kind")
    func others() {
        let holidays = #expect(throws: PackFault.self) {
            try PackTables.bankHolidays(Array("date,name\n2026-01-01,New Year\n,Easter\n".utf8))
        }
        #expect(holidays?.words == "bank-holidays.csv:3: date: is missing")
        let column = #expect(throws: PackFault.self) {
            try PackTables.bankHolidays(Array("day,name\n2026-01-01,New Year\n".utf8))
        }
        #expect(column?.words == "bank-holidays.csv:1: date: is missing")
        let clauses = #expect(throws: PackFault.self) {
            try PackTables.clauses(
                Array((Self.clauseHeading + "A-1,Aims,guessed,pupil,x,y\n").utf8))
        }
        #expect(clauses?.words == "clauses.csv:2: kind: is neither computed nor attested")
    }
}
