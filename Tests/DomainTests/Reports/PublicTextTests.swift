import Domain
import Support
import Testing

@Suite("Texts that go to people who may know no child")
struct PublicTextTests {
    private func text() throws -> PublicText {
        let facts = try SmallSchool.facts()
        let pupils = facts.pupils.values.map(\.pupil)
        return PublicText(
            pupils, known: pupils.filter { $0.ref != SmallSchool.ann }, facts.school)
    }

    @Test(
        "A child is found by any name, by initials and by the date of birth",
        arguments: [
            ("We thank Bea for her work.", "Bea"), ("A plan for Beatrice Ashworth", "Beatrice"),
            ("The Ashworth family came", "Ashworth"), ("Ask about Leo Marsh", "Leo Marsh"),
            ("B. A. did well", "b.a."), ("born on 2 November 2020", "2 november 2020"),
            ("born 2020-11-02", "2020 11 02"), ("since 02/11/2020", "02 11 2020"),
        ])
    func found(text: String, word: String) throws {
        #expect(try self.text().hit(in: text)?.hasPrefix(word) == true)
    }

    @Test(
        "Staff, places and plain words stop nothing",
        arguments: [
            "A Khan leads the work with J Webb.", "Reading rose in every class.",
            "Visit on 23 November 2026: train all staff.", "", "5 of 12 children",
        ])
    func notFound(text: String) throws {
        #expect(try self.text().hit(in: text) == nil)
    }
}
