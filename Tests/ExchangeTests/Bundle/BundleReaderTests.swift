import Domain
import Exchange
import Foundation
import Support
import Testing

/// A small sound bundle whose files a test changes.
struct SmallBundle {
    var files: [String: String] = [
        "pupils.csv": """
        pupil,surname,forename,born,year_group,admitted,upn
        K001,Ash,Mia,2019-01-02,2,2024-09-02,B801200005001
        K002,Birch,Leo,2019-03-04,2,2024-09-02,

        """,
        "staff.csv": """
        staff,name,post,teaching,qts,leadership,from
        S01,R Vale,Teacher,yes,yes,no,2020-09-01

        """,
        "status.csv": """
        pupil,status,from,to
        K001,CLA,2025-01-10,
        K002,CP,2025-02-01,2025-06-30

        """,
        "attendance.csv": """
        pupil,date,am,pm,late_minutes
        K001,2026-10-01,/,\\,
        K001,2026-10-02,L,\\,7

        """,
        "funds.csv":
            "fund_id,name,kind,financial_year,managed_by\nF1,PP+,pp-plus-cla,2026-27,school\n",
        "funding.csv": """
        entry_id,fund_id,pupil,kind,on,amount,commitment,what
        E2,F1,K001,spend,2026-10-01,10,E1,Books
        E1,F1,K001,commitment,2026-09-20,10.00,,Books

        """,
    ]

    func written() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, text) }
        return folder
    }

    func plan(
        over existing: RecordTable = RecordTable(), replace: Bool = false
    ) throws -> BundlePlan {
        let folder = try written()
        return try BundleReader(folder: folder.path).read(
            over: existing, codes: PackLoader.builtIn.codes, replace: replace)
    }

    /// What an import lists, after its first line; `nil` where it is accepted.
    func faults(over existing: RecordTable = RecordTable()) throws -> [String]? {
        do {
            _ = try plan(over: existing)
            return nil
        } catch let refusal as BundleRefusal {
            return Array(refusal.lines.dropFirst())
        }
    }
}

@Suite struct BundleReaderTests {
    @Test("A sound bundle is planned: records before those that name them, marks as whole years")
    func sound() throws {
        let plan = try SmallBundle().plan()
        #expect(plan.total == BundlePlan.Counts(added: 10))
        #expect(plan.command.action == "import-bundle" && plan.command.subject == .school)
        var table = RecordTable()
        table.apply(plan.changes)
        let day = try #require(Day(iso: "2026-10-02"))
        let marks = try #require(table.marks(of: PupilRef("K001"), in: AcademicYear(start: 2026)))
        #expect(marks.codes(on: day).am == RegisterCode("L") && marks.lateMinutes(on: day) == 7)
        let spend = try #require(table.record(RecordKey(kind: .funding, parts: ["E2"])))
        #expect(spend["amount"] == "10.00")
        #expect(plan.notices.isEmpty)
        #expect(plan.summary.last == "in all: 10 rows: 10 new, 0 changed, 0 the same")
    }

