import Domain
import Support
import Testing

@testable import Exchange

@Suite("Lines that tell of others")
struct ThirdPartyTests {
    private let others = ThirdParties(others: ["Leo Marsh", "Leo", "J Webb", "Al"])

    private func contact(_ summary: String) throws -> Record {
        try Record(
            .peps,
            ["pep_id": "P1", "pupil": "K001", "planned_for": "2026-11-23", "note": summary])
    }

    @Test(
        "A name is found as words of its own, in capitals as it is written",
        arguments: [
            ("Leo Marsh was there", "names Leo, Leo Marsh"), ("With J Webb.", "names J Webb"),
            ("Leo's turn", "names Leo"), ("(Leo)", "names Leo"),
        ])
    func named(text: String, reason: String) throws {
        #expect(others.reason(try contact(text)) == reason)
    }

    @Test(
        "What only looks like a name is none", arguments: ["Leonie", "galleon", "ALeo", "All well"])
    func notNamed(text: String) throws {
        #expect(others.reason(try contact(text)) == nil)
    }

    @Test("People around the child are always marked")
    func people() throws {
        let carer = try Record(
            .professionals,
            ["pupil": "K001", "role": "carer", "name": "M Carer", "from": "2026-09-10"])
        #expect(others.reason(carer) != nil)
        let pupil = try Record(.pepPeople, ["pep_id": "P1", "role": "pupil", "name": "Bea"])
        #expect(others.reason(pupil) == nil)
    }

    @Test("Plans, safeguarding talks and the meetings of a plan are the child protection file")
    func protection() throws {
        func status(_ kind: String) throws -> Record {
            try Record(.status, ["pupil": "K001", "status": kind, "from": "2026-09-10"])
        }
        #expect(ChildFile.isOfProtection(try status("CP")))
        #expect(ChildFile.isOfProtection(try status("CIN")))
        #expect(!ChildFile.isOfProtection(try status("CLA")))
    }
}
