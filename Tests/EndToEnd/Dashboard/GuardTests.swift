import Glibc
import Support
import Testing
import ViewModels

/// The second process, which puts the terminal right when the first is killed.
@Suite struct GuardTests {
    @Test(
        "It remembers nothing of a child",
        .enabled(if: geteuid() == 0, "only root looks into memory"))
    func memory() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today])
        // The program itself carries the names of which the demo makes its children.
        let child = "Bea Ashworth"
        try terminal.wait(for: child)
        try terminal.waitIdle()
        let program = ProcessState(id: terminal.process.id)
        #expect(program.remembers(child) == true)
        let guards = program.children
        #expect(guards.count == 1)
        for id in guards { #expect(ProcessState(id: id).remembers(child) == false) }
    }
}