    @Test(
        "A bad row is named by file, line and column, with what is wrong and what was found",
        arguments: [
            (
                "pupils.csv", "2019-01-02", "02/01/2019",
                ["pupils.csv:2: born: is not a date like 2026-11-23: 02/01/2019"]
            ),
            ("pupils.csv", "Ash", "", ["pupils.csv:2: surname: is missing: (empty)"]),
            (
                "pupils.csv", "Ash", "A\u{202E}sh\u{7}",
                [#"pupils.csv:2: surname: holds a control character: A\u{202E}sh\u{7}"#]
            ),
            (
                "pupils.csv", "K002", "K001",
                [
                    "pupils.csv:3: pupil: repeats the key of line 2: K001",
                    "status.csv:3: pupil: is no pupil on record: K002",
                ]
            ),
            (
                "pupils.csv", "2024-09-02,B", "2018-09-02,B",
                ["pupils.csv:2: admitted: is before born: 2018-09-02"]
            ),
            (
                "pupils.csv", "B801200005001", "B80120000500",
                ["pupils.csv:2: upn: is not a UPN of the right form: B80120000500"]
            ),
            (
                "staff.csv", "Teacher,yes", "Teacher",
                [
                    "staff.csv:2: row: has 6 fields where the heading has 7: "
                        + "S01,R Vale,Teacher,yes,no,2020-09-01"
                ]
            ),
            (
                "pupils.csv", "upn", "colour",
                ["pupils.csv:1: colour: is no column of pupils.csv: colour"]
            ),
            (
                "pupils.csv", "upn", "born",
                ["pupils.csv:1: born: stands twice in the heading: born"]
            ),
            (
                "pupils.csv", "year_group,", "class,",
                ["pupils.csv:1: year_group: is required and not in the heading: year_group"]
            ),
            (
                "pupils.csv", "Mia", "\"Mi\na",
                ["pupils.csv:2: row: a quotation mark is opened and never closed"]
            ),
            (
                "status.csv", "K002", "K009",
                ["status.csv:3: pupil: is no pupil on record: K009"]
            ),
            (
                "status.csv", "2025-06-30", "2025-01-30",
                ["status.csv:3: to: is before from: 2025-01-30"]
            ),
            (
                "attendance.csv", "L,", "Y,",
                ["attendance.csv:3: am: is no register code on 2026-10-02: Y"]
            ),
            ("attendance.csv", "L,", "l,", ["attendance.csv:3: am: is no register code: l"]),
            (
                "attendance.csv", ",7", ",241",
                ["attendance.csv:3: late_minutes: is not a number of minutes from 0 to 240: 241"]
            ),
            (
                "attendance.csv", "K001,2026-10-02", "K009,2026-10-02",
                ["attendance.csv:3: pupil: is no pupil on record: K009"]
            ),
            (
                "attendance.csv", "10-02", "10-01",
                [
                    "attendance.csv:3: pupil + date: repeats the key of a line above: K001 2026-10-01"
                ]
            ),
            (
                "attendance.csv", "10-02", "13-02",
                ["attendance.csv:3: date: is not a date like 2026-11-23: 2026-13-02"]
            ),
            (
                "funding.csv", "E1,Books", "E9,Books",
                ["funding.csv:2: commitment: is no entry on record: E9"]
            ),
            (
                "funding.csv", "commitment,2026", "allocation,2026",
                ["funding.csv:2: commitment: is no commitment of fund F1: E1"]
            ),
            (
                "funding.csv", "10.00", "10.5",
                ["funding.csv:3: amount: is not an amount from 0.00 to 9999999.99: 10.5"]
            ),
            (
                "staff.csv", "staff,name", "",
                [
                    "staff.csv:1: : is no column of staff.csv: (empty)",
                    "staff.csv:1: staff: is required and not in the heading: staff",
                    "staff.csv:1: name: is required and not in the heading: name",
                ]
            ),
        ])
    func badRows(file: String, from: String, to: String, expected: [String]) throws {
        var bundle = SmallBundle()
        let text = try #require(bundle.files[file])
        let changed = text.replacing(from, with: to, maxReplacements: 1)
        #expect(changed != text)
        bundle.files[file] = changed
        #expect(try bundle.faults() == expected)
    }

    @Test("A row is named by the line on which it begins, and line breaks inside quotes count")
    func physicalLines() throws {
        var bundle = SmallBundle()
        bundle.files["pupils.csv"]?.replace("Ash", with: "\"Ash\nElm\"")
        bundle.files["pupils.csv"]?.replace("2019-03-04", with: "2019-03-32")
        #expect(
            try bundle.faults() == [
                #"pupils.csv:2: surname: holds a line break or a tab: Ash\u{A}Elm"#,
                "pupils.csv:4: born: is not a date like 2026-11-23: 2019-03-32",
            ])
    }

