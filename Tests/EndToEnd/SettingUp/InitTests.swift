import Foundation
import Support
import Testing

@Suite("cksw init")
struct InitTests {
    private func steps(_ json: String) throws -> [[String: Any]] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    @Test("Of a store that is not there every step is to do, and nothing is made")
    func nothing() throws {
        let cksw = try CommandLine()
        let told = try cksw.run("init")
        #expect(told.status == 0)
        #expect(told.lines[0] == "Setting up: 0 of 10 steps are done.")
        #expect(told.lines[1] == "1. Your school: to do")
        #expect(told.lines[2].contains("cksw record school-details --urn"))
        let json = try cksw.run("init", "--json")
        let steps = try steps(json.output)
        #expect(steps.count == 10)
        #expect(steps.allSatisfy { Set($0.keys) == ["step", "done", "action", "command"] })
        #expect(steps.allSatisfy { $0["done"] as? Bool == false })
        #expect(!FileManager.default.fileExists(atPath: cksw.store))
    }

    @Test("Each action is one of cksw keys, and each command is one of the program's")
    func commands() throws {
        let cksw = try CommandLine()
        let keys = try steps(try cksw.run("keys", "--json").output).compactMap {
            $0["id"] as? String
        }
        for step in try steps(try cksw.run("init", "--json").output) {
            #expect(keys.contains(try #require(step["action"] as? String)))
            let words = try #require(step["command"] as? String).split(separator: " ")
                .map(String.init)
            let help = try cksw.run(Array(words[1...2]) + ["--help"])
            #expect(help.status == 0, "\(words)")
            for option in words where option.hasPrefix("--") {
                #expect(help.output.contains(option), "\(option) of \(words)")
            }
        }
    }

    @Test("What has been done is told as done, with what stands there")
    func some() throws {
        let cksw = try CommandLine.school()
        let told = try cksw.run("init")
        #expect(told.output.contains("1. Your school: done ("))
        #expect(told.output.contains("6. Pupils: done (10 on roll)"))
        let done = try steps(try cksw.run("init", "--json").output).filter {
            $0["done"] as? Bool == true
        }
        #expect(done.count >= 5)
        #expect(try cksw.run("init", "--as", "nobody").status == 77)
    }
}
