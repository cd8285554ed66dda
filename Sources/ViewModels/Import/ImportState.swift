import Domain

/// What is to be brought in: a school's own file, or the folder of a bundle.
public struct ImportRequest: Hashable, Sendable {
    public let path: String
    /// The date of admission of new pupils for whom the file has none.
    public let admitted: Day?
    /// What the person says the file is; `nil` where the file itself decides.
    public let kind: ImportKind?
    /// What the person says that headings stand for; `nil` inside: not to be read.
    public var headings: [String: String?] = [:]
    /// Whether children are taken by full name and class, for the person to confirm.
    public var confirmsNames = false

    public init(path: String, admitted: Day? = nil, kind: ImportKind? = nil) {
        self.path = path
        self.admitted = admitted
        self.kind = kind
    }
}

/// The way of a school's own file into the store: name it, look it over, take it in, then confirm
/// the looked-after children and enter the year's dates.
///
/// Nothing is written before it has been shown; every later step is a form of its own.
public struct ImportState: Sendable {
    enum Step: Sendable {
        case path
        case planning
        case preview(ImportPreview)
        /// The columns of the file, each with what it was taken for.
        case columns(ImportPreview)
        /// The fields that a column may be, narrowed by letters typed.
        case fields(ImportPreview, column: Int)
        case followUp(ImportPreview)
    }

    /// What is still to be done after an import.
    enum Task: Hashable, Sendable {
        case confirm(ImportPreview.Marked)
        case dates(AcademicYear)
    }

    private(set) var step = Step.path
    private(set) var path = LineEditor()
    private(set) var admitted = LineEditor()
    /// Whether the keys go to the date of admission.
    private(set) var isAtAdmitted = false
    private(set) var selected = 0
    /// The form of a follow-up, over the list.
    private(set) var inner: InnerForm
    private(set) var context: CommandContext
    private(set) var notice: (words: String, tone: Tone)?
    /// What the person says the file is; `nil` where the file itself decides.
    let kind: ImportKind?
    /// What was said of this file: its headings, and whether its names were looked at.
    private(set) var request: ImportRequest?
    /// The letters by which the fields are narrowed.
    private(set) var letters = LineEditor()

    /// - Parameter drafts: what was typed into its forms and not saved.
    public init(
        in context: CommandContext, drafts: [String: String] = [:], kind: ImportKind? = nil
    ) {
        self.context = context
        self.kind = kind
        inner = InnerForm(drafts: drafts)
    }

    // MARK: What the program answers

    /// The plan of the file that was named.
    public mutating func show(_ preview: ImportPreview) {
        step = .preview(preview)
        selected = 0
        notice = nil
    }

    /// What was asked for was refused.
    public mutating func refused(_ words: String) {
        if !inner.isOpen, case .planning = step { step = .path }
        if inner.isOpen { inner.form?.notice = words } else { notice = (words, .error) }
    }

    /// The facts have changed: by this import, or by a form of it.
    public mutating func update(_ facts: Facts) {
        context.facts = facts
        inner.form?.update(facts)
    }

    /// What was typed into a form is on disk.
    mutating func saved(at instant: Instant) { inner.form?.savedAt = instant }

    /// What was asked for is done.
    ///
    /// - Returns: whether something is left to do here.
    public mutating func done() -> Bool {
        if inner.isOpen {
            inner.close()
        } else if case .preview(let preview) = step {
            step = .followUp(preview)
            selected = 0
            notice = ("\(preview.shortName) is in. u takes it back as one step.", .met)
        }
        selected = min(selected, max(0, tasks.count - 1))
        // In setting up, what is still to do has steps of its own.
        return kind == nil && !tasks.isEmpty
    }

    /// Children to confirm and years to enter, without those that are on record by now.
    var tasks: [Task] {
        guard case .followUp(let preview) = step else { return [] }
        let children = preview.lookedAfter.filter { marked in
            let statuses = context.facts.pupils[marked.pupil]?.statuses ?? []
            return !statuses.contains { $0.kind == .cla && $0.span.to == nil }
        }
        let years = preview.yearsWithoutTerms.filter {
            context.facts.school.calendar.terms(of: $0).count < TermName.allCases.count
        }
        return children.map(Task.confirm) + years.map(Task.dates)
    }

    // MARK: Keys

    public mutating func press(_ key: Key) -> Effect {
        if inner.isOpen { return inner.press(key) }
        switch step {
        case .path: return pressPath(key)
        case .planning: return key == .escape ? .close : .none
        case .preview(let preview): return press(key, preview)
        case .columns(let preview): return pressColumns(key, preview)
        case .fields(let preview, let column): return pressFields(key, preview, column)
        case .followUp: return pressTasks(key)
        }
    }