    @Test("Columns may come in any order, an optional one may be absent, a blank line is no row")
    func lenient() throws {
        var bundle = SmallBundle()
        bundle.files["staff.csv"] =
            "\u{FEFF}post,staff,name,qts,teaching,from,leadership\r\n\r\n"
            + "Teacher,S01,R Vale,yes,yes,2020-09-01,no"
        let plan = try bundle.plan()
        let expected = Record(
            kind: .staff,
            checked: ["S01", "R Vale", "Teacher", "yes", "yes", "no", "2020-09-01", "", ""])
        #expect(plan.changes.contains(.put(expected)))
    }

    @Test("An unknown .csv is bad data, other files are ignored")
    func strangers() throws {
        var bundle = SmallBundle()
        bundle.files["notes.txt"] = "x"
        #expect(try bundle.faults() == nil)
        bundle.files["marks.CSV"] = "x"
        #expect(try bundle.faults() == ["marks.CSV: file: is no file of a bundle: marks.CSV"])
    }

    @Test("An empty file has no heading")
    func noHeading() throws {
        var bundle = SmallBundle()
        bundle.files["terms.csv"] = ""
        #expect(try bundle.faults() == ["terms.csv:1: row: the heading is missing"])
    }

    @Test("Links, pipes and folders in the place of a file are refused")
    func notPlain() throws {
        let folder = try SmallBundle().written()
        let codes = PackLoader.builtIn.codes
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("terms.csv"), withDestinationPath: folder.file("staff.csv"))
        try #require(mkfifo(folder.file("roles.csv"), 0o600) == 0)
        try FileManager.default.createDirectory(
            atPath: folder.file("peps.csv"), withIntermediateDirectories: false)
        let refusal = #expect(throws: BundleRefusal.self) {
            try BundleReader(folder: folder.path).read(over: RecordTable(), codes: codes)
        }
        let words = "is no plain file; links, pipes and devices are refused"
        #expect(
            refusal?.lines.dropFirst() == [
                "terms.csv: file: \(words)", "roles.csv: file: \(words)",
                "peps.csv: file: \(words)",
            ])
    }

    @Test("A folder that is not there is told apart from bad data")
    func missingFolder() throws {
        let folder = try TemporaryFolder()
        let codes = PackLoader.builtIn.codes
        let path = folder.file("none")
        let refusal = #expect(throws: BundleRefusal.self) {
            try BundleReader(folder: path).read(over: RecordTable(), codes: codes)
        }
        guard case .noFolder(let words) = refusal else {
            Issue.record("not refused as a missing folder")
            return
        }
        #expect(words == "\(path): there is no such folder")
        try folder.write("file", "x")
        let file = folder.file("file")
        let other = #expect(throws: BundleRefusal.self) {
            try BundleReader(folder: file).read(over: RecordTable(), codes: codes)
        }
        #expect(other?.lines == ["\(file): is a file; name the folder that holds the bundle"])
    }

    @Test("A hundred bad rows are listed in the order of the bundle, then the rest are counted")
    func hundred() throws {
        var bundle = SmallBundle()
        let rows = (0..<150).map { "K\($0 + 10),CLA,2025-01-32," }
        bundle.files["status.csv"] = "pupil,status,from,to\n" + rows.joined(separator: "\n")
        bundle.files["staff.csv"]? += "S02,,,,,,\n"
        let faults = try #require(try bundle.faults())
        #expect(faults.count == 101)
        #expect(faults[0] == "staff.csv:3: name: is missing: (empty)")
        #expect(faults[6].hasPrefix("status.csv:2: from: is not a date"))
        #expect(faults[99].hasPrefix("status.csv:95: from"))
        #expect(faults[100] == "… and 56 more")
    }

    @Test("A wrong check letter and two rows of one status that overlap are notices, not faults")
    func notices() throws {
        var bundle = SmallBundle()
        bundle.files["pupils.csv"]?.replace("B801200005001", with: "A801200005001")
        bundle.files["status.csv"]? += "K001,CLA,2026-01-10,\nK001,CP,2026-01-10,\n"
        #expect(
            try bundle.plan().notices.lines == [
                "pupils.csv:2: upn: has a wrong check letter: A801200005001",
                "status.csv:4: from: overlaps the row of the same status from 2025-01-10; "
                    + "they count once: 2026-01-10",
            ])
    }
}
