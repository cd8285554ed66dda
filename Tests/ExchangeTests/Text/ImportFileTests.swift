import Foundation
import Support
import Testing

@testable import Exchange

@Suite("Files of schools on disk")
struct ImportFileTests {
    @Test("A plain file is read whole")
    func plain() throws {
        let folder = try TemporaryFolder()
        try folder.write("roster.csv", "UPN\n")
        #expect(try ImportFile.bytes(path: folder.file("roster.csv")) == Array("UPN\n".utf8))
    }

    @Test("A missing file is told from one that is none: links, pipes, folders, devices")
    func others() throws {
        let folder = try TemporaryFolder()
        try folder.write("roster.csv", "UPN\n")
        let link = folder.file("link.csv")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: folder.file("roster.csv"))
        let pipe = folder.file("pipe.csv")
        #expect(mkfifo(pipe, 0o600) == 0)
        let missing = folder.file("none.csv")
        #expect(throws: FileFault.missing(path: missing)) { try ImportFile.bytes(path: missing) }
        for path in [link, pipe, folder.path, "/dev/zero"] {
            #expect(throws: FileFault.notRegular(path: path)) { try ImportFile.bytes(path: path) }
        }
    }
}
