import Domain
import Exchange
import Testing

@Suite("How long what is held about a child is kept")
struct RetentionTests {
    private func child(
        born: String = "2018-03-14", left: String = "", sen: String = ""
    ) throws -> PupilFacts {
        PupilFacts(
            pupil: Pupil(
                try Record(
                    .pupils,
                    [
                        "pupil": "K001", "surname": "Ashworth", "forename": "Bea", "born": born,
                        "year_group": "2", "admitted": "2022-09-05", "left": left, "sen": sen,
                    ])))
    }

    private func items(
        _ pupil: PupilFacts, passedOn: String? = nil, entries: [String] = []
    ) throws -> [RetentionItem] {
        let pack = PackLoader.builtIn
        var school = SchoolFacts(calendar: SchoolCalendar(records: [], bankHolidays: []))
        school.entries = try entries.enumerated().map { place, day in
            FundEntry(
                try Record(
                    .funding,
                    [
                        "entry_id": "E\(place)", "fund_id": "F1", "pupil": "K001",
                        "kind": "spend", "on": day, "amount": "10.00", "what": "Tutor",
                    ]))
        }
        return Retention(
            of: pupil, in: school, passedOn: passedOn.flatMap { Day(iso: $0) }, under: pack
        ).items
    }

    @Test(
        "The file is kept to the 25th birthday, of a child with special needs to the 31st",
        arguments: [
            ("2018-03-14", "", "2043-03-14"), ("2018-03-14", "N", "2043-03-14"),
            ("2018-03-14", "K", "2049-03-14"), ("2018-03-14", "E", "2049-03-14"),
            // 29 February: the later reading.
            ("2020-02-29", "", "2045-03-01"), ("2020-02-29", "E", "2051-03-01"),
        ])
    func file(born: String, sen: String, keepTo: String) throws {
        let file = try items(child(born: born, sen: sen))[0]
        #expect(file.part == .file)
        #expect(file.keepTo.iso == keepTo)
        #expect(!file.isDue(on: file.keepTo))
        #expect(file.isDue(on: file.keepTo + 1))
    }

    @Test("A file that the next school has signed for is kept no longer")
    func passedOn() throws {
        let file = try items(child(left: "2025-07-22"), passedOn: "2025-07-25")[0]
        #expect(file.keepTo.iso == "2025-07-25")
        #expect(file.why.contains("next school signed"))
    }

    @Test("A receipt counts only for a child who has left, and only one since")
    func notPassedOn() throws {
        #expect(try items(child(), passedOn: "2025-07-25")[0].keepTo.iso == "2043-03-14")
        let again = try items(child(left: "2026-07-21"), passedOn: "2025-07-25")[0]
        #expect(again.keepTo.iso == "2043-03-14")
    }

    @Test("Marks are kept six years from the end of their year, money six beside its own")
    func marksAndMoney() throws {
        var pupil = try child(left: "2025-07-22")
        let year = AcademicYear(start: 2023)
        var marks = YearMarks(year: year)
        marks.set(year.first, am: RegisterCode("/"), pm: nil)
        pupil.marks = [year: marks, AcademicYear(start: 2024): YearMarks(year: year.next)]
        let items = try items(
            pupil, passedOn: "2025-07-25", entries: ["2024-03-31", "2024-04-01", "2024-05-01"])
        #expect(
            items.map(\.id) == [
                "K001 file", "K001 marks 2023-24", "K001 accounts 2023-24",
                "K001 accounts 2024-25", "K001 name",
            ])
        #expect(
            items.map(\.keepTo.iso) == [
                "2025-07-25", "2030-08-31", "2030-03-31", "2031-03-31", "2031-03-31",
            ])
    }

    @Test(
        "A part is read as it is written",
        arguments: ["file", "name", "marks 2023-24", "accounts 2023-24"])
    func parts(text: String) {
        #expect(RetentionItem.Part(text)?.text == text)
    }

    @Test(
        "What is no part is none", arguments: ["", "files", "marks", "marks 2023", "file 2023-24"])
    func noParts(text: String) {
        #expect(RetentionItem.Part(text) == nil)
    }

    @Test("The parts together hold every kind that is about a child, none twice")
    func kinds() {
        let parts: [RetentionItem.Part] = [
            .file, .marks(AcademicYear(start: 2023)), .accounts(FinancialYear(start: 2023)), .name,
        ]
        let kinds = parts.flatMap(\.kinds)
        #expect(Set(kinds).count == kinds.count)
        for kind in RecordKind.allCases where kind.schema.pupilColumn != nil {
            #expect(kinds.contains(kind), "\(kind)")
        }
        #expect(kinds.contains(.targets))
        #expect(kinds.contains(.pepPeople))
        #expect(!kinds.contains(.staff))
    }
}
