import Exchange
import Foundation
import Support
import Testing

/// A school's own files in the shapes in which it really has them, each brought into a new store.
@Suite("Files as schools have them")
struct SchoolCaseTests {
    private static let cases = (try? SchoolCases.all()) ?? []

    @Test("There are cases to try")
    func some() throws { #expect(try SchoolCases.all().count >= 17) }

    @Test("A school's file is taken, or refused with the cure", arguments: cases)
    func holds(_ wanted: SchoolCase) throws {
        let cksw = try CommandLine(today: wanted.today)
        let empty = cksw.folder.file("empty")
        try FileManager.default.createDirectory(
            atPath: empty, withIntermediateDirectories: false)
        let base = SchoolCases.folder.appendingPathComponent("base").path
        #expect(try cksw.run("import", "bundle", base).status == 0)
        for step in wanted.steps {
            let words = step.run.map { word in
                word.replacing("{file}", with: SchoolCases.file(wanted.file ?? "").path)
                    .replacing("{empty}", with: empty)
            }
            let result = try cksw.run(words)
            #expect(result.status == step.exit, "\(wanted.why): \(result.errors)")
            let said = result.output + result.errors
            for pattern in step.says ?? [] {
                let regex = try NSRegularExpression(pattern: pattern)
                let all = NSRange(said.startIndex..., in: said)
                #expect(
                    regex.firstMatch(in: said, range: all) != nil, "no \(pattern) in \(said)")
            }
            if let most = step.lines {
                #expect(said.split(separator: "\n").count <= most, "\(said)")
            }
        }
        try expectKept(wanted, cksw)
    }

    private func expectKept(_ wanted: SchoolCase, _ cksw: CommandLine) throws {
        let out = cksw.folder.file("out")
        #expect(try cksw.run("export", "bundle", out).status == 0)
        func rows(_ file: String) throws -> [[String: String]] {
            var reader = CSVReader(file: try RegularFile(path: out + "/" + file))
            guard let head = try reader.next()?.fields else { return [] }
            var rows: [[String: String]] = []
            while let row = try reader.next() {
                rows.append(Dictionary(zip(head, row.fields)) { first, _ in first })
            }
            return rows
        }
        func expect(_ file: String, _ wanted: [[String: String]]) throws {
            let found = try rows(file)
            for row in wanted {
                #expect(
                    found.contains { there in row.allSatisfy { there[$0.key] == $0.value } },
                    "\(file) has no \(row)")
            }
        }
        try expect("pupils.csv", wanted.pupils ?? [])
        for word in wanted.notPupils ?? [] {
            #expect(try !rows("pupils.csv").contains { $0.values.contains(word) })
        }
        for (file, wanted) in wanted.table ?? [:] { try expect(file, wanted) }
        for (place, marks) in wanted.attendance ?? [:] {
            let parts = place.split(separator: " ").map(String.init)
            let found = try rows("attendance.csv")
                .filter { $0["pupil"] == parts[0] && $0["date"] == parts[1] }
                .map { row in
                    ["am", "pm"].map { (row[$0] ?? "").isEmpty ? "." : row[$0] ?? "" }
                        .joined(separator: " ")
                }
            #expect(found == [marks], "\(place)")
        }
    }
}
