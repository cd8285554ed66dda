import Domain

/// A person at the screen: which page stands there, what is selected, and what a key does.
///
/// A pure state machine: keys and models come in, pages and effects go out.
public struct Session: Sendable {
    /// What the pages show: all names, or initials alone.
    public private(set) var model: Model
    /// What is known, with all names: for forms and for the store.
    public private(set) var known: Model
    /// Whether pages show initials, for a meeting where others see the screen.
    public private(set) var hasInitials = false
    /// The way from the first page to this one; never empty.
    var places: [Place]
    var sources = Sources()
    var prompt: LinePrompt?
    var modal: (any Modal)?
    var message: Message?
    /// What the form that was just saved does, for the line from which it was opened.
    var doing: String?

    /// Begins on the glance for whom it is made, else on the dashboard.
    ///
    /// - Parameter now: how the person reads Now.
    public init(_ model: Model, first: PageName? = nil, now: NowView = .byChild) {
        let name = first ?? (model.person.opensOnGlance ? .glance : model.access.first)
        self.init(root: name, model, Sources(now: now))
    }

    private init(root name: PageName, _ model: Model, _ sources: Sources) {
        self.model = model
        known = model
        let allowed = model.access.allows(name) ? name : .help
        if let content = allowed.entry.content(model, sources) {
            places = [Place(allowed, content, model)]
            message =
                allowed == name && !model.access.clearance.isNothing
                ? nil : Message(Session.refusal(model))
        } else {
            places = [Place(.help, .help(model), model)]
            message = Message("Nothing is on record under \(name.id).")
        }
        self.sources = sources
    }

    /// Why a page or an action is not for this person; it says nothing of what is on record.
    static func refusal(_ model: Model) -> String {
        model.access.clearance.isNothing
            ? "This login holds no role today; ask whoever keeps the store."
            : "This is not for your role; ask the head or whoever keeps the store."
    }

    /// Where the person is.
    var place: Place {
        get { places[places.count - 1] }
        set { places[places.count - 1] = newValue }
    }

    public var pageName: PageName { place.name }

    /// How Now is read.
    public var nowView: NowView { sources.now }

    /// The child whose page stands there.
    public var subject: PupilRef? { place.content.subject }

    /// Whether a question stands on the screen that keys typed before it was seen must not answer.
    public var isAsking: Bool {
        modal?.isAsking ?? false
    }

    /// Whether a message waits to be read.
    public var hasSomethingToSay: Bool { message != nil }

    // MARK: What the program tells

    /// The facts have changed: by somebody else, where there are news.
    public mutating func update(_ model: Model, news: News? = nil) {
        // What was rehearsed came of what was on record before.
        sources.year = nil
        take(model)
        if let news { message = Message(news, self.model) }
    }

    private mutating func take(_ model: Model) {
        known = model
        self.model = hasInitials ? model.withInitials : model
        modal?.update(model)
        rebuild()
    }

    /// Shows initials instead of names on every page, or names again.
    mutating func toggleInitials() {
        hasInitials.toggle()
        message = nil
        take(known)
        // Rows that stay in their place after they were dealt with still bear names.
        for place in places.indices { places[place].refresh(model) }
    }

    /// What `Effect.load` asked for.
    public mutating func show(_ entries: [HistoryEntry], of part: JournalPart) {
        sources.journal[part] = entries
        rebuild()
    }

    /// Now as the person reads it, on the line of the same duty.
    public mutating func show(now view: NowView) {
        guard view != sources.now else { return }
        let duty = place.selection?.duty
        sources.now = view
        rebuild()
        // What has been dealt with has its place in one of the two lists alone.
        for place in places.indices { places[place].refresh(model) }
        if let duty { place.select(duty) }
    }

    /// What the person has begun and not finished.
    public mutating func show(drafts: [Draft]) {
        guard drafts != model.drafts else { return }
        model.drafts = drafts
        known.drafts = drafts
        rebuild()
    }

    /// Everyone on roll, whom the model of the first frame may not have had.
    public mutating func show(roster: [Pupil]) {
        known.setRoster(roster)
        model.setRoster(hasInitials ? roster.map(\.withInitials) : roster)
    }

    /// What others have changed since the person last looked.
    public mutating func show(unread: Unread) {
        guard model.access.allows(.since) else { return }
        let model = self.model
        let allowed = unread.filtered { model.pupil($0) != nil }
        guard allowed != model.unread else { return }
        let showsSome = !allowed.isEmpty || model.unread?.isEmpty == false
        self.model.unread = allowed
        known.unread = allowed
        // At most starts there is nothing to read, and no page but its own says so.
        if showsSome || place.name == .since { rebuild() }
    }

    /// A form, or another page that takes every key until it is left.
    public mutating func present(_ modal: any Modal) { self.modal = modal }

