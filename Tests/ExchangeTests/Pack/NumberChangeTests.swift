import Domain
import Exchange
import Support
import Testing

@Suite("A number of the policy as it would be")
struct NumberChangeTests {
    private let day = Written.day("2026-11-24")

    private func refusal(_ text: String) throws -> String? {
        let change = try #require(NumberChange(text))
        do throws(PackFault) {
            _ = try PackLoader.load("hertfordshire", changing: [change], on: day)
            return nil
        } catch {
            #expect(error.file == NumberChange.place)
            return error.words
        }
    }

    @Test("It is laid over the pack: counts, days of the year, and numbers of stated rules")
    func laid() throws {
        let changes = ["pep.minimum-days=10", "due.ehcp-phase=1 December", "days.contact=15"]
            .compactMap { NumberChange($0) }
        #expect(changes.count == 3)
        let pack = try PackLoader.load("northmarsh", changing: changes, on: day)
        #expect(pack.name.hasPrefix("Northmarsh with pep.minimum-days=10, "))
        let number = pack.number(.pepMinimumDays)
        #expect(number.value == 10 && number.checked == day && number.unit == "school days")
        #expect(pack.number(.phaseDue).words == "1 December")
        let plain = try PackLoader.load("northmarsh")
        #expect(pack.rules.map(\.id) == plain.rules.map(\.id))
    }

    @Test("What is no number of the pack, or out of its range, is refused with its name")
    func refused() throws {
        #expect(try refusal("no.such=1")?.contains("no.such: there is no such number") == true)
        #expect(try refusal("due.no-such=1 May")?.contains("there is no such number") == true)
        #expect(try refusal("pep.minimum-days=400")?.contains("must be from 0 to 60") == true)
        #expect(try refusal("pep.minimum-days=ten")?.contains("is not a whole number") == true)
        #expect(try refusal("due.ehcp-phase=12")?.contains("is not a text") == true)
    }

    @Test(
        "Anything else is no change of a number",
        arguments: ["", "pep", "pep=1", "pep.x", "pep.x=", "pep.x=1=2", "pep.x=\"1\"", "a.b.c=1"])
    func none(_ text: String) {
        #expect(NumberChange(text) == nil)
    }
}
