import Domain
import Testing

struct SubjectTests {
    @Test(
        "A subject is read as it is written",
        arguments: [
            ("school", Subject.school), ("pupil:K017", .pupil(PupilRef("K017"))),
            ("staff:S01", .staff("S01")), ("fund:F1", .fund("F1")),
            ("fund:a:b", .fund("a:b")),
        ])
    func read(_ text: String, _ subject: Subject) {
        #expect(Subject(text) == subject)
        #expect(subject.text == text)
    }

    @Test(
        "What is no subject is none",
        arguments: ["", "pupil", "pupil:", ":K017", "K017", "School", "child:K017", "school:"])
    func none(_ text: String) { #expect(Subject(text) == nil) }
}
