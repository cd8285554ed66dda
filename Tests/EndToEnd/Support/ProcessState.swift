import Foundation
import Glibc

/// What /proc tells of a process.
struct ProcessState {
    let id: pid_t

    /// Times that its first thread has been put aside; it grows whenever the thread has run.
    var switches: Int {
        lines("status").reduce(0) { sum, line in
            guard line.contains("ctxt_switches:") else { return sum }
            return sum + (line.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) } ?? 0)
        }
    }

    /// Whether its first thread waits for input in a call made for that, and no other thread runs.
    ///
    /// A program that keeps its memory private tells its call to root alone; to others, that it
    /// sleeps.
    var isWaitingForInput: Bool {
        let call = lines("syscall").first?.split(separator: " ").first.flatMap { Int($0) }
        if let call, !Self.waitingCalls.contains(call) { return false }
        if call == nil, geteuid() == 0 { return false }
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: path("task"))) ?? []
        return !threads.isEmpty && threads.allSatisfy { state(of: "task/\($0)/stat") == "S" }
    }

    /// The processes that it has started and that still run.
    var children: [pid_t] {
        lines("task/\(id)/children").first?.split(separator: " ").compactMap { pid_t($0) } ?? []
    }

    /// Whether a text stands in memory that it may write to; `nil` where nobody may look.
    func remembers(_ text: String) -> Bool? {
        guard let memory = FileHandle(forReadingAtPath: path("mem")) else { return nil }
        let sought = Data(text.utf8)
        return lines("maps").contains { line in
            let parts = line.split(separator: " ")
            guard parts.count > 1, parts[1].hasPrefix("rw") else { return false }
            let ends = parts[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
            guard ends.count == 2, (try? memory.seek(toOffset: ends[0])) != nil,
                let bytes = try? memory.read(upToCount: Int(ends[1] - ends[0]))
            else { return false }
            return bytes.range(of: sought) != nil
        }
    }

    var isStopped: Bool { state(of: "stat") == "T" }

    /// The letter after the name, which stands in brackets and may itself hold any.
    private func state(of file: String) -> Character? {
        guard let line = lines(file).first, let bracket = line.lastIndex(of: ")") else {
            return nil
        }
        return line[bracket...].dropFirst(2).first
    }

    private func path(_ file: String) -> String { "/proc/\(id)/\(file)" }

    private func lines(_ file: String) -> [Substring] {
        let text = (try? String(contentsOfFile: path(file), encoding: .utf8)) ?? ""
        return text.split(separator: "\n")
    }

    /// read, poll, select, ppoll, pselect6, epoll_wait, epoll_pwait, by their numbers.
    private static var waitingCalls: Set<Int> {
        #if arch(arm64)
            [63, 72, 73, 22]
        #else
            [0, 7, 23, 270, 271, 232, 281]
        #endif
    }
}
