import Domain

/// A form being filled in, for any action: fields, what is wrong with them, and what would turn.
///
/// A pure value: keys come in, effects and pages go out.
public struct FormState: Sendable {
    public private(set) var context: CommandContext
    public private(set) var spec: ActionSpec
    /// The facts when it was opened: what others change of them meanwhile is told.
    private(set) var opened: Facts
    /// The records that it has changed so far, in any of the versions that were typed.
    private var changed: Set<RecordKey> = []
    /// The child of the place where it was opened; a form about the school forgets it.
    private let pupilOfPlace: PupilRef?
    /// The id under which its draft is kept, whatever the form becomes meanwhile.
    var draftID: String
    /// The actions among which its first field chooses; none where there is but one.
    let family: [ActionID]
    private(set) var fields: [FormField]
    /// The place of the field that has the keys; -1 is the choice of the action.
    private(set) var focus = 0
    /// The letters by which an action of the family is looked for.
    private(set) var familyTyped = ""
    /// Saving was tried: what is missing is told too.
    private(set) var wasTried = false
    private(set) var faults: [EntryFault] = []
    private(set) var cautions: [Caution] = []
    private(set) var turning: TurnedDuties?
    /// Questions that were answered with yes.
    private var confirmed: Set<String> = []
    /// The question that waits for its answer.
    private(set) var question: Caution?
    private var command: Command?
    /// What is to be read before going on: a refusal, or somebody else's change.
    var notice: String?
    var savedAt: Instant?

    /// A form for an action, prefilled from where it was started.
    public init(_ spec: ActionSpec, in place: CommandContext) {
        opened = place.facts
        pupilOfPlace = place.origin.pupil
        draftID = FormModal.draftID(spec.id, in: place)
        let context = place.for(spec)
        self.context = context
        self.spec = spec
        let all = ActionFamily.of(spec.id)?.actions ?? []
        let possible = all.filter { ActionCatalogue.whyNot($0, in: place) == nil }
        family = possible.count > 1 && possible.contains(spec.id) ? possible : []
        fields = FormState.fields(spec, spec.start(in: context), context)
        focus = firstToFill
        work()
    }

    /// A form of one action and no other, with some fields filled for its purpose; `nil` where the
    /// action has no form.
    init?(_ action: ActionID, in place: CommandContext, begin: [String: String]) {
        guard let spec = ActionSpec.of(action, in: place) else { return nil }
        opened = place.facts
        pupilOfPlace = place.origin.pupil
        draftID = FormModal.draftID(spec.id, in: place)
        let context = place.for(spec)
        self.context = context
        self.spec = spec
        family = []
        let entries = spec.start(in: context, after: Entries(begin.mapValues { [$0] }))
        fields = FormState.fields(spec, entries, context)
        focus = firstToFill
        work()
    }

    private static func fields(
        _ spec: ActionSpec, _ entries: Entries, _ context: CommandContext
    ) -> [FormField] {
        spec.fields.filter(\.isShown).compactMap { field in
            let options = field.options(context, entries)
            if field.hidesEmpty, options.isEmpty { return nil }
            return FormField(field, entries[all: field.name], options)
        }
    }

    /// What the duty does not decide is asked first, else the first field that is needed and empty.
    private var firstToFill: Int {
        let isAsked = context.origin.duty?.next?.action == spec.id
        let movesPlan = spec.id == .pepPlan && fields.contains { $0.spec.name == "pep_id" }
        let asksFirst = ActionFamily.of(spec.id)?.asksFirst ?? false
        if !family.isEmpty, (asksFirst && !isAsked) || movesPlan { return -1 }
        return fields.firstIndex { $0.spec.isRequired && $0.texts.isEmpty } ?? 0
    }

    /// The child whom it is about.
    public var pupil: Pupil? {
        context.origin.pupil.flatMap { context.facts.pupils[$0]?.pupil }
    }

    // MARK: Keys

    public mutating func press(_ key: Key) -> Effect {
        if let asked = question {
            question = nil
            guard key == .character("y") else {
                focus = fields.firstIndex { $0.spec.name == asked.field } ?? focus
                return .none
            }
            confirmed.insert(asked.words)
            return save()
        }
        notice = nil
        switch key {
        case .control("s"): return save()
        case .control("n"): return beginAnew()
        case .escape: return .close
        case .tab: return move(1)
        case .backTab: return move(-1)
        default: break
        }
        return focus < 0 ? pressFamily(key) : pressField(key)
    }

