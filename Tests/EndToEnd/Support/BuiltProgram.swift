import Foundation

/// The programs that were built with these tests stand beside them.
enum BuiltProgram {
    static let cksw = path("cksw")
    static let terminalProbe = path("TerminalProbe")

    private static func path(_ name: String) -> String {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests ?? "").deletingLastPathComponent()
            .appendingPathComponent(name).path
    }
}
