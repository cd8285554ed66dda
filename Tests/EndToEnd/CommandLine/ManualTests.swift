import Support
import Testing
import ViewModels

@Suite("The manual page")
struct ManualTests {
    @Test("Every command of the help and every key of the catalogue stands in it")
    func whole() throws {
        let cksw = try CommandLine()
        let page = try cksw.run("manual").output
        let commands = page.split(separator: "\n").filter { $0.hasPrefix(".SS cksw ") }
        #expect(commands.count >= 40)
        for command in ["dashboard", "import bundle", "record", "policy check", "retention"] {
            #expect(commands.contains { $0.hasSuffix(" \(command)") }, "\(command)")
        }
        let missing = ActionCatalogue.all.map(\.title).filter {
            !page.contains($0.replacing("-", with: "\\-"))
        }
        #expect(missing == [])
    }

    @Test("docs/cksw.1 is what the program says")
    func written() throws {
        let page = try CommandLine().run("manual").output
        #expect(try Recorded.kept(at: "docs/cksw.1", as: page) == page)
    }
}
