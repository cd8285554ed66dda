import ArgumentParser
import Foundation

struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "The manual page, for man.",
        discussion: "Read it with: cksw manual | man -l -")

    @OptionGroup var global: GlobalFlags

    func run() throws {
        let said = try JSONDecoder().decode(
            CommandHelp.Whole.self, from: Data(CKSW._dumpHelp().utf8))
        Console.say(ManualPage(program: said.command).lines)
    }
}
