import Terminal
import ViewModels

/// A list of children with a reason below that follows the selection.
struct ProbeList: Program {
    private static let names = [
        "Bea Ashworth", "Sam Field", "Tomi Adeyemi", "Ned Carver", "Max Ibe", "Ayò Daniels",
        "Zoë Quinn", "字 Wide", "Ivy Okafor", "Leo Marsh",
    ]

    let title: String
    let waker: Waker
    private var selected = 0
    private var note = ""
    private(set) var isAsking = false

    init(title: String, waker: Waker) {
        self.title = title
        self.waker = waker
    }

    mutating func handle(_ event: Event) -> Outcome {
        switch event {
        case .key(let key):
            return isAsking ? answer(key) : press(key)
        case .resized(let size): note = "resized \(size.columns)x\(size.rows)"
        case .resumed: note = "resumed"
        case .wake: note = "woken"
        case .shown, .tick: return .none
        case .hangUp, .terminate, .abandoned: note = "ended"
        }
        return .redraw
    }

    private mutating func press(_ key: Key) -> Outcome {
        switch key {
        case .down, .character("j"): selected = min(selected + 1, Self.names.count - 1)
        case .up, .character("k"): selected = max(selected - 1, 0)
        case .character("q"): return .quit
        case .character("d"): isAsking = true
        case .character("w"): waker.wake()
        case .character("!"): fatalError("asked to crash")
        default: note = key.label
        }
        return .redraw
    }

    private mutating func answer(_ key: Key) -> Outcome {
        note = key == .character("y") ? "destroyed" : "kept"
        isAsking = false
        return .redraw
    }

    mutating func frame(_ size: Size) -> Frame {
        var frame = Frame.blank(size)
        write(title, row: 0, .heading, to: &frame)
        for row in 1..<max(size.rows - 3, 1) {
            let name = Self.names[(row - 1) % Self.names.count]
            let isSelected = row - 1 == selected
            let line = "\(isSelected ? "▸" : " ")\(name)  CLA  PEP of Tue 3 Nov has no target"
            write(line, row: row, isSelected ? .normal : .overdue, isSelected, to: &frame)
        }
        let name = Self.names[selected]
        let reason =
            "Why: \(name) has N this morning. ATT-3, SAFE-1: carer and social worker hear it."
        write(reason, row: size.rows - 3, .normal, to: &frame)
        write(isAsking ? "Delete? y" : note, row: size.rows - 2, .strong, to: &frame)
        write("q quit", row: size.rows - 1, .key, to: &frame)
        frame.cursor = Position(row: selected + 1, column: 0)
        return frame
    }

    private func write(
        _ text: String, row: Int, _ tone: Tone, _ isSelected: Bool = false, to frame: inout Frame
    ) {
        var column = 0
        for letter in text {
            let width: UInt8 = letter == "字" ? 2 : 1
            let cell = Cell(letter, width: width, tone: tone, isSelected: isSelected)
            frame.grid.put(cell, row: row, column: column)
            column += Int(width)
        }
    }
}
