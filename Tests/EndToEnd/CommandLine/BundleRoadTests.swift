import Foundation
import Support
import Testing

@Suite struct BundleRoadTests {
    private func example(_ name: String) -> String {
        Fixtures.folder.appendingPathComponent("examples/\(name)/bundle").path
    }

    @Test(
        "The worked schools come in, give their duties, and go out as the same bytes",
        arguments: ["01", "02", "03", "04", "05", "06", "07"])
    func roundTrip(name: String) throws {
        let example = try Examples.load(name)
        let cksw = try CommandLine(today: example.today.iso)
        #expect(try cksw.run("import", "bundle", self.example(name)).status == 0)
        let again = try cksw.run("import", "bundle", self.example(name))
        #expect(again.status == 0)
        #expect(again.output.hasPrefix("nothing changed"))

        let duties = try cksw.run("duties", "--json")
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(duties.output.utf8)) as? [[String: Any]])
        // They state the duties of their own rules alone.
        let stated = Set(example.expected.map(\.rule))
        #expect(
            rows.count { ($0["rule"] as? String).map(stated.contains) ?? false }
                == example.expected.count)

        let first = cksw.folder.file("first")
        #expect(try cksw.run("export", "bundle", first).status == 0)
        let other = try CommandLine(today: example.today.iso)
        #expect(try other.run("import", "bundle", first).status == 0)
        let second = other.folder.file("second")
        #expect(try other.run("export", "bundle", second).status == 0)
        for file in try FileManager.default.contentsOfDirectory(atPath: first) {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: first + "/" + file, andPath: second + "/" + file), "\(file)")
        }
        #expect(try other.run("duties", "--json").output == duties.output)
    }

    @Test("A bad row changes nothing and is named by file, line and column")
    func badRow() throws {
        let cksw = try CommandLine()
        try FileManager.default.createDirectory(
            atPath: cksw.folder.file("bundle"), withIntermediateDirectories: false)
        try cksw.folder.write(
            "bundle/terms.csv",
            "academic_year,term,start,end\n2026-27,autumn,2026-12-18,2026-09-01\n")
        let result = try cksw.run("import", "bundle", cksw.folder.file("bundle"))
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("terms.csv:2: end: is before start: 2026-09-01"))
        #expect(!FileManager.default.fileExists(atPath: cksw.store))
    }

    @Test("A folder that is not empty is no place for an export")
    func occupied() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        #expect(try cksw.run("export", "bundle", cksw.folder.path).status == 73)
    }
}
