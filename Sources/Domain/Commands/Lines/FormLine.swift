/// A line of a form that has one for each child, role or term.
public struct FormLine: Hashable, Sendable {
    public enum Cell: Hashable, Sendable {
        /// To be filled in, with what is offered.
        case open(String)
        /// What is on record already; it is not asked again.
        case stands(String)
        /// Not asked of this line.
        case none
    }

    /// What tells it from the other lines; empty for one that somebody adds.
    public let key: String
    /// What stands before its cells; empty where the first cell names it.
    public let label: String
    /// The child whom it is about, where that is settled from the start.
    public let pupil: PupilRef?
    public var cells: [Cell]

    public init(key: String, label: String = "", pupil: PupilRef? = nil, cells: [Cell]) {
        self.key = key
        self.label = label
        self.pupil = pupil
        self.cells = cells
    }
}

/// What is wrong with one cell of such a form.
public struct LineFault: Error, Hashable, Sendable {
    /// The place of the line, from 0.
    public let line: Int
    /// The place of the column; `nil` for the line as a whole.
    public let column: Int?
    /// The end of a sentence that begins with the column.
    public let problem: String

    public init(line: Int, column: Int?, problem: String) {
        self.line = line
        self.column = column
        self.problem = problem
    }
}

/// All that is wrong with the lines of a form.
public struct LineFaults: Error, Hashable, Sendable {
    public let faults: [LineFault]
}

/// A form that has a line for each child, role or term, and is saved as one step of the history.
public struct LinesSpec: Sendable {
    /// What one line records: the action, its entries, and the field that each column fills where
    /// its name is another.
    struct Making {
        let spec: ActionSpec
        var entries: Entries
        var fields: [String: String] = [:]
        var pupil: PupilRef?
    }

    /// The step of setting up that it is for.
    public let step: SetupStep
    public let title: String
    /// The title of what stands before the cells; `nil` where nothing does.
    public let heading: String?
    public let columns: [LineColumn]
    /// Whether lines can be added.
    public let isOpen: Bool
    /// As the history names the change.
    let action: String
    let begin: @Sendable (CommandContext, SetupFacts) -> [FormLine]
    /// What is to be known of the whole.
    let remarks: @Sendable (CommandContext) -> [String]
    let make: @Sendable (FormLine, [String], CommandContext) -> Making?

    /// The lines as the form opens.
    public func lines(in context: CommandContext, _ setup: SetupFacts) -> [FormLine] {
        begin(context, setup)
    }

    public func notes(in context: CommandContext) -> [String] { remarks(context) }

    /// An empty line, where lines can be added.
    public var emptyLine: FormLine {
        FormLine(key: "", cells: columns.map { _ in .open("") })
    }
}

extension LinesSpec {
    /// The command of all lines; `nil` where none of them records anything.
    ///
    /// - Parameter values: of each line what its cells record, empty where nothing is; lines that are
    ///   not to be recorded are `nil`.
    public func command(
        _ lines: [(line: FormLine, values: [String])?], in context: CommandContext
    ) throws(LineFaults) -> Command? {
        var faults: [LineFault] = []
        var changes: [RecordChange] = []
        var seen: [RecordKey: Record?] = [:]
        for (index, filled) in lines.enumerated() {
            guard let filled else { continue }
            let missing = columns.indices.filter { column in
                guard case .open = filled.line.cells[column] else { return false }
                return columns[column].isRequired && filled.values[column].isEmpty
            }
            guard missing.isEmpty else {
                faults += missing.map { LineFault(line: index, column: $0, problem: "is missing") }
                continue
            }
            guard let making = make(filled.line, filled.values, context) else { continue }
            switch record(making, index, context, after: seen) {
            case .success(let command):
                changes += command.changes
                seen.merge(command.seen) { own, _ in own }
            case .failure(let found): faults += found.faults
            }
        }
        guard faults.isEmpty else { throw LineFaults(faults: faults) }
        guard !changes.isEmpty else { return nil }
        return Command(action: action, subject: .school, changes: changes, seen: seen)
    }

    /// The command of one line. The seeds of two lines lie far apart; where two ids meet all the same
    /// another is taken.
    private func record(
        _ making: Making, _ index: Int, _ context: CommandContext,
        after seen: [RecordKey: Record?]
    ) -> Result<Command, LineFaults> {
        var own = context
        own.origin = ActionOrigin(pupil: making.pupil)
        if let pupil = making.pupil {
            // A child's own records are all that its line is checked against.
            own.facts.pupils = context.facts.pupils[pupil].map { [pupil: $0] } ?? [:]
        }
        for attempt in 0..<8 {
            own.seed = context.seed &+ UInt64(index * 8 + attempt) &* 0x1_0000
            do {
                let command = try making.spec.command(making.entries, in: own)
                if command.seen.keys.allSatisfy({ seen[$0] == nil }) { return .success(command) }
            } catch {
                return .failure(told(error.faults, making, index))
            }
        }
        return .failure(
            LineFaults(
                faults: [LineFault(line: index, column: 0, problem: "is on another line already")]))
    }

    private func told(_ faults: [EntryFault], _ making: Making, _ index: Int) -> LineFaults {
        LineFaults(
            faults: faults.map { fault in
                let column = columns.firstIndex {
                    (making.fields[$0.name] ?? $0.name) == fault.field
                }
                return LineFault(
                    line: index, column: column,
                    problem: column == nil ? "\(fault.field) \(fault.problem)" : fault.problem)
            })
    }
}
