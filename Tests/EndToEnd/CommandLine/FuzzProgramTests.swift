import Foundation
import Support
import Testing

/// The program itself and files that nobody wrote: it ends with 0, 65 or 66, says in words why, and
/// what it refuses changes no byte of the store.
@Suite struct FuzzProgramTests {
    private enum Kind: String, CaseIterable {
        case bundle, roster, attendance, ctf

        var words: Mutation.Kind { self == .ctf ? .xml : .csv }

        var file: String {
            switch self {
            case .bundle: "examples/01/bundle/pupils.csv"
            case .roster: "school-files/sims-roster.csv"
            case .attendance: "school-files/scholarpack-days.csv"
            case .ctf: "school-files/9192081_CTF_9192082_001.xml"
            }
        }
    }

    @Test("Mutated files end with 0, 65 or 66, and a refused one leaves the store as it was")
    func files() throws {
        let cksw = try CommandLine(today: "2027-04-22")
        let bundle = Fixtures.folder.appendingPathComponent("examples/01/bundle")
        #expect(try cksw.run("import", "bundle", bundle.path).status == 0)
        let roster = Fixtures.folder.appendingPathComponent(Kind.roster.file).path
        #expect(try cksw.run("import", "roster", roster).status == 0)
        let store = try cksw.folder.bytes("store.db")
        try FileManager.default.copyItem(atPath: bundle.path, toPath: cksw.folder.file("bundle"))
        var ended: [Int32: Int] = [:]
        for number in 0..<Fuzz.count(12) {
            let kind = Kind.allCases[number % Kind.allCases.count]
            let seed = Fixtures.folder.appendingPathComponent(kind.file)
            var mutation = Mutation(seed: UInt64(number))
            let bytes = mutation.changed(Array(try Data(contentsOf: seed)), kind.words)
            Fuzz.note(bytes, for: "program-\(kind.rawValue)")
            let path = kind == .bundle ? "bundle/pupils.csv" : "file"
            try cksw.folder.write(path, bytes: bytes)
            let given = kind == .bundle ? "bundle" : "file"
            let accepts = kind != .bundle && mutation.pick(2) == 0 ? ["--accept-rest"] : []
            let result = try cksw.run(
                ["import", kind.rawValue, cksw.folder.file(given)] + accepts)
            ended[result.status, default: 0] += 1
            #expect([0, 65, 66].contains(result.status), "\(kind) \(number): \(result)")
            let isInWords = result.errors.split(separator: "\n").allSatisfy {
                $0.hasPrefix("cksw: ") && $0.utf8.count < 2000
            }
            #expect(isInWords, "\(kind) \(number): \(result.errors)")
            if result.status == 0 {
                if number.isMultiple(of: 10) { #expect(try cksw.run("verify").status == 0) }
                try cksw.folder.write("store.db", bytes: store)
            } else {
                #expect(!result.errors.isEmpty, "\(kind) \(number)")
                #expect(try cksw.folder.bytes("store.db") == store, "\(kind) \(number)")
            }
        }
        print("Fuzz program: \(Fuzz.count(12)) inputs, ended \(ended.sorted { $0.key < $1.key })")
        #expect(ended[65] ?? 0 > 0)
    }
}
