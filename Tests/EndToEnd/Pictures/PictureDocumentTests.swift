import Support
import Testing
import ViewModels

/// The pictures of the README are the real program's screens; `make docs` draws them anew.
@Suite struct PictureDocumentTests {
    /// A screen of the invented school, as the program draws it on a dark terminal.
    private func screen(_ size: Size, after keys: String = "") throws -> ScreenModel {
        let cksw = try CommandLine(today: "2026-11-23")
        let made = try cksw.run("demo")
        guard made.status == 0 else { throw CommandLine.Unexpected(made.errors) }
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw,
            ["--db", cksw.store, "--today", cksw.today, "--as", "khan", "--theme", "dark"],
            size: size)
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        if !keys.isEmpty {
            terminal.send(keys)
            try terminal.waitIdle()
        }
        return terminal.screen
    }

    @Test("The README opens with the first screen as it is, and tells its text")
    func first() throws {
        let screen = try screen(Size(columns: 120, rows: 40))
        let picture = ScreenPicture(screen: screen, title: "The first screen of cksw").svg
        #expect(try Recorded.kept(at: "docs/pictures/now.svg", as: picture) == picture)
        let readme = try Recorded.kept(at: "README.md")
        let shown = readme.replacing(
            try Regex(#"<img src="docs/pictures/now\.svg" alt="[^"]*">"#),
            with: Self.image("docs/pictures/now.svg", screen))
        #expect(try Recorded.kept(at: "README.md", as: shown) == shown)
        #expect(readme.contains("docs/pictures/now.svg"))
    }

    @Test("A second picture shows the glance at 80x24")
    func glance() throws {
        let screen = try screen(Size(columns: 80, rows: 24), after: "d")
        let picture = ScreenPicture(screen: screen, title: "The glance of cksw").svg
        #expect(try Recorded.kept(at: "docs/pictures/glance.svg", as: picture) == picture)
    }

    private static func image(_ path: String, _ screen: ScreenModel) -> String {
        let text = ScreenPicture.escaped(screen.text)
        return "<img src=\"\(path)\" alt=\"\(text)\">"
    }

    @Test(
        "A picture draws each colour of a terminal as xterm does",
        arguments: [
            (16, "#000000"), (208, "#ff8700"), (160, "#d70000"), (231, "#ffffff"), (232, "#080808"),
            (248, "#a8a8a8"), (255, "#eeeeee"), (75, "#5fafff"),
        ])
    func colours(number: Int, colour: String) {
        #expect(ScreenPicture.colour(number) == colour)
    }
}
