import Testing

/// A person at the keyboard of the dashboard whose keys are counted; what is somebody's own text
/// (a name, a day, the path of a file) is typed beside the count.
final class CountedKeys {
    let terminal: PseudoTerminal
    /// The keys of each task, in the order in which they were done.
    private(set) var tasks: [(name: String, keys: Int)] = []

    init(_ terminal: PseudoTerminal) { self.terminal = terminal }

    var total: Int { tasks.reduce(0) { $0 + $1.keys } }

    func task(_ name: String, _ steps: (CountedKeys) throws -> Void) throws {
        tasks.append((name, 0))
        try steps(self)
    }

    /// Each character is a key: letters that choose, Tab, Enter, Ctrl-S.
    func press(_ keys: String) throws {
        tasks[tasks.count - 1].keys += keys.count
        try send(keys)
    }

    func type(_ text: String) throws { try send(text) }

    private func send(_ text: String) throws {
        terminal.send(text)
        try terminal.waitIdle()
    }
}