    /// Without what was typed: as the form was opened.
    private mutating func beginAnew() -> Effect {
        fields = FormState.fields(spec, spec.start(in: context), context)
        wasTried = false
        focus = firstToFill
        work()
        return .changed
    }

    private mutating func pressField(_ key: Key) -> Effect {
        let (before, chosen) = (fields[focus].texts, fields[focus].chosen)
        guard fields[focus].press(key) else {
            switch key {
            case .enter, .down: return move(1)
            case .up: return move(-1)
            default: return .none
            }
        }
        guard fields[focus].texts != before else { return .none }
        // A choice that is still looked for decides nothing yet.
        let now = fields[focus].chosen
        let isDecided = fields[focus].typed.isEmpty || (now != nil && now != chosen)
        if fields[focus].spec.decidesOthers, isDecided { fillAnew(after: fields[focus]) }
        work()
        return .changed
    }

    /// Another row was chosen: the fields say what that one holds.
    private mutating func fillAnew(after field: FormField) {
        var known = hidden
        known[all: field.spec.name] = field.texts
        fields = FormState.fields(spec, spec.start(in: context, after: known), context)
        guard let place = fields.firstIndex(where: { $0.spec.name == field.spec.name }) else {
            return
        }
        fields[place] = field
    }

    private mutating func pressFamily(_ key: Key) -> Effect {
        guard let place = family.firstIndex(of: spec.id) else { return .none }
        switch key {
        case .right, .left:
            familyTyped = ""
            let step = key == .right ? 1 : family.count - 1
            return change(to: family[(place + step) % family.count])
        case .character(" ") where familyTyped.isEmpty:
            return change(to: family[(place + 1) % family.count])
        case .character(let letter):
            familyTyped.append(letter)
            return narrowFamily()
        case .backspace where !familyTyped.isEmpty:
            familyTyped.removeLast()
            return narrowFamily()
        case .control("u"):
            familyTyped = ""
            return .none
        case .enter, .down: return move(1)
        default: return .none
        }
    }

    /// Another action is taken once the letters leave one.
    private mutating func narrowFamily() -> Effect {
        let left = familyLeft
        return left.count == 1 && !familyTyped.isEmpty ? change(to: left[0]) : .none
    }

    /// The actions that the letters leave; one that is called just so is meant.
    var familyLeft: [ActionID] {
        let exact = family.filter { $0.choiceWords.folded == familyTyped.folded }
        return exact.isEmpty ? family.narrowed(by: familyTyped) { $0.choiceWords } : exact
    }

    /// Why the letters take no action; `nil` where they do.
    private var unsettledFamily: String? {
        guard !familyTyped.isEmpty, familyLeft != [spec.id] else { return nil }
        return familyLeft.isEmpty
            ? "“\(familyTyped.begun)” is none of these: choose with ← →."
            : "“\(familyTyped.begun)” fits \(familyLeft.count): type more, or choose with ← →."
    }

    /// Another action of the family; what fits it stays.
    private mutating func change(to action: ActionID) -> Effect {
        guard action != spec.id, let next = ActionSpec.of(action, in: context) else { return .none }
        context.origin.pupil = pupilOfPlace
        context = context.for(next)
        var start = next.start(in: context)
        // A date of one action is seldom that of another; free text is somebody's work.
        for field in fields {
            guard field.spec.isProse, !field.texts.isEmpty else { continue }
            if next.field(field.spec.name) != nil { start[all: field.spec.name] = field.texts }
        }
        spec = next
        fields = FormState.fields(next, start, context)
        wasTried = false
        work()
        return .changed
    }

    private mutating func move(_ step: Int) -> Effect {
        if focus < 0, let words = unsettledFamily {
            notice = words
            return .none
        }
        familyTyped = ""
        if focus >= 0 { fields[focus].settle() }
        let first = family.isEmpty ? 0 : -1
        let count = fields.count - first
        focus = first + (focus - first + step + count) % count
        let before = entries
        work()
        return before == entries ? .none : .changed
    }

    private mutating func save() -> Effect {
        wasTried = true
        if focus < 0, let words = unsettledFamily {
            notice = words
            return .none
        }
        if focus >= 0 { fields[focus].settle() }
        work()
        if let open = fields.firstIndex(where: { $0.unsettled != nil }) {
            focus = open
            notice = "One field needs mending."
            return .none
        }
        guard let command else {
            let names = Set(faults.map(\.field))
            focus = fields.firstIndex { names.contains($0.spec.name) } ?? focus
            notice =
                "\(faults.count == 1 ? "One field needs" : "\(faults.count) fields need") mending."
            return .none
        }
        if let open = cautions.first(where: { !confirmed.contains($0.words) }) {
            question = open
            return .none
        }
        return .record(command)
    }

