import Domain
import Exchange
import Foundation
import Support
import Testing

@Suite struct BundleWriterTests {
    private func table(from folder: String) throws -> RecordTable {
        var table = RecordTable()
        table.apply(
            try BundleReader(folder: folder).read(
                over: RecordTable(), codes: PackLoader.builtIn.codes
            ).changes)
        return table
    }

    private func files(of folder: TemporaryFolder, _ name: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.file(name)) {
            files[file] = try Data(contentsOf: URL(fileURLWithPath: folder.file("\(name)/\(file)")))
        }
        return files
    }

    @Test(
        "Random facts go out, come in and go out again as the same bytes", arguments: Soak.seeds(30)
    )
    func random(seed: UInt64) throws {
        var records = RandomRecords(seed: seed, codes: PackLoader.builtIn.codes)
        let facts = records.table()
        let folder = try TemporaryFolder()
        try BundleWriter(folder: folder.file("one")).write(from: facts)
        let back = try table(from: folder.file("one"))
        try BundleWriter(folder: folder.file("two")).write(from: back)
        #expect(try files(of: folder, "one") == files(of: folder, "two"))
        for kind in RecordKind.allCases {
            #expect(Set(back.records(of: kind)) == Set(facts.records(of: kind)))
        }
    }

    @Test("The worked examples go out, come in and go out again", arguments: Examples.names)
    func examples(name: String) throws {
        let example = try Examples.load(name)
        let facts = try table(from: example.bundle.path)
        let folder = try TemporaryFolder()
        try BundleWriter(folder: folder.file("one")).write(from: facts)
        let back = try table(from: folder.file("one"))
        try BundleWriter(folder: folder.file("two")).write(from: back)
        #expect(try files(of: folder, "one") == files(of: folder, "two"))
        #expect(Set(example.records) == Set(try records(of: back)))
        #expect(!example.expected.isEmpty)
    }

    private func records(of table: RecordTable) throws -> [Record] {
        RecordKind.allCases.flatMap(table.records)
            + table.markedYears().flatMap { sheet in
                (table.marks(of: sheet.pupil, in: sheet.year)?.records(of: sheet.pupil)) ?? []
            }
    }

    @Test("Rows are sorted by the bytes of their key; a file without rows has its heading")
    func exact() throws {
        var bundle = SmallBundle()
        bundle.files["pupils.csv"] =
            "pupil,surname,forename,born,year_group,admitted\n"
            + "b,\"Ash, Elm\",\" M \",2019-01-02,2,2024-09-02\n"
            + "K-1,=A,\"Q\"\"\",2019-01-02,2,2024-09-02\n"
            + "K001,A,B,2019-01-02,2,2024-09-02\nK002,A,B,2019-01-02,2,2024-09-02\n"
        let source = try bundle.written()
        let folder = try TemporaryFolder()
        try BundleWriter(folder: folder.file("out")).write(from: table(from: source.path))
        let files = try files(of: folder, "out")
        #expect(Set(files.keys) == Set(RecordKind.allCases.map(\.file)))
        let heading =
            "pupil,upn,surname,forename,known_as,born,year_group,class,admitted,left,sen,disabled,"
            + "pp_eligible,preferred_surname,family\n"
        #expect(
            files["pupils.csv"]
                == Data(
                    (heading + """
                        K-1,,=A,"Q\""",,2019-01-02,2,,2024-09-02,,,,,,
                        K001,,A,B,,2019-01-02,2,,2024-09-02,,,,,,
                        K002,,A,B,,2019-01-02,2,,2024-09-02,,,,,,
                        b,,"Ash, Elm", M ,,2019-01-02,2,,2024-09-02,,,,,,

                        """).utf8))
        #expect(
            files["attendance.csv"]
                == Data(
                    "pupil,date,am,pm,late_minutes\nK001,2026-10-01,/,\\,\nK001,2026-10-02,L,\\,7\n"
                        .utf8))
        #expect(
            files["peers.csv"] == Data("academic_year,year_group,measure,term,value,pupils\n".utf8))
    }

    @Test("The folder and its files are for their owner alone")
    func permissions() throws {
        let folder = try TemporaryFolder()
        try BundleWriter(folder: folder.file("out")).write(from: RecordTable())
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: folder.file(path))[.posixPermissions]
                as? Int
        }
        #expect(try mode("out") == 0o700)
        #expect(try mode("out/pupils.csv") == 0o600)
    }

    @Test("An empty folder is filled, also through a link; a folder with something in it is not")
    func targets() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("empty"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("empty"))
        try BundleWriter(folder: folder.file("link") + "/").write(from: RecordTable())
        #expect(try files(of: folder, "empty").count == RecordKind.allCases.count)
        for name in ["empty", "file"] {
            if name == "file" { try folder.write("file", "x") }
            #expect(throws: BundleWriteFault.notEmpty(folder.file(name))) {
                try BundleWriter(folder: folder.file(name)).write(from: RecordTable())
            }
        }
        #expect(throws: BundleWriteFault.self) {
            try BundleWriter(folder: folder.file("none/out")).write(from: RecordTable())
        }
        #expect(try folder.names() == ["empty", "file", "link"])
    }

    /// A store that fails halfway.
    private struct Broken: BundleSource {
        struct Failure: Error {}
        func eachRecord(of kind: RecordKind, _ body: (Record) throws -> Void) throws {
            if kind == .status { throw Failure() }
        }
        func eachYearOfMarks(_ body: (PupilRef, YearMarks) throws -> Void) throws {}
    }

    @Test("An export that fails leaves nothing")
    func failure() throws {
        let folder = try TemporaryFolder()
        #expect(throws: Broken.Failure.self) {
            try BundleWriter(folder: folder.file("out")).write(from: Broken())
        }
        #expect(try folder.names().isEmpty)
    }

    @Test("docs/bundle.md is what the schemas say")
    func document() throws {
        let document = BundleDocument.markdown()
        #expect(try Recorded.kept(at: "docs/bundle.md", as: document) == document)
    }
}
