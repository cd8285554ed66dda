import Domain

extension ReportDesk {
    private static let width = 72
    private static let most = 25

    /// Now for an inbox: at most 25 lines of 72 columns; one where there is nothing to do.
    var morning: [ReportSection] {
        let head = "\(model.schoolName), \(today.long)"
        guard !model.now.isEmpty else {
            return [lines([ReportWords(Self.cut("\(head): nothing to do today."))])]
        }
        let room = Self.most - 1 - notices.count
        let shown = model.now.count <= room ? model.now.count : room - 1
        let rest = model.now.count - shown
        let states: [DutyState] = [.overdue, .unknown, .soon]
        let counts = states.compactMap { state -> String? in
            let count = model.tally[state]
            return count == 0 ? nil : "\(count) \(state == .soon ? "soon" : state.word)"
        }
        return [
            lines(
                [ReportWords(Self.cut("\(head): \(counts.joined(separator: ", "))"))]
                    + model.now.prefix(shown).map(line)
                    + (rest > 0 ? [ReportWords("and \(rest) more: cksw show now")] : []))
        ]
    }

    private func lines(_ words: [ReportWords]) -> ReportSection {
        ReportSection(ReportID.morning.title, [.list(words)])
    }

    /// `! B. A. CP: PEP this term, none planned (4 days late)`.
    private func line(_ line: NowLine) -> ReportWords {
        let duty = line.duty
        let label = duty.subject.pupil.flatMap { model.child($0)?.label?.rawValue } ?? ""
        let who = [name(of: duty.subject), label].filter { !$0.isEmpty }.joined(separator: " ")
        let more = line.others.isEmpty ? "" : "(\(line.others.count + 1)) "
        let when = model.when(duty)
        let tail = when.isEmpty ? "" : " (\(when))"
        let words = "\(duty.state.glyph) \(who): \(more)\(duty.line(on: model.today))"
        return ReportWords(
            Self.cut(words, to: Self.width - tail.count) + tail,
            ids: ids([duty.id.text] + line.others.map(\.text)))
    }

    private static func cut(_ text: String, to width: Int = width) -> String {
        text.shortened(to: max(8, width))
    }
}
