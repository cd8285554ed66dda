import Domain

/// Attendance and attainment of the children known today, beside other pupils: numbers, no name.
struct CohortFigures: Sendable {
    /// The sessions of a group of children this year.
    struct Line: Sendable {
        let words: String
        let children: Int
        let sessions: AttendanceFigure
        /// How many of them are persistently or severely absent.
        let persistent: Int

        fileprivate init(_ words: String, _ children: [Child], _ model: Model) {
            self.words = words
            self.children = children.count
            let figures = children.map { $0.facts.attendance(upTo: model.today, under: model.pack) }
            sessions = AttendanceFigure(
                possible: figures.map(\.possible).reduce(0, +),
                attended: figures.map(\.attended).reduce(0, +))
            persistent = children.count { $0.level == .persistent || $0.level == .severe }
        }
    }

    /// Everyone, then by every status that a child holds.
    let lines: [Line]
    let gaps: [GapFigure]
    /// Other pupils' attendance of the latest term on record this year.
    let peers: String?
    let peerPupils: Int

    init(_ model: Model) {
        let groups = CohortLabel.allCases.map { label in
            (label.rawValue, model.children.filter { $0.labels.contains(label) })
        }.filter { !$0.1.isEmpty }
        lines = [Line("All", model.children, model)] + groups.map { Line($0.0, $0.1, model) }
        gaps = GapFigure.all(model.facts, on: model.today, under: model.pack)
        let others = model.facts.school.peers(
            "attendance", in: AcademicYear(of: model.today), by: model.today)
        peers = others?.value
        peerPupils = others?.pupils ?? 0
    }
}
