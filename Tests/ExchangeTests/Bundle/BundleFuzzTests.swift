import Domain
import Exchange
import Foundation
import Support
import Testing

@Suite struct BundleFuzzTests {
    @Test(
        "A bundle with bytes changed at random is read or refused with places",
        arguments: Soak.seeds(60))
    func mutated(seed: UInt64) throws {
        var records = RandomRecords(seed: seed, codes: PackLoader.builtIn.codes)
        let folder = try TemporaryFolder()
        try BundleWriter(folder: folder.file("out")).write(from: records.table(most: 5))
        for kind in RecordKind.allCases where Bool.random(using: &records.random) {
            var bytes = try folder.bytes("out/\(kind.file)")
            for _ in 0..<3 {
                let place = Int.random(in: 0..<bytes.count, using: &records.random)
                switch Int.random(in: 0...2, using: &records.random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &records.random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8(ascii: "\""), at: place)
                }
            }
            try folder.write("out/\(kind.file)", bytes: bytes)
        }
        let codes = PackLoader.builtIn.codes
        do throws(BundleRefusal) {
            let plan = try BundleReader(folder: folder.file("out")).read(
                over: RecordTable(), codes: codes)
            #expect(plan.total.changed == 0 && plan.total.ended == 0)
        } catch {
            #expect(error.lines.count > 1)
            // Past a hundred faults the last line counts the others.
            #expect(error.lines.dropFirst().prefix(100).allSatisfy { $0.contains(".csv:") })
        }
    }
}