    /// What an import would do, for the import page that asked.
    public mutating func show(preview: ImportPreview) {
        guard var page = modal as? ImportModal else { return }
        page.show(preview)
        modal = page
    }

    /// The id of the draft that the modal keeps.
    public var draftID: String? { modal?.draftID }

    /// The modal's draft is on disk; whether there is a modal to say so.
    public mutating func saved(at: Instant) -> Bool {
        modal?.saved(at: at)
        return modal != nil
    }

    /// What the form asked to record moved on between two looks at it; whether there is a form that
    /// shows both versions.
    public mutating func settle(_ conflicts: [Conflict], of command: Command) -> Bool {
        guard var form = modal as? FormModal else { return false }
        form.settle(conflicts, of: command)
        modal = form
        return true
    }

    /// What the modal asked for is done.
    public mutating func close(saying words: String? = nil) {
        if modal?.recorded() != true { modal = nil }
        // What the tags were for is done.
        place.untag()
        if modal == nil {
            if let doing { place.note(doing) }
            selectNextStep()
        }
        doing = nil
        if let words { say(words) }
    }

    /// A child has just come on roll, or has another number: the child's page stands there next.
    public mutating func arrive(_ pupil: PupilRef) -> Effect {
        guard model.pupil(pupil) != nil, subject != pupil else { return .redraw }
        return go(to: .pupil(pupil))
    }

    /// What the modal, or the last key, asked for was refused.
    public mutating func refuse(_ words: String) {
        if modal == nil { message = Message(words, .error) } else { modal?.refused(words) }
    }

    /// The page that was just opened must not be seen: it is left for the one before it.
    public mutating func withdraw(saying words: String) {
        if places.count > 1 { places.removeLast() }
        refuse(words)
    }

    /// Says something that stays until it is read.
    ///
    /// - Parameter pupil: the child whom the words name, so that no other child's page shows them.
    public mutating func say(_ words: String, about pupil: PupilRef? = nil) {
        message = Message(words, about: pupil)
    }

    /// Makes every page anew from the model; those whose child or PEP is gone are left.
    mutating func rebuild() {
        let rebuilt = places.compactMap { place -> Place? in
            // A role may have ended meanwhile.
            guard model.access.allows(place.name),
                let content = place.name.entry.content(model, sources)
            else { return nil }
            var place = place
            place.update(content, model)
            return place
        }
        places = rebuilt.isEmpty ? [Place(.help, .help(model), model)] : rebuilt
    }

    // MARK: Going

    mutating func go(to name: PageName) -> Effect {
        guard model.access.allows(name) else {
            message = Message(Session.refusal(model))
            return .redraw
        }
        guard let content = name.entry.content(model, sources) else {
            message = Message("Nothing is on record under \(name.id).")
            return .redraw
        }
        guard name != place.name else { return .redraw }
        places.append(Place(name, content, model))
        if let part = name.journal { return .load(part) }
        return content.subject.map { .look(.pupil($0), page: name.id) } ?? .redraw
    }

    /// Goes to a page from anywhere: Esc then leads to the first page.
    mutating func jump(to name: PageName) -> Effect {
        places.removeLast(places.count - 1)
        if place.name == name {
            place.refresh(model)
            return .redraw
        }
        return go(to: name)
    }
}

/// What pages are made from beside the model.
struct Sources {
    var withOthers = false
    var now = NowView.byChild
    /// Whether a history tells who looked, beside who changed.
    var withLooks = false
    /// What has been read of the journal.
    var journal: [JournalPart: [HistoryEntry]] = [:]
    /// The year as it was rehearsed; `nil` while that is worked out.
    var year: RehearsedYear?
}

/// Something that has just been said; stays until it is read.
struct Message: Sendable {
    let words: String
    let tone: Tone
    /// The child whom the words name.
    let pupil: PupilRef?

    init(_ words: String, _ tone: Tone = .warning, about pupil: PupilRef? = nil) {
        self.words = words
        self.tone = tone
        self.pupil = pupil
    }

    /// `Bea Ashworth changed by M Osei 09:31`.
    init(_ news: News, _ model: Model) {
        let who: String
        switch news.pupils.count {
        case 0: who = "The school"
        case 1: who = model.name(of: .pupil(news.pupils[0]))
        default: who = "\(news.pupils.count) children"
        }
        self.init(
            "\(who) changed by \(news.by) \(news.at.londonClock)",
            about: news.pupils.count == 1 ? news.pupils[0] : nil)
    }
}

/// Somebody else has recorded something.
public struct News: Hashable, Sendable {
    /// Who did it, by name.
    public let by: String
    public let at: Instant
    /// The children whom it is about.
    public let pupils: [PupilRef]

    public init(by: String, at: Instant, pupils: [PupilRef]) {
        self.by = by
        self.at = at
        self.pupils = pupils
    }
}