    // MARK: What follows from the entries

    /// The entries as the command reads them.
    public var entries: Entries {
        var entries = hidden
        for field in fields {
            entries[all: field.spec.name] = field.texts.isEmpty ? [""] : field.texts
        }
        return entries
    }

    /// What fields hold that are not shown: the child, the record that is changed.
    private var hidden: Entries {
        let start = spec.start(in: context)
        var entries = Entries()
        for field in spec.fields where !field.isShown {
            entries[all: field.name] = start[all: field.name]
        }
        return entries
    }

    private mutating func work() {
        let entries = self.entries
        for place in fields.indices {
            fields[place].update(fields[place].spec.options(context, entries))
        }
        do {
            let made = try spec.command(self.entries, in: context)
            command = made
            changed.formUnion(made.seen.keys)
            faults = []
            turning = TurnedDuties.preview(
                made, context.facts, on: context.today, under: context.pack)
        } catch {
            command = nil
            faults = error.faults
            turning = preview(besides: error.faults)
        }
        cautions = spec.cautions(self.entries, in: context)
    }

    /// What would turn once the words are there that are still to be typed.
    private func preview(besides faults: [EntryFault]) -> TurnedDuties? {
        var entries = entries
        for fault in faults {
            guard fault.cause == .missing, let field = spec.field(fault.field),
                field.takesWords
            else { return nil }
            entries[fault.field] = "…"
        }
        guard let command = try? spec.command(entries, in: context) else { return nil }
        return TurnedDuties.preview(command, context.facts, on: context.today, under: context.pack)
    }

    /// The facts have changed: what the form would change may have changed too.
    public mutating func update(_ facts: Facts) {
        let seen = command?.seen ?? [:]
        var facts = facts
        // A child whom the pages do not show (no status yet) stays as the form was given it.
        for ref in context.facts.pupils.keys where facts.pupils[ref] == nil {
            facts.pupils[ref] = context.facts.pupils[ref]
        }
        context.facts = facts
        for (key, record) in seen where facts.record(key) != record {
            notice =
                "Somebody else has changed the same \(key.kind.definition.singular) meanwhile: "
                + "look it over before you save."
        }
        work()
    }

    // MARK: Drafts

    /// What was typed, with where the form was opened.
    public var draft: String {
        DraftBody(
            action: spec.id, record: context.origin.record, duty: context.origin.duty?.id,
            group: context.origin.group, seen: changed.sorted().compactMap(opened.record),
            texts: Dictionary(
                fields.map { ($0.spec.name, $0.texts) }, uniquingKeysWith: { first, _ in first })
        ).text
    }

    /// Takes up a draft; what does not belong to this form is left.
    public mutating func restore(_ draft: String) {
        guard let body = DraftBody(draft), body.action == spec.id || family.contains(body.action)
        else { return }
        if let record = body.record { context.origin.record = record }
        context.origin.pupil = pupilOfPlace
        guard let spec = ActionSpec.of(body.action, in: context) else { return }
        context = context.for(spec)
        self.spec = spec
        fields = FormState.fields(spec, Entries(body.texts), context)
        for place in fields.indices {
            fields[place].takeUp(body.texts[fields[place].spec.name] ?? [])
        }
        opened = context.facts.applying(
            body.seen.map { .put($0) }, bankHolidays: context.pack.bankHolidays)
        notice = DraftBody.notice(body.at, on: context.now.londonDay)
        work()
    }
}

extension CommandContext {
    /// The same place as an action sees it: what is about the school has no child.
    fileprivate func `for`(_ spec: ActionSpec) -> CommandContext {
        guard spec.isOfSchool else { return self }
        var context = self
        context.origin.pupil = nil
        return context
    }
}

extension FieldSpec {
    /// Words of any kind, which no rule reads.
    fileprivate var takesWords: Bool {
        switch kind {
        case .line, .text: true
        case .pupil, .id, .day, .instant, .choice, .person, .people, .several, .money, .flag: false
        }
    }

    /// What the field offers.
    fileprivate func options(_ context: CommandContext, _ entries: Entries) -> [Choice] {
        switch kind {
        case .choice(let options), .person(let options), .people(let options),
            .several(let options):
            options(context, entries)
        case .flag: [Choice("yes"), Choice("no")]
        case .pupil, .id, .line, .text, .day, .instant, .money: []
        }
    }
}
