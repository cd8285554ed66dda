/// A time in which a child's attendance or punctuality gives cause for concern (ATT-1, ATT-2).
public struct Concern: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case attendance, punctuality
    }

    public let kind: Kind
    /// The first bad day.
    public let opened: Day
    /// The day on which it closed, its last; `nil` while it is open.
    public let closed: Day?
    /// The figure up to the day on which it opened.
    public let figure: AttendanceFigure
    /// Whether it opened because every one of the last days had a missed session, or (punctuality)
    /// how many late marks the window held.
    public let isRun: Bool
    public let lateMarks: Int

    public func isOpen(on day: Day) -> Bool { closed.map { day <= $0 } ?? true }

    /// The reference of the duties that follow.
    public var reference: Duty.Reference { .concern(kind, opened: opened) }
}

/// Finds the concerns of one child and year by one pass over its school days.
struct ConcernScan {
    let register: Register
    let days: ArraySlice<Day>
    let pack: PolicyPack

    func attendance() -> [Concern] {
        var figure = AttendanceFigure()
        var next = register.year.first
        var run = 0
        return concerns(.attendance) { day in
            // Marks on days without school count in the figure, so the span since the last day.
            while next <= day {
                let one = register.figure(on: next)
                figure.possible += one.possible
                figure.attended += one.attended
                next = next + 1
            }
            run = register.figure(on: day).missed > 0 ? run + 1 : 0
            let isLow =
                figure.possible >= pack[.minimumSessions] && figure.level(under: pack) != .fine
            let isRun = run >= pack[.runDays]
            return isLow || isRun ? Trigger(figure: figure, isRun: !isLow, lateMarks: 0) : nil
        }
    }

    func punctuality() -> [Concern] {
        var window: [Int] = []
        return concerns(.punctuality) { day in
            let (am, pm) = register.bytes(on: day)
            window.append((isLate(am) ? 1 : 0) + (isLate(pm) ? 1 : 0))
            if window.count > pack[.punctualityDays] { window.removeFirst() }
            let total = window.reduce(0, +)
            guard total >= pack[.punctualityMarks] else { return nil }
            return Trigger(figure: AttendanceFigure(), isRun: false, lateMarks: total)
        }
    }

    private struct Trigger {
        let figure: AttendanceFigure
        let isRun: Bool
        let lateMarks: Int
    }

    private func isLate(_ byte: UInt8) -> Bool {
        guard let code = RegisterCode(byte: byte) else { return false }
        return code.isLate
    }

    private func concerns(_ kind: Concern.Kind, bad: (Day) -> Trigger?) -> [Concern] {
        var found: [Concern] = []
        var open: (day: Day, trigger: Trigger)?
        var clear = 0
        func close(_ day: Day?) {
            guard let opened = open else { return }
            found.append(
                Concern(
                    kind: kind, opened: opened.day, closed: day, figure: opened.trigger.figure,
                    isRun: opened.trigger.isRun, lateMarks: opened.trigger.lateMarks))
            open = nil
        }
        for day in days {
            if let trigger = bad(day) {
                clear = 0
                if open == nil { open = (day, trigger) }
            } else if open != nil {
                clear += 1
                if clear == pack[.clearDays] { close(day) }
            }
        }
        close(nil)
        return found
    }
}

extension RegisterCode {
    private static let late: Set<RegisterCode> = Set(["L", "U"].compactMap { RegisterCode($0) })
    private static let unexplained: Set<RegisterCode> = Set(
        ["N", "O"].compactMap { RegisterCode($0) })

    /// Arrived late, before or after the register closed.
    public var isLate: Bool { RegisterCode.late.contains(self) }
    /// No reason is known: `N` not yet, `O` in the end.
    public var isUnexplained: Bool { RegisterCode.unexplained.contains(self) }
    /// The reason is still to be found out.
    public var awaitsReason: Bool { text == "N" }
}