    private mutating func pressPath(_ key: Key) -> Effect {
        notice = nil
        switch key {
        case .escape: return .close
        case .enter, .control("s"):
            let name = path.text.trimmingSpaces
            guard !name.isEmpty else {
                notice = ("Type the name of a file, or of a bundle's folder.", .warning)
                return .none
            }
            guard admitted.text.isEmpty || admissionDay != nil else {
                isAtAdmitted = true
                notice = ("Admitted is not a date like 2 sep or 2026-09-02.", .warning)
                return .none
            }
            return plan(ImportRequest(path: name, admitted: admissionDay, kind: kind))
        case .tab, .backTab, .up, .down:
            isAtAdmitted.toggle()
            return .none
        default:
            _ = isAtAdmitted ? admitted.handle(key) : path.handle(key)
            return .none
        }
    }

    /// The date of admission as it was typed; `nil` where it is none.
    var admissionDay: Day? {
        DateWords(today: context.today, lean: .past).day(admitted.text)
    }

    private mutating func plan(_ request: ImportRequest) -> Effect {
        self.request = request
        step = .planning
        return .planImport(request)
    }

    private mutating func press(_ key: Key, _ preview: ImportPreview) -> Effect {
        switch key {
        case .character("c") where !preview.columns.isEmpty:
            step = .columns(preview)
            selected = 0
            return .none
        case .character("n") where preview.needsNames:
            guard var request else { return .none }
            request.confirmsNames = true
            return plan(request)
        case .character("o") where preview.question != nil:
            guard var request else { return .none }
            for heading in preview.unread { request.headings[heading] = .some(nil) }
            return plan(request)
        case .character("y"), .control("s"):
            if let question = preview.question {
                notice = ("\(question). c says what they hold, o leaves them out.", .warning)
                return .none
            }
            if let command = preview.command { return .record(command) }
            // A file that changes nothing may still mark children and need dates.
            guard !preview.isRefused else { return .none }
            step = .followUp(preview)
            if kind != nil || tasks.isEmpty { return .close }
            return .none
        case .escape:
            step = .path
            return .none
        default:
            scroll(key, among: PreviewLines(preview).count)
            return .none
        }
    }

    private mutating func pressColumns(_ key: Key, _ preview: ImportPreview) -> Effect {
        switch key {
        case .escape:
            step = .preview(preview)
            selected = 0
        case .enter:
            guard preview.columns.indices.contains(selected) else { return .none }
            step = .fields(preview, column: selected)
            letters = LineEditor()
            selected = 0
        default: scroll(key, among: preview.columns.count)
        }
        return .none
    }

    private mutating func pressFields(
        _ key: Key, _ preview: ImportPreview, _ column: Int
    ) -> Effect {
        let choices = preview.choices(letters.text)
        switch key {
        case .escape:
            step = .columns(preview)
            selected = column
            return .none
        case .enter:
            guard choices.indices.contains(selected), var request else { return .none }
            request.headings[preview.columns[column].heading] = .some(choices[selected].name)
            return plan(request)
        case .up, .down, .pageUp, .pageDown, .home, .end: scroll(key, among: choices.count)
        default:
            if letters.handle(key) { selected = 0 }
        }
        return .none
    }

    private mutating func pressTasks(_ key: Key) -> Effect {
        switch key {
        case .escape: return .close
        case .enter:
            guard tasks.indices.contains(selected) else { return .close }
            open(tasks[selected])
            return .none
        default:
            scroll(key, among: tasks.count)
            return .none
        }
    }

    private mutating func scroll(_ key: Key, among count: Int) {
        let last = max(0, count - 1)
        switch key {
        case .down, .character("j"): selected = min(selected + 1, last)
        case .up, .character("k"): selected = max(selected - 1, 0)
        case .pageDown: selected = min(selected + 10, last)
        case .pageUp: selected = max(selected - 10, 0)
        case .home: selected = 0
        case .end: selected = last
        default: break
        }
    }

    private mutating func open(_ task: Task) {
        notice = nil
        var place = context
        switch task {
        case .confirm(let marked):
            place.origin = ActionOrigin(pupil: marked.pupil)
            guard context.facts.pupils[marked.pupil] != nil else {
                notice = ("\(marked.name) is not on record any more.", .error)
                return
            }
            inner.open(
                .statusBegin, in: place, begin: ["status": CareKind.cla.rawValue, "from": ""])
        case .dates(let year):
            place.origin = ActionOrigin()
            inner.open(.term, in: place, begin: ["academic_year": year.label])
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
